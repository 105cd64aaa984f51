import type { EChartsOption } from "echarts";
import type { Palette } from "../../ui/palette.ts";
import { tip } from "../../ui/tip.ts";
import type { GraderProgress } from "./sheet-progress.ts";

export const progressStates = ["complete", "partly", "blank", "absent"] as const;
export type ProgressState = (typeof progressStates)[number];

/** Each grader's sheets by how far they are, one bar a grader; states that nobody is in are left out of the legend. */
export function progressBars(
  rows: readonly GraderProgress[],
  words: Readonly<Record<ProgressState, string>>,
  chosen: string | undefined,
  palette: Palette,
): EChartsOption {
  const colours = { complete: palette.series[0], partly: palette.series[3], blank: palette.series[4], absent: palette.mute };
  const shown = progressStates.filter((state) => rows.some((row) => row[state] > 0));
  return {
    grid: { left: 56, right: 92, top: 34, bottom: 24, outerBoundsMode: "none" },
    legend: { left: 56, top: 0, data: shown.map((state) => words[state]) },
    tooltip: {
      trigger: "item",
      formatter: (params) => {
        const [one] = [params].flat();
        const row = rows.find(({ grader }) => grader === (one?.data as { id?: string } | undefined)?.id);
        return row
          ? tip(
              row.grader,
              progressStates.map((state) => [words[state], String(row[state])] as const),
            )
          : "";
      },
    },
    xAxis: { type: "value", min: 0, max: Math.max(1, ...rows.map(({ expected }) => expected)), splitNumber: 4, minInterval: 1 },
    yAxis: {
      type: "category",
      inverse: true,
      axisTick: { show: false },
      data: rows.map(({ grader }) => ({
        value: grader,
        textStyle: {
          color: grader === chosen ? palette.ink : palette.inkSoft,
          fontWeight: grader === chosen ? ("bold" as const) : ("normal" as const),
        },
      })),
    },
    series: shown.map((state, place) => ({
      type: "bar",
      id: state,
      name: words[state],
      stack: "sheets",
      barWidth: 16,
      itemStyle: { color: colours[state] },
      data: rows.map((row) => ({ id: row.grader, name: row.grader, value: row[state] })),
      ...(place === shown.length - 1
        ? {
            label: {
              show: true,
              position: "right" as const,
              color: palette.ink,
              fontSize: 12,
              formatter: ({ dataIndex }: { readonly dataIndex: number }) =>
                `${rows[dataIndex]?.complete ?? 0} / ${rows[dataIndex]?.expected ?? 0}`,
            },
          }
        : {}),
    })),
  };
}
