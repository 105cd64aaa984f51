import type { EChartsOption } from "echarts";
import { type Cell, cellSeries } from "../../ui/cells.ts";
import { contrast } from "../../ui/colour.ts";
import { sideNames } from "../../ui/marks.ts";
import type { Palette } from "../../ui/palette.ts";
import { tip } from "../../ui/tip.ts";
import type { DeviationCell, DeviationRow } from "./deviation-rows.ts";
import { formatDistanceShort } from "./figures.ts";

/** Parts of the greatest deviation at which a cell takes the next colour: below the first it has none. */
const steps = [0.15, 0.4, 0.7] as const;

/** Blue for stricter, ochre for milder, the stronger the farther; close to the others the ground of the page. */
export function deviationGround(deviation: number, most: number, palette: Palette): string {
  const [light, strong] = [palette.series[3], palette.series[5]].sort((a, b) => contrast(a, palette.paper) - contrast(b, palette.paper));
  const colours = deviation < 0 ? [palette.ramp[1], palette.ramp[2], palette.ramp[3]] : [palette.cautionWash, light, strong];
  const step = most === 0 ? -1 : steps.findLastIndex((from) => Math.abs(deviation) >= from * most);
  return (step < 0 ? undefined : colours[step]) ?? palette.wash;
}

/** A cell's id: the application and the grader. */
export const cellId = (application: string, grader: string): string => `${application}\u0000${grader}`;

export function deviationCells(rows: readonly DeviationRow[], palette: Palette): readonly Cell[] {
  const most = Math.max(0, ...rows.flatMap(({ cells }) => cells.map(({ deviation }) => Math.abs(deviation ?? 0))));
  return rows.flatMap(({ application, cells }, row) =>
    cells.map(
      ({ grader, deviation, outlier }, column): Cell => ({
        id: cellId(application, grader),
        name: grader,
        column,
        row,
        ground: deviation === null ? palette.paper : deviationGround(deviation, most, palette),
        lines: [deviation === null ? "–" : formatDistanceShort(deviation)],
        marked: outlier !== null,
      }),
    ),
  );
}

interface Frame {
  readonly nameOf: (row: DeviationRow) => string;
  readonly nameWidth: number;
  readonly narrow: boolean;
  readonly chosen: { readonly application: string | undefined; readonly grader: string | undefined };
  readonly lines: (row: DeviationRow, cell: DeviationCell) => readonly (readonly [name: string, figure: string])[];
}

/** Applicants down the side, graders across, in each cell how far the grader is from the others; an outlier has a frame. */
export function deviationMap(
  rows: readonly DeviationRow[],
  { nameOf, nameWidth, narrow, chosen, lines }: Frame,
  palette: Palette,
): EChartsOption {
  const graders = rows[0]?.cells.map(({ grader }) => grader) ?? [];
  const axisText = (isChosen: boolean) => ({
    color: isChosen ? palette.ink : palette.inkSoft,
    fontWeight: isChosen ? ("bold" as const) : ("normal" as const),
  });
  return {
    grid: { left: nameWidth, right: 2, top: 26, bottom: 4, outerBoundsMode: "none" },
    tooltip: {
      trigger: "item",
      formatter: (params) => {
        const [one] = [params].flat();
        const id = (one?.data as { id?: string } | undefined)?.id ?? "";
        const row = rows.find(({ application }) => id.startsWith(`${application}\u0000`));
        const cell = row?.cells.find(({ grader }) => id === cellId(row.application, grader));
        return row && cell ? tip(`${cell.grader} · ${row.result?.subject_name ?? row.application}`, lines(row, cell)) : "";
      },
    },
    xAxis: {
      type: "category",
      position: "top",
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { interval: 0 },
      data: graders.map((grader) => ({ value: grader, textStyle: axisText(grader === chosen.grader) })),
    },
    yAxis: {
      type: "category",
      inverse: true,
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { interval: 0, ...sideNames(narrow, { wide: nameWidth - 10, narrow: nameWidth - 10 }) },
      data: rows.map((row) => ({ value: nameOf(row), textStyle: axisText(row.application === chosen.application) })),
    },
    series: [cellSeries(deviationCells(rows, palette), palette, [12, 12])],
  };
}

export const deviationHeight = (rows: number, narrow: boolean) => 32 + rows * (narrow ? 30 : 25);
