import type { SubjectLineRow } from "@mingchuang/warehouse/queries/subject";

/** A line of a score for tests: what a test does not name is empty. */
export function scoreLine(
  given: Partial<SubjectLineRow> & Pick<SubjectLineRow, "line_no" | "item" | "kind" | "points_num">,
): SubjectLineRow {
  return {
    clause: null,
    points_den: 1,
    asked_c: null,
    grader_id: null,
    reason: null,
    evidence: null,
    record_id: null,
    source_document: "zj-2023-notice",
    source_clause: "附件5·1",
    path: null,
    sheet: null,
    row_no: null,
    cell: null,
    ...given,
  };
}
