import fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "../random-fixture.ts";
import { bruteForce } from "./brute-force-fixture.ts";
import { contendersOf } from "./contenders.ts";
import { candidatesOf, demandsOf } from "./demand.ts";
import { chanceProblem } from "./selection-fixture.ts";

test("no best selection, found by looking at every subset, has anyone who is left out of the programs", () => {
  let leftOut = 0;
  fc.assert(
    fc.property(chanceProblem, (problem) => {
      const candidates = candidatesOf(problem);
      const contenders = contendersOf(candidates, demandsOf(problem)).map(({ id }) => id);
      for (const best of bruteForce(problem)) for (const id of best) expect(contenders).toContain(id);
      expect(candidates.map(({ id }) => id).filter((id) => contenders.includes(id))).toEqual(contenders);
      if (contenders.length < candidates.length) leftOut += 1;
    }),
    { ...seeded, numRuns: 2_000 },
  );
  expect(leftOut).toBeGreaterThan(100);
});
