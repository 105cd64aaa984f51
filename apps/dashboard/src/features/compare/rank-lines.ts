import type { SubjectResultRow } from "@mingchuang/warehouse/queries/subject";
import type { EChartsOption } from "echarts";
import { ring } from "../../ui/marks.ts";
import type { Palette } from "../../ui/palette.ts";
import { tip } from "../../ui/tip.ts";

/** A subject and its rank in each year; null where it had none. */
export interface RankLine {
  readonly letter: string;
  readonly name: string;
  readonly ranks: readonly (number | null)[];
}

/** The rank of a year: its own, or that of the only window that it came from; of several there is none. */
export function rankIn(history: readonly SubjectResultRow[], subjectId: string, year: number): number | null {
  const ofYear = history.filter((row) => row.year === year);
  const own = ofYear.find((row) => row.subject_id === subjectId);
  return (own ?? (ofYear.length === 1 ? ofYear[0] : undefined))?.rank ?? null;
}

const symbols = ["circle", "rect", "triangle", "diamond", "circle", "rect"] as const;
const firstHollow = 4;
const dashes = ["solid", "dashed", "dotted", "solid", "dashed", "dotted"] as const;

/** Room for the lines, in pixels, and how far apart labels must stand to be read. */
export const height = 260;
const [plotHeight, labelHeight] = [height - 42, 15];

/** How far down each of some heights must move so that no two stand closer than a label is high; who is lower moves. */
export function spread(heights: readonly number[]): readonly number[] {
  const shifts = heights.map(() => 0);
  let lowest = Number.NEGATIVE_INFINITY;
  const downwards = heights.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  for (const { at, index } of downwards) {
    const placed = Math.max(at, lowest + labelHeight);
    shifts[index] = placed - at;
    lowest = placed;
  }
  return shifts;
}

/** Ranks over the years, first on top; every line has its own mark and stroke, and its letter at its last rank. */
export function rankLines(lines: readonly RankLine[], years: readonly number[], palette: Palette): EChartsOption {
  const known = lines.flatMap(({ ranks }) => ranks.filter((rank) => rank !== null));
  const [best, worst] = [Math.min(...known, 1), Math.max(...known, 2)];
  const lastOf = ({ ranks }: RankLine) => ranks.findLastIndex((rank) => rank !== null);
  const at = (index: number, rank: number) => lines.filter((line) => lastOf(line) === index && line.ranks[index] === rank);
  const perRank = plotHeight / (worst - best + 1);
  const lastRanks = [...new Set(lines.flatMap((line) => (lastOf(line) === years.length - 1 ? [line.ranks.at(-1) ?? 0] : [])))];
  const shifts = spread(lastRanks.map((rank) => (rank - best) * perRank));
  return {
    grid: { left: 34, right: 72, top: 30, bottom: 12, outerBoundsMode: "none" },
    xAxis: {
      type: "category",
      data: years.map(String),
      position: "top",
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { fontSize: 13 },
    },
    yAxis: { type: "value", inverse: true, min: best - 0.5, max: worst + 0.5, show: false },
    tooltip: {
      trigger: "axis",
      formatter: (hovered) => {
        const [first] = hovered as unknown as readonly { readonly dataIndex: number }[];
        const index = first?.dataIndex ?? 0;
        return tip(
          String(years[index] ?? ""),
          lines.map(({ letter, name, ranks }): [string, string] => [`${letter} ${name}`, String(ranks[index] ?? "–")]),
        );
      },
    },
    series: lines.map((line, place) => {
      const color = palette.series[place % 5] as string;
      return {
        type: "line" as const,
        name: `${line.letter} ${line.name}`,
        symbol: symbols[place % symbols.length] as string,
        symbolSize: place === 0 ? 9 : 7,
        connectNulls: true,
        lineStyle: { color, width: place === 0 ? 3 : 1.8, type: dashes[place % dashes.length] as "solid" },
        itemStyle: place % symbols.length < firstHollow ? { color } : ring(color, palette),
        z: place === 0 ? 4 : 2,
        data: line.ranks.map((rank, index) => {
          const shared = rank === null ? [] : at(index, rank);
          return {
            value: rank ?? "-",
            label: {
              show: rank !== null && (index !== lastOf(line) || shared[0] === line),
              position: index === lastOf(line) ? ("right" as const) : ("top" as const),
              offset: [0, index === years.length - 1 ? (shifts[lastRanks.indexOf(rank ?? 0)] ?? 0) : 0],
              color: palette.ink,
              fontSize: 12,
              fontWeight: place === 0 ? ("bold" as const) : ("normal" as const),
              formatter: index === lastOf(line) ? `${rank}　${shared.map(({ letter }) => letter).join(" ")}` : String(rank ?? ""),
            },
          };
        }),
      };
    }),
  };
}
