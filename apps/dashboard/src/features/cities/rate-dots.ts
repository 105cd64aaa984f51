import { type Rate, rateHundredths } from "@mingchuang/rubric/rates";
import { wilsonInterval } from "@mingchuang/rubric/wilson";
import type { CityYear } from "@mingchuang/warehouse/queries/cities";
import type { EChartsOption } from "echarts";
import { formatPoints } from "../../lib/format.ts";
import { figureColumn } from "../../ui/marks.ts";
import type { Palette } from "../../ui/palette.ts";
import { axisWidth, cityAxis, markColour } from "./city-axis.ts";

interface RateDotsInput {
  readonly rows: readonly CityYear[];
  readonly rate: (row: CityYear) => Rate | null;
  readonly per: 100 | 10_000;
  readonly chosen: string | undefined;
}

/** A rate of each city as a dot, its 95 % interval as a line, the province's rate as a dashed line. The scale does not begin at zero. */
export function rateDots({ rows, rate, per, chosen }: RateDotsInput, palette: Palette): EChartsOption {
  const marks = rows.map((row, index) => {
    const found = rate(row);
    if (found === null) return null;
    const { low, high } = wilsonInterval(found);
    return {
      row,
      index,
      rate: found,
      value: (found.numerator / found.denominator) * per,
      low: low * per,
      high: high * per,
      shown: rateHundredths(found, per),
    };
  });
  const known = marks.filter((mark) => mark !== null);
  const total: Rate = known.reduce(
    (sum, { rate: one }) => ({ numerator: sum.numerator + one.numerator, denominator: sum.denominator + one.denominator }),
    { numerator: 0, denominator: 0 },
  );
  const [least, most] = [Math.min(...known.map(({ low }) => low)), Math.max(...known.map(({ high }) => high))];
  const room = (most - least) * 0.06 || 0.01;
  const digits = (value: number) => value.toFixed(most - least < 0.2 ? 3 : 2);
  const top = per === 100 ? Math.min(100, most + room) : most + room;
  return {
    grid: { left: axisWidth, right: 56, top: 22, bottom: 22, outerBoundsMode: "none" },
    xAxis: {
      type: "value",
      min: Math.max(0, least - room),
      max: top,
      splitNumber: 4,
      axisLabel: { formatter: digits, showMinLabel: false, showMaxLabel: false },
    },
    yAxis: cityAxis(rows, chosen, palette),
    series: [
      {
        type: "custom",
        id: "interval",
        silent: true,
        data: known.map(({ low, high, index }) => [low, high, index]),
        renderItem: (_, api) => {
          const from = api.coord([api.value(0), api.value(2)]);
          const to = api.coord([api.value(1), api.value(2)]);
          const row = rows[Number(api.value(2))];
          return {
            type: "line",
            shape: { x1: from[0] ?? 0, y1: from[1] ?? 0, x2: to[0] ?? 0, y2: to[1] ?? 0 },
            style: { stroke: row ? markColour(row, chosen, palette) : palette.mute, lineWidth: 2 },
          };
        },
      },
      {
        type: "scatter",
        id: "rate",
        symbolSize: 10,
        data: known.map(({ row, value, index }) => ({
          id: row.city_code,
          name: row.city,
          value: [value, index],
          itemStyle: { color: markColour(row, chosen, palette), opacity: 1 },
        })),
        markLine: {
          symbol: "none",
          silent: true,
          lineStyle: { color: palette.inkSoft, type: "dashed", width: 1 },
          label: {
            formatter: total.denominator === 0 ? "" : formatPoints(rateHundredths(total, per)),
            position: "start",
            color: palette.inkSoft,
            fontSize: 12,
          },
          data: total.denominator === 0 ? [] : [{ xAxis: (total.numerator / total.denominator) * per }],
        },
      },
      figureColumn(
        marks.map((mark) => formatPoints(mark?.shown ?? null)),
        top,
        palette,
      ),
    ],
  };
}
