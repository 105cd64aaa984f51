import type { Bilingual } from "../bilingual.ts";
import { RubricError } from "../errors.ts";
import type { Points } from "../points.ts";
import type { RankState } from "../rank.ts";
import type { Source } from "../source.ts";

/** Why a subject cannot be chosen at all: no rule, no relaxation and no decision lets it in. `because` is told in both languages. */
export interface Bar {
  readonly kind: Exclude<RankState, "ranked"> | "holds-other" | "not-passed";
  readonly because: Bilingual;
  readonly source: Source | null;
}

/** Someone who may be chosen. Better ranks are smaller, equal ones are ties; `rank` may be null only for those who are barred. */
export interface SelectionSubject {
  readonly id: string;
  readonly label: string;
  readonly rank: number | null;
  readonly total: Points;
  /** What the rules look at: `city`, `tier`, `domain`, … */
  readonly fields: Readonly<Record<string, string | null>>;
  readonly bar: Bar | null;
}

/** How many are chosen of those that share something; null leaves a side open. */
export interface Range {
  readonly least: number | null;
  readonly most: number | null;
}

interface RuleFields {
  readonly id: string;
  readonly label: Bilingual;
  readonly source: Source | null;
  /** A hard rule binds. A soft one is followed as far as the hard ones and the soft ones declared before it allow. */
  readonly hard: boolean;
}

/** So many of each value of a field: a city's quota, a tier's places. `places` goes before `each`. Without a field: of all together. */
export interface CountRule extends RuleFields {
  readonly kind: "count";
  readonly field: string | null;
  readonly each: Range | null;
  readonly places: Readonly<Record<string, Range>>;
}

/** Every one of `values` of the field `of` is among the chosen: in each value of `per`, or once in all. */
export interface CoverRule extends RuleFields {
  readonly kind: "cover";
  readonly per: string | null;
  readonly of: string;
  readonly values: readonly string[];
}

/** These are chosen, whatever their rank. */
export interface IncludeRule extends RuleFields {
  readonly kind: "include";
  readonly subjects: readonly string[];
}

export type SelectionRule = CountRule | CoverRule | IncludeRule;

/** What the committee decided between subjects that nothing else tells apart. */
export interface Decision {
  readonly subject: string;
  readonly include: boolean;
  readonly reason: string;
}

/** A bound of a hard rule in one place (the `at` and `subject` of its demand), moved from one figure to another. */
export interface Relaxation {
  readonly rule: string;
  readonly at: Readonly<Record<string, string>>;
  readonly subject: string | null;
  readonly bound: "least" | "most";
  readonly from: number;
  readonly to: number;
}

/** A relaxation that the committee has taken, and why. */
export interface Waiver extends Relaxation {
  readonly reason: string;
}

/** How many pass: a range, filled as far as there are subjects who may be chosen. */
export interface Size extends Range {
  readonly label: Bilingual;
  readonly source: Source | null;
}

/** All that a selection depends on. Rules are in the declared order; the order of the subjects never matters. */
export interface SelectionProblem {
  readonly subjects: readonly SelectionSubject[];
  readonly size: Size;
  readonly rules: readonly SelectionRule[];
  readonly decisions: readonly Decision[];
  readonly waivers: readonly Waiver[];
  /** What values of a field are called, for sentences. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, Bilingual>>>>;
}

/**
 * Refuses a problem whose answer would mean nothing.
 *
 * @throws {RubricError} R241 when ids repeat or are unknown, a figure is no whole number or a range is empty, a subject that may be
 * chosen has no rank, or lacks a field that a rule looks at; R242 when a decision or a waiver has no reason, or a decision is taken twice.
 */
export function checkProblem({ subjects, size, rules, decisions, waivers }: SelectionProblem): void {
  const refuse = (zh: string, en: string): never => {
    throw new RubricError("R241", { zh, en });
  };
  const ids = new Set(subjects.map(({ id }) => id));
  if (ids.size < subjects.length) refuse("有两个候选对象编号相同", "two subjects have the same id");
  if (new Set([sizeRule, ...rules.map(({ id }) => id)]).size <= rules.length) refuse("有两条规则编号相同", "two rules have the same id");
  const ranges = rules.flatMap((rule) => (rule.kind === "count" ? [...Object.values(rule.places), ...(rule.each ? [rule.each] : [])] : []));
  for (const { least, most } of [size, ...ranges]) {
    const figures = [least, most].filter((figure) => figure !== null);
    if (!figures.every((figure) => Number.isSafeInteger(figure) && figure >= 0) || (least ?? 0) > (most ?? Number.POSITIVE_INFINITY)) {
      refuse(`名额 ${least}–${most} 不成立`, `${least}–${most} places make no sense`);
    }
  }
  for (const { id, rank, bar, fields } of subjects) {
    if (bar === null && rank === null) refuse(`${id} 没有名次`, `${id} has no rank`);
    for (const field of rules.flatMap(fieldsOf)) {
      if (bar === null && (fields[field] ?? null) === null) refuse(`${id} 没有 ${field}`, `${id} has no ${field}`);
    }
  }
  const named = [...decisions.map(({ subject }) => subject), ...rules.flatMap((rule) => (rule.kind === "include" ? rule.subjects : []))];
  for (const id of named) if (!ids.has(id)) refuse(`没有候选对象 ${id}`, `there is no subject ${id}`);
  for (const { what, reason } of [
    ...decisions.map(({ subject, reason }) => ({ what: subject, reason })),
    ...waivers.map(({ rule, reason }) => ({ what: rule, reason })),
  ]) {
    if (reason.trim() === "") throw new RubricError("R242", { zh: `${what}：没有理由`, en: `${what}: no reason` });
  }
  for (const [place, { subject }] of decisions.entries()) {
    if (decisions.findIndex((other) => other.subject === subject) < place) {
      throw new RubricError("R242", { zh: `${subject}：决定了两次`, en: `${subject}: decided twice` });
    }
  }
}

/** The id under which the size stands beside the rules. */
export const sizeRule = "size";

function fieldsOf(rule: SelectionRule): string[] {
  if (rule.kind === "include") return [];
  return [rule.kind === "count" ? rule.field : rule.of, rule.kind === "cover" ? rule.per : null].filter((field) => field !== null);
}
