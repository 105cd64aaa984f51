import { describe, expect, test } from "vitest";
import { averageRanks, kendallConcordance } from "./concordance.ts";
import { birds, ratingsFrom, tiedRankings } from "./published-ratings-fixture.ts";

test("three rankings of ten subjects with ties have W = 0.828 at a significance of 0.008, as published", () => {
  const found = kendallConcordance(tiedRankings);
  expect(found?.w).toBeCloseTo(0.828, 3);
  expect(found?.p).toBeCloseTo(0.008, 3);
  expect(found).toMatchObject({ df: 9, subjects: 10, graders: 3 });
});

test("wing, tail and bill of twelve birds have W = 0.924 with ties corrected, χ² = 30.50 with 11 degrees of freedom", () => {
  const found = kendallConcordance(birds);
  expect(found?.w).toBeCloseTo(0.924, 3);
  expect(found?.chiSquare).toBeCloseTo(30.496, 3);
  expect(found?.p).toBeCloseTo(0.00132, 5);
});

test("one order among all graders makes 1, even when ties are in it and the points differ", () => {
  expect(
    kendallConcordance(
      ratingsFrom([
        [1, 10, 5],
        [2, 20, 6],
        [2, 20, 6],
        [3, 90, 7],
      ]),
    )?.w,
  ).toBe(1);
});

test("two opposite orders make 0", () => {
  expect(
    kendallConcordance(
      ratingsFrom([
        [1, 3],
        [2, 2],
        [3, 1],
      ]),
    ),
  ).toMatchObject({ w: 0, p: 1 });
});

test("equal values share the mean of their ranks", () => {
  expect(averageRanks([7, 5, 7, 9, 7])).toEqual({ ranks: [3, 1, 3, 5, 3], ties: 24 });
});

describe("there is no coefficient", () => {
  test.each([
    ["with one grader", ratingsFrom([[1], [2]])],
    [
      "with one subject that all rated",
      ratingsFrom([
        [1, 2],
        [null, 3],
      ]),
    ],
    [
      "when no grader tells subjects apart",
      ratingsFrom([
        [1, 2],
        [1, 2],
      ]),
    ],
  ])("%s", (_, ratings) => {
    expect(kendallConcordance(ratings)).toBeNull();
  });
});
