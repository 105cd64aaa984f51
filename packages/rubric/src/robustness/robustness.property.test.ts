import fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "../random-fixture.ts";
import { scheme, windowHonour } from "../zhejiang-fixture.ts";
import { chanceField } from "./contest-fixture.ts";
import type { RankRange } from "./rank-range.ts";
import { robustness } from "./robustness.ts";

const field = fc.record({ seed: fc.nat(10_000), windows: fc.integer({ min: 2, max: 24 }), graders: fc.integer({ min: 1, max: 5 }) });
const options = { seed: 9, draws: 30 };

test("every range holds the rank as it stands, its usual part, and nothing beyond the number of windows", () => {
  fc.assert(
    fc.property(field, ({ seed, windows, graders }) => {
      const found = robustness(scheme, windowHonour, chanceField(seed, windows, graders), {}, options);
      const ranges: RankRange[] = [...found.redrawn, ...found.withoutOne, ...found.weights, ...found.policies];
      expect(ranges).toHaveLength(4 * windows);
      for (const { rank, best, worst, usual } of ranges) {
        if (rank === null || best === null || worst === null) continue;
        expect(1 <= best && best <= rank && rank <= worst && worst <= windows).toBe(true);
        if (usual !== null) expect(best <= usual.best && usual.best <= usual.worst && usual.worst <= worst).toBe(true);
      }
      for (const { best, worst, bounds } of found.weights) {
        if (bounds !== null) expect(bounds.best <= (best ?? 0) && (worst ?? 0) <= bounds.worst).toBe(true);
      }
    }),
    { ...seeded, numRuns: 15 },
  );
});

test("the order of the applications never matters, and the same seed gives the same", () => {
  const shuffled = field.chain((given) => {
    const entrants = chanceField(given.seed, given.windows, given.graders);
    return fc.tuple(fc.constant(entrants), fc.shuffledSubarray(entrants, { minLength: entrants.length }));
  });
  fc.assert(
    fc.property(shuffled, ([entrants, other]) => {
      expect(robustness(scheme, windowHonour, other, {}, options)).toEqual(robustness(scheme, windowHonour, entrants, {}, options));
    }),
    { ...seeded, numRuns: 8 },
  );
});
