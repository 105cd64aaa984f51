import { z } from "zod";

/** The kinds of records that a rule can look at: the keys of `Facts.records`. */
export const RecordKind = z.enum([
  "bad_reviews",
  "complaints",
  "findings",
  "honours",
  "innovations",
  "review_counts",
  "indicators",
  "appraisals",
  "checklists",
]);
export type RecordKind = z.infer<typeof RecordKind>;
