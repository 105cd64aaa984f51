import { expect, test } from "vitest";
import { findOutliers } from "./outliers.ts";
import { ratingsFrom } from "./published-ratings-fixture.ts";

const calm = [
  [80, 82, 79],
  [75, 78, 74],
  [88, 89, 86],
  [91, 94, 90],
  [70, 72, 70],
  [84, 85, 83],
];

test("graders who differ by habit alone give no outliers", () => {
  expect(findOutliers(ratingsFrom(calm))).toEqual([]);
});

test("one sheet twenty points below the others is found, with what was expected of that grader", () => {
  const values = calm.map((row, place) => (place === 3 ? [91, 74, 90] : row));
  const [found, ...others] = findOutliers(ratingsFrom(values));
  expect(found).toMatchObject({ subject: "S04", grader: "G2", value: 74 });
  expect(found?.expected).toBeGreaterThan(91);
  expect(found?.distance).toBeLessThan(-16);
  expect(found?.score).toBeLessThan(-3.5);
  expect(others.filter(({ subject }) => subject !== "S04")).toEqual([]);
});

test("a grader who is about twelve points stricter throughout is strict and no outlier", () => {
  const strict = [68, 64, 75, 80, 57, 72];
  expect(findOutliers(ratingsFrom(calm.map((row, place) => [...row, strict[place] ?? 0])))).toEqual([]);
});

test("of two ratings nobody can say which one is far", () => {
  expect(
    findOutliers(
      ratingsFrom([
        [80, 81],
        [70, 71],
        [60, 95],
      ]),
    ),
  ).toEqual([]);
});

test("where all but one rating agree exactly, that one is found", () => {
  const values = Array.from({ length: 8 }, () => [80, 80, 80] as number[]);
  values[5] = [80, 80, 60];
  expect(findOutliers(ratingsFrom(values))).toMatchObject([{ subject: "S06", grader: "G3", distance: -20 }]);
});

test("ratings that are all the same have no outliers", () => {
  expect(
    findOutliers(
      ratingsFrom([
        [80, 80, 80],
        [80, 80, 80],
      ]),
    ),
  ).toEqual([]);
  expect(findOutliers(ratingsFrom([]))).toEqual([]);
});
