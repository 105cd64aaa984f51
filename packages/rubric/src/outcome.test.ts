import { describe, expect, test } from "vitest";
import type { Measured } from "./measure.ts";
import { gradeOf, hasPassed } from "./outcome.ts";
import { points } from "./points.ts";
import { policiesInForce } from "./policy.ts";
import { template } from "./programmes-fixture.ts";

const policies = policiesInForce(template);
const label = { zh: "级", en: "grade" };
const grades = [
  { id: "four", label, from: 80 },
  { id: "five", label, from: 90 },
];

test.each([
  [90, "five"],
  [89.99, "four"],
  [80, "four"],
  [79.99, null],
])("%s points have the grade %s, in whatever order the grades stand", (total, grade) => {
  expect(gradeOf({ grades }, points(Math.round(total * 100)), policies)).toBe(grade);
});

test("a total a third below a grade does not have it, though it is printed like it", () => {
  expect(gradeOf({ grades }, points(26_999, 3), policies)).toBe("four");
});

describe("passing", () => {
  const one = points(1);
  const indicator = (target: boolean | null, floor: boolean | null, value: Measured["value"] = one): Measured => {
    const source = { document: "template-plan", clause: "指标体系" };
    return { id: "i", kind: "indicator", share: value, value, marks: { target, floor, stretch: null }, records: [], source, parts: [] };
  };
  const passed = (measured: readonly Measured[], passing = { least: null as number | null, floors: true, targets: false }, total = 100) =>
    hasPassed({ passing }, points(total * 100), measured, policies);

  test("floors that hold pass, whatever the targets", () => {
    expect(passed([indicator(false, true), indicator(false, null)])).toBe(true);
    expect(passed([indicator(true, false)])).toBe(false);
    expect(passed([indicator(false, true)], { least: null, floors: true, targets: true })).toBe(false);
  });

  test("a figure that was not handed in leaves it open, unless another has failed already", () => {
    expect(passed([indicator(null, null, null), indicator(true, true)])).toBeNull();
    expect(passed([indicator(null, null, null), indicator(true, false)])).toBe(false);
  });

  test("a total below the least does not pass", () => {
    expect(passed([], { least: 60, floors: true, targets: false }, 60)).toBe(true);
    expect(passed([], { least: 60, floors: true, targets: false }, 59.99)).toBe(false);
  });

  test("a rubric that does not say what passing is leaves it open", () => {
    expect(hasPassed({}, points(10_000), [], policies)).toBeNull();
  });
});
