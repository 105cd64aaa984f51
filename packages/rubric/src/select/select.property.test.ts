import fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "../random-fixture.ts";
import { bruteForce, fewestMoved, moved } from "./brute-force-fixture.ts";
import { selectSubjects } from "./select.ts";
import { chanceProblem, solver } from "./selection-fixture.ts";

const runs = { ...seeded, numRuns: 1_000 };

test("a selection equals brute force over every subset: who is in, who is tied, and whether there is one at all", async () => {
  const met = { settled: 0, open: 0, impossible: 0 };
  await fc.assert(
    fc.asyncProperty(chanceProblem, async (problem) => {
      const best = bruteForce(problem);
      const selection = await selectSubjects(problem, solver);
      met[selection.status] += 1;
      if (selection.status === "impossible") {
        expect(best).toEqual([]);
        return;
      }
      const inEvery = problem.subjects.map(({ id }) => id).filter((id) => best.length > 0 && best.every((each) => each.includes(id)));
      const inSome = problem.subjects.map(({ id }) => id).filter((id) => best.some((each) => each.includes(id)));
      expect(selection.chosen.toSorted()).toEqual(inEvery.toSorted());
      const open = selection.open.flatMap(({ subjects }) => subjects);
      expect([...selection.chosen, ...open].toSorted()).toEqual(inSome.toSorted());
      expect(selection.chosen.length + selection.open.reduce((sum, { places }) => sum + places, 0)).toBe(best[0]?.length);
      expect(selection.status).toBe(best.length === 1 ? "settled" : "open");
    }),
    runs,
  );
  expect(Math.min(met.settled, met.open, met.impossible)).toBeGreaterThan(100);
});

test("where no selection exists, the relaxation moves as few places as any subset needs, and lets a selection exist", async () => {
  await fc.assert(
    fc.asyncProperty(chanceProblem, async (problem) => {
      const selection = await selectSubjects(problem, solver);
      if (selection.status !== "impossible") return;
      expect(moved(selection.smallest)).toBe(fewestMoved(problem));
      for (const relaxations of [selection.smallest, ...selection.alone.map((each) => [each])]) {
        expect(moved(relaxations)).toBeGreaterThanOrEqual(fewestMoved(problem));
        const waivers = relaxations.map((each) => ({ ...each, reason: "试算" }));
        expect((await selectSubjects({ ...problem, waivers }, solver)).status).not.toBe("impossible");
      }
    }),
    runs,
  );
});
