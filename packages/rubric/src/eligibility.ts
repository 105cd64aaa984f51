import { z } from "zod";
import { Bilingual } from "./bilingual.ts";
import { Condition } from "./condition.ts";
import { Field, Where } from "./field.ts";
import { Id } from "./id.ts";
import { ruled } from "./policy.ts";
import { RecordKind } from "./record-kind.ts";
import { Source } from "./source.ts";

const ruleFields = {
  id: Id,
  label: Bilingual,
  source: Source,
  /** Which subjects the rule is about; all, where it says nothing. */
  of: Where.default({}),
  /** What it means not to meet the rule: the subject may not have the honour, or (too late) it did not apply at all. */
  otherwise: z.enum(["ineligible", "not-applied"]).default("ineligible"),
};

/** A number from `least` to `most`: a staff of at least 2, a text of at most 1,000 characters. */
const NumberRule = z.strictObject({
  ...ruleFields,
  kind: z.literal("number"),
  field: Field,
  least: z.number().optional(),
  most: z.number().optional(),
});

/**
 * A day on or after `from`, before `before`, up to `until`; each may be a policy. `empty: met` is for a day that may be absent: who never
 * left has no day of leaving.
 */
const DayRule = z.strictObject({
  ...ruleFields,
  kind: z.literal("day"),
  field: Field,
  from: ruled("day").optional(),
  before: ruled("day").optional(),
  until: ruled("day").optional(),
  empty: z.enum(["undecided", "met"]).default("undecided"),
});

/** A value that counts: on the staff, in use. */
const ValueRule = z.strictObject({ ...ruleFields, kind: z.literal("value"), field: Field, is: Condition });

/** No record of these kinds: no penalty, no breach of law. One that is not decided yet leaves the rule undecided. */
const NoRecordRule = z.strictObject({
  ...ruleFields,
  kind: z.literal("no-record"),
  records: RecordKind,
  where: Where,
  period: ruled("period"),
  condition: z.strictObject({ field: Field, is: Condition }),
});

/** At most so many applications with one value of a field: two projects of one applicant. */
const LimitRule = z.strictObject({
  ...ruleFields,
  kind: z.literal("limit"),
  per: Field,
  most: z.int().positive(),
  over: ruled("over-limit"),
});

/** What a subject must be to have an honour at all, before anything is scored. */
export const EligibilityRule = z.discriminatedUnion("kind", [NumberRule, DayRule, ValueRule, NoRecordRule, LimitRule]);
export type EligibilityRule = z.infer<typeof EligibilityRule>;

export type EligibilityState = "met" | "unmet" | "undecided" | "not_applicable";
