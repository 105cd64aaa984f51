import type { Profile } from "@mingchuang/warehouse/manifest";

/**
 * What one audience gets of one column.
 *
 * - `kept` as it is: a figure, a day, a code of ours, or what the software wrote · `withheld` null
 * - `masked` what somebody wrote, with names and numbers blotted out (`mask.ts`)
 * - `place` what a place, a source or a category is called: as it is, unless somebody's number or name of three characters stands in it
 * - `id` a number that an office gave to a record: as it is, unless it is made of somebody's number or name; then another stands for it
 * - `path` masked, and without the file's own name where graders hand in one each: it would say whose the lines are
 * - `subject`, `subjectName`, `application`, `applications` (ids, `, `) a person under the number and name of this profile, a window as it is
 * - `ofPlaces` as it is of windows, units and projects, null of persons: it would tie a person to another year or to the files
 * - `grader` `评委1`…`评委n`
 * - `lineByGrader`, `lineByAmount` a place that follows the aliases, or the amounts: the order of the ids would give them away
 * - `profile` the name of the profile itself
 */
export type Treatment =
  | "kept"
  | "withheld"
  | "masked"
  | "place"
  | "id"
  | "path"
  | "subject"
  | "subjectName"
  | "application"
  | "applications"
  | "ofPlaces"
  | "grader"
  | "lineByGrader"
  | "lineByAmount"
  | "profile";

/**
 * Which rows one audience gets: `all`, `none`, or those not about certain persons: `nominated` leaves out persons who did not apply,
 * `unblamed` leaves out, besides, persons who are vetoed, not eligible or may yet be (a disciplinary matter must not be readable from a
 * small window). `places` keeps only what is of windows, units and projects.
 */
export type Rows = "all" | "none" | "nominated" | "unblamed" | "places";

export interface TableRule {
  readonly rows: Readonly<Record<Profile, Rows>>;
  /** Columns, as published, in the order in which a browser's queries scan them. */
  readonly sortedBy: readonly string[];
  readonly columns: Readonly<Record<string, Readonly<Record<Profile, Treatment>>>>;
}

const open = { public: "kept", leader: "kept", committee: "kept" } as const;
const notPublic = { public: "withheld", leader: "kept", committee: "kept" } as const;
const committeeOnly = { public: "withheld", leader: "withheld", committee: "kept" } as const;
const freeText = { public: "withheld", leader: "masked", committee: "kept" } as const;
const place = { public: "place", leader: "place", committee: "kept" } as const;
const placeNotPublic = { public: "withheld", leader: "place", committee: "kept" } as const;
const id = { public: "id", leader: "id", committee: "kept" } as const;
const idNotPublic = { public: "withheld", leader: "id", committee: "kept" } as const;
const subject = { public: "subject", leader: "subject", committee: "kept" } as const;
const subjectName = { public: "subjectName", leader: "subjectName", committee: "kept" } as const;
const application = { public: "application", leader: "application", committee: "kept" } as const;
const applications = { public: "applications", leader: "applications", committee: "kept" } as const;
const ofPlaces = { public: "ofPlaces", leader: "ofPlaces", committee: "kept" } as const;
const sourceCell = { public: "withheld", leader: "ofPlaces", committee: "kept" } as const;
const grader = { public: "withheld", leader: "grader", committee: "kept" } as const;
const path = { public: "withheld", leader: "path", committee: "kept" } as const;
const line = { public: "lineByAmount", leader: "lineByGrader", committee: "kept" } as const;
const profile = { public: "profile", leader: "profile", committee: "profile" } as const;

const allRows = { public: "all", leader: "all", committee: "all" } as const;
const rowsNotPublic = { public: "none", leader: "all", committee: "all" } as const;
const nomineesNotPublic = { public: "none", leader: "nominated", committee: "all" } as const;
const resultRows = { public: "unblamed", leader: "nominated", committee: "all" } as const;
const placesOnly = { public: "places", leader: "places", committee: "all" } as const;
const placesNotPublic = { public: "none", leader: "places", committee: "all" } as const;
const rowsForCommittee = { public: "none", leader: "none", committee: "all" } as const;

type Columns = TableRule["columns"];

const columns = (treatment: Columns[string], ...names: string[]): Columns => Object.fromEntries(names.map((name) => [name, treatment]));

/**
 * Every table that is published and every column of it. What is not named here does not leave the evaluation database: a new column
 * must be added here, open or withheld, before anyone sees it.
 */
export const publishedTables: Readonly<Record<string, TableRule>> = {
  mart_city: { rows: allRows, sortedBy: ["sort", "city_code"], columns: columns(open, "city_code", "city", "sort") },
  mart_county: {
    rows: allRows,
    sortedBy: ["county_code"],
    columns: columns(open, "county_code", "county", "city_code", "valid_from", "valid_to", "successors", "comparable_from", "note"),
  },
  mart_identity: {
    rows: allRows,
    sortedBy: ["window_id"],
    columns: {
      ...columns(open, "valid_from", "valid_to"),
      ...columns(id, "window_id", "identity"),
      ...columns(applications, "predecessors", "successors"),
    },
  },
  mart_window_line: {
    rows: allRows,
    sortedBy: ["window_id", "ancestor_id"],
    columns: { ...columns(open, "left_on", "is_whole"), ...columns(id, "window_id", "ancestor_id") },
  },
  mart_window_change: {
    rows: allRows,
    sortedBy: ["changed_on", "from_window", "to_window"],
    columns: {
      ...columns(open, "kind", "changed_on", "in_force"),
      ...columns(id, "from_window", "to_window"),
      ...columns(freeText, "document", "note", "sheet"),
      ...columns(notPublic, "file_id", "row_no"),
    },
  },
  mart_window: {
    rows: allRows,
    sortedBy: ["year", "window_id"],
    columns: {
      ...columns(open, "scheme_id", "year", "city_code", "county_code", "level", "domain", "staff_count", "opened_on", "closed_on"),
      ...columns(place, "name", "former_names", "renamed_from", "city", "county", "tier", "unit"),
      ...columns(committeeOnly, "address", "postcode", "contact", "phone"),
      window_id: id,
    },
  },
  mart_person: {
    rows: rowsForCommittee,
    sortedBy: ["year", "person_id"],
    columns: {
      ...columns(committeeOnly, "scheme_id", "year", "person_id", "name", "window_id", "position", "joined_on", "left_on"),
      ...columns(committeeOnly, "front_line", "on_staff"),
    },
  },
  mart_window_month: {
    rows: allRows,
    sortedBy: ["window_id", "month"],
    columns: {
      ...columns(open, "month", "cases", "active_reviews", "default_reviews", "good", "bad"),
      window_id: id,
      ...columns(open, "level_5", "level_4", "level_3", "level_2", "level_1", "counted_from", "handled", "handling_p50", "handling_p90"),
      ...columns(notPublic, "file_id", "row_no"),
      ...columns(freeText, "sheet"),
    },
  },
  mart_bad_review: {
    rows: rowsNotPublic,
    sortedBy: ["window_id", "rated_on", "review_id"],
    columns: {
      ...columns(notPublic, "rated_on", "level", "cause", "visited_at", "appealed_at", "appeal_result", "rectified_at", "follow_up_level"),
      ...columns(notPublic, "file_id", "row_no"),
      ...columns(idNotPublic, "review_id", "window_id"),
      channel: placeNotPublic,
      ...columns(freeText, "sheet"),
      ...columns(committeeOnly, "person_id", "reason"),
    },
  },
  mart_complaint: {
    rows: rowsNotPublic,
    sortedBy: ["window_id", "received_on", "complaint_id"],
    columns: {
      ...columns(notPublic, "received_on", "closed_on", "nature", "verified", "due_to_service", "satisfied", "file_id", "row_no"),
      ...columns(idNotPublic, "complaint_id", "window_id"),
      ...columns(placeNotPublic, "source", "category"),
      ...columns(freeText, "sheet"),
      ...columns(committeeOnly, "person_id", "text"),
    },
  },
  mart_application: {
    rows: resultRows,
    sortedBy: ["year", "honour", "application_id"],
    columns: {
      ...columns(open, "scheme_id", "year", "honour", "city_code", "deeds_length", "subject_kind", "began_on", "in_use"),
      ...columns(place, "recommender", "unit", "tier"),
      window_id: id,
      submitted_at: ofPlaces,
      application_id: application,
      subject_id: subject,
      subject_name: subjectName,
    },
  },
  mart_indicator: {
    rows: placesNotPublic,
    sortedBy: ["subject_id", "metric", "ends_on", "period"],
    columns: {
      ...columns(notPublic, "scheme_id", "period", "ends_on", "value", "numerator", "denominator", "file_id", "row_no"),
      ...columns(placeNotPublic, "metric", "unit"),
      subject_id: idNotPublic,
      ...columns(freeText, "sheet"),
    },
  },
  mart_appraisal: {
    rows: rowsForCommittee,
    sortedBy: ["subject_id", "source", "ends_on", "period"],
    columns: {
      ...columns(committeeOnly, "scheme_id", "subject_id", "source", "period", "ends_on", "score", "rank"),
      ...columns(committeeOnly, "file_id", "sheet", "row_no"),
    },
  },
  mart_checklist: {
    rows: placesNotPublic,
    sortedBy: ["subject_id", "point", "checked_on"],
    columns: {
      ...columns(notPublic, "scheme_id", "kept", "checked_on", "file_id", "row_no"),
      point: placeNotPublic,
      subject_id: idNotPublic,
      ...columns(freeText, "evidence", "sheet"),
    },
  },
  mart_title_event: {
    rows: placesNotPublic,
    sortedBy: ["subject_id", "happened_on", "event_id"],
    columns: {
      ...columns(notPublic, "scheme_id", "happened_on", "due_on", "file_id", "row_no"),
      ...columns(idNotPublic, "event_id", "subject_id"),
      event: placeNotPublic,
      ...columns(freeText, "document", "sheet"),
    },
  },
  mart_file: {
    rows: allRows,
    sortedBy: ["file_id"],
    columns: {
      ...columns(open, "file_id", "sha256", "format", "encoding", "state", "error_code", "replaced_by"),
      ...columns(open, "rows_in", "accepted", "rejected", "superseded", "seq", "bytes"),
      ...columns(freeText, "mapping", "error_detail"),
      path,
    },
  },
  mart_table: {
    rows: allRows,
    sortedBy: ["file_id", "sheet", "kind"],
    columns: {
      ...columns(open, "file_id", "kind", "header_row", "rows_in", "accepted", "rejected", "superseded", "note"),
      ...columns(freeText, "sheet", "ignored_columns"),
      absent_columns: open,
    },
  },
  mart_column: {
    rows: rowsNotPublic,
    sortedBy: ["file_id", "sheet", "kind", "header_row", "field"],
    columns: {
      ...columns(notPublic, "file_id", "kind", "header_row", "field"),
      ...columns(freeText, "sheet", "header", "place"),
    },
  },
  mart_row: {
    rows: placesNotPublic,
    sortedBy: ["kind", "subject_id", "record_id", "file_id", "row_no"],
    columns: {
      ...columns(notPublic, "kind", "figures", "file_id", "row_no", "cell", "superseded_by"),
      ...columns(idNotPublic, "record_id"),
      ...columns(freeText, "sheet"),
      subject_id: idNotPublic,
      application_id: application,
      grader_id: grader,
    },
  },
  mart_event: {
    rows: rowsNotPublic,
    sortedBy: ["event_no"],
    columns: {
      ...columns(notPublic, "event_no", "happened_at", "action", "file_id", "error_code", "rows_in", "accepted", "rejected"),
      ...columns(notPublic, "superseded", "row_count", "by_file_id"),
      path,
    },
  },
  mart_review_month: {
    rows: rowsNotPublic,
    sortedBy: ["month", "file_id"],
    columns: { ...columns(notPublic, "month", "file_id", "reviews"), sheet: freeText },
  },
  mart_check: { rows: allRows, sortedBy: ["name"], columns: columns(open, "name", "zh", "en", "severity", "violations") },
  mart_violation: {
    rows: rowsForCommittee,
    sortedBy: ["name", "what", "detail"],
    columns: columns(committeeOnly, "name", "what", "detail", "file_id", "sheet", "row_no"),
  },
  mart_problem: {
    rows: rowsNotPublic,
    sortedBy: ["file_id", "sheet", "row_no", "cell", "code"],
    columns: {
      ...columns(notPublic, "file_id", "row_no", "field", "code", "severity"),
      ...columns(freeText, "sheet", "cell"),
      path,
      ...columns(committeeOnly, "value", "row_text"),
    },
  },
  mart_meta: {
    rows: allRows,
    sortedBy: [],
    columns: { ...columns(open, "schema_version", "as_of", "is_sample", "generated_at", "software"), profile },
  },
  mart_scheme: { rows: allRows, sortedBy: ["scheme_id"], columns: columns(open, "scheme_id", "edition", "body") },
  eval_result: {
    rows: resultRows,
    sortedBy: ["year", "honour", "rank", "application_id"],
    columns: {
      ...columns(open, "year", "honour", "scheme_id", "city_code", "county_code"),
      ...columns(place, "city", "county"),
      window_id: id,
      ...columns(open, "domain", "level", "state", "total_num", "total_den", "total_c", "base_c", "bonus_c", "self_c", "rank", "tied"),
      ...columns(open, "tie_broken_by", "counted_bad", "good", "active", "sheets_kept", "sheets_dropped"),
      ...columns(ofPlaces, "previous_rank", "previous_total_c"),
      application_id: application,
      subject_id: subject,
      subject_name: subjectName,
    },
  },
  eval_facts: {
    rows: rowsForCommittee,
    sortedBy: ["year", "honour", "application_id"],
    columns: columns(committeeOnly, "year", "honour", "application_id", "label", "facts", "excluded"),
  },
  // Of persons only means over all of them, and over no few (`toldGroups`): nothing of it is about one person.
  eval_restated: {
    rows: rowsNotPublic,
    sortedBy: ["year", "honour", "scheme_before", "scheme_id", "city_code", "seq"],
    columns: {
      ...columns(
        notPublic,
        "year",
        "honour",
        "scheme_id",
        "year_before",
        "scheme_before",
        "city_code",
        "item",
        "seq",
        "subjects",
        "unknown",
      ),
      ...columns(
        notPublic,
        "before_num",
        "before_den",
        "after_num",
        "after_den",
        "rule_num",
        "rule_den",
        "performance_num",
        "performance_den",
      ),
    },
  },
  eval_eligibility: {
    rows: nomineesNotPublic,
    sortedBy: ["year", "honour", "application_id", "rule"],
    columns: {
      ...columns(notPublic, "year", "honour", "rule", "state", "otherwise", "field", "source_document", "source_clause"),
      ...columns(committeeOnly, "given"),
      application_id: application,
      subject_id: subject,
      subject_name: subjectName,
    },
  },
  eval_period: {
    rows: resultRows,
    sortedBy: ["year", "honour", "period", "rank", "application_id"],
    columns: {
      ...columns(open, "year", "honour", "period", "ends_on", "state", "total_num", "total_den", "total_c", "rank"),
      ...columns(open, "passed", "missing"),
      application_id: application,
      subject_id: subject,
      subject_name: subjectName,
    },
  },
  eval_title: {
    rows: placesOnly,
    sortedBy: ["year", "title", "subject_id"],
    columns: {
      ...columns(open, "year", "honour", "title", "city_code", "as_of", "state", "since", "holds", "due", "missing", "possible"),
      ...columns(place, "subject_name", "sentence_zh", "sentence_en"),
      ...columns(id, "window_id", "subject_id"),
    },
  },
  eval_title_step: {
    rows: placesOnly,
    sortedBy: ["year", "title", "subject_id", "seq"],
    columns: {
      ...columns(open, "year", "honour", "title", "seq", "happened_on", "cause", "from_state", "to_state", "transition"),
      ...columns(open, "source_document", "source_clause"),
      ...columns(place, "sentence_zh", "sentence_en"),
      subject_id: id,
      record_id: idNotPublic,
    },
  },
  eval_stage: {
    rows: allRows,
    sortedBy: ["year", "honour", "seq"],
    columns: {
      ...columns(open, "year", "honour", "stage", "seq", "status", "provisional", "least", "most", "chosen", "open", "vacant"),
      ...columns(freeText, "sentence_zh", "sentence_en"),
    },
  },
  eval_selection: {
    rows: resultRows,
    sortedBy: ["year", "honour", "stage", "rank", "application_id"],
    columns: {
      ...columns(open, "year", "honour", "stage", "rank", "outcome", "reason", "bar", "rules"),
      ...columns(open, "behind_num", "behind_den"),
      behind: applications,
      ...columns(freeText, "sentence_zh", "sentence_en"),
      application_id: application,
      subject_id: subject,
      subject_name: subjectName,
    },
  },
  eval_item: {
    rows: resultRows,
    sortedBy: ["year", "honour", "application_id", "seq"],
    columns: {
      ...columns(open, "year", "honour", "item", "seq", "max_c", "points_num", "points_den", "points_c", "self_c"),
      application_id: application,
    },
  },
  eval_line: {
    rows: resultRows,
    sortedBy: ["year", "honour", "application_id", "line_no"],
    columns: {
      ...columns(open, "year", "honour", "item", "clause", "kind", "points_num", "points_den", "asked_c"),
      ...columns(open, "source_document", "source_clause"),
      file_id: notPublic,
      ...columns(sourceCell, "row_no", "cell"),
      application_id: application,
      ...columns(freeText, "reason", "evidence", "record_id", "sheet"),
      grader_id: grader,
      line_no: line,
    },
  },
  eval_sheet: {
    rows: nomineesNotPublic,
    sortedBy: ["year", "honour", "application_id", "grader_id"],
    columns: {
      ...columns(notPublic, "year", "honour", "points_num", "points_den", "points_c", "kept", "dropped_because", "missing"),
      application_id: application,
      grader_id: grader,
    },
  },
  eval_veto: {
    rows: nomineesNotPublic,
    sortedBy: ["year", "honour", "subject_id", "rule"],
    columns: {
      ...columns(notPublic, "year", "honour", "city_code", "rule", "state", "threshold", "counted", "undecided", "excluded"),
      window_id: idNotPublic,
      application_id: application,
      subject_id: subject,
      subject_name: subjectName,
    },
  },
  eval_veto_record: {
    rows: nomineesNotPublic,
    sortedBy: ["year", "honour", "subject_id", "rule", "occurred_on", "record_id"],
    columns: {
      ...columns(notPublic, "year", "honour", "rule", "record_kind", "occurred_on", "disposition", "because", "file_id", "row_no"),
      record_id: idNotPublic,
      ...columns(freeText, "sheet"),
      subject_id: subject,
    },
  },
  eval_run: {
    rows: allRows,
    sortedBy: ["year", "honour"],
    columns: {
      ...columns(open, "year", "honour", "scheme_id", "edition", "scheme_hash", "restated", "round", "as_of", "applications", "ranked"),
      ...columns(open, "undecided", "vetoed", "unscored", "ineligible", "not_applied", "store_hash", "software", "evaluated_at"),
    },
  },
  eval_policy: {
    rows: allRows,
    sortedBy: ["scheme_id", "honour", "policy"],
    columns: columns(open, "scheme_id", "honour", "policy", "value", "is_default", "silent", "label_zh", "label_en"),
  },
};

/** The names of all published tables, in the order in which they are written. */
export const publishedTableNames: readonly string[] = Object.keys(publishedTables).sort();
