import { expect, test } from "vitest";
import { chiSquareUpper, fQuantile, fUpper, tQuantile } from "./distributions.ts";

/** From tables of the distributions, in more digits by SciPy 1.17 (`stats.f`, `stats.t`, `stats.chi2`). */
test.each([
  [0.95, 1, 10, 4.964602743730711],
  [0.975, 5, 15, 3.5764153492790607],
  [0.975, 15, 5, 6.427728167078779],
  [0.025, 5, 15, 0.15557596307848703],
  [0.975, 43, 258, 1.5268515496244455],
  [0.975, 5, 4.79, 7.490103962012941],
  [0.975, 2.5, 40, 3.7100272979067217],
  [0.5, 7.3, 19, 0.9433310927180693],
])("the %d point of F with %d and %d degrees of freedom is %d", (probability, df1, df2, expected) => {
  expect(fQuantile(probability, df1, df2) / expected).toBeCloseTo(1, 6);
  expect(fUpper(expected, df1, df2)).toBeCloseTo(1 - probability, 8);
});

test.each([
  [0.975, 1, 12.706204736174694],
  [0.975, 5, 2.5705818356363146],
  [0.975, 43, 2.016692199227824],
  [0.95, 30, 1.697260886593957],
  [0.995, 7, 3.4994832973504924],
])("the %d point of t with %d degrees of freedom is %d", (probability, df, expected) => {
  expect(tQuantile(probability, df) / expected).toBeCloseTo(1, 6);
});

test.each([
  [3.841458820694124, 1, 0.05],
  [22.349, 9, 0.007836310920415613],
  [60, 43, 0.04406603111749782],
])("above %d lies, of χ² with %d degrees of freedom, %d", (x, df, expected) => {
  expect(chiSquareUpper(x, df)).toBeCloseTo(expected, 10);
});

test("far out the probability is nothing and never negative", () => {
  expect(chiSquareUpper(10_000, 3)).toBe(0);
  expect(fUpper(Number.POSITIVE_INFINITY, 3, 9)).toBe(0);
});
