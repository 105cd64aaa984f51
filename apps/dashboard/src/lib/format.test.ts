import { expect, test } from "vitest";
import { formatBytes, formatCount, formatDay, formatMonth, formatPoints, formatPointsChange, formatRate } from "./format.ts";

test.each([
  [9250, "92.50"],
  [5, "0.05"],
  [0, "0.00"],
  [-35, "−0.35"],
  [null, "–"],
])("%s hundredths are shown as %s", (hundredths, shown) => {
  expect(formatPoints(hundredths)).toBe(shown);
});

test.each([
  [120, "+1.20"],
  [-35, "−0.35"],
  [0, "±0.00"],
  [null, "–"],
])("a change of %s hundredths is shown as %s", (hundredths, shown) => {
  expect(formatPointsChange(hundredths)).toBe(shown);
});

test("the satisfaction of the Fenghua bulletin comes out of active reviews", () => {
  expect(formatRate(830_000 - 154, 830_000)).toBe("99.98");
});

test("a half is rounded up, not to the nearest even digit", () => {
  expect(formatRate(5, 100_000)).toBe("0.01");
});

test("a rate without a denominator, or of something not handed in, is a dash and never zero", () => {
  expect([formatRate(0, 0), formatRate(null, 10), formatRate(3, null)]).toEqual(["–", "–", "–"]);
});

test("counts have separators, days and months are written as in official papers", () => {
  expect([formatCount(1_410_000), formatCount(null), formatDay("2023-09-28 08:05:09"), formatMonth("2023-09-01")]).toEqual([
    "1,410,000",
    "–",
    "2023-09-28",
    "2023-09",
  ]);
});

test("a download is told in kilobytes until it reaches a megabyte", () => {
  expect([formatBytes(900), formatBytes(6_303_744)]).toEqual(["1 KB", "6.3 MB"]);
});
