import type { Facts } from "../facts.ts";
import { exactMean, nearMean, plus } from "../ratio.ts";
import type { Edition } from "./edition.ts";
import { type Restatement, restate, type Unasked } from "./restate.ts";
import { type ChangeSplit, type Effects, splitChange, splitRanks } from "./split-change.ts";

/** What of a subject's score changed, and how much of it the rule did. */
export interface ScoreChange {
  readonly subjectId: string;
  readonly score: ChangeSplit;
}

/** What changed for one subject, and how much of it the rule did. */
export interface SubjectChange extends ScoreChange {
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

/** A year: the facts of its applications, one for each subject, the edition its sheets were graded under, and the one that is to hold for it. */
export interface YearUnderEdition {
  readonly year: number;
  readonly facts: readonly Facts[];
  readonly graded: Edition;
  readonly edition: Edition;
}

interface YearChangeInput {
  readonly before: YearUnderEdition;
  readonly after: YearUnderEdition;
  /** Which subjects of the earlier year one of the later stands for; one without a past stands for itself. */
  readonly predecessors: (subjectId: string) => readonly string[];
  readonly unasked?: Unasked;
}

/**
 * Splits the change of every subject between two years into what the edition did and what the performance did. The editions may be others
 * than those that the years were graded under: the sheets are then restated from these. A window that was renumbered is compared with what
 * it was, under its number of today; one that several became has nothing to compare with.
 *
 * @throws {RubricError} R2xx when facts do not fit the edition that they were graded under.
 */
export function changeBetween(input: YearChangeInput): YearChange {
  const { before, after } = input;
  const { editions, earlier, scores } = scoresOfBoth(input);
  const ranks = new Map(splitRanks({ ...editions, before: earlier, after: after.facts }).map(({ subject, effects }) => [subject, effects]));
  const changes = scores.map(({ subjectId, score }): SubjectChange => ({ subjectId, score, rank: ranks.get(subjectId) ?? null }));
  const inBoth = new Set(changes.map(({ subjectId }) => subjectId));
  const others = (facts: readonly Facts[]) => facts.map(({ subjectId }) => subjectId).filter((id) => !inBoth.has(id));
  const notes = [before, after].flatMap((year) => [before.edition, after.edition].map((edition) => notesOf(year, edition)));
  return {
    changes,
    onlyBefore: others(earlier),
    onlyAfter: others(after.facts),
    notes: notes.filter((each) => each.notes.length > 0),
  };
}

/**
 * The changes of scores alone, for means over many: ranking every year under every edition is the greater part of the work.
 *
 * @throws {RubricError} R2xx when facts do not fit the edition that they were graded under.
 */
export const scoreChangesBetween = (input: YearChangeInput): readonly ScoreChange[] => scoresOfBoth(input).scores;

function scoresOfBoth({ before, after, predecessors, unasked = "unknown" }: YearChangeInput) {
  const editions = {
    editionBefore: before.edition,
    editionAfter: after.edition,
    graded: { before: before.graded, after: after.graded },
    unasked,
  };
  const heirs = new Map(after.facts.toReversed().flatMap(({ subjectId }) => onlyOne(predecessors(subjectId), subjectId)));
  const earlier = before.facts.map((facts) => ({ ...facts, subjectId: heirs.get(facts.subjectId) ?? facts.subjectId }));
  const scores = after.facts.flatMap((factsAfter): ScoreChange[] => {
    const { subjectId } = factsAfter;
    const factsBefore = earlier.find((facts) => facts.subjectId === subjectId);
    if (factsBefore === undefined || predecessors(subjectId).length > 1) return [];
    return [{ subjectId, score: splitChange({ ...editions, factsBefore, factsAfter }) }];
  });
  return { editions, earlier, scores };
}

const onlyOne = ([only, ...others]: readonly string[], heir: string): [string, string][] =>
  only === undefined || others.length > 0 ? [] : [[only, heir]];

function notesOf({ year, graded, facts: all }: YearUnderEdition, edition: Edition): YearNotes {
  const times = new Map<string, Restatement>();
  for (const note of all.flatMap((facts) => restate(facts, graded, edition).notes)) {
    const key = [note.kind, note.item, note.clause].join("\n");
    times.set(key, { ...note, times: (times.get(key)?.times ?? 0) + note.times });
  }
  return { year, edition, graded, notes: [...times.values()] };
}

/**
 * The mean of several changes, part by part, so that rule and performance add up to the change again. Exact wherever exact integers hold it;
 * otherwise (many subjects whose points are shares of unlike counts) to the millionth of a hundredth. Null of none.
 */
export function meanEffects(all: readonly Effects[]): Effects | null {
  if (all.length === 0) return null;
  const of = (part: keyof Effects) => all.map((each) => each[part]);
  const [before, after, change] = [exactMean(of("before")), exactMean(of("after")), exactMean(of("change"))];
  const [rule, performance] = [exactMean(of("rule")), exactMean(of("performance"))];
  if (before && after && change && rule && performance) return { before, after, change, rule, performance };
  const near = { before: nearMean(of("before")), rule: nearMean(of("rule")), performance: nearMean(of("performance")) };
  const sum = plus(near.rule, near.performance);
  return { ...near, change: sum, after: plus(near.before, sum) };
}
