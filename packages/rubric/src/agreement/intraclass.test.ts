import { describe, expect, test } from "vitest";
import { intraclassCorrelation } from "./intraclass.ts";
import { ratingsFrom, shroutFleiss } from "./published-ratings-fixture.ts";

/** Values: Shrout and Fleiss (1979), table 4. Intervals and tests: the documentation of `ICC` in the R package psych, on the same data. */
test.each([
  { form: "1,1", value: 0.17, low: -0.133, high: 0.72, f: 1.8, df2: 18, p: 0.16477 },
  { form: "2,1", value: 0.29, low: 0.019, high: 0.76, f: 11, df2: 15, p: 0.00013 },
  { form: "3,1", value: 0.71, low: 0.342, high: 0.95, f: 11, df2: 15, p: 0.00013 },
  { form: "1,k", value: 0.44, low: -0.884, high: 0.91, f: 1.8, df2: 18, p: 0.16477 },
  { form: "2,k", value: 0.62, low: 0.071, high: 0.93, f: 11, df2: 15, p: 0.00013 },
  { form: "3,k", value: 0.91, low: 0.676, high: 0.99, f: 11, df2: 15, p: 0.00013 },
])("ICC($form) of six targets and four judges is $value, between $low and $high", (published) => {
  const found = intraclassCorrelation(shroutFleiss)?.coefficients.find(({ form }) => form === published.form);
  expect(found?.value).toBeCloseTo(published.value, 2);
  expect(found?.low).toBeCloseTo(published.low, 3);
  expect(found?.high).toBeCloseTo(published.high, 2);
  expect(found?.f).toBeCloseTo(published.f, 0);
  expect([found?.df1, found?.df2]).toEqual([5, published.df2]);
  expect(found?.p).toBeCloseTo(published.p, 5);
});

test("the mean squares are those of table 3: 11.24 between targets, 32.49 between judges, 1.02 left, 6.26 within", () => {
  const { subjects, graders, residual, within } = intraclassCorrelation(shroutFleiss)?.meanSquares ?? {};
  expect([subjects, graders, residual, within].map((each) => Number(each?.toFixed(2)))).toEqual([11.24, 32.49, 1.02, 6.26]);
});

test("graders who agree in everything have 1 in every form, with an interval of nothing", () => {
  const found = intraclassCorrelation(ratingsFrom([88.1, 90.3, 75.7, 60.9].map((value) => [value, value, value])));
  expect(found?.coefficients.map(({ value, low, high, p }) => [value, low, high, p])).toEqual(Array(6).fill([1, 1, 1, 0]));
});

test("a grader who is two points stricter throughout costs forms 1 and 2 and leaves form 3 at 1", () => {
  const found = intraclassCorrelation(ratingsFrom([80, 84, 86, 90].map((value) => [value, value, value - 2])));
  const value = (form: string) => found?.coefficients.find((each) => each.form === form)?.value;
  expect(value("3,1")).toBe(1);
  expect(value("2,1")).toBeLessThan(1);
  expect(value("1,1")).toBeLessThan(value("2,1") ?? 0);
});

test("a subject with a blank is left out and named", () => {
  const found = intraclassCorrelation(
    ratingsFrom([
      [1, 2],
      [null, 9],
      [3, 4],
      [5, 7],
    ]),
  );
  expect(found).toMatchObject({ subjects: 3, graders: 2, leftOut: ["S02"] });
});

describe("there is no coefficient", () => {
  test.each([
    ["with one grader", ratingsFrom([[1], [2], [3]])],
    [
      "with one subject that all rated",
      ratingsFrom([
        [1, 2],
        [3, null],
      ]),
    ],
    [
      "when all ratings are the same",
      ratingsFrom([
        [7, 7],
        [7, 7],
      ]),
    ],
    [
      "when the subjects do not differ in the mean",
      ratingsFrom([
        [1, 2],
        [2, 1],
      ]),
    ],
    ["of nothing", ratingsFrom([])],
  ])("%s", (_, ratings) => {
    expect(intraclassCorrelation(ratings)).toBeNull();
  });
});
