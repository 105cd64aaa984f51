import type { GroupMonth } from "@mingchuang/warehouse/queries/trends";
import { expect, test } from "vitest";
import { light } from "../../ui/palette.ts";
import { monthLines, roundScale } from "./month-lines.ts";

const row = (month: string, given: Partial<GroupMonth> = {}): GroupMonth => ({
  key: "A",
  month,
  cases: 20_000,
  active: 10_000,
  good: 9_998,
  bad: 2,
  reporting: 1,
  expected: 1,
  ...given,
});
const months = [
  row("2023-01-01"),
  row("2023-02-01", { cases: null, active: null, good: null, bad: null }),
  row("2023-03-01", { active: 500, good: 499, bad: 1 }),
];
const option = monthLines({ focus: { key: "A", label: "甲", months }, siblings: [], whole: undefined, measure: "bad" }, light);
const series = option.series as {
  id: string;
  connectNulls?: boolean;
  data: { value: unknown; itemStyle?: { color: string } }[];
}[];
const line = series.find(({ id }) => id === "A");

test("a month without counts is a gap: it is neither zero nor bridged", () => {
  expect(line?.data.map(({ value }) => value)).toEqual([2, "-", 20]);
  expect(line?.connectNulls).toBe(false);
});

test("a month without counts has no interval", () => {
  expect(series.find(({ id }) => id === "interval")?.data).toHaveLength(2);
});

test("a small sample is drawn as a ring, in whose middle the paper shows", () => {
  expect([0, 2].map((index) => line?.data[index]?.itemStyle?.color)).toEqual([undefined, light.paper]);
});

test("an interval is drawn to its ends: the scale holds them", () => {
  const { min, max } = option.yAxis as { min: number; max: number };
  const intervals = series.find(({ id }) => id === "interval")?.data as unknown as readonly (readonly [number, number, number])[];
  expect(intervals.map(([, low, high]) => low >= min && high <= max)).toEqual([true, true]);
  expect(intervals.at(-1)?.[2]).toBeGreaterThan(100);
});

test.each([
  [[99.947, 99.998], 100, { min: 99.94, max: 100, interval: 0.02 }],
  [[0, 3.3], Number.POSITIVE_INFINITY, { min: 0, max: 4, interval: 1 }],
  [[97.84, 100], 100, { min: 97, max: 100, interval: 1 }],
] as const)("a scale from %s is of round steps, so that its ends can be labelled", (extent, ceiling, expected) => {
  expect(roundScale(extent, ceiling)).toEqual(expected);
});
