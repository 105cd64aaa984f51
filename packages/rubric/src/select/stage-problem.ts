import type { Bilingual } from "../bilingual.ts";
import type { EligibilityResult } from "../eligibility.ts";
import type { Excluded } from "../exclusion.ts";
import type { FieldValue } from "../facts.ts";
import { isWhere } from "../field.ts";
import type { Points } from "../points.ts";
import { type Policies, settle } from "../policy.ts";
import type { RankState } from "../rank.ts";
import type { Honour, SchemeFile } from "../scheme.ts";
import type { VetoResult } from "../score-result.ts";
import { barOf } from "./bar.ts";
import type { CountRule, CoverRule, IncludeRule, SelectionProblem, SelectionRule, SelectionSubject } from "./problem.ts";

/** An application that was ranked, as a stage of the selection looks at it. */
export interface Contender {
  readonly id: string;
  readonly label: string;
  readonly rank: number | null;
  readonly state: RankState;
  readonly total: Points;
  readonly vetoes: readonly VetoResult[];
  readonly eligibility: readonly EligibilityResult[];
  /** The other honours that keep it from this one. */
  readonly excluded: readonly Excluded[];
  readonly fields: Readonly<Record<string, FieldValue>>;
}

/** The step before the first stage: what each place may put forward. */
export const nomination = "nomination";

/** What a stage starts from. `passed`: those who came through the stage before; null where there was none. */
export interface StageInput extends Pick<SelectionProblem, "decisions" | "waivers" | "labels"> {
  readonly contenders: readonly Contender[];
  readonly passed: ReadonlySet<string> | null;
}

/**
 * The selection that a stage of an honour declares. Quotas and must-includes hold at every stage; coverage is asked of the nominations,
 * a table of places of the last stage. What a document calls "about" may move by its allowance, and moves no more than it has to: the
 * stated figure is a soft rule within hard bounds. Where vetoes are looked at again, an undecided subject does not pass.
 */
export function stageProblem(
  scheme: Pick<SchemeFile, "domains" | "levels" | "tiers" | "honours">,
  honour: Honour,
  stageId: string,
  policies: Policies,
  input: StageInput,
): SelectionProblem {
  const stage = honour.stages.find(({ id }) => id === stageId);
  const subjects = input.contenders.map((contender): SelectionSubject => {
    const { id, label, rank, total } = contender;
    const fields = Object.fromEntries(
      Object.entries(contender.fields).map(([field, value]) => [field, value === null ? null : String(value)]),
    );
    return {
      id,
      label,
      rank,
      total,
      fields,
      bar: barOf(scheme, honour, contender, { rechecks: stage?.recheckVetoes ?? false, passed: input.passed }),
    };
  });
  const given = stageRules(scheme, honour, stageId, policies, { subjects, labels: input.labels });
  return { subjects, decisions: input.decisions, waivers: input.waivers, ...given };
}

/**
 * The rules, the size and the labels of a stage, for subjects of whom it is known already what bars them: those of a result that was
 * stored can be looked at again, by the same rules, without being scored again.
 */
export function stageRules(
  scheme: Pick<SchemeFile, "domains" | "levels" | "tiers">,
  honour: Honour,
  stageId: string,
  policies: Policies,
  { subjects, labels: further }: Pick<SelectionProblem, "subjects" | "labels">,
): Pick<SelectionProblem, "rules" | "size" | "labels"> {
  const stage = honour.stages.find(({ id }) => id === stageId);
  const isLast = stage !== undefined && honour.stages.at(-1)?.id === stageId;
  const labels = { ...labelsOf(scheme), ...further };

  const rules: SelectionRule[] = [
    ...honour.include.map(({ where, ...rule }): IncludeRule => {
      const free = subjects.filter(({ bar }) => bar === null);
      return { ...rule, kind: "include", subjects: free.filter(({ fields }) => isWhere(where, fields)).map(({ id }) => id) };
    }),
    ...honour.quotas.map(({ per, most, ...rule }): CountRule => {
      return { ...rule, kind: "count", field: per, each: { least: null, most }, places: {} };
    }),
    ...(isLast ? honour.places.flatMap((table) => placesRules(table, policies)) : []),
    ...(stageId === nomination ? honour.coverage : []).map(({ per, of, ...rule }): CoverRule => {
      const known = Object.keys(labels[of] ?? {});
      const values = known.length > 0 ? known : [...new Set(subjects.flatMap(({ fields }) => fields[of] ?? []))].toSorted();
      return { ...rule, kind: "cover", per, of, values };
    }),
  ];
  if (stage === undefined) {
    return { labels, rules, size: { least: null, most: null, label: { zh: "推荐", en: "Nomination" }, source: null } };
  }
  const { size, about, label, source } = stage;
  const allowed = about === undefined ? 0 : settle(policies, "allowance", about).total;
  const stated: CountRule = {
    id: `${stageId}-stated`,
    kind: "count",
    label,
    source,
    hard: false,
    field: null,
    each: exactly(size),
    places: {},
  };
  return {
    labels,
    rules: allowed === 0 ? rules : [...rules, stated],
    size: { least: Math.max(0, size - allowed), most: size + allowed, label, source },
  };
}

const exactly = (size: number) => ({ least: size, most: size });

function placesRules({ per, places, about, ...rule }: Honour["places"][number], policies: Policies): CountRule[] {
  const allowed = about === undefined ? 0 : settle(policies, "allowance", about).each;
  const table = (range: (size: number) => CountRule["each"]) =>
    Object.fromEntries(places.map(({ of, size }) => [of, range(size) ?? exactly(size)]));
  const bounds = table((size) => ({ least: Math.max(0, size - allowed), most: size + allowed }));
  const hard: CountRule = { ...rule, kind: "count", hard: true, field: per, each: null, places: bounds };
  if (allowed === 0) return [hard];
  return [hard, { ...hard, id: `${rule.id}-stated`, hard: false, places: table(exactly) }];
}

function labelsOf({ domains, levels, tiers }: Pick<SchemeFile, "domains" | "levels" | "tiers">): SelectionProblem["labels"] {
  const named = (entries: readonly { readonly id: string; readonly label: Bilingual }[]) =>
    Object.fromEntries(entries.map(({ id, label }) => [id, label]));
  return { domain: named(domains), level: named(levels), tier: named(tiers) };
}
