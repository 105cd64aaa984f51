import { roundRatio } from "@mingchuang/rubric/points";
import type { CityItem, CityYear } from "@mingchuang/warehouse/queries/cities";
import type { EChartsOption } from "echarts";
import { formatPoints } from "../../lib/format.ts";
import type { ItemLabel } from "../../lib/scheme.ts";
import { cellSeries } from "../../ui/cells.ts";
import { rampStep } from "../../ui/colour.ts";
import type { Palette } from "../../ui/palette.ts";
import { axisWidth, cityAxis } from "./city-axis.ts";

/** Share of an item's points that the city's nominees reach, in hundredths of a percent. */
export const itemShare = (row: CityItem): number => roundRatio(row.points_sum_c, row.max_sum_c, 10_000);

/**
 * City × item: which part of the points is reached. Each item has its own ramp, since bonus and base are not of one kind. `heads` stand over
 * the columns: the items' labels, or their numbers where there is no room for words.
 */
export function itemCells(
  rows: readonly CityYear[],
  items: readonly ItemLabel[],
  heads: readonly string[],
  shares: readonly CityItem[],
  chosen: { readonly city: string | undefined; readonly item: string | undefined },
  palette: Palette,
): EChartsOption {
  const extremes = new Map(
    items.map(({ id }) => {
      const all = shares.filter(({ item }) => item === id).map(itemShare);
      return [id, [Math.min(...all), Math.max(...all)] as const];
    }),
  );
  const cells = rows.flatMap((row, line) =>
    items.flatMap(({ id, label }, column) => {
      const found = shares.find((share) => share.city_code === row.city_code && share.item === id);
      const [least, most] = extremes.get(id) ?? [0, 0];
      const share = found ? itemShare(found) : null;
      return {
        id: `${row.city_code}.${id}`,
        name: `${row.city} ${label}`,
        column,
        row: line,
        ground: share === null ? palette.paper : palette.ramp[rampStep(share, least, most)],
        lines: [share === null ? "–" : formatPoints(share)],
        marked: row.city_code === chosen.city && (chosen.item === undefined || chosen.item === id),
      };
    }),
  );
  return {
    grid: { left: axisWidth, right: 0, top: 38, bottom: 0, outerBoundsMode: "none" },
    xAxis: {
      type: "category",
      position: "top",
      data: [...heads],
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { interval: 0, fontSize: 12, lineHeight: 14, width: 104, overflow: "break" },
    },
    yAxis: { ...cityAxis(rows, chosen.city, palette), axisLine: { show: false } },
    series: [cellSeries(cells, palette, [12, 12])],
  };
}
