import type { Edition } from "@mingchuang/rubric/editions/edition";
import { evaluateUnder } from "@mingchuang/rubric/editions/evaluate-under";
import { reachesVetoes } from "@mingchuang/rubric/editions/record-reach";
import type { Unasked } from "@mingchuang/rubric/editions/restate";
import type { Effects } from "@mingchuang/rubric/editions/split-change";
import { changeBetween, meanEffects, type YearChange, type YearUnderEdition } from "@mingchuang/rubric/editions/year-change";
import type { Facts } from "@mingchuang/rubric/facts";
import { comparePoints, points } from "@mingchuang/rubric/points";
import { policiesInForce } from "@mingchuang/rubric/policy";
import type { Honour, SchemeFile } from "@mingchuang/rubric/scheme";
import { scoreApplication } from "@mingchuang/rubric/score";
import { type PredecessorRow, predecessorsIn } from "@mingchuang/warehouse/queries/predecessors";
import type { TrialFactsRow } from "@mingchuang/warehouse/queries/what-if";

/** An honour as an edition has it, with the options in force. */
export interface EditionChoice {
  readonly honour: Honour;
  readonly policies: SchemeFile["policies"];
  readonly calendar: SchemeFile["calendar"];
  readonly choices: Readonly<Record<string, string>>;
}

/** A year with its facts and totals as they were published, the edition that judged it, and the one that is to hold for it. */
export interface YearRequest {
  readonly year: number;
  readonly rows: readonly Pick<TrialFactsRow, "application_id" | "subject_id" | "facts" | "state" | "rank" | "total_num" | "total_den">[];
  readonly graded: EditionChoice;
  /** Null where it is the very edition that judged. */
  readonly edition: EditionChoice | null;
}

export interface RestateRequest {
  readonly before: YearRequest;
  readonly after: YearRequest;
  readonly predecessors: readonly PredecessorRow[];
  readonly unasked: Unasked;
}

export interface RestatedYears {
  readonly change: YearChange;
  /** The mean over those whose change is known. */
  readonly mean: Effects | null;
  /** Under which side's edition each of the notes is. */
  readonly notesUnder: readonly ("before" | "after")[];
  /**
   * Whether ranks can be told. `reach`: an edition's vetoes look further back than the published records. `unlike`: ranked anew under the
   * edition that judged them, the applications have other ranks than were published.
   */
  readonly ranks: "known" | "reach" | "unlike";
  /** Applications whose total, worked out anew under the edition that judged them, is not the published one: nothing can be built on it. */
  readonly unlike: readonly { readonly year: number; readonly applicationId: string }[];
}

const editionOf = ({ honour, policies, calendar, choices }: EditionChoice): Edition => ({
  honour,
  policies: policiesInForce({ policies, calendar }, choices),
});

function readYear({ year, rows, graded, edition }: YearRequest): YearUnderEdition {
  const judged = editionOf(graded);
  const bySubject = new Map(rows.map(({ subject_id, facts }) => [subject_id, JSON.parse(facts) as Facts]));
  const facts = [...bySubject.values()].sort((a, b) => (a.subjectId < b.subjectId ? -1 : 1));
  return { year, facts, graded: judged, edition: edition === null ? judged : editionOf(edition) };
}

/** Holds the engine's totals under the edition that judged a year against those that were published. */
function unlikePublished({ year, rows }: YearRequest, { facts, graded }: YearUnderEdition): RestatedYears["unlike"] {
  return rows.flatMap(({ application_id: applicationId, subject_id, state, total_num, total_den }) => {
    const own = facts.find(({ subjectId }) => subjectId === subject_id);
    if (own === undefined) return [{ year, applicationId }];
    const score = scoreApplication(graded.honour, own, graded.policies);
    const isPublished = state !== "unscored" && state !== "not_applied" && total_num !== null && total_den !== null && total_den > 0;
    if (!isPublished) return [];
    return score.scored && comparePoints(score.total, points(total_num, total_den)) === 0 ? [] : [{ year, applicationId }];
  });
}

/** Whether ranking anew under the edition that judged a year leads to the ranks that were published. */
function ranksAsPublished({ rows }: YearRequest, { facts, graded }: YearUnderEdition): boolean {
  const anew = new Map(evaluateUnder(graded, graded, facts).ranked.map(({ id, rank }) => [id, rank]));
  return rows.every(({ subject_id, rank }) => (anew.get(subject_id) ?? null) === rank);
}

/**
 * Two years from their published facts, each under any edition, with the change of every subject taken apart.
 *
 * @throws {RubricError} R2xx when facts do not fit the edition that they were graded under.
 */
export function restateYears({ before, after, predecessors, unasked }: RestateRequest): RestatedYears {
  const [was, is] = [readYear(before), readYear(after)];
  const unlike = [...unlikePublished(before, was), ...unlikePublished(after, is)];
  const change = changeBetween({ before: was, after: is, predecessors: predecessorsIn(predecessors), unasked });
  const isReached = [was, is].every(({ year, facts, graded }) =>
    [was.edition, is.edition].every((edition) => reachesVetoes(graded, edition, { year, asOf: facts[0]?.asOf ?? `${year}-12-31` })),
  );
  const ranks = !isReached ? "reach" : ranksAsPublished(before, was) && ranksAsPublished(after, is) ? "known" : "unlike";
  const known = change.changes.flatMap(({ score }) => (score.total === null ? [] : [score.total]));
  const notesUnder = change.notes.map(({ edition }) => (edition === was.edition ? ("before" as const) : ("after" as const)));
  return { change, mean: meanEffects(known), notesUnder, ranks, unlike };
}
