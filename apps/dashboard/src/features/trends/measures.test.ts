import { expect, test } from "vitest";
import { changeOf, figureOf, figureText } from "./measures.ts";

const counts = { cases: 20_000, active: 10_000, good: 9_998, bad: 2 };

test("rates are of active reviews, and the active-review rate of cases", () => {
  expect(["good", "bad", "active", "cases"].map((measure) => figureText(counts, measure as "good"))).toEqual([
    "99.98",
    "2.00",
    "50.00",
    "20,000",
  ]);
});

test("a month without counts has no figure", () => {
  expect(figureOf({ cases: null, active: null, good: null, bad: null }, "good")).toBeNull();
  expect(figureText({ cases: null, active: null, good: null, bad: null }, "cases")).toBe("–");
});

test("cases change in per cent, rates in their own unit", () => {
  expect(changeOf(counts, { ...counts, cases: 16_000 }, "cases").text).toBe("+25.00%");
  expect(changeOf(counts, { ...counts, bad: 5 }, "bad").text).toBe("−3.00");
  expect(changeOf(counts, undefined, "bad").text).toBeNull();
});
