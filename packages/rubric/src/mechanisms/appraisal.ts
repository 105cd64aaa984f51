import { z } from "zod";
import type { Facts } from "../facts.ts";
import { Where } from "../field.ts";
import { itemFields } from "../item.ts";
import { type Measured, measureFields } from "../measure.ts";
import { type Policies, ruled } from "../policy.ts";
import { decimalRatio, dividedBy } from "../ratio.ts";
import { meanOf, recordsOf } from "../reading.ts";

const appraisalFields = {
  kind: z.literal("appraisal"),
  /** Whose appraisal: the values of `source` and other fields of the records. */
  where: Where,
  period: ruled("period"),
  /** What full marks are in it. */
  full: z.number().positive(),
};

/** A score that somebody gave to the subject as a whole: an assessment, a survey, a comment. Several in one period count as their mean. */
export const Appraisal = z.strictObject({ ...measureFields, ...appraisalFields });
export type Appraisal = z.infer<typeof Appraisal>;

export const AppraisalItem = z.strictObject({ ...itemFields, ...appraisalFields });
export type AppraisalItem = z.infer<typeof AppraisalItem>;

/** The score of an appraisal as a share of full marks, from records of the kind `appraisals` (field `score`). */
export function readAppraisal(appraisal: Omit<Appraisal, "label" | "kind">, facts: Facts, policies: Policies): Measured {
  const records = recordsOf({ ...appraisal, records: "appraisals" }, facts, policies);
  const value = meanOf("score", records);
  const share = value === null ? null : dividedBy(value, decimalRatio(appraisal.full));
  return { id: appraisal.id, kind: "appraisal", share, value, marks: null, records, source: appraisal.source, parts: [] };
}
