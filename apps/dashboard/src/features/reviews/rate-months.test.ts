import { expect, test } from "vitest";
import { light } from "../../ui/palette.ts";
import { intervalText, type RateMonth, rateMonths, rateMonthText } from "./rate-months.ts";

const months: readonly RateMonth[] = [
  { month: "2023-01", rate: { numerator: 96, denominator: 100 }, isSmall: false },
  { month: "2023-02", rate: null, isSmall: false },
  { month: "2023-03", rate: { numerator: 3, denominator: 4 }, isSmall: true },
];

test("a month that rests on few is in brackets and drawn as a ring, and one without figures is a gap", () => {
  expect(months.map(rateMonthText)).toEqual(["96.00", "–", "(75.00)"]);
  const { series } = rateMonths(months, "n", light) as {
    series: readonly { id: string; data: readonly { value: unknown; itemStyle?: { color: string } }[] }[];
  };
  const line = series.find(({ id }) => id === "rate");
  expect(line?.data.map(({ value }) => value)).toEqual([96, "-", 75]);
  expect([0, 2].map((index) => line?.data[index]?.itemStyle?.color)).toEqual([undefined, light.paper]);
});

test("every interval is within the scale, and the scale within 0 and 100", () => {
  expect(intervalText(months[0] as RateMonth)).toBe("90.16–98.43");
  const { yAxis } = rateMonths(months, "n", light) as { yAxis: { min: number; max: number } };
  expect(yAxis).toMatchObject({ min: 20, max: 100, interval: 20 });
});
