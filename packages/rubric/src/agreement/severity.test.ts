import { expect, test } from "vitest";
import { ratingsFrom, shroutFleiss } from "./published-ratings-fixture.ts";
import { graderSeverities } from "./severity.ts";

test("the second of the four judges of 1979 is the strictest and the first the mildest", () => {
  expect(graderSeverities(shroutFleiss).map(({ grader, rank }) => `${rank} ${grader}`)).toEqual(["1 G2", "2 G3", "3 G4", "4 G1"]);
});

test("a deviation is the mean over the subjects that another one rated too, with Student's interval", () => {
  const [strict, mild] = graderSeverities(
    ratingsFrom([
      [80, 82],
      [70, 74],
      [60, 66],
      [50, null],
      [null, 90],
    ]),
  );
  expect(strict).toMatchObject({ grader: "G1", deviation: -4, subjects: 3, rank: 1 });
  expect(mild).toMatchObject({ grader: "G2", deviation: 4, subjects: 3, rank: 2 });
  // 4 ± 4.302653 × 2 / √3
  expect(mild?.low).toBeCloseTo(-0.968275, 5);
  expect(mild?.high).toBeCloseTo(8.968275, 5);
});

test("one shared subject gives a deviation without an interval", () => {
  expect(
    graderSeverities(
      ratingsFrom([
        [80, 85],
        [70, null],
      ]),
    )[0],
  ).toMatchObject({ deviation: -5, low: null, high: null, subjects: 1 });
});

test("a grader who shares no subject with anybody has no severity", () => {
  expect(
    graderSeverities(
      ratingsFrom([
        [80, 85, null],
        [null, null, 60],
      ]),
    ).map(({ grader }) => grader),
  ).toEqual(["G1", "G2"]);
});

test("equal deviations share their rank", () => {
  expect(
    graderSeverities(
      ratingsFrom([
        [80, 80, 83],
        [70, 70, 73],
      ]),
    ).map(({ grader, rank }) => [grader, rank]),
  ).toEqual([
    ["G1", 1.5],
    ["G2", 1.5],
    ["G3", 3],
  ]);
});
