import type { CityYear } from "@mingchuang/warehouse/queries/cities";
import type { Palette } from "../../ui/palette.ts";

/** The cities down the side, in the given order; the chosen one in bold. */
export function cityAxis(rows: readonly CityYear[], chosen: string | undefined, palette: Palette) {
  return {
    type: "category" as const,
    inverse: true,
    data: rows.map((row) => ({
      value: row.city,
      textStyle: row.city_code === chosen ? { fontWeight: "bold" as const, color: palette.ink } : { color: palette.inkSoft },
    })),
    axisTick: { show: false },
  };
}

/** Strong for the chosen city or when none is chosen, faint for its siblings, which stay in sight. */
export function markColour(row: CityYear, chosen: string | undefined, palette: Palette): string {
  return chosen === undefined || row.city_code === chosen ? palette.series[0] : palette.series[4];
}

/** Pixels for the longest name in either language. */
export const axisWidth = 72;

const rowHeight = 27;
export const chartHeight = (rows: number) => 44 + rows * rowHeight;
