import { formatPoints, toHundredths } from "@mingchuang/rubric/points";
import type { EChartsOption } from "echarts";
import { sideNames } from "../marks.ts";
import type { Palette } from "../palette.ts";
import type { Stair } from "./score-steps.ts";

/** The lower end of the axis: below every stair, at a multiple of five, so that the steps are large enough to be seen. */
export function axisStart(stairs: readonly Stair[]): number {
  const levels = stairs.flatMap(({ kind, from, to }) => (kind === "full" || kind === "total" ? [to] : [from, to]));
  const least = Math.min(...levels.map(toHundredths)) / 100;
  return Math.max(0, Math.floor((least - 1) / 5) * 5);
}

/** A stair is told by its place, its colour and its sign: navy for what stands, ochre down, teal up, grey for a cap. */
function colourOf(kind: Stair["kind"], palette: Palette): string {
  if (kind === "full" || kind === "total") return palette.series[0];
  if (kind === "cap" || kind === "floor") return palette.mute;
  return kind === "honour" || kind === "innovation" ? palette.series[2] : palette.series[3];
}

/** From the full points to the total, one bar a step, read from the top. Pure: the same stairs give the same option. */
export function waterfall(stairs: readonly Stair[], labelOf: (stair: Stair) => string, palette: Palette, narrow: boolean): EChartsOption {
  const start = axisStart(stairs);
  const low = (stair: Stair) => Math.min(toHundredths(stair.from), toHundredths(stair.to)) / 100;
  const high = (stair: Stair) => Math.max(toHundredths(stair.from), toHundredths(stair.to)) / 100;
  const figure = (stair: Stair): string => {
    if (stair.step === null) return formatPoints(stair.to);
    const text = formatPoints(stair.step.points);
    return text.startsWith("-") ? text.replace("-", "−") : `+${text}`;
  };
  return {
    grid: { left: 4, right: 64, top: 26, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: { type: "value", min: start, max: 100, position: "top", interval: 5 },
    yAxis: {
      type: "category",
      inverse: true,
      data: stairs.map(labelOf),
      axisTick: { show: false },
      axisLabel: { ...sideNames(narrow, { wide: 260, narrow: 136 }), interval: 0 },
    },
    series: [
      {
        id: "gap",
        type: "bar",
        stack: "stairs",
        silent: true,
        barWidth: "62%",
        itemStyle: { color: "transparent" },
        data: stairs.map((stair) => (stair.step === null ? start : low(stair))),
      },
      {
        id: "stairs",
        type: "bar",
        stack: "stairs",
        label: {
          show: true,
          position: "right",
          color: palette.ink,
          formatter: ({ dataIndex }: { dataIndex: number }) => (stairs[dataIndex] ? figure(stairs[dataIndex]) : ""),
        },
        data: stairs.map((stair) => ({
          value: stair.step === null ? high(stair) - start : high(stair) - low(stair),
          itemStyle: { color: colourOf(stair.kind, palette) },
        })),
      },
    ],
  };
}
