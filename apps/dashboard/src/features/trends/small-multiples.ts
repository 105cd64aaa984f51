import type { CustomSeriesOption, EChartsOption, LineSeriesOption, SeriesOption } from "echarts";
import { formatMonth } from "../../lib/format.ts";
import { letters } from "../../ui/marks.ts";
import type { Palette } from "../../ui/palette.ts";
import type { Group } from "./group-months.ts";
import { figureOf, figureText, type Measure } from "./measures.ts";
import { extentOf } from "./month-lines.ts";

/** Where panel `index` of `count` stands when there are `columns` in a row; percentages of the whole. */
function place(index: number, count: number, columns: number) {
  const lines = Math.ceil(count / columns);
  const [width, height] = [100 / columns, 100 / lines];
  return {
    left: `${(index % columns) * width}%`,
    top: `${Math.floor(index / columns) * height + height * 0.2}%`,
    width: `${width - 2.5}%`,
    height: `${height * 0.66}%`,
  };
}

/** One small panel for each group, all on one scale, the province behind each as a thin line. The chosen group's panel is strong. */
export function smallMultiples(
  groups: readonly Group[],
  whole: Group | undefined,
  measure: Measure,
  chosen: string,
  palette: Palette,
): EChartsOption {
  const [least, most] = extentOf(groups, measure);
  const places = (columns: number) =>
    groups.map((_, index) => ({ ...place(index, groups.length, columns), outerBoundsMode: "none" as const }));
  const values = (group: Group, months: readonly string[]) =>
    months.map((month) => {
      const row = group.months.find((candidate) => candidate.month === month);
      return { id: group.key, value: (row ? figureOf(row, measure) : null) ?? "-" };
    });
  const monthsOf = (group: Group) => group.months.map(({ month }) => month);
  return {
    grid: places(Math.min(4, groups.length)),
    xAxis: groups.map((group, gridIndex) => ({
      type: "category" as const,
      gridIndex,
      data: monthsOf(group).map(formatMonth),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: palette.rule } },
      axisLabel: { show: false },
    })),
    yAxis: groups.map((_, gridIndex) => ({
      type: "value" as const,
      gridIndex,
      min: least,
      max: most,
      show: false,
    })),
    series: groups.flatMap((group, index): SeriesOption[] => {
      const months = monthsOf(group);
      const axes = { xAxisIndex: index, yAxisIndex: index };
      const strong = group.key === chosen;
      const colour = strong ? palette.series[2] : palette.series[0];
      const line = { type: "line" as const, ...axes, showSymbol: false } satisfies LineSeriesOption;
      const latest = group.months.findLast((row) => figureOf(row, measure) !== null);
      return [
        panelLabel(group, axes, latest ? figureText(latest, measure) : "–", strong, palette),
        ...(whole ? [{ ...line, silent: true, z: 2, lineStyle: { color: palette.mute, width: 1 }, data: values(whole, months) }] : []),
        {
          ...line,
          id: group.key,
          name: group.label,
          z: 3,
          triggerEvent: true,
          lineStyle: { color: colour, width: strong ? 2.5 : 1.5 },
          itemStyle: { color: colour },
          data: values(group, months),
        },
      ];
    }),
    media: [{ query: { maxWidth: 600 }, option: { grid: places(2) } }],
  };
}

/** The panel's name at its upper left and its latest figure at its upper right; the whole panel takes a click. */
function panelLabel(
  group: Group,
  axes: { readonly xAxisIndex: number; readonly yAxisIndex: number },
  figure: string,
  strong: boolean,
  palette: Palette,
): CustomSeriesOption {
  return {
    type: "custom",
    id: `${group.key}.panel`,
    ...axes,
    clip: false,
    z: 1,
    data: [{ id: group.key, name: group.label, value: [0, 0] }],
    renderItem: ({ coordSys }) => {
      const panel = coordSys as unknown as { x: number; y: number; width: number; height: number };
      const text = (x: number, content: string, align: "left" | "right") => ({
        type: "text" as const,
        x,
        y: panel.y - 5,
        silent: true,
        style: {
          text: content,
          fill: strong ? palette.ink : palette.inkSoft,
          ...letters,
          fontSize: 12.5,
          fontWeight: strong ? ("bold" as const) : ("normal" as const),
          textAlign: align,
          textVerticalAlign: "bottom" as const,
        },
      });
      return {
        type: "group",
        children: [
          {
            type: "rect",
            shape: { ...panel, y: panel.y - 20, height: panel.height + 20 },
            style: { fill: strong ? palette.wash : palette.paper },
          },
          text(panel.x, group.label, "left"),
          text(panel.x + panel.width, figure, "right"),
        ],
      };
    },
  };
}
