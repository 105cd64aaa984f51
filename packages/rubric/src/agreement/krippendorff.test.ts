import { expect, test } from "vitest";
import { krippendorffAlpha } from "./krippendorff.ts";
import { krippendorff, ratingsFrom } from "./published-ratings-fixture.ts";

/** Krippendorff (2011), section C and D, and `kripp.alpha` of the R package irr on the same data. */
test.each([
  ["nominal", 0.743],
  ["ordinal", 0.815],
  ["interval", 0.849],
  ["ratio", 0.797],
] as const)("the %s α of four observers and twelve units is %d", (level, expected) => {
  const found = krippendorffAlpha(krippendorff, level);
  expect(found?.alpha).toBeCloseTo(expected, 3);
  expect(found).toMatchObject({ subjects: 11, ratings: 40 });
});

test("perfect agreement has α = 1 at every level, blanks or not", () => {
  const ratings = ratingsFrom([
    [1, 1, null],
    [2, null, 2],
    [5, 5, 5],
    [null, null, 4],
  ]);
  for (const level of ["nominal", "ordinal", "interval", "ratio"] as const) expect(krippendorffAlpha(ratings, level)?.alpha).toBe(1);
});

test("two graders who always contradict each other fall below chance", () => {
  expect(
    krippendorffAlpha(
      ratingsFrom([
        [0, 1],
        [1, 0],
        [0, 1],
        [1, 0],
      ]),
      "nominal",
    )?.alpha,
  ).toBeLessThan(0);
});

test("without variation, or without two ratings of anything, α is not defined", () => {
  expect(
    krippendorffAlpha(
      ratingsFrom([
        [3, 3],
        [3, 3],
      ]),
      "nominal",
    ),
  ).toBeNull();
  expect(
    krippendorffAlpha(
      ratingsFrom([
        [3, null],
        [null, 4],
      ]),
      "interval",
    ),
  ).toBeNull();
  expect(krippendorffAlpha(ratingsFrom([]), "interval")).toBeNull();
});

test("a value of nothing is compared in proportion without dividing by nothing", () => {
  expect(
    krippendorffAlpha(
      ratingsFrom([
        [0, 0],
        [0, 5],
        [5, 5],
      ]),
      "ratio",
    )?.alpha,
  ).toBeCloseTo(4 / 9, 12);
});
