import type { Edition } from "@mingchuang/rubric/editions/edition";
import type { Unasked } from "@mingchuang/rubric/editions/restate";
import { changeBetween, type SubjectChange, type YearChange } from "@mingchuang/rubric/editions/year-change";
import type { Facts } from "@mingchuang/rubric/facts";
import { policiesInForce } from "@mingchuang/rubric/policy";
import type { Scheme } from "@mingchuang/rubric/scheme";
import type { Database } from "@mingchuang/warehouse/database";
import { queryEntrants } from "./entrants.ts";
import type { EvaluatedRun } from "./evaluated-run.ts";
import { queryPredecessors } from "./predecessors.ts";
import { hashScheme } from "./seal.ts";

/** A change of years whose subjects have their names. */
export interface NamedYearChange extends YearChange {
  readonly changes: readonly (SubjectChange & { readonly subjectName: string | null })[];
}

/** A year as it was evaluated, and the edition that is to hold for it. */
export interface YearUnderScheme {
  readonly run: EvaluatedRun;
  readonly scheme: Scheme;
}

/**
 * Splits the change of every subject between two years (`changeBetween`), from all that the store knows of them.
 *
 * @throws {RubricError} R2xx when facts do not fit the edition that they were graded under.
 */
export async function queryYearChange(
  db: Database,
  before: YearUnderScheme,
  after: YearUnderScheme,
  unasked: Unasked,
): Promise<NamedYearChange | null> {
  const [editionBefore, editionAfter] = [editionOf(before), editionOf(after)];
  if (editionBefore === null || editionAfter === null) return null;
  const [was, is] = [await queryYear(db, before.run), await queryYear(db, after.run)];
  const change = changeBetween({
    before: { year: before.run.year, facts: was.facts, graded: before.run, edition: editionBefore },
    after: { year: after.run.year, facts: is.facts, graded: after.run, edition: editionAfter },
    predecessors: await queryPredecessors(db, before.run.year),
    unasked,
  });
  return { ...change, changes: change.changes.map((each) => ({ ...each, subjectName: is.names.get(each.subjectId) ?? null })) };
}

/** The honour of a run in an edition: its own where the edition is the very scheme that it was judged by; null where it has no such honour. */
function editionOf({ run, scheme }: YearUnderScheme): Edition | null {
  if (hashScheme(scheme) === hashScheme(run.scheme)) return run;
  const honour = scheme.honours.find(({ id }) => id === run.honour.id);
  return honour === undefined ? null : { honour, policies: policiesInForce(scheme) };
}

interface Year {
  readonly facts: readonly Facts[];
  readonly names: ReadonlyMap<string, string | null>;
}

/** The applications of a year, one for each subject, by subject. */
async function queryYear(db: Database, run: EvaluatedRun): Promise<Year> {
  const { applicants, entrants } = await queryEntrants(db, run, "whole-past");
  const bySubject = new Map(entrants.map(({ facts }) => [facts.subjectId, facts]));
  return {
    facts: [...bySubject.values()].sort((a, b) => (a.subjectId < b.subjectId ? -1 : 1)),
    names: new Map(applicants.map(({ subject_id, subject_name }) => [subject_id, subject_name])),
  };
}
