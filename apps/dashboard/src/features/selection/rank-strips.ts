import type { VerdictRow } from "@mingchuang/warehouse/queries/selection";
import type { EChartsOption } from "echarts";
import { formatPoints } from "../../lib/format.ts";
import type { Palette } from "../../ui/palette.ts";
import { tip } from "../../ui/tip.ts";
import { type Outcome, outcomeOf, outcomes } from "./outcome.ts";

export interface Strip {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly VerdictRow[];
}

interface StripWords {
  readonly outcome: (outcome: Outcome) => string;
  readonly rank: (rank: number | null) => string;
  readonly points: string;
}

/** The place of each application along a strip: those with a rank first, equals beside one another; the same on every strip. */
export function placesOf(strips: readonly Strip[]): ReadonlyMap<string, number> {
  const ranks = new Map<string, number | null>();
  for (const { rows } of strips) for (const { application_id: id, rank } of rows) if (!ranks.has(id)) ranks.set(id, rank);
  const sorted = [...ranks].sort(([a, first], [b, second]) => {
    if (first === null || second === null) return first === second ? (a < b ? -1 : 1) : first === null ? 1 : -1;
    return first - second || (a < b ? -1 : 1);
  });
  return new Map(sorted.map(([id], index) => [id, index + 1]));
}

/** Behind which place the line of a strip runs: the last one that is in or may yet be. Null where nobody is out by rank. */
export function cutAfter(strip: Strip, places: ReadonlyMap<string, number>): number | null {
  const inside = strip.rows.filter((row) => row.outcome !== "out").map((row) => places.get(row.application_id) ?? 0);
  const outside = strip.rows.some((row) => outcomeOf(row) === "out");
  return inside.length === 0 || !outside ? null : Math.max(...inside);
}

/** One strip a stage, one mark an application in the order of merit, the cut as a line. Pure: the same rows give the same option. */
export function rankStrips(
  strips: readonly Strip[],
  words: StripWords,
  palette: Palette,
  { narrow, who }: { readonly narrow: boolean; readonly who: string | undefined },
): EChartsOption {
  const places = placesOf(strips);
  const count = places.size;
  const size = Math.max(3, Math.min(narrow ? 9 : 15, Math.floor((narrow ? 250 : 620) / Math.max(1, count)) - (narrow ? 1 : 3)));
  const look: Readonly<Record<Outcome, { symbol: string; itemStyle: object }>> = {
    in: { symbol: "rect", itemStyle: { color: palette.calm } },
    tied: { symbol: "diamond", itemStyle: { color: palette.cautionWash, borderColor: palette.caution, borderWidth: 2 } },
    waiting: { symbol: "triangle", itemStyle: { color: palette.caution } },
    out: { symbol: "rect", itemStyle: { color: palette.paper, borderColor: palette.inkFaint, borderWidth: 1 } },
    barred: { symbol: "path://M0 0L10 10M10 0L0 10", itemStyle: { borderColor: palette.accent, borderWidth: 2, color: "none" } },
    earlier: { symbol: "circle", itemStyle: { color: palette.mute } },
  };
  return {
    grid: { left: narrow ? 62 : 112, right: narrow ? 8 : 20, top: narrow ? 58 : 34, bottom: 24, outerBoundsMode: "none" },
    legend: { top: 0, left: 0, itemWidth: 11, itemHeight: 11, itemGap: narrow ? 9 : 18 },
    tooltip: {
      trigger: "item",
      formatter: (given) => {
        const { data } = given as unknown as { data?: StripMark };
        return data ? tip(data.row.subject_name ?? data.row.subject_id, data.lines) : "";
      },
    },
    xAxis: {
      type: "value",
      min: 0,
      max: count + 1,
      interval: count <= 30 ? 5 : 10,
      splitLine: { show: false },
      axisLabel: { formatter: (value: number) => (value === 0 || value > count ? "" : String(value)) },
    },
    yAxis: {
      type: "value",
      min: -0.5,
      max: strips.length - 0.5,
      interval: 0.5,
      inverse: true,
      splitLine: { show: false },
      axisLabel: { formatter: (value: number) => strips[value]?.label ?? "", width: narrow ? 58 : 104, overflow: "break" },
    },
    series: outcomes.flatMap((outcome, index) => {
      const data = strips.flatMap(({ id, label, rows }, strip) =>
        rows
          .filter((row) => outcomeOf(row) === outcome)
          .map((row): StripMark => {
            const marked = row.application_id === who;
            const small = outcome === "earlier" ? Math.max(3, Math.round(size / 2)) : size;
            return {
              value: [places.get(row.application_id) ?? 0, strip],
              row,
              stage: id,
              symbolSize: marked ? size + 5 : small,
              lines: [
                [label, words.outcome(outcome)],
                [words.rank(row.rank), `${formatPoints(row.total_c)} ${words.points}`],
              ],
            };
          }),
      );
      const lines = index > 0 ? [] : strips.map((strip, at) => ({ at, after: cutAfter(strip, places) }));
      const cuts = lines.flatMap(({ at, after }) =>
        after === null ? [] : [[{ coord: [after + 0.5, at - 0.42] }, { coord: [after + 0.5, at + 0.42] }] as const],
      );
      if (data.length === 0 && cuts.length === 0) return [];
      return [
        {
          id: outcome,
          name: words.outcome(outcome),
          type: "scatter" as const,
          ...look[outcome],
          data: data.map((each) => each as never),
          ...(cuts.length === 0
            ? {}
            : {
                markLine: {
                  symbol: "none",
                  silent: true,
                  lineStyle: { color: palette.accent, type: "solid" as const, width: 2 },
                  label: { show: false },
                  data: cuts.map(([from, to]) => [from, to] as never),
                },
              }),
        },
      ];
    }),
  };
}

/** A mark of the picture. */
export interface StripMark {
  readonly value: readonly [number, number];
  readonly row: VerdictRow;
  readonly stage: string;
  readonly symbolSize: number;
  readonly lines: readonly (readonly [string, string])[];
}
