import { type ThemeConfig, theme } from "antd";
import type { EChartsOption } from "echarts";
import { type Palette, palettes, type ThemeName } from "./palette.ts";

export const serif = '"Times New Roman", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", STSong, SimSun, serif';
export const sans = '"Helvetica Neue", Arial, "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif';

/** Ant Design in our colours: flat, square, hairline rules, no shadows but for what floats. */
export function componentTheme(name: ThemeName): ThemeConfig {
  const palette = palettes[name];
  return {
    algorithm: name === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: `mc-${name}` },
    hashed: false,
    token: {
      colorPrimary: palette.link,
      colorInfo: palette.link,
      colorLink: palette.link,
      colorError: palette.accent,
      colorWarning: palette.caution,
      colorSuccess: palette.calm,
      colorText: palette.ink,
      colorTextSecondary: palette.inkSoft,
      colorTextTertiary: palette.inkFaint,
      colorTextQuaternary: palette.inkFaint,
      colorTextPlaceholder: palette.inkFaint,
      colorTextDescription: palette.inkFaint,
      colorBgBase: palette.paper,
      colorBgContainer: palette.paper,
      colorBgElevated: palette.raised,
      colorBorder: palette.mute,
      colorBorderSecondary: palette.rule,
      fontFamily: sans,
      fontSize: 14,
      borderRadius: 2,
      borderRadiusLG: 2,
      borderRadiusSM: 1,
      wireframe: false,
      motion: false,
    },
  };
}

/** The same colours and letters for the charts. */
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
