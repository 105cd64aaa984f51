import type { RecordKind } from "@mingchuang/rubric/record-kind";
import type { Honour } from "@mingchuang/rubric/scheme";

/** Where records of one kind are read from, and what a rule may ask of them. */
export interface RecordSource {
  readonly table: string;
  /** SQL for an id that is unique within the kind and stays the same when the file is handed in again. */
  readonly id: string;
  readonly on: string;
  readonly fields: readonly string[];
  /** Which column says whose record it is. */
  readonly subject: Readonly<Record<Honour["subject"], string>>;
}

const either = { window: "subject_id", person: "subject_id", unit: "subject_id", project: "subject_id" };
const windowOrPerson = { window: "window_id", person: "person_id", unit: "window_id", project: "window_id" };
const windowOnly = { ...windowOrPerson, person: "null" };

/** The counts of a month: of all channels together where they were handed in so, otherwise channel by channel; else what the reviews come to. */
const monthlyCounts = `(select window_id, month, channel, cases, active_reviews, default_reviews, good, bad, file_id, sheet, row_no
  from stg_review_counts counts
  where (channel is null or not exists (
      select 1 from stg_review_counts total where total.window_id = counts.window_id and total.month = counts.month and total.channel is null))
    and (window_id, month) not in (select (window_id, month) from mart_window_month where counted_from = 'reviews')
  union all
  select window_id, month, null, cases, active_reviews, default_reviews, good, bad, file_id, sheet, row_no
  from mart_window_month where counted_from = 'reviews')`;

/** The kinds of records that the rules of a scheme may read. */
export const recordSources: Readonly<Record<RecordKind, RecordSource>> = {
  bad_reviews: {
    table: "mart_bad_review",
    id: "review_id",
    on: "rated_on",
    fields: ["channel", "level", "cause", "visited_at", "appealed_at", "appeal_result", "rectified_at", "follow_up_level"],
    subject: windowOrPerson,
  },
  complaints: {
    table: "mart_complaint",
    id: "complaint_id",
    on: "received_on",
    fields: ["source", "nature", "category", "verified", "due_to_service", "satisfied", "closed_on"],
    subject: windowOrPerson,
  },
  findings: {
    table: "stg_findings",
    id: "finding_id",
    on: "coalesce(decided_on, reported_on)",
    fields: ["rule", "status", "document"],
    subject: either,
  },
  honours: {
    table: "stg_honours",
    id: "concat_ws('·', title, level, awarded_on)",
    on: "awarded_on",
    fields: ["title", "level", "issuer"],
    subject: either,
  },
  innovations: { table: "stg_innovations", id: "title", on: "started_on", fields: ["title", "evidence"], subject: either },
  review_counts: {
    table: monthlyCounts,
    id: "concat_ws('·', window_id, strftime(month, '%Y-%m'), channel)",
    on: "last_day(month)",
    fields: ["channel", "cases", "active_reviews", "default_reviews", "good", "bad"],
    subject: windowOnly,
  },
  indicators: {
    table: "mart_indicator",
    id: "concat_ws('·', metric, period)",
    on: "ends_on",
    fields: ["metric", "period", "value", "numerator", "denominator"],
    subject: either,
  },
  appraisals: {
    table: "mart_appraisal",
    id: "concat_ws('·', source, period)",
    on: "ends_on",
    fields: ["source", "period", "score", "rank"],
    subject: either,
  },
  checklists: {
    table: "mart_checklist",
    id: "concat_ws('·', point, checked_on)",
    on: "checked_on",
    fields: ["point", "kept", "evidence"],
    subject: either,
  },
};
