import type { WindowMonthRow } from "@mingchuang/warehouse/queries/subject";
import type { EChartsOption } from "echarts";
import { rateHundredths } from "../../lib/format.ts";
import type { Palette } from "../../ui/palette.ts";

/** Every month from the first to the last of the years, with its data or null: a month that was not handed in is a gap, never a zero. */
export interface MonthSlot {
  readonly month: string;
  readonly data: WindowMonthRow | null;
}

export function monthSlots(rows: readonly WindowMonthRow[], years: readonly number[], until: string): readonly MonthSlot[] {
  const known = new Map(rows.map((row) => [row.month, row]));
  const months = years.flatMap((year) => Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`));
  return months.filter((month) => month <= until.slice(0, 7)).map((month) => ({ month, data: known.get(month) ?? null }));
}

export interface MonthFigures {
  readonly count: number;
  readonly cases: number;
  readonly active: number;
  readonly bad: number;
  readonly good: number;
  readonly missing: readonly string[];
}

/** The sums of one year over the months that were handed in; the months of it that were due and were not, out of all of the window's. */
export function monthFigures(slots: readonly MonthSlot[], year: number, missing: readonly string[]): MonthFigures {
  const own = slots.filter(({ month }) => month.startsWith(`${year}-`));
  const rows = own.flatMap(({ data }) => (data === null ? [] : [data]));
  const sum = (read: (row: WindowMonthRow) => number | null) => rows.reduce((total, row) => total + (read(row) ?? 0), 0);
  return {
    count: rows.length,
    cases: sum((row) => row.cases),
    active: sum((row) => row.active_reviews),
    bad: sum((row) => row.bad),
    good: sum((row) => row.good),
    missing: missing.filter((month) => month.startsWith(`${year}-`)).map((month) => month.slice(0, 7)),
  };
}

export const goodRate = (row: WindowMonthRow | null): number | null =>
  row === null || row.good === null || !row.active_reviews ? null : rateHundredths(row.good, row.active_reviews) / 100;

/** Four small pictures over the same months: cases, active reviews, bad reviews, good rate. Pure. */
export function monthPictures(
  slots: readonly MonthSlot[],
  titles: readonly [string, string, string, string],
  palette: Palette,
): EChartsOption {
  const months = slots.map(({ month }) => month);
  const measures = [
    { type: "line", values: slots.map(({ data }) => data?.cases ?? null), colour: palette.series[0] },
    { type: "line", values: slots.map(({ data }) => data?.active_reviews ?? null), colour: palette.series[2] },
    { type: "bar", values: slots.map(({ data }) => data?.bad ?? null), colour: palette.series[3] },
    { type: "line", values: slots.map(({ data }) => goodRate(data)), colour: palette.series[1] },
  ] as const;
  const places = [
    { left: "5%", top: 28 },
    { left: "55%", top: 28 },
    { left: "5%", top: 198 },
    { left: "55%", top: 198 },
  ];
  // two equal steps below 100, so that the scale ends on a line
  const rates = slots.flatMap(({ data }) => goodRate(data) ?? []);
  const least = Math.min(99.9, Math.floor(Math.min(100, ...rates) * 10) / 10);
  return {
    tooltip: { trigger: "axis" },
    grid: places.map((place) => ({ ...place, width: "43%", height: 110 })),
    media: [
      {
        // on a phone the figures of the scales need a larger part of the room
        query: { maxWidth: 600 },
        option: { grid: places.map(({ top }, index) => ({ top, left: index % 2 === 0 ? 34 : "63%", width: "37%", height: 110 })) },
      },
    ],
    xAxis: measures.map((_, index) => ({
      type: "category" as const,
      gridIndex: index,
      data: months,
      axisLabel: { interval: (at: number) => at % 12 === 0, formatter: (month: string) => month.slice(0, 4) },
      axisTick: { interval: (at: number) => at % 12 === 0 },
    })),
    yAxis: measures.map(({ type }, index) => ({
      type: "value" as const,
      gridIndex: index,
      name: titles[index] ?? "",
      nameLocation: "end" as const,
      nameTextStyle: { align: "left" as const, color: palette.ink, fontWeight: 700 as const },
      splitNumber: 2,
      minInterval: type === "bar" ? 1 : 0,
      ...(index === 3
        ? { min: least, max: 100, interval: (100 - least) / 2, axisLabel: { formatter: (rate: number) => rate.toFixed(2) } }
        : { min: 0 }),
    })),
    series: measures.map(({ type, values, colour }, index) =>
      type === "bar"
        ? { type, name: titles[index] ?? "", xAxisIndex: index, yAxisIndex: index, data: values, itemStyle: { color: colour } }
        : {
            type,
            name: titles[index] ?? "",
            xAxisIndex: index,
            yAxisIndex: index,
            data: values,
            connectNulls: false,
            symbol: "circle",
            symbolSize: 3,
            lineStyle: { color: colour, width: 1.5 },
            itemStyle: { color: colour },
          },
    ),
  };
}
