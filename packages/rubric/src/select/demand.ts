import { type Range, type Relaxation, type SelectionProblem, type SelectionRule, type SelectionSubject, sizeRule } from "./problem.ts";

/**
 * A rule in one place: among `members` at least `least` and at most `most` are chosen. Every kind of rule comes to such demands: a
 * quota one for each city, a coverage one for each domain in each city, a must-include one for each subject, the size one over all.
 */
export interface Demand extends Range {
  readonly rule: string;
  readonly hard: boolean;
  /** The values that the members share, by field; empty for the size and for a must-include. */
  readonly at: Readonly<Record<string, string>>;
  /** The subject of a must-include. */
  readonly subject: string | null;
  /** Those who may be chosen and are meant. */
  readonly members: ReadonlySet<string>;
}

/** A demand that is missed: `short` are lacking, or `over` are too many. */
export interface Miss {
  readonly demand: Demand;
  readonly short: number;
  readonly over: number;
}

/** By code unit, so that the same data are in the same order everywhere. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The subjects that may be chosen, the better ranks first, equal ranks by id. */
export function candidatesOf({ subjects }: SelectionProblem): SelectionSubject[] {
  return subjects.filter(({ bar }) => bar === null).toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || compareText(a.id, b.id));
}

/** All demands of a problem, as waived: those of the rules in the declared order, each sorted by value, and the size last. */
export function demandsOf(problem: SelectionProblem): Demand[] {
  const candidates = candidatesOf(problem);
  const { least, most } = problem.size;
  const size: Demand = {
    rule: sizeRule,
    hard: true,
    at: {},
    subject: null,
    members: idsOf(candidates),
    least: least === null ? null : Math.min(least, candidates.length),
    most,
  };
  const demands = [...problem.rules.flatMap((rule) => demandsOfRule(rule, problem.subjects, candidates)), size];
  return demands.map((demand) => {
    const waived = problem.waivers.filter((waiver) => meets(waiver, demand)).map(({ bound, to }) => [bound, to]);
    return { ...demand, ...Object.fromEntries(waived) };
  });
}

function meets({ rule, at, subject }: Relaxation, demand: Demand): boolean {
  const fields = Object.keys({ ...at, ...demand.at });
  return rule === demand.rule && subject === demand.subject && fields.every((field) => at[field] === demand.at[field]);
}

function demandsOfRule(rule: SelectionRule, subjects: readonly SelectionSubject[], candidates: readonly SelectionSubject[]): Demand[] {
  const { id, hard } = rule;
  const among = (at: Readonly<Record<string, string>>) =>
    idsOf(candidates.filter(({ fields }) => Object.entries(at).every(([field, value]) => fields[field] === value)));
  switch (rule.kind) {
    case "count": {
      const { field, each, places } = rule;
      if (field === null) return each === null ? [] : [{ rule: id, hard, at: {}, subject: null, members: among({}), ...each }];
      return [...new Set([...valuesOf(subjects, field), ...Object.keys(places)])].toSorted(compareText).flatMap((value): Demand[] => {
        const range = places[value] ?? each;
        const at = { [field]: value };
        return range === null ? [] : [{ rule: id, hard, at, subject: null, members: among(at), ...range }];
      });
    }
    case "cover": {
      const { per, of } = rule;
      const places = per === null ? [{}] : valuesOf(subjects, per).map((value) => ({ [per]: value }));
      return places.flatMap((place) =>
        rule.values.map((value): Demand => {
          const at = { ...place, [of]: value };
          return { rule: id, hard, at, subject: null, members: among(at), least: 1, most: null };
        }),
      );
    }
    case "include":
      return rule.subjects.toSorted(compareText).map((subject): Demand => {
        const members = idsOf(candidates.filter(({ id }) => id === subject));
        return { rule: id, hard, at: {}, subject, members, least: 1, most: null };
      });
  }
}

function idsOf(subjects: readonly SelectionSubject[]): ReadonlySet<string> {
  return new Set(subjects.map(({ id }) => id));
}

function valuesOf(subjects: readonly SelectionSubject[], field: string): string[] {
  return [...new Set(subjects.flatMap(({ fields }) => fields[field] ?? []))].toSorted(compareText);
}

/** How many of a demand's members are chosen. */
export function countIn({ members }: Demand, chosen: ReadonlySet<string>): number {
  const [fewer, more] = members.size < chosen.size ? [members, chosen] : [chosen, members];
  let count = 0;
  for (const id of fewer) if (more.has(id)) count += 1;
  return count;
}

/** By how much the chosen miss a demand; one of the two is 0. */
export function missOf(demand: Demand, chosen: ReadonlySet<string>): Miss {
  const count = countIn(demand, chosen);
  const short = demand.least === null ? 0 : Math.max(0, demand.least - count);
  const over = demand.most === null ? 0 : Math.max(0, count - demand.most);
  return { demand, short, over };
}
