import { expect, test } from "vitest";
import { light } from "../../ui/palette.ts";
import { formatChance, formatCoefficient, formatDistance } from "./figures.ts";
import { type IntervalDot, intervalDots } from "./interval-dots.ts";

const dot = (id: string, value: number, low: number | null, high: number | null, told: boolean): IntervalDot => {
  return { id, name: id, value, low, high, told, figure: formatCoefficient(value), lines: [] };
};
const frame = { min: 0, max: 1, marks: [{ at: 0.5, label: "中" }], nameWidth: 60, chosen: undefined };

test("a dot that tells something is full, another is a ring; what reaches past the frame is cut at its edge", () => {
  const option = intervalDots([dot("G1", 0.8, 0.7, 0.9, true), dot("G2", 0.4, Number.NEGATIVE_INFINITY, 0.9, false)], frame, light);
  const [interval, value] = option.series as { data: { value?: number[]; itemStyle?: { color: string } }[] }[];
  expect(interval?.data).toEqual([
    [0.7, 0.9, 0],
    [0, 0.9, 1],
  ]);
  expect(value?.data.map(({ itemStyle }) => itemStyle?.color)).toEqual([light.series[0], light.paper]);
});

test("the chosen one stays strong while the others fade", () => {
  const option = intervalDots([dot("G1", 0.8, 0.7, 0.9, true), dot("G2", 0.4, 0.3, 0.9, true)], { ...frame, chosen: "G2" }, light);
  const [, value] = option.series as { data: { itemStyle: { color: string } }[] }[];
  expect(value?.data.map(({ itemStyle }) => itemStyle.color)).toEqual([light.series[4], light.series[0]]);
});

test("statistics are printed to two decimals with a true minus, no negative nothing, and no bound as −∞", () => {
  expect([0.945, -0.123, -0.001, Number.NEGATIVE_INFINITY].map(formatCoefficient)).toEqual(["0.94", "−0.12", "0.00", "−∞"]);
  expect([1.2, -0.354, 0.004].map(formatDistance)).toEqual(["+1.20", "−0.35", "±0.00"]);
  expect([0.0001, 0.0321].map(formatChance)).toEqual(["<\u00a00.001", "=\u00a00.032"]);
});
