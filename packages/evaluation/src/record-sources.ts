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

/** The kinds of records that a scheme's vetoes and bonuses may count. */
export const recordSources: Readonly<Record<string, RecordSource>> = {
  bad_reviews: {
    table: "mart_bad_review",
    id: "review_id",
    on: "rated_on",
    fields: ["channel", "level", "cause", "appeal_result", "follow_up_level"],
    subject: windowOrPerson,
  },
  complaints: {
    table: "mart_complaint",
    id: "complaint_id",
    on: "received_on",
    fields: ["source", "nature", "category", "verified", "due_to_service", "satisfied"],
    subject: windowOrPerson,
  },
  findings: { table: "stg_findings", id: "finding_id", on: "decided_on", fields: ["rule", "status", "document"], subject: either },
  honours: {
    table: "stg_honours",
    id: "concat_ws('·', title, level, awarded_on)",
    on: "awarded_on",
    fields: ["title", "level", "issuer"],
    subject: either,
  },
  innovations: { table: "stg_innovations", id: "title", on: "started_on", fields: ["title", "evidence"], subject: either },
};
