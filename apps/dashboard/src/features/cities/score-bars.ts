import type { CityYear } from "@mingchuang/warehouse/queries/cities";
import type { EChartsOption } from "echarts";
import { formatPoints } from "../../lib/format.ts";
import { figureColumn } from "../../ui/marks.ts";
import type { Palette } from "../../ui/palette.ts";
import { axisWidth, cityAxis, markColour } from "./city-axis.ts";
import { meanScore } from "./order-cities.ts";

/** Mean assessed score of each city's nominees; the mean of all of the province's as a line. The datum of a bar is the city code. */
export function scoreBars(rows: readonly CityYear[], chosen: string | undefined, palette: Palette): EChartsOption {
  const [sum, scored] = rows.reduce(([a, b], row) => [a + (row.total_sum_c ?? 0), b + row.scored], [0, 0]);
  return {
    grid: { left: axisWidth, right: 52, top: 22, bottom: 22, outerBoundsMode: "none" },
    xAxis: { type: "value", min: 0, max: 100, interval: 20 },
    yAxis: cityAxis(rows, chosen, palette),
    series: [
      {
        type: "bar",
        id: "score",
        barWidth: 13,
        data: rows.map((row) => {
          const mean = meanScore(row);
          return { id: row.city_code, value: mean === null ? "-" : mean / 100, itemStyle: { color: markColour(row, chosen, palette) } };
        }),
        ...(scored > 0
          ? {
              markLine: {
                symbol: "none",
                silent: true,
                lineStyle: { color: palette.inkSoft, type: "dashed" as const, width: 1 },
                label: {
                  formatter: formatPoints(Math.round(sum / scored)),
                  position: "start" as const,
                  color: palette.inkSoft,
                  fontSize: 12,
                },
                data: [{ xAxis: sum / scored / 100 }],
              },
            }
          : {}),
      },
      figureColumn(
        rows.map((row) => formatPoints(meanScore(row))),
        100,
        palette,
      ),
    ],
  };
}
