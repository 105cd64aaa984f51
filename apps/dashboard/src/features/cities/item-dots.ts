import { roundRatio } from "@mingchuang/rubric/points";
import type { CityItem } from "@mingchuang/warehouse/queries/cities";
import type { EChartsOption } from "echarts";
import { formatPoints } from "../../lib/format.ts";
import type { ItemLabel } from "../../lib/scheme.ts";
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
    legend: { left: 112, top: 0, data: [words.now, words.before, words.province] },
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
        symbol: "emptyCircle",
        symbolSize: 11,
        itemStyle: { color: palette.series[4], borderWidth: 2, opacity: 1 },
        data: points("before"),
      },
      {
        type: "scatter",
        name: words.now,
        symbolSize: 12,
        itemStyle: { color: palette.series[0], opacity: 1 },
        data: points("now"),
      },
      {
        type: "custom",
        id: "figures",
        silent: true,
        clip: false,
        data: points("now").map(({ value }) => value),
        renderItem: (_, api) => {
          const [x = 0, y = 0] = api.coord([100, api.value(1)]);
          const row = rows[Number(api.value(1))];
          return {
            type: "text",
            x: x + 12,
            y,
            style: { text: formatPoints(row?.now ?? null), fill: palette.ink, fontSize: 12, textVerticalAlign: "middle" },
          };
        },
      },
    ],
  };
}
