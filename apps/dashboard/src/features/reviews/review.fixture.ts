import { ClosedLoop } from "@mingchuang/rubric/closed-loop/closed-loop";
import type { HandledReview } from "@mingchuang/warehouse/queries/reviews";
import { parseSchemeBody, type SchemeLabels } from "../../lib/scheme.ts";
import type { LoopRule } from "./choose-rule.ts";

/** A bad review of 1 March 2023 in a list that has every column, of whose handling nothing was entered but what is given. */
export function badReview(more: Partial<HandledReview> = {}): HandledReview {
  return {
    review_id: "R1",
    year: 2023,
    rated_on: "2023-03-01",
    window_id: "W1",
    window_name: "示例窗口甲",
    city_code: "330100",
    domain: "housing",
    channel: "大厅",
    level: 2,
    cause: "objective",
    visited_at: null,
    appealed_at: null,
    appeal_result: null,
    rectified_at: null,
    follow_up_level: null,
    reason: null,
    has_visited_at: true,
    has_appealed_at: true,
    has_appeal_result: true,
    has_rectified_at: true,
    has_follow_up_level: true,
    file_id: "f1",
    path: "差评.xlsx",
    sheet: "差评",
    row_no: 2,
    ...more,
  };
}

const source = { document: "d", clause: "1" };
const label = { zh: "步骤", en: "step" };
const loop = ClosedLoop.parse({
  id: "bad-review",
  label,
  source,
  records: "bad_reviews",
  steps: [
    {
      id: "call-back",
      label,
      after: "opened",
      within: { days: 1, count: { policy: "day-type" } },
      ways: [{ id: "called", label, field: "visited_at" }],
      source,
    },
    {
      id: "handling",
      label,
      after: "opened",
      within: { days: 15, count: { policy: "day-type" } },
      ways: [
        { id: "appeal", label, field: "appealed_at" },
        { id: "rectification", label, field: "rectified_at" },
      ],
      source,
    },
  ],
});
const dayType = {
  id: "day-type",
  decides: "day-type",
  label,
  why: label,
  silent: true,
  source,
  default: "calendar",
  options: [
    { id: "calendar", label, setting: "calendar" },
    { id: "working", label, setting: "working" },
  ],
};

/** A scheme that has only what a loop needs; with `loop: false` not even that. */
export function schemeOf(id: string, { withLoop = true }: { withLoop?: boolean } = {}): SchemeLabels {
  const body = { id, label, calendar: [], policies: [dayType], loops: withLoop ? [loop] : [] };
  return parseSchemeBody({ scheme_id: id, edition: "1", body: JSON.stringify(body) });
}

/** A call-back within 1 day, an appeal or a rectification within 15, in calendar days unless a policy says otherwise. */
export const rule: LoopRule = { labels: schemeOf("own"), loop };
