import { expect, test } from "vitest";
import { Example } from "./example.ts";
import { fenghua, honourOf, template } from "./programmes-fixture.ts";
import { runExample } from "./run-example.ts";
import { scheme, windowHonour } from "./zhejiang-fixture.ts";

const mismatches = (given: object, expected: object) =>
  runExample(scheme, windowHonour, Example.parse({ name: "an example", given, expect: expected }));

test("an example that does not hold says what was expected and what came out", () => {
  expect(mismatches({ unmet: ["plan"] }, { total: 90, items: { organisation: 10 }, vetoes: { V2: "near" }, scored: false })).toEqual([
    { what: "total", expected: "90.00", actual: "87.00" },
    { what: "items.organisation", expected: "10.00", actual: "7.00" },
    { what: "vetoes.V2", expected: "near", actual: "clear" },
    { what: "scored", expected: "false", actual: "true" },
  ]);
});

test("a total is compared exactly, not as it is printed", () => {
  const graders = [{ unmet: ["mail"] }, {}, {}];
  expect(mismatches({ graders }, { total: "265/3" })).toEqual([]);
  expect(mismatches({ graders }, { total: 88.33 })).toEqual([{ what: "total", expected: "88.33", actual: "88.33" }]);
});

test("what is measured is compared as it is printed, its marks, its eligibility, its grade and whether it passed", () => {
  const honour = honourOf(fenghua, "unit-bulletin");
  const review_counts = [{ on: "2022-09-30", cases: 100, active_reviews: 50, good: 49, bad: 1 }];
  const example = Example.parse({
    name: "a bulletin",
    given: { records: { review_counts } },
    expect: { values: { satisfaction: "98.01" } },
  });
  expect(runExample(fenghua, honour, example)).toEqual([{ what: "values.satisfaction", expected: "98.01", actual: "98.00" }]);
  const nothing = Example.parse({
    name: "nothing known",
    given: {},
    expect: { marks: { "good-rate": { floor: true } }, passed: true, grade: "five-stars", verdict: "ineligible", scored: true },
  });
  expect(runExample(template, honourOf(template, "three-type-window"), nothing)).toEqual([
    { what: "marks.good-rate.floor", expected: "true", actual: "–" },
    { what: "verdict", expected: "ineligible", actual: "eligible" },
    { what: "grade", expected: "five-stars", actual: "–" },
    { what: "passed", expected: "true", actual: "–" },
    { what: "scored", expected: "true", actual: "false" },
  ]);
});
