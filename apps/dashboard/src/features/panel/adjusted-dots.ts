import type { EChartsOption } from "echarts";
import { formatPoints } from "../../lib/format.ts";
import { figureColumn, ring, sideNames } from "../../ui/marks.ts";
import type { Palette } from "../../ui/palette.ts";
import { tip } from "../../ui/tip.ts";

/** One total as it stands and as it would be, in hundredths. */
export interface AdjustedDot {
  readonly id: string;
  readonly name: string;
  readonly raw: number;
  readonly adjusted: number;
  /** The rank, or from which to which. */
  readonly figure: string;
}

/** The total as a dot, what it would be as a ring, joined by a stroke; ranks at the end. The scale does not begin at zero. */
export function adjustedDots(
  rows: readonly AdjustedDot[],
  words: { readonly raw: string; readonly adjusted: string; readonly rank: string },
  narrow: boolean,
  palette: Palette,
): EChartsOption {
  const nameWidth = narrow ? 126 : 268;
  const all = rows.flatMap(({ raw, adjusted }) => [raw / 100, adjusted / 100]);
  const [min, max] = [Math.floor(Math.min(...all) - 0.25), Math.ceil(Math.max(...all) + 0.25)];
  const datum = ({ id, name }: AdjustedDot, line: number, value: number) => ({ id, name, value: [value / 100, line] });
  return {
    grid: { left: nameWidth, right: 72, top: 32, bottom: 24, outerBoundsMode: "none" },
    legend: { left: nameWidth, top: 0, data: [words.raw, words.adjusted] },
    tooltip: {
      trigger: "item",
      formatter: (params) => {
        const [one] = [params].flat();
        const row = rows.find(({ id }) => id === (one?.data as { id?: string } | undefined)?.id);
        return row
          ? tip(row.name, [
              [words.raw, formatPoints(row.raw)],
              [words.adjusted, formatPoints(row.adjusted)],
              [words.rank, row.figure],
            ])
          : "";
      },
    },
    xAxis: { type: "value", min, max, splitNumber: 4 },
    yAxis: {
      type: "category",
      inverse: true,
      axisTick: { show: false },
      axisLabel: { interval: 0, ...sideNames(narrow, { wide: nameWidth - 10, narrow: nameWidth - 10 }) },
      data: rows.map(({ name }) => name),
    },
    series: [
      {
        type: "custom",
        id: "strokes",
        silent: true,
        data: rows.map(({ raw, adjusted }, line) => [raw / 100, adjusted / 100, line]),
        renderItem: (_, api) => {
          const from = api.coord([api.value(0), api.value(2)]);
          const to = api.coord([api.value(1), api.value(2)]);
          return {
            type: "line",
            shape: { x1: from[0] ?? 0, y1: from[1] ?? 0, x2: to[0] ?? 0, y2: to[1] ?? 0 },
            style: { stroke: palette.mute, lineWidth: 2 },
          };
        },
      },
      {
        type: "scatter",
        name: words.raw,
        symbolSize: 10,
        itemStyle: { color: palette.series[0], opacity: 1 },
        data: rows.map((row, line) => datum(row, line, row.raw)),
      },
      {
        type: "scatter",
        name: words.adjusted,
        symbol: "circle",
        symbolSize: 9,
        itemStyle: ring(palette.series[3], palette),
        data: rows.map((row, line) => datum(row, line, row.adjusted)),
      },
      figureColumn(
        rows.map(({ figure }) => figure),
        max,
        palette,
      ),
    ],
  };
}
