import { printRate } from "@mingchuang/rubric/rates";
import type { EChartsOption } from "echarts";
import { textOn } from "../../ui/colour.ts";
import type { Palette } from "../../ui/palette.ts";
import { tip } from "../../ui/tip.ts";
import type { GroupFigures } from "./group-figures.ts";

interface GroupBarsInput {
  readonly groups: readonly GroupFigures[];
  readonly nameOf: (key: string) => string;
  readonly words: { readonly late: string; readonly overdue: string; readonly inTime: string };
  readonly chosen: string | undefined;
  readonly narrow: boolean;
}

export const groupHeight = (groups: number): number => 34 + groups * 26;

/** Late and overdue steps of each group, one bar; at its end the in-time rate, in brackets where there are few. */
export function groupBars({ groups, nameOf, words, chosen, narrow }: GroupBarsInput, palette: Palette): EChartsOption {
  const rateText = ({ inTime, isSmall }: GroupFigures) => {
    const rate = inTime === null ? "–" : `${printRate(inTime)}%`;
    return isSmall ? `(${rate})` : rate;
  };
  const parts = [
    { id: "late", name: words.late, colour: palette.series[3] },
    { id: "overdue", name: words.overdue, colour: palette.accent },
  ] as const;
  return {
    grid: { left: narrow ? 88 : 158, right: 76, top: 30, bottom: 4, outerBoundsMode: "none" },
    legend: { left: 0, top: 0, data: parts.map(({ name }) => name), selectedMode: false },
    xAxis: { type: "value", show: false, min: 0, max: Math.max(1, ...groups.map(({ states }) => states.late + states.overdue)) },
    yAxis: {
      type: "category",
      inverse: true,
      data: groups.map(({ key }) => ({
        value: nameOf(key),
        ...(key === chosen ? { textStyle: { fontWeight: "bold" as const, color: palette.ink } } : {}),
      })),
      axisTick: { show: false },
      axisLabel: { width: narrow ? 82 : 150, overflow: "break", lineHeight: 13, interval: 0 },
    },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "none" },
      formatter: (hovered) => {
        const group = groups[(hovered as unknown as readonly { dataIndex: number }[])[0]?.dataIndex ?? 0];
        if (group === undefined) return "";
        return tip(nameOf(group.key), [
          [words.late, String(group.states.late)],
          [words.overdue, String(group.states.overdue)],
          [
            words.inTime,
            group.inTime === null ? "–" : `${printRate(group.inTime)}% = ${group.inTime.numerator} ÷ ${group.inTime.denominator}`,
          ],
        ]);
      },
    },
    series: [
      ...parts.map(({ id, name, colour }) => ({
        type: "bar" as const,
        id,
        name,
        stack: "group",
        barMaxWidth: 16,
        itemStyle: { color: colour },
        label: {
          show: true,
          position: "inside" as const,
          color: textOn(colour, palette),
          fontSize: 11,
          formatter: ({ value }: { value: unknown }) => (Number(value) === 0 ? "" : String(value)),
        },
        data: groups.map(({ key, states }) => ({ id: key, value: states[id] })),
      })),
      {
        type: "bar",
        id: "rate",
        stack: "group",
        silent: true,
        label: {
          show: true,
          position: "insideLeft",
          distance: 6,
          color: palette.ink,
          fontSize: 12,
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const group = groups[dataIndex];
            return group ? rateText(group) : "";
          },
        },
        data: groups.map(() => 0),
      },
    ],
  };
}
