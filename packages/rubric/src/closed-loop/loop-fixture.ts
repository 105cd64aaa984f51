import { parse } from "yaml";
import { z } from "zod";
import { chineseCalendar } from "../deadlines/chinese-calendar.ts";
import type { FactRecord, FieldValue } from "../facts.ts";
import { Policy, policiesInForce } from "../policy.ts";
import { record } from "../zhejiang-fixture.ts";
import { ClosedLoop } from "./closed-loop.ts";
import { followLoop, type LoopResult } from "./follow-loop.ts";

const policies = z.array(Policy).parse(
  parse(`
- id: day-type
  decides: day-type
  label: { zh: 期限按哪种天数, en: Days of the deadlines }
  why: { zh: 各地有的按自然日、有的按工作日。, en: Some places count calendar days and some working days. }
  silent: true
  source: { document: zj-2019-reviews, clause: 差评处理 }
  default: calendar
  options:
    - { id: calendar, label: { zh: 自然日, en: Calendar days }, setting: calendar }
    - { id: working, label: { zh: 工作日, en: Working days }, setting: working }
`),
);

/** A call-back within 1 day; an appeal, or a rectification, within 15; after a rectification one follow-up review, for which no day is set. */
export const badReviewLoop = ClosedLoop.parse(
  parse(`
id: bad-review
label: { zh: 差评闭环, en: Closed loop of bad reviews }
source: { document: zj-2019-reviews, clause: 差评处理 }
records: bad_reviews
steps:
  - id: call-back
    label: { zh: 回访, en: Call-back }
    after: opened
    within: { days: 1, count: { policy: day-type } }
    ways:
      - { id: called, label: { zh: 回访, en: called back }, field: visited_at }
    source: { document: zj-2019-reviews, clause: 差评处理·1 }
  - id: handling
    label: { zh: 申诉或整改, en: Appeal or rectification }
    after: opened
    within: { days: 15, count: { policy: day-type } }
    ways:
      - { id: appeal, label: { zh: 申诉, en: appealed }, field: appealed_at }
      - { id: rectification, label: { zh: 整改, en: rectified }, field: rectified_at }
    source: { document: zj-2019-reviews, clause: 差评处理·2 }
  - id: answer
    label: { zh: 反馈, en: Answer }
    after: { step: handling }
    within: { days: 3, count: { policy: day-type } }
    ways:
      - { id: answered, label: { zh: 反馈, en: answered }, field: answered_at }
    source: { document: zj-2019-reviews, clause: 差评处理·3 }
  - id: follow-up
    label: { zh: 追评, en: Follow-up review }
    after: { step: handling, ways: [rectification] }
    within: null
    ways:
      - { id: reviewed, label: { zh: 追评, en: reviewed again }, field: follow_up_level, dated: false }
    source: { document: zj-2019-reviews, clause: 差评处理·4 }
`),
);

const empty = { visited_at: null, appealed_at: null, rectified_at: null, answered_at: null, follow_up_level: null };

/** A bad review of 28 September 2023, the day before eight days of holidays, of whose handling nothing was handed in but what is given. */
export function review(fields: Readonly<Record<string, FieldValue>> = {}, id = "r1", on: string | null = "2023-09-28"): FactRecord {
  return record("bad_reviews", id, on, { ...empty, ...fields });
}

export function followReviews(records: readonly FactRecord[], asOf: string, choices: Record<string, string> = {}): LoopResult[] {
  return followLoop(badReviewLoop, records, {
    asOf,
    policies: policiesInForce({ policies, calendar: [] }, choices),
    calendar: chineseCalendar,
  });
}
