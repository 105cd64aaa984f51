import { type Assessed, assessAll, rankEntry } from "../assess.ts";
import type { Facts } from "../facts.ts";
import { addPoints, type Points, points, zeroPoints } from "../points.ts";
import { type Policies, settle } from "../policy.ts";
import { type Ranked, rankSubjects } from "../rank.ts";
import type { Honour } from "../scheme.ts";
import { keepSheets, type Sheet } from "../sheets.ts";

/** One application with all that is known of its subject. */
export interface Entrant {
  readonly id: string;
  readonly facts: Facts;
}

/** A grader's sheet as far as its total goes: enough to combine the sheets in another way without reading them again. */
export type SheetTotal = Pick<Sheet, "grader" | "hundredths" | "missing">;

export interface Contestant extends Assessed {
  readonly id: string;
  readonly sheets: readonly SheetTotal[];
  /** What of the total does not come from the sheets. */
  readonly rest: Points;
}

/** The applications of one honour and year, assessed once and ranked, from which every "what if" starts. Sorted by id. */
export interface Contest {
  readonly honour: Honour;
  readonly policies: Policies;
  readonly contestants: readonly Contestant[];
  readonly ranked: readonly Ranked[];
}

/**
 * Assesses and ranks all applications of an honour.
 *
 * @throws {RubricError} R2xx when facts do not fit the rubric.
 */
export function contestOf(honour: Honour, entrants: readonly Entrant[], policies: Policies): Contest {
  const sorted = entrants.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const assessed = assessAll(
    honour,
    sorted.map(({ facts }) => facts),
    policies,
  );
  const contestants = assessed.map((each, place): Contestant => {
    const { score } = each;
    const sheets = score.sheets.map(({ grader, points, missing }) => ({ grader, hundredths: points.numerator, missing }));
    const kept = score.sheets.filter((sheet) => sheet.kept).map((sheet) => sheet.points.numerator);
    const taken = kept.length === 0 ? zeroPoints : points(-kept.reduce((sum, hundredths) => sum + hundredths, 0), kept.length);
    return { ...each, id: sorted[place]?.id ?? "", sheets, rest: addPoints(score.total, taken) };
  });
  const entries = contestants.map((contestant) => rankEntry(contestant, contestant.id));
  return { honour, policies, contestants, ranked: rankSubjects(honour, entries, policies) };
}

/** Ranks the contest anew with other totals; vetoes and eligibility stay. A contestant without a total is unscored. */
export function rankAnew({ honour, policies, contestants }: Contest, totalOf: (contestant: Contestant) => Points | null): Ranked[] {
  const entries = contestants.map((contestant) => {
    const total = totalOf(contestant);
    const { vetoes } = contestant.score;
    return { ...rankEntry(contestant, contestant.id), score: { total: total ?? contestant.rest, scored: total !== null, vetoes } };
  });
  return rankSubjects(honour, entries, policies);
}

/** The mean of the sheets that are kept of these; null when none is, or nobody grades. */
export function combineSheets({ honour, policies }: Contest, sheets: readonly SheetTotal[]): Points | null {
  const rules = honour.rubric.sheets;
  if (rules === undefined) return null;
  const dropped = keepSheets(
    // One object a sheet: a sheet that stands there twice counts twice.
    sheets.map(({ grader, hundredths, missing }) => ({ grader, hundredths, missing, readings: [] })),
    settle(policies, "combination", rules.combined),
    settle(policies, "incomplete-sheet", rules.incomplete),
  );
  let [sum, kept] = [0, 0];
  for (const [{ hundredths }, because] of dropped) {
    if (because !== null) continue;
    sum += hundredths;
    kept += 1;
  }
  return kept === 0 ? null : points(sum, kept);
}

/** What a contestant's total would be with these sheets in place of its own; null when none of them is kept, or a measure is not known. */
export function totalWithSheets(contest: Contest, { rest, score }: Contestant, sheets: readonly SheetTotal[]): Points | null {
  const combined = combineSheets(contest, sheets);
  return combined === null || score.missing.length > 0 ? null : addPoints(combined, rest);
}

/** The total of a contestant as it stands; null while it has none that may be ranked. */
export function totalOf({ score }: Contestant): Points | null {
  return score.scored ? score.total : null;
}
