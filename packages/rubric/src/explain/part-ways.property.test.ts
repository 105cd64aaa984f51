import fc from "fast-check";
import { expect, test } from "vitest";
import { comparePoints, points, sumPoints } from "../points.ts";
import { plus, sumRatios } from "../ratio.ts";
import { partWays } from "./part-ways.ts";

const amount = fc.tuple(fc.integer({ min: -2_000, max: 12_000 }), fc.integer({ min: 1, max: 9 })).map(([n, d]) => points(n, d));
const itemised = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"), { minLength: 0, maxLength: 6 }).chain((ids) =>
  fc.tuple(...ids.map((item) => amount.map((each) => ({ item, points: each })))).map((items) => ({
    items,
    total: sumPoints(items.map((each) => each.points)),
  })),
);
const seeded = { seed: 20230928, numRuns: 1_000 };

test("the items in which two scores part add up to the difference of their totals exactly, and nothing is left over", () => {
  fc.assert(
    fc.property(itemised, itemised, (first, second) => {
      const { difference, items, rest } = partWays(first, second);
      expect(rest.numerator).toBe(0);
      expect(sumRatios(items.map((each) => each.difference))).toEqual(difference);
      expect(plus(difference, second.total)).toEqual(first.total);
    }),
    seeded,
  );
});

test("what the items do not account for is told, so that the parts always make the difference", () => {
  fc.assert(
    fc.property(itemised, itemised, amount, (first, second, extra) => {
      const { difference, items, rest } = partWays({ ...first, total: plus(first.total, extra) }, second);
      expect(rest).toEqual(extra);
      expect(sumRatios([...items.map((each) => each.difference), rest])).toEqual(difference);
    }),
    seeded,
  );
});

test("exchanging the two turns every sign, and the most decisive item comes first", () => {
  fc.assert(
    fc.property(itemised, itemised, (first, second) => {
      const [there, back] = [partWays(first, second), partWays(second, first)];
      expect(back.difference.numerator).toBe(0 - there.difference.numerator);
      const sizes = there.items.map(({ difference: { numerator, denominator } }) => ({ numerator: Math.abs(numerator), denominator }));
      sizes.slice(1).forEach((each, index) => {
        expect(comparePoints(sizes[index] ?? each, each)).toBeGreaterThanOrEqual(0);
      });
      expect(new Map(back.items.map(({ item, difference }) => [item, -difference.numerator]))).toEqual(
        new Map(there.items.map(({ item, difference }) => [item, difference.numerator])),
      );
    }),
    seeded,
  );
});
