import type { CityYear } from "@mingchuang/warehouse/queries/cities";
import type { EChartsOption } from "echarts";
import { formatPoints, formatRate, rateHundredths } from "../../lib/format.ts";
import { cellSeries } from "../../ui/cells.ts";
import { rampStep } from "../../ui/colour.ts";
import type { Palette } from "../../ui/palette.ts";
import { tip } from "../../ui/tip.ts";
import type { OverviewSearch } from "./search.ts";
import { tileLayout } from "./tile-layout.ts";

export type MapMeasure = OverviewSearch["map"];

/** A city's figure in hundredths; null where there is none. */
export function mapFigure(row: CityYear, measure: MapMeasure): number | null {
  if (measure === "score") return row.total_sum_c === null || row.scored === 0 ? null : Math.round(row.total_sum_c / row.scored);
  if (row.active === null || row.active === 0 || row.good === null || row.bad === null) return null;
  return measure === "good" ? rateHundredths(row.good, row.active) : rateHundredths(row.bad, row.active, 10_000);
}

const all: readonly MapMeasure[] = ["score", "good", "bad"];

/** The measures that any city has a figure of: without applications there is no score. */
export const mapMeasures = (rows: readonly CityYear[]): readonly MapMeasure[] =>
  all.filter((measure) => rows.some((row) => mapFigure(row, measure) !== null));

const figureText = (row: CityYear, measure: MapMeasure) =>
  measure === "score"
    ? formatPoints(mapFigure(row, measure))
    : measure === "good"
      ? formatRate(row.good, row.active).replace(/\d$/, "$&%")
      : formatRate(row.bad, row.active, 10_000);

/** A city's change on the year before, in hundredths as shown; null without a former figure. */
export function mapChange(row: CityYear, before: readonly CityYear[], measure: MapMeasure): number | null {
  const former = before.find(({ city_code }) => city_code === row.city_code);
  const [now, then] = [mapFigure(row, measure), former ? mapFigure(former, measure) : null];
  return now === null || then === null ? null : now - then;
}

const changeText = (change: number | null) =>
  change === null ? "" : change === 0 ? "＝" : `${change > 0 ? "▲" : "▼"} ${formatPoints(Math.abs(change))}`;

/** Tiles of the cities; the stronger the colour, the higher the figure. The datum of a tile is its city code. */
export function cityMap(
  rows: readonly CityYear[],
  before: readonly CityYear[],
  measure: MapMeasure,
  label: string,
  palette: Palette,
): EChartsOption {
  const figures = rows.map((row) => mapFigure(row, measure)).filter((figure) => figure !== null);
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  const columns = Array.from({ length: 5 }, (_, column) => String(column));
  const lines = Array.from({ length: 4 }, (_, row) => String(row));
  return {
    grid: { left: 0, right: 0, top: 0, bottom: 0, outerBoundsMode: "none" },
    xAxis: { type: "category", data: columns, show: false },
    yAxis: { type: "category", data: lines, show: false, inverse: true },
    tooltip: {
      formatter: (hovered) => {
        const row = rows.find((candidate) => candidate.city_code === (hovered as unknown as { data: { id: string } }).data.id);
        return row ? tip(row.city, [[label, figureText(row, measure)]]) : "";
      },
    },
    series: [
      cellSeries(
        rows.flatMap((row) => {
          const place = tileLayout[row.city_code];
          if (!place) return [];
          const figure = mapFigure(row, measure);
          const ground = figure === null ? palette.wash : palette.ramp[rampStep(figure, least, most)];
          const name = row.city.replace(/市$/, "");
          return {
            id: row.city_code,
            name: row.city,
            column: place[0],
            row: place[1],
            ground,
            lines: [name, figureText(row, measure), changeText(mapChange(row, before, measure))].filter((line) => line !== ""),
          };
        }),
        palette,
        [15, 13],
      ),
    ],
  };
}
