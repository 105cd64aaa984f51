import { z } from "zod";
import { Bilingual } from "./bilingual.ts";
import { Condition, disposeValue } from "./condition.ts";
import type { Facts, FieldValue } from "./facts.ts";
import { Field, isWhere, Where } from "./field.ts";
import { Id } from "./id.ts";
import { type Policies, ruled, settle } from "./policy.ts";
import { RecordKind } from "./record-kind.ts";
import type { VetoRecord } from "./score-result.ts";
import { Source } from "./source.ts";
import { findVeto } from "./veto.ts";

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
type DayRule = z.infer<typeof DayRule>;

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
type NoRecordRule = z.infer<typeof NoRecordRule>;

/** At most so many applications with one value of a field: two projects of one applicant. */
const LimitRule = z.strictObject({
  ...ruleFields,
  kind: z.literal("limit"),
  per: Field,
  most: z.int().positive(),
  over: ruled("over-limit"),
  /** The day that says which came first. */
  by: Field.default("submitted_on"),
});
type LimitRule = z.infer<typeof LimitRule>;

/** What a subject must be to have an honour at all, before anything is scored. */
export const EligibilityRule = z.discriminatedUnion("kind", [NumberRule, DayRule, ValueRule, NoRecordRule, LimitRule]);
export type EligibilityRule = z.infer<typeof EligibilityRule>;

export type EligibilityState = "met" | "unmet" | "undecided" | "not_applicable";

/** What one rule made of a subject. `given` is the value that was looked at; `records` those of a rule about records. */
export interface EligibilityResult {
  readonly rule: string;
  readonly state: EligibilityState;
  readonly otherwise: EligibilityRule["otherwise"];
  readonly field: string;
  readonly given: FieldValue;
  readonly records: readonly VetoRecord[];
  readonly source: Source;
}

export type EligibilityVerdict = "eligible" | "undecided" | "ineligible" | "not_applied";

export interface Eligibility {
  readonly verdict: EligibilityVerdict;
  readonly rules: readonly EligibilityResult[];
}

/**
 * Whether a subject may have an honour, rule by rule. What is not known leaves it undecided, never eligible. `all` are the applications
 * for the honour, the subject's own among them: a limit counts over them, whatever their order.
 */
export function checkEligibility(
  honour: { readonly eligibility: readonly EligibilityRule[] },
  facts: Facts,
  policies: Policies,
  all: readonly Facts[] = [facts],
): Eligibility {
  const rules = honour.eligibility.map((rule): EligibilityResult => {
    const { id, otherwise, source } = rule;
    const field = rule.kind === "no-record" ? rule.condition.field : rule.kind === "limit" ? rule.per : rule.field;
    const given = rule.kind === "no-record" ? null : (facts.fields[field] ?? null);
    const stated = { rule: id, otherwise, field, given, records: [], source };
    if (!isWhere(rule.of, facts.fields)) return { ...stated, state: "not_applicable" };
    return { ...stated, ...apply(rule, given, facts, policies, all) };
  });
  return { verdict: verdictOf(rules), rules };
}

function verdictOf(rules: readonly EligibilityResult[]): EligibilityVerdict {
  const unmet = rules.filter(({ state }) => state === "unmet");
  if (unmet.some(({ otherwise }) => otherwise === "not-applied")) return "not_applied";
  if (unmet.length > 0) return "ineligible";
  return rules.some(({ state }) => state === "undecided") ? "undecided" : "eligible";
}

type Applied = Pick<EligibilityResult, "state"> & Partial<Pick<EligibilityResult, "records">>;

function apply(rule: EligibilityRule, given: FieldValue, facts: Facts, policies: Policies, all: readonly Facts[]): Applied {
  switch (rule.kind) {
    case "number":
      if (typeof given !== "number") return { state: "undecided" };
      return met(given >= (rule.least ?? given) && given <= (rule.most ?? given));
    case "day":
      return applyDay(rule, given, policies);
    case "value":
      return { state: stateOf[disposeValue(rule.is, given)] };
    case "no-record":
      return applyNoRecord(rule, facts, policies);
    case "limit":
      return applyLimit(rule, given, facts, policies, all);
  }
}

const stateOf = { counted: "met", undecided: "undecided", excluded: "unmet" } as const;

function met(holds: boolean): Applied {
  return { state: holds ? "met" : "unmet" };
}

function applyDay({ from, before, until, empty }: DayRule, given: FieldValue, policies: Policies): Applied {
  if (typeof given !== "string") return { state: empty };
  const bound = (day: DayRule["from"]) => (day === undefined ? null : settle(policies, "day", day));
  const [first, end, last] = [bound(from), bound(before), bound(until)];
  return met((first === null || given >= first) && (end === null || given < end) && (last === null || given <= last));
}

function applyNoRecord(rule: NoRecordRule, facts: Facts, policies: Policies): Applied {
  const { id, label, source, records, where, period, condition } = rule;
  const conditions = [{ ...condition, label }];
  const found = findVeto({ id, label, source, kind: "count", records, where, period, threshold: 1, conditions }, facts, policies);
  if (found.state === "undecided") return { state: "undecided", records: found.records };
  return { ...met(found.state !== "vetoed"), records: found.records };
}

/** Within the limit all stay; over it the applicant has to choose, or those handed in first stay: a day shared at the limit is undecided. */
function applyLimit(
  { per, most, over, by }: LimitRule,
  given: FieldValue,
  facts: Facts,
  policies: Policies,
  all: readonly Facts[],
): Applied {
  if (given === null) return { state: "undecided" };
  const same = all.filter(({ fields }) => fields[per] === given);
  if (same.length <= most) return { state: "met" };
  const day = facts.fields[by] ?? null;
  if (settle(policies, "over-limit", over) === "applicant-chooses" || day === null) return { state: "undecided" };
  const [earlier, known] = [same.filter(({ fields }) => String(fields[by]) < String(day)), same.filter(({ fields }) => fields[by] === day)];
  if (earlier.length >= most) return { state: "unmet" };
  return { state: earlier.length + known.length <= most ? "met" : "undecided" };
}
