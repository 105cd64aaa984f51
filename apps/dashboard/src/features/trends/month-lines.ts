import { wilsonInterval } from "@mingchuang/rubric/wilson";
import type { GroupMonth } from "@mingchuang/warehouse/queries/trends";
import type { EChartsOption, LineSeriesOption } from "echarts";
import { formatCount, formatMonth } from "../../lib/format.ts";
import { ring } from "../../ui/marks.ts";
import type { Palette } from "../../ui/palette.ts";
import { tip } from "../../ui/tip.ts";
import type { Group } from "./group-months.ts";
import { figureOf, figureText, type Measure, perOf, rateOf, smallSample } from "./measures.ts";

export interface MonthLinesInput {
  /** The line brought forward, with its intervals. */
  readonly focus: Group;
  readonly siblings: readonly Group[];
  /** The province, when it is not the focus itself. */
  readonly whole: Group | undefined;
  readonly measure: Measure;
}

/** The 95 % interval of a month's rate, in the unit of the rate; null for cases and where there is no rate. */
function intervalOf(row: GroupMonth, measure: Measure): readonly [low: number, high: number] | null {
  const rate = rateOf(row, measure);
  if (rate === null) return null;
  const { low, high } = wilsonInterval(rate);
  return [low * perOf(measure), high * perOf(measure)];
}

/** Least and most of what must be seen, with a little room; counts begin at zero. Of the group in front the whole intervals are seen. */
export function extentOf(groups: readonly Group[], measure: Measure, front?: Group): readonly [least: number, most: number] {
  const figures = [
    ...groups.flatMap(({ months }) => months.map((row) => figureOf(row, measure))),
    ...(front?.months ?? []).flatMap((row) => intervalOf(row, measure) ?? []),
  ].filter((figure) => figure !== null);
  if (figures.length === 0) return [0, 1];
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  const room = (most - least) * 0.08 || 0.01;
  const ceiling = measure === "good" || measure === "active" ? 100 : Number.POSITIVE_INFINITY;
  return [measure === "cases" || measure === "bad" ? 0 : Math.max(0, least - room), Math.min(ceiling, most + room)];
}

interface Scale {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
}

/** The scale around an extent whose every step, the first and the last too, is a round figure: 1, 2 or 5 times a power of ten. */
export function roundScale([least, most]: readonly [number, number], ceiling = Number.POSITIVE_INFINITY): Scale {
  const rough = (most - least) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const interval = ([1, 2, 5].find((step) => step * power >= rough * 0.999) ?? 10) * power;
  const tidy = (steps: number) => Number((steps * interval).toPrecision(12));
  return { min: tidy(Math.floor(least / interval + 1e-9)), max: Math.min(ceiling, tidy(Math.ceil(most / interval - 1e-9))), interval };
}

const axisFigure = (measure: Measure, interval: number) => (value: number) =>
  measure === "cases" ? formatCount(value) : value.toFixed(interval < 0.01 ? 3 : 2);

/** Months of one group before its siblings: a month without counts is a gap, a small sample a ring; upright strokes are 95 % intervals. */
export function monthLines({ focus, siblings, whole, measure }: MonthLinesInput, palette: Palette): EChartsOption {
  const months = focus.months.map(({ month }) => month);
  const at = (group: Group) => new Map(group.months.map((row) => [row.month, row]));
  const points = (group: Group) => {
    const rows = at(group);
    return months.map((month) => {
      const row = rows.get(month);
      return { id: group.key, value: (row ? figureOf(row, measure) : null) ?? "-" };
    });
  };
  const line = (group: Group, style: Partial<LineSeriesOption>): LineSeriesOption => ({
    type: "line",
    id: group.key,
    name: group.label,
    data: points(group),
    connectNulls: false,
    showSymbol: false,
    symbol: "none",
    triggerEvent: true,
    ...style,
  });
  const sizeOf = (row: GroupMonth) => rateOf(row, measure)?.denominator ?? null;
  const focusRows = at(focus);
  const scale = roundScale(
    extentOf([focus, ...siblings], measure, focus),
    measure === "good" || measure === "active" ? 100 : Number.POSITIVE_INFINITY,
  );
  const intervals = focus.months.flatMap((row, index) => {
    const interval = intervalOf(row, measure);
    return interval === null ? [] : [[index, ...interval]];
  });
  return {
    grid: { left: measure === "cases" ? 76 : 56, right: 16, top: 34, bottom: 26, outerBoundsMode: "none" },
    // the province as the dashes that it is drawn with, and without a mark that it has not
    legend: {
      left: 56,
      top: 0,
      data: [focus.label, ...(whole ? [{ name: whole.label, icon: "path://M0 4h5v2h-5zM9 4h5v2h-5z" }] : [])],
    },
    xAxis: {
      type: "category",
      data: months.map(formatMonth),
      boundaryGap: true,
      axisLabel: { interval: (_: number, label: string) => /-(01|07)$/.test(label) },
      axisTick: { alignWithLabel: true, interval: (_: number, label: string) => label.endsWith("-01") },
    },
    yAxis: {
      type: "value",
      ...scale,
      axisLabel: { formatter: axisFigure(measure, scale.interval) },
    },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "line", lineStyle: { color: palette.mute } },
      formatter: (hovered) => {
        const index = (hovered as unknown as readonly { dataIndex: number }[])[0]?.dataIndex ?? 0;
        const month = months[index] ?? "";
        const shown = [focus, ...(whole ? [whole] : [])].map((group) => {
          const row = at(group).get(month);
          return [group.label, row ? figureText(row, measure) : "–"] as const;
        });
        return tip(formatMonth(month), shown);
      },
    },
    series: [
      ...siblings
        .filter(({ key }) => key !== focus.key)
        .map((group) =>
          line(group, { lineStyle: { color: palette.mute, width: 1, opacity: 0.7 }, itemStyle: { color: palette.mute }, z: 1 }),
        ),
      ...(whole
        ? [line(whole, { lineStyle: { color: palette.ink, width: 1.2, type: "dashed" }, itemStyle: { color: palette.ink }, z: 3 })]
        : []),
      {
        type: "custom",
        id: "interval",
        silent: true,
        z: 2,
        data: intervals,
        renderItem: (_, api) => {
          const [x = 0, low = 0] = api.coord([api.value(0), api.value(1)]);
          const [, high = 0] = api.coord([api.value(0), api.value(2)]);
          return {
            type: "line",
            shape: { x1: x, y1: low, x2: x, y2: high },
            style: { stroke: palette.series[2], lineWidth: 4, opacity: 0.28 },
          };
        },
      },
      line(focus, {
        z: 4,
        lineStyle: { color: palette.series[2], width: 2.5 },
        itemStyle: { color: palette.series[2] },
        showSymbol: true,
        symbol: "circle",
        symbolSize: 6,
        data: points(focus).map((point, index) => {
          const row = focusRows.get(months[index] ?? "");
          const size = row ? sizeOf(row) : null;
          return size !== null && size < smallSample ? { ...point, itemStyle: ring(palette.series[2], palette) } : point;
        }),
      }),
    ],
  };
}
