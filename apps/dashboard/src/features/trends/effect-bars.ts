import type { Effects } from "@mingchuang/rubric/editions/split-change";
import { toHundredths } from "@mingchuang/rubric/points";
import type { EChartsOption } from "echarts";
import { sideNames } from "../../ui/marks.ts";
import type { Palette } from "../../ui/palette.ts";
import { tip } from "../../ui/tip.ts";

export interface EffectRow {
  readonly key: string;
  readonly name: string;
  readonly effects: Effects;
}

interface EffectWords {
  readonly rule: string;
  readonly performance: string;
  readonly change: string;
  readonly format: (hundredths: number) => string;
}

interface Look {
  readonly palette: Palette;
  readonly narrow: boolean;
}

/** Two bars of a subject from zero, the rule's and the performance's, and a mark where both together lead: the change. */
export function effectBars(
  rows: readonly EffectRow[],
  chosen: string | undefined,
  words: EffectWords,
  { palette, narrow }: Look,
): EChartsOption {
  const shown = rows.toReversed();
  const inPoints = (hundredths: number) => hundredths / 100;
  const bar = (key: "rule" | "performance", color: string) => ({
    type: "bar" as const,
    id: key,
    name: words[key],
    stack: "effects",
    barMaxWidth: 12,
    itemStyle: { color },
    data: shown.map(({ key: id, effects }) => ({ id, name: id, value: inPoints(toHundredths(effects[key])) })),
  });
  return {
    grid: { left: 8, right: 24, top: 34, bottom: 24, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    legend: { top: 0, left: 0, data: [words.rule, words.performance, words.change], itemWidth: 14, itemHeight: 10 },
    xAxis: { type: "value", splitNumber: 4, axisLabel: { fontSize: 12, formatter: (points: number) => String(points).replace("-", "−") } },
    yAxis: {
      type: "category",
      data: shown.map(({ key }) => key),
      axisTick: { show: false },
      axisLabel: {
        interval: 0,
        formatter: (key: string) => {
          const name = rows.find((row) => row.key === key)?.name ?? key;
          return key === chosen ? `▸ ${name}` : name;
        },
        ...sideNames(narrow, { wide: 220, narrow: 136 }),
      },
    },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (hovered) => {
        const [first] = hovered as unknown as readonly { readonly dataIndex: number }[];
        const row = shown[first?.dataIndex ?? 0];
        if (row === undefined) return "";
        const line = (key: "rule" | "performance" | "change"): [string, string] => [
          words[key],
          words.format(toHundredths(row.effects[key])),
        ];
        return tip(row.name, [line("rule"), line("performance"), line("change")]);
      },
    },
    series: [
      bar("rule", palette.series[3]),
      bar("performance", palette.series[2]),
      {
        type: "scatter",
        id: "change",
        name: words.change,
        symbol: "diamond",
        symbolSize: 9,
        itemStyle: { color: palette.ink },
        z: 5,
        data: shown.map(({ key, effects }) => ({ id: key, name: key, value: [inPoints(toHundredths(effects.change)), key] })),
      },
    ],
  };
}
