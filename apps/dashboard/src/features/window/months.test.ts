import type { WindowMonthRow } from "@mingchuang/warehouse/queries/subject";
import { expect, test } from "vitest";
import { light } from "../../ui/palette.ts";
import { goodRate, monthFigures, monthPictures, monthSlots } from "./months.ts";

const month = (name: string, cases: number): WindowMonthRow => ({
  month: name,
  cases,
  active_reviews: 300,
  default_reviews: 10,
  good: 299,
  bad: 1,
  handling_p50: null,
  windows: "W1",
});
const slots = monthSlots([month("2023-01", 100), month("2023-03", 200)], [2023], "2023-04-30");

test("months go to the last day of the data, and one that was not handed in keeps an empty place", () => {
  expect(slots.map(({ month: name, data }) => [name, data?.cases ?? null])).toEqual([
    ["2023-01", 100],
    ["2023-02", null],
    ["2023-03", 200],
    ["2023-04", null],
  ]);
});

test("sums take the months that are there; missing are those that were due, not those to come", () => {
  const missing = ["2022-12-01", "2023-02-01"];
  expect(monthFigures(slots, 2023, missing)).toEqual({ count: 2, cases: 300, active: 600, bad: 2, good: 598, missing: ["2023-02"] });
});

test("a gap in the data is a gap in the picture, not a zero", () => {
  const { series } = monthPictures(slots, ["a", "b", "c", "d"], light) as { series: { data: (number | null)[]; connectNulls?: boolean }[] };
  expect(series[0]?.data).toEqual([100, null, 200, null]);
  expect(series[0]?.connectNulls).toBe(false);
});

test("a month without active reviews has no good rate", () => {
  expect(goodRate({ ...month("2023-01", 1), active_reviews: 0, good: 0 })).toBeNull();
  expect(goodRate(month("2023-01", 1))).toBe(99.67);
});
