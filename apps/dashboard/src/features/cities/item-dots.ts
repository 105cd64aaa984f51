import { roundRatio } from "@mingchuang/rubric/points";
import type { CityItem } from "@mingchuang/warehouse/queries/cities";
import type { EChartsOption } from "echarts";
import { formatPoints } from "../../lib/format.ts";
import type { ItemLabel } from "../../lib/scheme.ts";
import { figureColumn, ring } from "../../ui/marks.ts";
import type { Palette } from "../../ui/palette.ts";

/** One item of a city: its share of points this year and last, and the province's; hundredths of a percent. */
export interface ItemComparison {
  readonly item: ItemLabel;
  readonly now: number | null;
  readonly before: number | null;
  readonly province: number | null;
}

/** Compares a city's shares with its own of the year before and with the province's. */
export function compareItems(
  items: readonly ItemLabel[],
  shares: readonly CityItem[],
  { city, year }: { readonly city: string; readonly year: number },
): readonly ItemComparison[] {
  const share = (rows: readonly CityItem[]) => {
    const [points, most] = rows.reduce(([a, b], row) => [a + row.points_sum_c, b + row.max_sum_c], [0, 0]);
    return most === 0 ? null : roundRatio(points, most, 10_000);
  };
  return items.map((item) => {
    const rows = shares.filter((row) => row.item === item.id);
    return {
      item,
      now: share(rows.filter((row) => row.year === year && row.city_code === city)),
      before: share(rows.filter((row) => row.year === year - 1 && row.city_code === city)),
      province: share(rows.filter((row) => row.year === year)),
    };
  });
}

export interface ItemDotWords {
  readonly now: string;
  readonly before: string;
  readonly province: string;
}

/** This year's share as a dot, last year's as a ring, the province's as a stroke, one line an item. The datum of a dot is the item. */
export function itemDots(
  rows: readonly ItemComparison[],
  words: ItemDotWords,
  chosen: string | undefined,
  palette: Palette,
): EChartsOption {
  const known = rows.flatMap(({ now, before, province }) => [now, before, province]).filter((share) => share !== null);
  const least = Math.max(0, Math.floor((Math.min(...known) / 100 - 4) / 10) * 10);
  const points = (key: "now" | "before" | "province") =>
    rows.flatMap((row, line) => {
      const share = row[key];
      return share === null ? [] : [{ id: row.item.id, name: row.item.label, value: [share / 100, line] }];
    });
  return {
    grid: { left: 112, right: 52, top: 34, bottom: 22, outerBoundsMode: "none" },
    // the province as the upright stroke that it is, and not as the block which the library makes of it
    legend: { left: 112, top: 0, data: [words.now, words.before, { name: words.province, icon: "path://M0 0h3v14h-3z" }] },
    xAxis: { type: "value", min: least, max: 100 },
    yAxis: {
      type: "category",
      inverse: true,
      axisTick: { show: false },
      data: rows.map(({ item }) => ({
        value: item.label,
        textStyle: { color: palette.ink, fontWeight: item.id === chosen ? ("bold" as const) : ("normal" as const) },
      })),
      splitLine: { show: true, lineStyle: { color: palette.rule } },
    },
    series: [
      {
        type: "scatter",
        name: words.province,
        symbol: "rect",
        symbolSize: [3, 18],
        itemStyle: { color: palette.inkFaint, opacity: 1 },
        data: points("province"),
      },
      {
        type: "scatter",
        name: words.before,
        symbol: "circle",
        symbolSize: 10,
        itemStyle: ring(palette.series[4], palette),
        data: points("before"),
      },
      {
        type: "scatter",
        name: words.now,
        symbolSize: 12,
        itemStyle: { color: palette.series[0], opacity: 1 },
        data: points("now"),
      },
      figureColumn(
        rows.map(({ now }) => formatPoints(now)),
        100,
        palette,
      ),
    ],
  };
}
