import type { City } from "@mingchuang/warehouse/queries/meta";
import type { EChartsOption } from "echarts";
import { type Cell, cellSeries } from "../../ui/cells.ts";
import type { Palette } from "../../ui/palette.ts";
import { type Coverage, gapStep } from "./coverage-rows.ts";

interface Shown {
  /** Too narrow for `35/37`: only what is missing is written. */
  readonly narrow: boolean;
  readonly chosen: { readonly city: string; readonly month: string } | null;
}

/** City by month: the darker, the larger the part that is missing; where all is there a cell is light and says how many. */
export function coverageCells(coverage: Coverage, cities: readonly City[], { narrow, chosen }: Shown, palette: Palette): readonly Cell[] {
  return coverage.cells.flatMap((cell) => {
    const row = cities.findIndex(({ city_code }) => city_code === cell.city);
    const column = coverage.months.indexOf(cell.month);
    if (row < 0 || column < 0) return [];
    const missing = cell.expected - cell.reporting;
    const figure = narrow
      ? missing === 0
        ? ""
        : String(missing)
      : missing === 0
        ? String(cell.expected)
        : `${cell.reporting}/${cell.expected}`;
    return [
      {
        id: `${cell.city}.${cell.month}`,
        name: `${cities[row]?.city ?? cell.city} ${cell.month}`,
        column,
        row,
        ground: palette.ramp[gapStep(cell)],
        lines: [figure],
        marked: chosen?.city === cell.city && chosen.month === cell.month,
      },
    ];
  });
}

const rowHeight = 27;
export const coverageHeight = (rows: number) => 34 + rows * rowHeight;

export function coverageMap(coverage: Coverage, cities: readonly City[], shown: Shown, palette: Palette): EChartsOption {
  return {
    grid: { left: 72, right: 0, top: 30, bottom: 0, outerBoundsMode: "none" },
    xAxis: {
      type: "category",
      position: "top",
      data: coverage.months.map((month) => (shown.narrow ? String(Number(month.slice(5))) : month)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { interval: 0 },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: cities.map(({ city }) => city),
      axisLine: { show: false },
      axisTick: { show: false },
    },
    series: [cellSeries(coverageCells(coverage, cities, shown, palette), palette, [12, 12])],
  };
}
