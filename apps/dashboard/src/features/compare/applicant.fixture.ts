import type { SubjectResultRow } from "@mingchuang/warehouse/queries/subject";
import type { Applicant } from "./beside-row.ts";

/** A result for tests: what a test does not name is that of an invented window in the middle of the list. */
export function resultRow(given: Partial<SubjectResultRow>): SubjectResultRow {
  return {
    year: 2023,
    honour: "red-flag-window",
    scheme_id: "zhejiang-2023",
    application_id: "A1",
    subject_id: "W1",
    subject_name: "示例窗口甲",
    window_id: "W1",
    window_name: "示例窗口甲",
    city: "杭州市",
    county: null,
    domain: "fund",
    level: "city",
    state: "ranked",
    total_num: 9000,
    total_den: 1,
    total_c: 9000,
    base_c: 8500,
    bonus_c: 500,
    self_c: null,
    rank: 10,
    tied: false,
    tie_broken_by: "total",
    counted_bad: 0,
    good: 99,
    active: 100,
    sheets_kept: 7,
    sheets_dropped: 0,
    previous_rank: null,
    previous_total_c: null,
    tier: null,
    recommender: null,
    submitted_on: null,
    deeds_length: null,
    ...given,
  };
}

/** A subject with a column; by default it was scored and lost nothing. */
export function applicant(given: Partial<Applicant>): Applicant {
  const result = given.result ?? resultRow({});
  return {
    subjectId: result.subject_id,
    name: result.subject_name,
    result,
    history: [result],
    items: [],
    lines: [],
    vetoes: [],
    ...given,
  };
}
