import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hardCases } from "./hard-cases.ts";
import { buildProvince } from "./province.ts";
import { sampleYears } from "./years.ts";

describe("any seed", () => {
  test("gives a province with every hard case in it and counts that agree with the list of bad reviews", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x7fffffff }), (seed) => {
        const province = buildProvince(seed);
        expect(hardCases(province).filter(({ subjects }) => subjects.length === 0)).toEqual([]);
        for (const year of sampleYears) {
          const records = province.years.get(year);
          const counted = records?.counts.reduce((sum, { levels }) => sum + levels[3] + levels[4], 0);
          expect(counted).toBe(records?.badReviews.length);
        }
      }),
      { seed: 20230423, numRuns: 15 },
    );
  });
});
