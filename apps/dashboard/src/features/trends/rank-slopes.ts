import type { EChartsOption } from "echarts";
import type { Palette } from "../../ui/palette.ts";
import { tip } from "../../ui/tip.ts";

/** A city or subject and its place in each year; null where it had none. */
export interface Placed {
  readonly key: string;
  readonly label: string;
  readonly ranks: readonly (number | null)[];
}

/** The change from the first to the last known place: positive is up. */
export function climb({ ranks }: Placed): number {
  const known = ranks.filter((rank) => rank !== null);
  return (known[0] ?? 0) - (known.at(-1) ?? 0);
}

/** Ranks of 1, 2, 2, 4 by a figure, highest first; null figures have no rank. */
export function rankBy(figures: readonly (number | null)[]): readonly (number | null)[] {
  return figures.map((figure) => (figure === null ? null : 1 + figures.filter((other) => other !== null && other > figure).length));
}

/**
 * Places over the years, first on top. The chosen one, or without one the best climber and the steepest faller, stand out from the rest;
 * names stand at the last year.
 */
export function rankSlopes(
  rows: readonly Placed[],
  years: readonly number[],
  chosen: string | undefined,
  nameRoom: string | number,
  palette: Palette,
): EChartsOption {
  const ordered = [...rows].sort((a, b) => climb(b) - climb(a));
  const [riser, faller] = [ordered[0], ordered.at(-1)];
  const style = (row: Placed) => {
    if (chosen !== undefined)
      return row.key === chosen
        ? { color: palette.series[2], width: 3, ink: palette.ink }
        : { color: palette.mute, width: 1.2, ink: palette.inkFaint };
    if (row === riser && climb(row) > 0) return { color: palette.series[2], width: 3, ink: palette.ink };
    if (row === faller && climb(row) < 0) return { color: palette.accent, width: 3, ink: palette.ink };
    return { color: palette.series[4], width: 1.2, ink: palette.inkSoft };
  };
  const last = years.length - 1;
  const most = Math.max(...rows.flatMap(({ ranks }) => ranks.filter((rank) => rank !== null)), 1);
  const namesAt = (rank: number) => rows.filter(({ ranks }) => ranks[last] === rank);
  return {
    grid: { left: 34, right: nameRoom, top: 26, bottom: 8, outerBoundsMode: "none" },
    xAxis: {
      type: "category",
      data: years.map(String),
      position: "top",
      boundaryGap: false,
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { fontSize: 13 },
    },
    yAxis: { type: "value", inverse: true, min: 0.5, max: most + 0.5, show: false },
    tooltip: {
      formatter: (hovered) => {
        const row = rows.find(({ label }) => label === (hovered as unknown as { seriesName: string }).seriesName);
        return row
          ? tip(
              row.label,
              years.map((year, index) => [String(year), String(row.ranks[index] ?? "–")]),
            )
          : "";
      },
    },
    series: rows.map((row) => {
      const { color, width, ink } = style(row);
      return {
        type: "line" as const,
        name: row.label,
        symbol: "circle",
        connectNulls: true,
        symbolSize: width > 2 ? 8 : 5,
        triggerEvent: true,
        lineStyle: { color, width },
        itemStyle: { color },
        z: width > 2 ? 4 : 2,
        data: row.ranks.map((rank, index) => ({
          id: row.key,
          value: rank ?? "-",
          label: {
            show: rank !== null && (index === 0 || (index === last && namesAt(rank)[0] === row)),
            position: index === last ? ("right" as const) : ("left" as const),
            color: ink,
            fontSize: 12,
            fontWeight: width > 2 ? ("bold" as const) : ("normal" as const),
            formatter:
              index === last && rank !== null
                ? `${rank}　${namesAt(rank)
                    .map(({ label }) => label)
                    .join("、")}`
                : String(rank ?? ""),
          },
        })),
        labelLayout: { hideOverlap: false },
      };
    }),
  };
}
