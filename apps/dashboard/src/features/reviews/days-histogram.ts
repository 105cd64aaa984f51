import { daysTaken } from "@mingchuang/rubric/closed-loop/days-taken";
import type { StepResult } from "@mingchuang/rubric/closed-loop/follow-loop";
import { chineseCalendar } from "@mingchuang/rubric/deadlines/chinese-calendar";
import type { EChartsOption } from "echarts";
import { letters } from "../../ui/marks.ts";
import type { Palette } from "../../ui/palette.ts";

/** How many were done after so many days; all beyond twice the deadline stand in the last one, `orMore`. */
export interface DaySlot {
  readonly days: number;
  readonly orMore: boolean;
  readonly inTime: number;
  /** By the engine's word: what is done on a day off after the last working day is late, though no working day more was taken. */
  readonly late: number;
}

export interface DaysTaken {
  readonly slots: readonly DaySlot[];
  readonly dated: number;
  readonly late: number;
  /** Days within which half of those with a day were done. */
  readonly median: number | null;
  readonly most: number | null;
}

/** The days that a step took, over the reviews for which a day was handed in. */
export function daysTakenOf(results: readonly StepResult[], within: number): DaysTaken {
  const taken = results
    .flatMap((result) => {
      const days = daysTaken(result, chineseCalendar);
      return days === null ? [] : [{ days, isLate: result.state === "late" }];
    })
    .sort((a, b) => a.days - b.days);
  const last = Math.max(within * 2, within + 2);
  const slots = Array.from({ length: last + 1 }, (_, days): DaySlot => {
    const orMore = days === last;
    const here = taken.filter((each) => (orMore ? each.days >= days : each.days === days));
    const late = here.filter(({ isLate }) => isLate).length;
    return { days, orMore, inTime: here.length - late, late };
  });
  return {
    slots,
    dated: taken.length,
    late: taken.filter(({ isLate }) => isLate).length,
    median: taken[Math.ceil(taken.length / 2) - 1]?.days ?? null,
    most: taken.at(-1)?.days ?? null,
  };
}

/** `7`, and `30+` for the last. */
export const slotLabel = ({ days, orMore }: DaySlot): string => (orMore ? `${days}+` : String(days));

interface DaysShown {
  readonly within: number;
  /** The word at the line of the deadline. */
  readonly mark: string;
  /** Of the days: beside the last of them. */
  readonly unit: string;
  /** Too narrow for a figure on each column. */
  readonly narrow: boolean;
}

/** A column a day, the deadline as a line; what was done late has another colour. */
export function daysColumns({ slots }: DaysTaken, { within, mark, unit, narrow }: DaysShown, palette: Palette): EChartsOption {
  return {
    grid: { left: 44, right: 40, top: 26, bottom: 24, outerBoundsMode: "none" },
    xAxis: {
      type: "category",
      data: slots.map(slotLabel),
      axisTick: { show: false },
      axisLabel: {
        showMaxLabel: true,
        formatter: (days: string, index: number) => (index === slots.length - 1 ? `${days} ${unit}` : days),
      },
    },
    yAxis: { type: "value", minInterval: 1, splitNumber: 3 },
    series: [
      ...(["inTime", "late"] as const).map((part) => ({
        type: "bar" as const,
        id: part,
        stack: "days",
        barWidth: "70%",
        itemStyle: { color: part === "late" ? palette.series[3] : palette.series[0] },
        data: slots.map((slot) => slot[part]),
      })),
      {
        type: "bar",
        id: "figures",
        stack: "days",
        silent: true,
        label: {
          show: !narrow || slots.length < 12,
          position: "insideBottom",
          color: palette.inkSoft,
          fontSize: 11,
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const slot = slots[dataIndex];
            const count = slot ? slot.inTime + slot.late : 0;
            return count === 0 ? "" : String(count);
          },
        },
        data: slots.map(() => 0),
      },
      {
        type: "custom",
        id: "deadline",
        silent: true,
        data: [[within, 0]],
        renderItem: (params, api) => {
          const size = typeof api.size === "function" ? api.size([1, 0]) : 0;
          const [x = 0] = api.coord([within, 0]);
          const half = (typeof size === "number" ? size : (size[0] ?? 0)) / 2;
          const frame = params.coordSys as unknown as { readonly y: number; readonly height: number };
          return {
            type: "group",
            children: [
              {
                type: "line",
                shape: { x1: x + half, y1: frame.y - 12, x2: x + half, y2: frame.y + frame.height },
                style: { stroke: palette.accent, lineWidth: 1.5 },
              },
              {
                type: "text",
                x: x + half + 4,
                y: frame.y - 14,
                style: { text: mark, fill: palette.accent, ...letters, textVerticalAlign: "top" },
              },
            ],
          };
        },
      },
    ],
  };
}
