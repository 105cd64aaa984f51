import type { CityScore, CityYear } from "@mingchuang/warehouse/queries/cities";
import type { EChartsOption } from "echarts";
import { formatPoints } from "../../lib/format.ts";
import type { Palette } from "../../ui/palette.ts";
import { tip } from "../../ui/tip.ts";
import { axisWidth, cityAxis, markColour } from "./city-axis.ts";
import { meanScore } from "./order-cities.ts";

export interface StripWords {
  readonly rank: (row: CityScore) => string;
  readonly ranked: string;
  readonly undecided: string;
  readonly vetoed: string;
  readonly mean: string;
}

const symbols = { ranked: "circle", undecided: "diamond", vetoed: "path://M0,1L1,0L5,4L9,0L10,1L6,5L10,9L9,10L5,6L1,10L0,9L4,5Z" } as const;

/** Every nominee's score on the line of its city: a dot, a diamond while undecided, a red cross when vetoed; the city's mean as a stroke. */
export function scoreStrips(
  rows: readonly CityYear[],
  scores: readonly CityScore[],
  words: StripWords,
  chosen: string | undefined,
  palette: Palette,
): EChartsOption {
  const lines = new Map(rows.map((row, index) => [row.city_code, index]));
  const least = Math.min(...scores.map(({ total_c }) => total_c)) / 100;
  const colour = (state: keyof typeof symbols, row: CityYear) =>
    state === "ranked" ? markColour(row, chosen, palette) : state === "undecided" ? palette.series[3] : palette.accent;
  const plain = { ranked: palette.series[0], undecided: palette.series[3], vetoed: palette.accent } as const;
  return {
    grid: { left: axisWidth, right: 12, top: 34, bottom: 22, outerBoundsMode: "none" },
    legend: { left: axisWidth, top: 0, data: [words.ranked, words.undecided, words.vetoed] },
    xAxis: { type: "value", min: Math.floor((least - 1) / 5) * 5, max: 100 },
    yAxis: { ...cityAxis(rows, chosen, palette), splitLine: { show: true, lineStyle: { color: palette.rule } } },
    tooltip: {
      formatter: (hovered) => {
        const { score } = (hovered as unknown as { data: { score?: CityScore } }).data;
        return score ? tip(score.subject_name, [[words.rank(score), formatPoints(score.total_c)]]) : "";
      },
    },
    series: [
      ...(["ranked", "undecided", "vetoed"] as const).map((state) => ({
        type: "scatter" as const,
        id: state,
        name: words[state],
        symbol: symbols[state],
        symbolSize: state === "ranked" ? 10 : 11,
        itemStyle: { color: plain[state] },
        data: scores
          .filter((score) => score.state === state)
          .flatMap((score) => {
            const line = lines.get(score.city_code);
            const row = line === undefined ? undefined : rows[line];
            if (line === undefined || !row) return [];
            return {
              id: score.subject_id,
              score,
              value: [score.total_c / 100, line],
              itemStyle: { color: colour(state, row), opacity: 0.85 },
            };
          }),
      })),
      {
        type: "custom",
        id: "mean",
        name: words.mean,
        silent: true,
        data: rows.map((row, index) => [(meanScore(row) ?? Number.NaN) / 100, index]),
        renderItem: (_, api) => {
          const [x = 0, y = 0] = api.coord([api.value(0), api.value(1)]);
          return { type: "line", shape: { x1: x, y1: y - 9, x2: x, y2: y + 9 }, style: { stroke: palette.ink, lineWidth: 2 } };
        },
      },
    ],
  };
}
