import type { EChartsOption } from "echarts";
import { formatCount, formatRate } from "../../lib/format.ts";
import type { Palette } from "../../ui/palette.ts";
import { tip } from "../../ui/tip.ts";
import type { Stage } from "./funnel-stages.ts";

interface FunnelInput {
  readonly stages: readonly Stage[];
  readonly years: readonly number[];
  /** The year in front; its bars are dark and say their share. */
  readonly year: number;
  readonly nameOf: (stage: Stage) => string;
  readonly narrow: boolean;
}

export const funnelHeight = (stages: number, years: number): number => 40 + stages * (18 * years + 18);

/** Each stage has a bar a year, the latest on top; a bar says its count, and its share of all bad reviews of the year. */
export function funnelBars({ stages, years, year, nameOf, narrow }: FunnelInput, palette: Palette): EChartsOption {
  const ids = [...new Set(stages.map(({ id }) => id))];
  const at = (id: string, when: number) => stages.find((stage) => stage.id === id && stage.year === when);
  const ordered = [...years].sort((a, b) => b - a);
  const grey = [palette.series[4], palette.mute, palette.rule];
  const colourOf = (when: number) => {
    if (when === year) return palette.series[0];
    return grey[ordered.filter((each) => each !== year).indexOf(when) % grey.length] ?? palette.mute;
  };
  const shareOf = (stage: Stage) => `${formatCount(stage.done)} · ${formatRate(stage.done, stage.reviews)}%`;
  return {
    grid: { left: narrow ? 84 : 190, right: narrow ? 108 : 130, top: 30, bottom: 4, outerBoundsMode: "none" },
    legend: { left: 0, top: 0, data: ordered.map(String), selectedMode: false },
    xAxis: { type: "value", show: false, min: 0 },
    yAxis: {
      type: "category",
      inverse: true,
      data: ids.map((id) => {
        const stage = at(id, year) ?? stages.find((each) => each.id === id);
        return stage ? nameOf(stage) : id;
      }),
      axisTick: { show: false },
      axisLine: { show: false },
      axisLabel: { width: narrow ? 78 : 180, overflow: "break" },
    },
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "none" },
      formatter: (hovered) => {
        const id = ids[(hovered as unknown as readonly { dataIndex: number }[])[0]?.dataIndex ?? 0] ?? "";
        const found = ordered.flatMap((when) => at(id, when) ?? []);
        return tip(
          found[0] ? nameOf(found[0]) : id,
          found.map((stage) => [String(stage.year), `${formatCount(stage.done)} / ${formatCount(stage.due)}`] as const),
        );
      },
    },
    series: ordered.map((when) => ({
      type: "bar",
      id: String(when),
      name: String(when),
      barMaxWidth: 16,
      barGap: "12%",
      itemStyle: { color: colourOf(when) },
      label: {
        show: true,
        position: "right",
        color: when === year ? palette.ink : palette.inkFaint,
        fontSize: 12,
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const stage = at(ids[dataIndex] ?? "", when);
          return stage ? (stage.id === "reviews" ? formatCount(stage.done) : shareOf(stage)) : "";
        },
      },
      data: ids.map((id) => at(id, when)?.done ?? null),
    })),
  };
}
