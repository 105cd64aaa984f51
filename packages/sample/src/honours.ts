import type { Nomination } from "./nominations.ts";
import type { Random } from "./random.ts";
import { applicationDeadline, isoDate, type SampleYear, sampleYears } from "./years.ts";

export const honourLevels = ["国家级", "省部级", "设区市级", "县级"] as const;
export type HonourLevel = (typeof honourLevels)[number];

export interface HeldHonour {
  readonly subjectId: string;
  readonly title: string;
  readonly level: HonourLevel;
  readonly issuer: string;
  readonly awardedOn: string;
  /** The year in whose files it is handed in. */
  readonly handedIn: SampleYear;
}

export interface Innovation {
  readonly subjectId: string;
  readonly title: string;
  readonly startedOn: string;
  readonly evidence: string;
  readonly handedIn: SampleYear;
}

/** An honour that a hard case needs. */
export interface CastHonour {
  readonly title: string;
  readonly level: HonourLevel;
  readonly awardedOn: string;
}

const points: Readonly<Record<HonourLevel, number>> = { 国家级: 8, 省部级: 5, 设区市级: 3, 县级: 1 };
const titles: Readonly<Record<HonourLevel, readonly string[]>> = {
  国家级: ["示例·全国青年文明号", "示例·全国五一巾帼标兵岗", "示例·全国行业示范窗口"],
  省部级: ["示例·省级青年文明号", "示例·省巾帼文明岗", "示例·省行业文明窗口", "示例·省工人先锋号"],
  设区市级: ["示例·市级文明窗口", "示例·市五一先锋班组", "示例·市巾帼文明岗", "示例·市最美窗口"],
  县级: ["示例·县级文明窗口", "示例·县级先进集体", "示例·县级服务标兵"],
};
const issuers: Readonly<Record<HonourLevel, string>> = {
  国家级: "示例全国评选委员会",
  省部级: "示例省级主管部门",
  设区市级: "示例市级主管部门",
  县级: "示例县级主管部门",
};
const measures = [
  "帮办代办专窗",
  "午间不断档服务",
  "公积金业务跨城通办",
  "施工许可分阶段办理",
  "用水用气联合报装",
  "老年人绿色通道",
  "企业开户上门服务",
  "视频远程核验",
  "周末预约办理",
  "电子证照免提交",
  "现场勘验一次办",
  "办事进度短信告知",
];

/** Honours of the nominated: a few each, awarded well inside or well outside the 36 months before any deadline. */
export function buildHonours(
  random: Random,
  nominations: readonly Nomination[],
  casts: ReadonlyMap<string, readonly CastHonour[]>,
): HeldHonour[] {
  return subjectsOf(nominations).flatMap(([subjectId, years]) => {
    const last = Math.max(...years);
    const cast = casts.get(subjectId);
    const drawn = cast ?? drawHonours(random, last);
    return drawn.map((honour) => ({
      subjectId,
      ...honour,
      issuer: issuers[honour.level],
      handedIn: years.find((year) => honour.awardedOn <= applicationDeadline(year)) ?? years[years.length - 1] ?? 2023,
    }));
  });
}

function drawHonours(random: Random, lastYear: number): CastHonour[] {
  const count = random.weighted([
    [0, 0.25],
    [1, 0.45],
    [2, 0.3],
  ]);
  const drawn = Array.from({ length: count }, () => {
    const level = random.weighted<HonourLevel>([
      ["国家级", 0.03],
      ["省部级", 0.17],
      ["设区市级", 0.45],
      ["县级", 0.35],
    ]);
    return {
      title: random.pick(titles[level]),
      level,
      awardedOn: isoDate(random.int(lastYear - 2, lastYear), random.int(1, 6), random.int(1, 28)),
    };
  });
  return drawn.filter((honour, index) => drawn.findIndex(({ title }) => title === honour.title) === index);
}

/** New measures of the nominated, all started in one year, which is the last one the subject is nominated in. */
export function buildInnovations(random: Random, nominations: readonly Nomination[], casts: ReadonlyMap<string, number>): Innovation[] {
  return subjectsOf(nominations).flatMap(([subjectId, years]) => {
    const year = years[years.length - 1] ?? 2023;
    const drawn = random.weighted([
      [0, 0.45],
      [1, 0.35],
      [2, 0.2],
    ]);
    const count = casts.get(subjectId) ?? drawn;
    return random
      .shuffle(measures)
      .slice(0, count)
      .map((measure, index) => ({
        subjectId,
        title: `示例·${measure}`,
        startedOn: isoDate(year, random.int(1, 7), random.int(1, 28)),
        evidence: `示例佐证材料${index + 1}`,
        handedIn: year,
      }));
  });
}

function subjectsOf(nominations: readonly Nomination[]): [string, SampleYear[]][] {
  const years = new Map<string, SampleYear[]>();
  for (const year of sampleYears) {
    for (const { subjectId } of nominations.filter((nomination) => nomination.year === year)) {
      years.set(subjectId, [...(years.get(subjectId) ?? []), year]);
    }
  }
  return [...years];
}

/**
 * Bonus points of a subject in a year, to place subjects deliberately: honours of the 36 months before the deadline, each title at its
 * highest level, at most 8; new measures, at most 2.
 */
export function bonusPoints(
  subjectId: string,
  year: SampleYear,
  honours: readonly HeldHonour[],
  innovations: readonly Innovation[],
): number {
  const deadline = applicationDeadline(year);
  const from = applicationDeadline(year - 3);
  const best = new Map<string, number>();
  for (const honour of honours) {
    if (honour.subjectId !== subjectId || honour.awardedOn < from || honour.awardedOn > deadline) continue;
    best.set(honour.title, Math.max(best.get(honour.title) ?? 0, points[honour.level]));
  }
  const measuresHeld = innovations.filter((measure) => measure.subjectId === subjectId && measure.handedIn === year).length;
  return (
    Math.min(
      8,
      [...best.values()].reduce((sum, value) => sum + value, 0),
    ) + Math.min(2, measuresHeld)
  );
}
