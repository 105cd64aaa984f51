import { type Rate, rateHundredths } from "@mingchuang/rubric/rates";
import { wilsonInterval } from "@mingchuang/rubric/wilson";
import type { EChartsOption } from "echarts";
import { formatPoints } from "../../lib/format.ts";
import { ring } from "../../ui/marks.ts";
import type { Palette } from "../../ui/palette.ts";
import { tip } from "../../ui/tip.ts";

/** A rate of one month; null where there is nothing to divide. */
export interface RateMonth {
  readonly month: string;
  readonly rate: Rate | null;
  readonly isSmall: boolean;
}

/** The month's rate as it is printed, in brackets where it rests on few. */
export function rateMonthText({ rate, isSmall }: RateMonth): string {
  if (rate === null) return "–";
  const shown = formatPoints(rateHundredths(rate));
  return isSmall ? `(${shown})` : shown;
}

/** The 95 % interval of a month's rate, per hundred: `94.12–99.03`. */
export function intervalText({ rate }: RateMonth): string | null {
  if (rate === null) return null;
  const { low, high } = wilsonInterval(rate);
  return `${(low * 100).toFixed(2)}–${(high * 100).toFixed(2)}`;
}

/** A scale whose every line is a round figure: the last one below the least and above the most of what must be seen, within 0 and 100. */
function scaleOf(months: readonly RateMonth[]): { readonly min: number; readonly max: number; readonly interval: number } {
  const bounds = months.flatMap(({ rate }) => {
    if (rate === null) return [];
    const { low, high } = wilsonInterval(rate);
    return [low * 100, high * 100];
  });
  if (bounds.length === 0) return { min: 0, max: 100, interval: 25 };
  const [least, most] = [Math.min(...bounds), Math.max(...bounds)];
  const interval = most - least > 50 ? 20 : most - least > 20 ? 10 : most - least > 4 ? 5 : 1;
  return {
    min: Math.max(0, Math.floor(least / interval) * interval),
    max: Math.min(100, Math.ceil(most / interval) * interval),
    interval,
  };
}

/** A line over months with their 95 % intervals upright; a month that rests on few is a ring, one without figures a gap. */
export function rateMonths(months: readonly RateMonth[], basis: string, palette: Palette): EChartsOption {
  return {
    grid: { left: 48, right: 12, top: 14, bottom: 24, outerBoundsMode: "none" },
    xAxis: { type: "category", data: months.map(({ month }) => month), axisTick: { alignWithLabel: true } },
    yAxis: { type: "value", ...scaleOf(months) },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "line", lineStyle: { color: palette.mute } },
      formatter: (hovered) => {
        const at = months[(hovered as unknown as readonly { dataIndex: number }[])[0]?.dataIndex ?? 0];
        if (at === undefined) return "";
        return tip(at.month, [
          ["%", rateMonthText(at)],
          [basis, at.rate === null ? "–" : `${at.rate.numerator} ÷ ${at.rate.denominator}`],
        ]);
      },
    },
    series: [
      {
        type: "custom",
        id: "interval",
        silent: true,
        data: months.flatMap(({ rate }, index) => {
          if (rate === null) return [];
          const { low, high } = wilsonInterval(rate);
          return [[index, low * 100, high * 100]];
        }),
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
      {
        type: "line",
        id: "rate",
        connectNulls: false,
        lineStyle: { color: palette.series[2], width: 2 },
        itemStyle: { color: palette.series[2] },
        symbolSize: 7,
        symbol: "circle",
        data: months.map(({ month, rate, isSmall }) => ({
          id: month,
          value: rate === null ? "-" : (rate.numerator / rate.denominator) * 100,
          ...(isSmall ? { itemStyle: ring(palette.series[2], palette) } : {}),
        })),
      },
    ],
  };
}
