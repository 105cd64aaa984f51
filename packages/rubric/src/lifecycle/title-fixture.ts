import { parse } from "yaml";
import { z } from "zod";
import { chineseCalendar } from "../deadlines/chinese-calendar.ts";
import { Policy, policiesInForce } from "../policy.ts";
import { followTitle, type TitleHistory } from "./follow-title.ts";
import type { TitleRecord } from "./timeline.ts";
import { Title } from "./title.ts";

const policies = z.array(Policy).parse(
  parse(`
- id: missing-quarter
  decides: missing-period
  label: { zh: 缺报的季度, en: Missing quarters }
  why: { zh: 没有写明缺报的季度是否打断“连续”。, en: Nothing says whether a missing quarter ends a run. }
  silent: true
  source: { document: template-plan, clause: 称号动态管理 }
  default: breaks
  options:
    - { id: breaks, label: { zh: 打断连续, en: It ends the run }, setting: breaks }
    - { id: skips, label: { zh: 跳过不计, en: It is skipped }, setting: skips }
- id: run-start
  decides: run-start
  label: { zh: 连续从何时算起, en: Where a run begins }
  why: { zh: 没有写明授牌或撤销之前的季度是否计入。, en: Nothing says whether quarters before the title count. }
  silent: true
  source: { document: template-plan, clause: 称号动态管理 }
  default: state
  options:
    - { id: state, label: { zh: 从当前状态开始, en: With the present state }, setting: state }
    - { id: ever, label: { zh: 从首个季度开始, en: With the first quarter }, setting: ever }
- id: day-type
  decides: day-type
  label: { zh: 期限的天数, en: Days of a deadline }
  why: { zh: 没有写明自然日还是工作日。, en: Nothing says which days are counted. }
  silent: true
  source: { document: hunan-2011, clause: 五 }
  default: working
  options:
    - { id: working, label: { zh: 工作日, en: Working days }, setting: working }
    - { id: calendar, label: { zh: 自然日, en: Calendar days }, setting: calendar }
`),
);

/** Two quarters failed in a row revoke the title, four passed in a row make it a star; a title is given by an award. */
export const quarterlyTitle = Title.parse(
  parse(`
id: red-flag
label: { zh: 红旗窗口, en: Red-flag window }
source: { document: template-plan, clause: 称号动态管理 }
states:
  - { id: none, label: { zh: 未授牌, en: Not awarded }, holds: false }
  - { id: held, label: { zh: 已授牌, en: Awarded }, holds: true }
  - { id: star, label: { zh: 星级, en: Star }, holds: true }
  - { id: revoked, label: { zh: 已撤销、整改, en: Revoked }, holds: false }
initial: none
events:
  - { id: award, label: { zh: 授牌, en: Awarded } }
runs: { of: quarter, gaps: { policy: missing-quarter }, since: { policy: run-start } }
transitions:
  - id: award
    label: { zh: 季度授牌, en: Quarterly award }
    from: [none, revoked]
    to: held
    when: { kind: event, event: award }
    source: { document: template-plan, clause: 季度评选 }
  - id: revoke
    label: { zh: 连续两季不合格撤销称号, en: Two quarters failed in a row }
    from: [held, star]
    to: revoked
    when: { kind: run, outcome: failed, length: 2 }
    source: { document: template-plan, clause: 称号动态管理·1 }
  - id: star
    label: { zh: 连续四季合格晋升星级, en: Four quarters passed in a row }
    from: [held]
    to: star
    when: { kind: run, outcome: passed, length: 4 }
    source: { document: template-plan, clause: 称号动态管理·2 }
`),
);

/** A unit found slack must rectify by a date; what is not done in time is criticised publicly. */
export const rectification = Title.parse(
  parse(`
id: rectification
label: { zh: 限期整改, en: Rectification by a date }
source: { document: hunan-2011, clause: 五 }
states:
  - { id: normal, label: { zh: 正常, en: Normal }, holds: true }
  - { id: rectifying, label: { zh: 限期整改, en: To rectify }, holds: true }
  - { id: criticised, label: { zh: 通报批评, en: Publicly criticised }, holds: false }
initial: normal
events:
  - { id: ordered, label: { zh: 责令限期整改, en: Ordered to rectify } }
  - { id: rectified, label: { zh: 完成整改, en: Rectified } }
transitions:
  - id: order
    label: { zh: 工作松懈限期整改, en: Found slack }
    from: [normal]
    to: rectifying
    when: { kind: event, event: ordered }
    source: { document: hunan-2011, clause: 五 }
  - id: done
    label: { zh: 按期完成整改, en: Rectified in time }
    from: [rectifying]
    to: normal
    when: { kind: event, event: rectified }
    source: { document: hunan-2011, clause: 五 }
  - id: criticise
    label: { zh: 逾期未改予以通报, en: Not rectified in time }
    from: [rectifying]
    to: criticised
    when: { kind: overdue, within: null }
    source: { document: hunan-2011, clause: 五 }
`),
);

/** The same, where the rule and not the order says how many days there are. */
export const rectificationWithin = (days: number): Title => ({
  ...rectification,
  transitions: rectification.transitions.map((transition) =>
    transition.when.kind === "overdue"
      ? { ...transition, when: { kind: "overdue", within: { days, count: { policy: "day-type" } } } }
      : transition,
  ),
});

let next = 0;

export function quarter(period: string, outcome: "passed" | "failed"): TitleRecord {
  next += 1;
  return { kind: "result", id: `r${next}-${period}`, period, outcome, origin: null };
}

/** Quarters from 2022Q1 on: `P` passed, `F` failed, `-` no result. */
export function quarters(pattern: string): TitleRecord[] {
  return [...pattern].flatMap((mark, place) => {
    if (mark === "-") return [];
    return [quarter(`${2022 + Math.floor(place / 4)}Q${(place % 4) + 1}`, mark === "P" ? "passed" : "failed")];
  });
}

export function event(name: string, on: string, due: string | null = null): TitleRecord {
  return { kind: "event", id: `${name}-${on}`, event: name, on, due, origin: null };
}

export function follow(title: Title, records: readonly TitleRecord[], asOf: string, choices: Record<string, string> = {}): TitleHistory {
  const inForce = policiesInForce({ policies, calendar: [] }, choices);
  return followTitle(title, records, { asOf, policies: inForce, calendar: chineseCalendar });
}
