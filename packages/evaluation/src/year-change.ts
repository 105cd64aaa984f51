import type { Edition } from "@mingchuang/rubric/editions/edition";
import { type Restatement, restate, type Unasked } from "@mingchuang/rubric/editions/restate";
import { type ChangeSplit, type Effects, splitChange, splitRanks } from "@mingchuang/rubric/editions/split-change";
import type { Facts } from "@mingchuang/rubric/facts";
import { policiesInForce } from "@mingchuang/rubric/policy";
import type { Scheme } from "@mingchuang/rubric/scheme";
import type { Database } from "@mingchuang/warehouse/database";
import { queryEntrants } from "./entrants.ts";
import type { EvaluatedRun } from "./evaluated-run.ts";
import { queryPredecessors } from "./predecessors.ts";
import { hashScheme } from "./seal.ts";

/** What changed for one subject, and how much of it the rule did. */
export interface SubjectChange {
  readonly subjectId: string;
  readonly subjectName: string | null;
  readonly score: ChangeSplit;
  /** Null for one without a rank in one of the years, or under one of the editions. */
  readonly rank: Effects | null;
}

/** What of a year's sheets an edition could not take as they are, over all subjects. */
export interface YearNotes {
  readonly year: number;
  readonly edition: Edition;
  readonly graded: Edition;
  readonly notes: readonly Restatement[];
}

export interface YearChange {
  /** Who applied in both years, by subject. */
  readonly changes: readonly SubjectChange[];
  /** Subjects of one year only, of which no change can be told. */
  readonly onlyBefore: readonly string[];
  readonly onlyAfter: readonly string[];
  readonly notes: readonly YearNotes[];
}

/** A year as it was evaluated, and the edition that is to hold for it. */
export interface YearUnderScheme {
  readonly run: EvaluatedRun;
  readonly scheme: Scheme;
}

/**
 * Splits the change of every subject between two years into what the edition did and what the performance did. The editions may be others
 * than those that the years were evaluated under: the sheets are then restated from these.
 *
 * @throws {RubricError} R2xx when facts do not fit the edition that they were graded under.
 */
export async function queryYearChange(
  db: Database,
  before: YearUnderScheme,
  after: YearUnderScheme,
  unasked: Unasked,
): Promise<YearChange | null> {
  const [editionBefore, editionAfter] = [editionOf(before), editionOf(after)];
  if (editionBefore === null || editionAfter === null) return null;
  const editions = { editionBefore, editionAfter, graded: { before: before.run, after: after.run }, unasked };
  const [was, is] = [await queryYear(db, before.run), await queryYear(db, after.run)];
  // A window that was renumbered is compared with what it was, under its number of today; one that several became has nothing to compare with.
  const predecessors = await queryPredecessors(db, before.run.year);
  const heirs = new Map(is.facts.toReversed().flatMap(({ subjectId }) => onlyOne(predecessors(subjectId), subjectId)));
  const earlier = was.facts.map((facts) => ({ ...facts, subjectId: heirs.get(facts.subjectId) ?? facts.subjectId }));
  const ranks = new Map(splitRanks({ ...editions, before: earlier, after: is.facts }).map(({ subject, effects }) => [subject, effects]));
  const changes = is.facts.flatMap((factsAfter): SubjectChange[] => {
    const { subjectId } = factsAfter;
    const factsBefore = earlier.find((facts) => facts.subjectId === subjectId);
    if (factsBefore === undefined || predecessors(subjectId).length > 1) return [];
    const score = splitChange({ ...editions, factsBefore, factsAfter });
    return [{ subjectId, subjectName: is.names.get(subjectId) ?? null, score, rank: ranks.get(subjectId) ?? null }];
  });
  const inBoth = new Set(changes.map(({ subjectId }) => subjectId));
  const others = (facts: readonly Facts[]) => facts.map(({ subjectId }) => subjectId).filter((id) => !inBoth.has(id));
  const notes = [
    ...[editionBefore, editionAfter].map((edition) => notesOf(before.run, was.facts, edition)),
    ...[editionBefore, editionAfter].map((edition) => notesOf(after.run, is.facts, edition)),
  ];
  return { changes, onlyBefore: others(earlier), onlyAfter: others(is.facts), notes: notes.filter((each) => each.notes.length > 0) };
}

const onlyOne = ([only, ...others]: readonly string[], heir: string): [string, string][] =>
  only === undefined || others.length > 0 ? [] : [[only, heir]];

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

function notesOf(graded: EvaluatedRun, all: readonly Facts[], edition: Edition): YearNotes {
  const times = new Map<string, Restatement>();
  for (const note of all.flatMap((facts) => restate(facts, graded, edition).notes)) {
    const key = [note.kind, note.item, note.clause].join("\n");
    times.set(key, { ...note, times: (times.get(key)?.times ?? 0) + note.times });
  }
  return { year: graded.year, edition, graded, notes: [...times.values()] };
}
