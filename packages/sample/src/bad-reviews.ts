import type { SamplePerson } from "./people.ts";
import type { Random } from "./random.ts";
import type { MonthVolume } from "./review-counts.ts";
import { qualityIn, type SampleWindow } from "./windows.ts";
import { addMinutes, type SampleYear } from "./years.ts";

export const countedChannels = ["浙江政务服务网", "浙里办"] as const;
export const otherChannels = ["大厅", "自助机"] as const;
export type Cause = "客观" | "非客观" | "未裁定";

export interface BadReview {
  readonly windowId: string;
  readonly personId: string | null;
  readonly channel: string;
  /** `YYYY-MM-DD HH:MM:SS`, as all times here. */
  readonly ratedAt: string;
  readonly level: 2 | 1;
  readonly reason: string;
  readonly cause: Cause;
  readonly visitedAt: string | null;
  readonly appealedAt: string | null;
  readonly appealResult: "成立" | "不成立" | "待裁定" | null;
  readonly rectifiedAt: string | null;
  readonly followUp: string | null;
}

/** A bad review that a hard case needs. */
export interface CastBadReview {
  readonly month: number;
  readonly cause: Cause;
  readonly counted: boolean;
}

const ratePerActiveReview = 2 / 10_000;
const reasons: Readonly<Record<Cause, readonly string[]>> = {
  客观: [
    "系统升级期间提交失败",
    "群众误点评价等级",
    "所评事项不属本窗口办理",
    "对现行政策规定不满意",
    "缴费平台网络中断",
    "上级系统数据未同步",
  ],
  非客观: [
    "等候叫号时间过长",
    "工作人员解答不耐烦",
    "未一次性告知所需材料",
    "超过承诺时限办结",
    "两次告知的材料不一致",
    "咨询电话多次无人接听",
  ],
  未裁定: ["反映材料退回原因未说明", "反映办理进度查询不到", "反映窗口提前停止取号"],
};

/** How many bad reviews a month is expected to bring. */
export function expectedBadReviews(window: SampleWindow, year: SampleYear, volume: MonthVolume): number {
  const factor = Math.min(2.6, Math.max(0.35, 1 + (0.6 - qualityIn(window, year)) * 2.4));
  return volume.active * ratePerActiveReview * factor;
}

/** Who decided what about a bad review: most are appealed and found to have objective causes. */
export function drawCause(random: Random, quality: number, month: number): Cause {
  const notObjective = 0.05 + 0.17 * (1 - quality);
  return random.weighted<Cause>([
    ["非客观", notObjective],
    ["未裁定", month >= 11 ? 0.09 : 0.01],
    ["客观", 1 - notObjective],
  ]);
}

export const drawChannel = (random: Random): string =>
  random.weighted([
    [countedChannels[0], 0.3],
    [countedChannels[1], 0.35],
    [otherChannels[0], 0.22],
    [otherChannels[1], 0.13],
  ]);

/** One bad review with its call-back, appeal, rectification and follow-up. */
export function buildBadReview(
  random: Random,
  review: {
    readonly window: SampleWindow;
    readonly staff: readonly SamplePerson[];
    readonly month: string;
    readonly cause: Cause;
    readonly channel: string;
  },
): BadReview {
  const { window, staff, month, cause, channel } = review;
  const hour = random.int(8, 16);
  const ratedAt = `${month}-${two(random.int(1, 28))} ${two(hour)}:${two(random.int(0, 59))}:${two(random.int(0, 59))}`;
  const minutes = (from: number, to: number) => addMinutes(ratedAt, random.int(from, to));
  const hours = 60;
  const days = 24 * hours;
  const appealed = cause === "非客观" ? random.chance(0.78) : random.chance(0.995) || cause === "未裁定";
  const rectified = cause === "非客观" && random.chance(0.96);
  return {
    windowId: window.id,
    personId: staff.length > 0 && random.chance(0.8) ? random.pick(staff).id : null,
    channel,
    ratedAt,
    level: random.chance(0.62) ? 2 : 1,
    reason: random.pick(reasons[cause]),
    cause,
    visitedAt: random.chance(0.97) ? minutes(hours, 23 * hours) : random.chance(0.7) ? minutes(2 * days, 4 * days) : null,
    appealedAt: appealed ? minutes(1 * days, 5 * days) : null,
    appealResult: appealed ? ({ 客观: "成立", 非客观: "不成立", 未裁定: "待裁定" } as const)[cause] : null,
    rectifiedAt: rectified ? (random.chance(0.93) ? minutes(6 * days, 14 * days) : minutes(16 * days, 22 * days)) : null,
    followUp:
      rectified && random.chance(0.7)
        ? random.weighted([
            ["非常满意", 4],
            ["满意", 5],
            ["基本满意", 2],
            ["不满意", 0.5],
          ])
        : null,
  };
}

const two = (value: number): string => String(value).padStart(2, "0");
