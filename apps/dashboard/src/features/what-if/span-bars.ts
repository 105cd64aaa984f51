import type { EChartsOption } from "echarts";
import { sideNames } from "../../ui/marks.ts";
import type { Palette } from "../../ui/palette.ts";
import { tip } from "../../ui/tip.ts";
import type { PlaceRanges, Span } from "./place-ranges.ts";

export interface SpanWords {
  readonly all: string;
  readonly redrawn: string;
  readonly now: string;
}

export const spanText = (span: Span | null): string =>
  span === null ? "–" : span.best === span.worst ? String(span.best) : `${span.best}–${span.worst}`;

/** One line an application, the best rank on the left: all changes thin, panels drawn anew thick, the rank as it stands a dot; cuts are lines. */
export function spanBars(
  rows: readonly PlaceRanges[],
  {
    nameOf,
    cuts,
    words,
    narrow,
  }: { readonly nameOf: (id: string) => string; readonly cuts: readonly number[]; readonly words: SpanWords; readonly narrow: boolean },
  palette: Palette,
): EChartsOption {
  const last = Math.max(1, ...rows.map(({ all }) => all.worst));
  const half = 0.35;
  const bar = (name: string, width: number, color: string, spanOf: (row: PlaceRanges) => Span | null) => [
    {
      type: "bar" as const,
      stack: name,
      silent: true,
      barGap: "-100%",
      barWidth: width,
      itemStyle: { color: "transparent" },
      data: rows.map((row) => (spanOf(row)?.best ?? row.rank) - half),
    },
    {
      type: "bar" as const,
      name,
      stack: name,
      barWidth: width,
      itemStyle: { color },
      data: rows.map((row) => {
        const span = spanOf(row);
        return span === null ? 0 : span.worst - span.best + 2 * half;
      }),
    },
  ];
  return {
    grid: { left: narrow ? 150 : 290, right: 20, top: 58, bottom: 8, outerBoundsMode: "none" },
    legend: { data: [words.all, words.redrawn, words.now], left: 0, top: 0, itemGap: narrow ? 10 : 18 },
    xAxis: {
      type: "value",
      position: "top",
      min: 0,
      max: last + 1,
      interval: last <= 30 ? 5 : 10,
      axisLabel: { formatter: (at: number) => (at === 0 || at > last ? "" : String(at)) },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows.map(({ id, rank }) => `${rank}　${nameOf(id)}`),
      axisTick: { show: false },
      axisLabel: { interval: 0, ...sideNames(narrow, { wide: 280, narrow: 142 }) },
    },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (hovered) => {
        const row = rows[(hovered as unknown as readonly { dataIndex: number }[])[0]?.dataIndex ?? -1];
        if (row === undefined) return "";
        return tip(nameOf(row.id), [
          [words.now, String(row.rank)],
          [words.redrawn, spanText(row.redrawn)],
          [words.all, spanText(row.all)],
        ]);
      },
    },
    series: [
      ...bar(words.all, 4, palette.mute, ({ all }) => all),
      ...bar(words.redrawn, 10, palette.series[4], ({ redrawn }) => redrawn),
      {
        type: "scatter",
        name: words.now,
        symbol: "circle",
        symbolSize: 9,
        z: 4,
        itemStyle: { color: palette.ink },
        data: rows.map(({ rank }, line) => [rank, line]),
        markLine: {
          symbol: "none",
          silent: true,
          label: { show: false },
          lineStyle: { color: palette.accent, type: "solid", width: 1.5 },
          data: cuts.map((size) => ({ xAxis: size + 0.5 })),
        },
      },
    ],
  };
}
