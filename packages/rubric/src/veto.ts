import { z } from "zod";
import { Bilingual } from "./bilingual.ts";
import { disposeValue } from "./condition.ts";
import type { FactRecord, Facts } from "./facts.ts";
import { Id } from "./id.ts";
import { reaches } from "./mechanisms/indicator.ts";
import { type Days, daysOf } from "./period.ts";
import { type Policies, ruled, settle } from "./policy.ts";
import { decimalRatio } from "./ratio.ts";
import { Reading, readValue } from "./reading.ts";
import { RecordKind } from "./record-kind.ts";
import type { Rubric } from "./scheme.ts";
import type { Disposition, VetoRecord, VetoResult, VetoState } from "./score-result.ts";
import { Source } from "./source.ts";

const ruleFields = { id: Id, label: Bilingual, source: Source, period: ruled("period") };

/**
 * Vetoes when at least `threshold` records count. `where` says which records the rule is about at all; each of those is counted,
 * left undecided or excluded by its day and by the conditions, and is shown with what decided.
 */
export const CountVeto = z.strictObject({
  ...ruleFields,
  kind: z.literal("count"),
  records: RecordKind,
  threshold: z.int().positive(),
  where: z.record(z.string(), z.array(z.string())).default({}),
  conditions: z.array(z.strictObject({ field: z.string(), label: Bilingual, is: ruled("condition") })).min(1),
});
export type CountVeto = z.infer<typeof CountVeto>;

/** Vetoes when one matter of this kind is found true; one still under inquiry leaves the rule undecided. */
export const FindingVeto = z.strictObject({ ...ruleFields, kind: z.literal("finding"), finding: z.string() });
export type FindingVeto = z.infer<typeof FindingVeto>;

/** Vetoes when an indicator does not reach its limit (底线); one without a value leaves the rule undecided. */
export const ThresholdVeto = z.strictObject({
  id: Id,
  label: Bilingual,
  source: Source,
  kind: z.literal("threshold"),
  of: Reading,
  direction: z.enum(["higher", "lower"]),
  limit: z.number(),
});
export type ThresholdVeto = z.infer<typeof ThresholdVeto>;

export const VetoRule = z.discriminatedUnion("kind", [CountVeto, FindingVeto, ThresholdVeto]);
export type VetoRule = z.infer<typeof VetoRule>;

const atLimit = { zh: "是否达到限值", en: "whether it reaches its limit" };
const findingStatus = { zh: "认定状态", en: "status of the inquiry" };

/** Every veto rule as a count: a finding is a count of one over the findings of its kind, a threshold one of missing its limit. */
export function countOf(rule: VetoRule): CountVeto {
  if (rule.kind === "count") return rule;
  if (rule.kind === "threshold") {
    const { id, label, source, of } = rule;
    const conditions = [{ field: "limit", label: atLimit, is: { counts: "any" as const, undecided: [] } }];
    return { id, label, source, kind: "count", records: of.records, period: of.period, threshold: 1, where: of.where, conditions };
  }
  const { finding, kind: _, ...fields } = rule;
  return {
    ...fields,
    kind: "count",
    records: "findings",
    threshold: 1,
    where: { rule: [finding] },
    conditions: [{ field: "status", label: findingStatus, is: { counts: ["found"], undecided: ["pending", null] } }],
  };
}

/**
 * The state of a rule. An undecided record never clears a subject: while such records could still reach the threshold, the rule is
 * undecided. `near` is one short of the threshold, which a threshold of one does not have.
 */
export function vetoState(counted: number, undecided: number, threshold: number): VetoState {
  if (counted >= threshold) return "vetoed";
  if (counted + undecided >= threshold) return "undecided";
  return counted > 0 && counted === threshold - 1 ? "near" : "clear";
}

/** Every veto rule of a rubric applied to one subject, in the rubric's order; needs no score sheets. */
export function findVetoes(honour: { readonly rubric: Pick<Rubric, "vetoes"> }, facts: Facts, policies: Policies): VetoResult[] {
  return honour.rubric.vetoes.map((rule) =>
    rule.kind === "threshold" ? findMiss(rule, facts, policies) : findVeto(countOf(rule), facts, policies),
  );
}

/** The records of an indicator are counted together: they miss the limit or they do not; without a value nobody knows. */
function findMiss({ id, source, of, direction, limit }: ThresholdVeto, facts: Facts, policies: Policies): VetoResult {
  const { value, records: read } = readValue(of, facts, policies);
  const disposition = value === null ? "undecided" : reaches(value, decimalRatio(limit), direction) ? "excluded" : "counted";
  const records = read.map((record): VetoRecord => ({ recordId: record.id, disposition, because: "limit", origin: record.origin }));
  const [counted, undecided] = [Number(disposition === "counted"), Number(disposition === "undecided")];
  const state = vetoState(counted, undecided, 1);
  return { rule: id, state, threshold: 1, counted, undecided, excluded: 1 - counted - undecided, records, source };
}

/** What one rule counts of a subject's records. */
export function findVeto(rule: CountVeto, facts: Facts, policies: Policies): VetoResult {
  const days = daysOf(settle(policies, "period", rule.period), { year: facts.year, asOf: facts.asOf, days: policies.days });
  const conditions = rule.conditions.map(({ field, is }) => ({ field, is: settle(policies, "condition", is) }));
  const records = (facts.records[rule.records] ?? [])
    .filter((record) => Object.entries(rule.where).every(([field, values]) => values.includes(String(record.fields[field] ?? ""))))
    .toSorted((a, b) => ((a.on ?? "") === (b.on ?? "") ? (a.id < b.id ? -1 : 1) : (a.on ?? "") < (b.on ?? "") ? -1 : 1))
    .map((record): VetoRecord => {
      const verdicts = [
        { because: "period", disposition: disposeDay(record, days) },
        ...conditions.map(({ field, is }) => ({ because: field, disposition: disposeValue(is, record.fields[field] ?? null) })),
      ];
      return { recordId: record.id, ...decide(verdicts), origin: record.origin };
    });
  const count = (disposition: Disposition) => records.filter((record) => record.disposition === disposition).length;
  const [counted, undecided, excluded] = [count("counted"), count("undecided"), count("excluded")];
  const state = vetoState(counted, undecided, rule.threshold);
  return { rule: rule.id, state, threshold: rule.threshold, counted, undecided, excluded, records, source: rule.source };
}

function disposeDay({ on }: FactRecord, { from, to }: Days): Disposition {
  if (on === null) return "undecided";
  return on >= from && on <= to ? "counted" : "excluded";
}

/** One exclusion excludes, else one open question leaves the record undecided, else it counts by its last condition. */
function decide(verdicts: readonly { because: string; disposition: Disposition }[]): { disposition: Disposition; because: string } {
  const decisive =
    verdicts.find(({ disposition }) => disposition === "excluded") ??
    verdicts.find(({ disposition }) => disposition === "undecided") ??
    verdicts.at(-1);
  return decisive ?? { disposition: "counted", because: "period" };
}
