import type { EChartsOption } from "echarts";
import { figureColumn } from "../../ui/marks.ts";
import type { Palette } from "../../ui/palette.ts";
import { tip } from "../../ui/tip.ts";

/** A value with its interval; a bound that is not known, or that does not exist, is null. */
export interface IntervalDot {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Drawn full; what the interval leaves open is a ring. */
  readonly told: boolean;
  readonly figure: string;
  /** What the tooltip adds. */
  readonly lines: readonly (readonly [name: string, figure: string])[];
}

export interface DotFrame {
  readonly min: number;
  readonly max: number;
  /** Strokes with their words: zero, or where a grade begins. */
  readonly marks: readonly { readonly at: number; readonly label: string }[];
  readonly nameWidth: number;
  readonly chosen: string | undefined;
}

/** One line a row: the value as a dot, its interval as a stroke, its figure at the end. What reaches past the frame is cut at its edge. */
export function intervalDots(
  dots: readonly IntervalDot[],
  { min, max, marks, nameWidth, chosen }: DotFrame,
  palette: Palette,
): EChartsOption {
  const within = (value: number) => Math.min(max, Math.max(min, value));
  const colour = ({ id }: IntervalDot) => (chosen === undefined || chosen === id ? palette.series[0] : palette.series[4]);
  return {
    grid: { left: nameWidth, right: 62, top: 26, bottom: 24, outerBoundsMode: "none" },
    tooltip: {
      trigger: "item",
      formatter: (params) => {
        const [one] = [params].flat();
        const dot = dots.find(({ id }) => id === (one?.data as { id?: string } | undefined)?.id);
        return dot ? tip(dot.name, dot.lines) : "";
      },
    },
    xAxis: {
      type: "value",
      min,
      max,
      splitNumber: 4,
      axisLabel: { showMinLabel: false, showMaxLabel: false, formatter: (value: number) => String(value).replace("-", "−") },
    },
    yAxis: {
      type: "category",
      inverse: true,
      axisTick: { show: false },
      data: dots.map(({ id, name }) => ({
        value: name,
        textStyle: {
          color: id === chosen ? palette.ink : palette.inkSoft,
          fontWeight: id === chosen ? ("bold" as const) : ("normal" as const),
        },
      })),
      axisLabel: { width: nameWidth - 10, overflow: "truncate" },
    },
    series: [
      {
        type: "custom",
        id: "interval",
        silent: true,
        data: dots.map(({ low, high, value }, line) => [within(low ?? value), within(high ?? value), line]),
        renderItem: (params, api) => {
          const from = api.coord([api.value(0), api.value(2)]);
          const to = api.coord([api.value(1), api.value(2)]);
          const dot = dots[params.dataIndex];
          return {
            type: "line",
            shape: { x1: from[0] ?? 0, y1: from[1] ?? 0, x2: to[0] ?? 0, y2: to[1] ?? 0 },
            style: { stroke: dot ? colour(dot) : palette.mute, lineWidth: 2 },
          };
        },
      },
      {
        type: "scatter",
        id: "value",
        symbolSize: 11,
        data: dots.map((dot, line) => ({
          id: dot.id,
          name: dot.name,
          value: [within(dot.value), line],
          itemStyle: { color: dot.told ? colour(dot) : palette.paper, borderColor: colour(dot), borderWidth: 2, opacity: 1 },
        })),
        markLine: {
          symbol: "none",
          silent: true,
          lineStyle: { color: palette.inkFaint, type: "dashed", width: 1 },
          label: { position: "start", color: palette.inkSoft, fontSize: 12, formatter: "{b}" },
          data: marks.map(({ at, label }) => ({ xAxis: at, name: label })),
        },
      },
      figureColumn(
        dots.map(({ figure }) => figure),
        max,
        palette,
      ),
    ],
  };
}

export const dotsHeight = (rows: number) => 58 + rows * 30;
