import { rankEntry } from "../assess.ts";
import { type DecisionEffect, decisionEffects } from "../pending.ts";
import { comparePoints, type Points } from "../points.ts";
import { type DecidedBy, type RankEntry, type Ranked, type RankState, rankSubjects } from "../rank.ts";
import { minus } from "../ratio.ts";
import { type Contest, type Contestant, rankAnew, totalOf } from "../robustness/contest.ts";
import { type PlaceAtCut, placeAt } from "../robustness/rank-range.ts";
import type { VetoResult } from "../score-result.ts";
import type { Stage } from "../stage.ts";
import { vetoState } from "../veto.ts";
import { decidedBetween } from "./decided-between.ts";
import { type ClauseOf, type Lift, smallestLift, unmetClauses } from "./lift.ts";

/** How far a subject is from the cut of a stage, by rank alone: quotas and coverage are for the selection to tell. */
export interface CutChange {
  readonly stage: string;
  readonly place: PlaceAtCut;
  /** Of all others, the last one for whom there is a place: who must be overtaken, or stay behind. */
  readonly rival: string;
  /** What its total lacks to be level with the rival; negative when it is ahead. */
  readonly change: Points;
  /** Where it would stand if it were level with the rival: what decides between equal totals decides it. */
  readonly ifLevel: PlaceAtCut;
  /** The smallest set of clauses that, met, would bring it inside; null when it is inside, or no set would. */
  readonly lift: Lift | null;
  /** The clauses that anybody found unmet: none are left to a subject that lost its points otherwise. */
  readonly unmet: readonly ClauseOf[];
}

/** Someone else with the same total, and what put one before the other. */
export interface EqualTotal {
  readonly id: string;
  readonly decidedBy: DecidedBy;
  readonly order: "before" | "level" | "after";
}

/** A rank that a decision would change. */
export interface Move {
  readonly id: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** What one way of deciding the pending records of a rule would do, to the subject and to everybody's rank. */
export interface PendingEffect extends DecisionEffect {
  readonly rankState: RankState;
  readonly rank: number | null;
  readonly moves: readonly Move[];
}

export interface PendingRule {
  readonly rule: string;
  readonly records: readonly string[];
  readonly effects: readonly PendingEffect[];
}

/** For a rule that vetoes: at least so many of these records would have to be decided otherwise. */
export interface Release {
  readonly rule: string;
  readonly records: readonly string[];
  readonly atLeast: number;
}

export interface WhatWouldChange {
  readonly id: string;
  readonly state: RankState;
  readonly rank: number | null;
  /** None for a subject without a rank, nor where ranks are within a field. */
  readonly cuts: readonly CutChange[];
  readonly equals: readonly EqualTotal[];
  readonly pending: readonly PendingRule[];
  /** For a vetoed subject: all of these together would lift the veto, and it would have the rank `ifReleased`. */
  readonly releases: readonly Release[];
  readonly ifReleased: { readonly state: RankState; readonly rank: number | null } | null;
}

/**
 * What would change the outcome for one subject, everything else staying as it is.
 *
 * @throws {TypeError} when the subject is not in the contest.
 */
export function whatWouldChange(contest: Contest, id: string): WhatWouldChange {
  const subject = contest.contestants.find((each) => each.id === id);
  const ranked = contest.ranked.find((each) => each.id === id);
  if (subject === undefined || ranked === undefined) throw new TypeError(`${id} is not in the contest`);
  const vetoed = subject.score.vetoes.filter(({ state }) => state === "vetoed");
  return {
    id,
    state: ranked.state,
    rank: ranked.rank,
    cuts: cutChanges(contest, subject, ranked),
    equals: equalTotals(contest, subject, ranked),
    pending: subject.score.vetoes.filter(({ undecided }) => undecided > 0).map((result) => pendingRule(contest, subject, result)),
    releases: vetoed.map(({ rule, counted, threshold, records }) => {
      const counting = records.filter(({ disposition }) => disposition === "counted").map(({ recordId }) => recordId);
      return { rule, records: counting, atLeast: counted - threshold + 1 };
    }),
    ifReleased: vetoed.length === 0 ? null : standing(rankWith(contest, subject, vetoed.map(released)), id),
  };
}

function cutChanges(contest: Contest, subject: Contestant, ranked: Ranked): CutChange[] {
  const { honour } = contest;
  if (ranked.rank === null || honour.rubric.ranking.within !== undefined) return [];
  const unmet = unmetClauses(contest, subject);
  const others = contest.ranked.filter(({ id, rank }) => rank !== null && id !== subject.id);
  return honour.stages.flatMap((stage): CutChange[] => {
    const rival = contest.contestants.find(({ id }) => id === others[stage.size - 1]?.id);
    if (rival === undefined) return [];
    const mark = rival.score.total;
    const place = placeAt(ranked, stage);
    const ifLevel = placeWith(contest, subject, mark, stage);
    // With more than the rival it is inside: at most `size - 1` others have as much.
    const isEnough = (total: Points) => comparePoints(total, mark) >= (ifLevel === "inside" ? 0 : 1);
    const lift = place === "inside" || honour.rubric.ranking.better === "lower" ? null : smallestLift(contest, subject, isEnough);
    return [{ stage: stage.id, place, rival: rival.id, change: minus(mark, subject.score.total), ifLevel, lift, unmet }];
  });
}

function placeWith(contest: Contest, subject: Contestant, total: Points, stage: Stage): PlaceAtCut {
  const found = rankAnew(contest, (each) => (each.id === subject.id ? total : totalOf(each))).find(({ id }) => id === subject.id);
  return found === undefined ? "outside" : placeAt(found, stage);
}

function equalTotals(contest: Contest, subject: Contestant, own: Ranked): EqualTotal[] {
  const rankOf = new Map(contest.ranked.map(({ id, rank }) => [id, rank]));
  const equals = contest.contestants.filter((each) => each !== subject && comparePoints(each.score.total, subject.score.total) === 0);
  const ranked = equals.filter(({ id }) => own.rank !== null && (rankOf.get(id) ?? null) !== null);
  if (ranked.length === 0 || contest.honour.rubric.ranking.within !== undefined) return [];
  const decided = decidedBetween(contest.honour, entriesOf(contest), contest.policies);
  return ranked.map(({ id }): EqualTotal => {
    const order = Math.sign((rankOf.get(id) ?? 0) - (own.rank ?? 0));
    return { id, decidedBy: decided(subject.id, id), order: order < 0 ? "before" : order > 0 ? "after" : "level" };
  });
}

function pendingRule(contest: Contest, subject: Contestant, result: VetoResult): PendingRule {
  const before = new Map(contest.ranked.map(({ id, rank }) => [id, rank]));
  const effects = decisionEffects(result).effects.map((effect): PendingEffect => {
    const { counted, notCounting, state } = effect;
    const decided = { ...result, state, counted, undecided: 0, excluded: result.excluded + notCounting };
    const ranked = rankWith(contest, subject, [decided]);
    const moves = ranked.flatMap(({ id, rank }): Move[] => {
      const from = before.get(id) ?? null;
      return from === rank ? [] : [{ id, from, to: rank }];
    });
    const { state: rankState, rank } = standing(ranked, subject.id);
    return { ...effect, rankState, rank, moves };
  });
  const records = result.records.filter(({ disposition }) => disposition === "undecided").map(({ recordId }) => recordId);
  return { rule: result.rule, records, effects };
}

/** The rule with just so many counted records less that it no longer vetoes. */
function released(result: VetoResult): VetoResult {
  const counted = result.threshold - 1;
  const excluded = result.excluded + result.counted - counted;
  return { ...result, counted, excluded, state: vetoState(counted, result.undecided, result.threshold) };
}

/** The ranking with other results of a subject's veto rules. */
function rankWith(contest: Contest, subject: Contestant, results: readonly VetoResult[]): Ranked[] {
  const vetoes = subject.score.vetoes.map((result) => results.find(({ rule }) => rule === result.rule) ?? result);
  const entries = contest.contestants.map((each): RankEntry => {
    const entry = rankEntry(each, each.id);
    return each === subject ? { ...entry, score: { ...each.score, vetoes } } : entry;
  });
  return rankSubjects(contest.honour, entries, contest.policies);
}

function standing(ranked: readonly Ranked[], subject: string): { readonly state: RankState; readonly rank: number | null } {
  const found = ranked.find(({ id }) => id === subject);
  return { state: found?.state ?? "unscored", rank: found?.rank ?? null };
}

function entriesOf({ contestants }: Contest): RankEntry[] {
  return contestants.map((each) => rankEntry(each, each.id));
}
