import type { Leader } from "@mingchuang/warehouse/queries/overview";
import type { EChartsOption } from "echarts";
import { formatPoints } from "../../lib/format.ts";
import { parseItems } from "../../lib/parse-items.ts";
import type { ItemLabel } from "../../lib/scheme.ts";
import { serif } from "../../ui/fonts.ts";
import type { Palette } from "../../ui/palette.ts";
import { tip } from "../../ui/tip.ts";

export const itemPoints = (row: Leader): readonly (number | null)[] => parseItems(row.items_c);

/** The leading subjects, first on top, each bar made of its items. The datum of a mark is the subject id. */
export function leaderBars(rows: readonly Leader[], items: readonly ItemLabel[], palette: Palette): EChartsOption {
  const last = items.length - 1;
  return {
    grid: { left: 270, right: 56, top: 34, bottom: 24, outerBoundsMode: "none" },
    legend: { data: items.map((item) => item.label), left: 270, top: 0, itemGap: 16 },
    xAxis: { type: "value", max: 100, interval: 20 },
    yAxis: {
      type: "category",
      inverse: true,
      data: rows.map((row) => `${row.rank}　${row.subject_name}`),
      axisTick: { show: false },
      axisLabel: {
        align: "left",
        margin: 262,
        formatter: (label: string) => label.replace(/^(\d+)　(.*)$/, "{rank|$1}{name|$2}"),
        rich: { rank: { width: 30, fontSize: 15, fontFamily: serif, color: palette.ink }, name: { fontSize: 13, color: palette.ink } },
      },
    },
    tooltip: {
      formatter: (hovered) => {
        const row = rows[(hovered as unknown as { dataIndex: number }).dataIndex];
        return row
          ? tip(
              row.subject_name,
              items.map((item, index) => [item.label, formatPoints(itemPoints(row)[index] ?? null)]),
            )
          : "";
      },
    },
    series: items.map((item, index) => ({
      type: "bar" as const,
      name: item.label,
      stack: "total",
      barWidth: 16,
      itemStyle: { color: palette.series[index % palette.series.length] ?? palette.mute, borderColor: palette.paper, borderWidth: 1 },
      data: rows.map((row) => ({ value: (itemPoints(row)[index] ?? 0) / 100, id: row.subject_id })),
      ...(index === last
        ? {
            label: {
              show: true,
              position: "right" as const,
              color: palette.ink,
              fontWeight: "bold" as const,
              formatter: ({ dataIndex }: { dataIndex: number }) => formatPoints(rows[dataIndex]?.total_c ?? null),
            },
          }
        : {}),
    })),
    media: [
      { query: { maxWidth: 760 }, option: { legend: { left: 0, itemGap: 10 } } },
      {
        query: { maxWidth: 560 },
        option: {
          grid: { left: 172, right: 46, top: 76 },
          yAxis: {
            axisLabel: { align: "right", margin: 8, width: 164, overflow: "break", fontSize: 11, lineHeight: 13, formatter: "{value}" },
          },
        },
      },
    ],
  };
}
