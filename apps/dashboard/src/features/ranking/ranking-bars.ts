import type { EChartsOption } from "echarts";
import { formatPoints } from "../../lib/format.ts";
import { parseItems } from "../../lib/parse-items.ts";
import type { ItemLabel } from "../../lib/scheme.ts";
import { sideNames } from "../../ui/marks.ts";
import type { Palette } from "../../ui/palette.ts";
import type { PlacedRow } from "./place-rows.ts";

/** Points by item, stacked, best at the top; the total at the end of each bar. Pure: the same rows give the same option. */
export function rankingBars(rows: readonly PlacedRow[], items: readonly ItemLabel[], palette: Palette, narrow: boolean): EChartsOption {
  const full = items.reduce((sum, item) => sum + item.maxHundredths, 0) / 100;
  return {
    grid: { left: 8, right: 50, top: narrow ? 84 : 48, bottom: 8, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 10 },
    tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, valueFormatter: (value) => formatPoints(Math.round(Number(value) * 100)) },
    xAxis: { type: "value", max: full, position: "top", interval: narrow ? 50 : 20 },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows.map((row) => `${row.rank ?? "–"}　${row.subject_name}`),
      axisTick: { show: false },
      axisLabel: { ...sideNames(narrow, { wide: 250, narrow: 140 }), interval: 0 },
    },
    series: items.map((item, index) => ({
      id: item.id,
      name: item.label,
      type: "bar",
      stack: "items",
      barWidth: "62%",
      itemStyle: { color: palette.series[index % palette.series.length] ?? palette.mute },
      data: rows.map((row) => (parseItems(row.items_c)[index] ?? 0) / 100),
      ...(index === items.length - 1
        ? {
            label: {
              show: true,
              position: "right",
              color: palette.ink,
              formatter: ({ dataIndex }: { dataIndex: number }) => formatPoints(rows[dataIndex]?.total_c ?? null),
            },
          }
        : {}),
    })),
  };
}

export interface TopFigures {
  readonly count: number;
  readonly first: string;
  readonly firstTotal: string;
  readonly last: string;
  readonly lastTotal: string;
  readonly spread: string;
}

/** The figures of the sentence beside the picture; null without rows. */
export function topFigures(rows: readonly PlacedRow[]): TopFigures | null {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return null;
  return {
    count: rows.length,
    first: first.subject_name,
    firstTotal: formatPoints(first.total_c),
    last: last.subject_name,
    lastTotal: formatPoints(last.total_c),
    spread: formatPoints(first.total_c - last.total_c),
  };
}
