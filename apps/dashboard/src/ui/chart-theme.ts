import type { EChartsOption } from "echarts";
import { sans } from "./fonts.ts";
import type { Palette } from "./palette.ts";

/** Our colours and letters for the charts, the same as the components have. */
export function chartTheme(palette: Palette): EChartsOption {
  const axis = {
    axisLine: { lineStyle: { color: palette.ruleStrong, width: 1 } },
    axisTick: { lineStyle: { color: palette.ruleStrong } },
    axisLabel: { color: palette.inkSoft, fontSize: 12, fontFamily: sans },
    nameTextStyle: { color: palette.inkFaint, fontSize: 12, fontFamily: sans },
    splitLine: { lineStyle: { color: palette.rule, width: 1 } },
  };
  return {
    color: [...palette.series],
    backgroundColor: "transparent",
    textStyle: { fontFamily: sans, color: palette.ink },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: { ...axis, axisLine: { show: false }, axisTick: { show: false } },
    timeAxis: axis,
    legend: { textStyle: { color: palette.inkSoft, fontSize: 12 }, itemWidth: 14, itemHeight: 10, top: 0 },
    tooltip: {
      backgroundColor: palette.raised,
      borderColor: palette.ruleStrong,
      borderWidth: 1,
      padding: [8, 12],
      textStyle: { color: palette.ink, fontSize: 13, fontFamily: sans },
    },
  } as EChartsOption;
}
