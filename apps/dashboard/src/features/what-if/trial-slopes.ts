import type { EChartsOption } from "echarts";
import type { Palette } from "../../ui/palette.ts";
import { tip } from "../../ui/tip.ts";
import { type Compared, gainOf } from "./compare-trial.ts";

/** Lines that a picture can hold apart; with more, the greatest moves are drawn. */
const mostSlopes = 40;

export interface SlopeWords {
  readonly before: string;
  readonly after: string;
  readonly noRank: string;
}

/** Those drawn: the greatest moves; who gains a rank or loses it comes first. */
export function slopesOf(moved: readonly Compared[]): readonly Compared[] {
  const size = (row: Compared) => Math.abs(gainOf(row) ?? Number.POSITIVE_INFINITY);
  return moved.toSorted((a, b) => (size(a) === size(b) ? 0 : size(b) - size(a))).slice(0, mostSlopes);
}

/** As wide as a digit: names stand in one column beside ranks of one digit and of two. */
const figureSpace = "\u2007";

/**
 * Old and new rank side by side, the places of those drawn in their order, first on top: only the order counts, since ranks between them
 * belong to those who stay. Up and down differ in their line as well as in colour; without a rank a line ends at the bottom.
 */
export function trialSlopes(rows: readonly Compared[], nameRoom: string | number, words: SlopeWords, palette: Palette): EChartsOption {
  const heights = (rankOf: (row: Compared) => number | null) => {
    const ordered = rows.toSorted((a, b) => (rankOf(a) ?? Number.MAX_SAFE_INTEGER) - (rankOf(b) ?? Number.MAX_SAFE_INTEGER));
    return new Map(ordered.map((row, place) => [row.id, place + 1]));
  };
  const [left, right] = [heights(({ oldRank }) => oldRank), heights(({ newRank }) => newRank)];
  const label = (text: string, position: "left" | "right") => {
    return { show: true, position, formatter: text, color: palette.ink, fontSize: 12 };
  };
  return {
    grid: { left: 52, right: nameRoom, top: 30, bottom: 8, outerBoundsMode: "none" },
    xAxis: {
      type: "category",
      data: [words.before, words.after],
      position: "top",
      boundaryGap: false,
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { fontSize: 13, interval: 0, alignMinLabel: "left", alignMaxLabel: "left" },
    },
    yAxis: { type: "value", inverse: true, min: 0.5, max: rows.length + 0.5, show: false },
    tooltip: {
      formatter: (hovered) => {
        const row = rows[(hovered as unknown as { seriesIndex: number }).seriesIndex];
        if (row === undefined) return "";
        return tip(row.name, [
          [words.before, String(row.oldRank ?? words.noRank)],
          [words.after, String(row.newRank ?? words.noRank)],
        ]);
      },
    },
    series: rows.map((row) => {
      const isUp = row.newRank !== null && (row.oldRank === null || row.newRank < row.oldRank);
      const color = isUp ? palette.series[2] : palette.accent;
      return {
        type: "line" as const,
        name: row.name,
        symbol: isUp ? "triangle" : "circle",
        symbolSize: 7,
        triggerEvent: true,
        lineStyle: { color, width: 1.8, type: isUp ? ("solid" as const) : ("dashed" as const) },
        itemStyle: { color },
        data: [
          { id: row.id, value: left.get(row.id) ?? "-", label: label(String(row.oldRank ?? words.noRank), "left") },
          {
            id: row.id,
            value: right.get(row.id) ?? "-",
            label: label(`${String(row.newRank ?? words.noRank).padEnd(2, figureSpace)}　${row.name}`, "right"),
          },
        ],
      };
    }),
  };
}
