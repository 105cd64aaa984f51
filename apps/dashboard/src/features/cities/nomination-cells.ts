import type { CityScore, CityYear } from "@mingchuang/warehouse/queries/cities";
import type { EChartsOption } from "echarts";
import { type Cell, cellSeries } from "../../ui/cells.ts";
import type { Palette } from "../../ui/palette.ts";
import { axisWidth, cityAxis } from "./city-axis.ts";

interface Domain {
  readonly id: string;
  readonly label: string;
}

/** How many of a city's nominations are of each domain, and how many of its places are used. An empty cell is a domain not covered. */
export function nominationCells(
  rows: readonly CityYear[],
  nominees: readonly Pick<CityScore, "city_code" | "domain">[],
  domains: readonly Domain[],
  quota: { readonly most: number | null; readonly label: string },
  chosen: string | undefined,
  palette: Palette,
): EChartsOption {
  const cells = rows.flatMap((row, line): readonly Cell[] => {
    const marked = row.city_code === chosen;
    const cell = (column: number, ground: string, text: string): Cell => ({
      id: row.city_code,
      name: row.city,
      column,
      row: line,
      ground,
      lines: [text],
      marked,
    });
    const perDomain = domains.map(({ id }, column) => {
      const count = nominees.filter((nominee) => nominee.city_code === row.city_code && nominee.domain === id).length;
      return cell(
        column,
        count === 0 ? palette.paper : (palette.ramp[Math.min(4, count + 1)] ?? palette.ramp[4]),
        count === 0 ? "○" : String(count),
      );
    });
    const over = quota.most !== null && row.nominated > quota.most;
    const used = quota.most === null ? String(row.nominated) : `${row.nominated} / ${quota.most}`;
    return [...perDomain, cell(domains.length, over ? palette.accentWash : palette.wash, over ? `! ${used}` : used)];
  });
  return {
    grid: { left: axisWidth, right: 0, top: 54, bottom: 0, outerBoundsMode: "none" },
    xAxis: {
      type: "category",
      position: "top",
      data: [...domains.map(({ label }) => label), quota.label],
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { interval: 0, fontSize: 12, lineHeight: 14, width: 104, overflow: "break" },
    },
    yAxis: { ...cityAxis(rows, chosen, palette), axisLine: { show: false } },
    series: [cellSeries(cells, palette, [12, 12])],
    media: [{ query: { maxWidth: 520 }, option: { xAxis: { axisLabel: { width: 54, fontSize: 10, lineHeight: 12 } } } }],
  };
}
