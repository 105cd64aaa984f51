import { z } from "zod";
import type { EligibilityVerdict } from "./eligibility.ts";
import type { FieldValue } from "./facts.ts";
import { Field } from "./field.ts";
import { Id } from "./id.ts";
import { comparePoints, compareRatios } from "./points.ts";
import { type Policies, ruled, settle } from "./policy.ts";
import type { Honour } from "./scheme.ts";
import type { Score } from "./score-result.ts";
import { Source } from "./source.ts";

/**
 * How subjects are ordered by their totals, and equal totals told apart. `countedRecords` is the veto rule whose counted records decide
 * (fewer is better). `better: lower` is for totals that are ranks; `within` ranks those with one value of a field among themselves.
 */
export const Ranking = z.strictObject({
  better: z.enum(["higher", "lower"]).default("higher"),
  within: Field.optional(),
  tieBreaks: ruled("tie-breaks"),
  countedRecords: Id.optional(),
  source: Source,
});
export type Ranking = z.infer<typeof Ranking>;

/** One application to be ranked: its score, and the reviews of its subject (null when no month has data). */
export interface RankEntry {
  readonly id: string;
  readonly score: Pick<Score, "total" | "scored" | "vetoes">;
  readonly reviews: { readonly good: number; readonly active: number } | null;
  /** Whether the subject may have the honour at all; eligible unless it is said. */
  readonly eligibility?: EligibilityVerdict;
  /** Fields of the subject: `ranking.within` names the one whose values are ranked apart. */
  readonly fields?: Readonly<Record<string, FieldValue>>;
}

export type RankState = "ranked" | "undecided" | "vetoed" | "not_applied" | "ineligible" | "unscored";

/** What told a subject apart from its neighbours; `none` when it shares its place. */
export type DecidedBy = "total" | "bad_reviews" | "good_rate" | "none";

export interface Ranked {
  readonly id: string;
  readonly state: RankState;
  /** 1, 2, 2, 4; an undecided subject has a provisional one; null for vetoed and unscored ones. */
  readonly rank: number | null;
  readonly tied: boolean;
  readonly decidedBy: DecidedBy;
  /** Stages whose cut goes through the subjects of this rank, so that the committee has to decide. */
  readonly tiedAtCut: readonly string[];
  readonly countedBad: number;
}

interface Contender {
  readonly entry: RankEntry;
  readonly countedBad: number;
}

interface Group {
  readonly members: readonly Contender[];
  /** How the group was split off from the ones beside it. */
  readonly decidedBy: Exclude<DecidedBy, "none">;
}

type Criterion = {
  readonly decidedBy: Exclude<DecidedBy, "none">;
  /** Whether it can tell all of these apart: an unknown value never breaks a tie. */
  readonly knows: (contender: Contender) => boolean;
  readonly compare: (a: Contender, b: Contender) => number;
};

const byTotal: Record<Ranking["better"], Criterion> = {
  higher: { decidedBy: "total", knows: () => true, compare: (a, b) => comparePoints(b.entry.score.total, a.entry.score.total) },
  lower: { decidedBy: "total", knows: () => true, compare: (a, b) => comparePoints(a.entry.score.total, b.entry.score.total) },
};

const tieBreaks: Record<"counted-records" | "good-rate", Criterion> = {
  "counted-records": { decidedBy: "bad_reviews", knows: () => true, compare: (a, b) => a.countedBad - b.countedBad },
  "good-rate": {
    decidedBy: "good_rate",
    knows: ({ entry: { reviews } }) => reviews !== null && reviews.active > 0,
    compare: ({ entry: { reviews: a } }, { entry: { reviews: b } }) =>
      a === null || b === null ? 0 : compareRatios(b.good, b.active, a.good, a.active),
  },
};

/**
 * Ranks the applications of one honour on exact totals, ties broken as the scheme declares and equal ranks otherwise (1, 2, 2, 4).
 * Where the scheme ranks within a field, each of its values has ranks of its own. Applications that are vetoed, not eligible or not
 * scored follow without a rank. The order of `entries` never matters.
 */
export function rankSubjects(honour: Honour, entries: readonly RankEntry[], policies: Policies): Ranked[] {
  const { ranking } = honour.rubric;
  const contenders = entries.map((entry): Contender => {
    const countedBad = entry.score.vetoes.find(({ rule }) => rule === ranking.countedRecords)?.counted ?? 0;
    return { entry, countedBad };
  });
  const placed = contenders.filter(({ entry }) => ["ranked", "undecided"].includes(stateOf(entry)));
  const others = contenders.filter((contender) => !placed.includes(contender));
  const total = byTotal[ranking.better];
  const criteria = [total, ...settle(policies, "tie-breaks", ranking.tieBreaks).map((name) => tieBreaks[name])];
  const ranked = apart(placed, ranking.within).flatMap((field) => rankField(honour, field, criteria));
  const last = others
    .toSorted((a, b) => stateOrder(a) - stateOrder(b) || total.compare(a, b) || byId(a, b))
    .map(({ entry, countedBad }): Ranked => {
      return { id: entry.id, state: stateOf(entry), rank: null, tied: false, decidedBy: "none", tiedAtCut: [], countedBad };
    });
  return [...ranked, ...last];
}

/** The fields of contenders that are ranked apart, in the order of the values that set them apart. */
function apart(placed: readonly Contender[], within: Ranking["within"]): Contender[][] {
  if (within === undefined) return placed.length === 0 ? [] : [[...placed]];
  const fields = new Map<string, Contender[]>();
  for (const contender of placed) {
    const value = String(contender.entry.fields?.[within] ?? "");
    fields.set(value, [...(fields.get(value) ?? []), contender]);
  }
  return [...fields].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, contenders]) => contenders);
}

/** The cut of a stage goes through subjects of one rank only where all are ranked together. */
function rankField(honour: Honour, contenders: readonly Contender[], criteria: readonly Criterion[]): Ranked[] {
  let groups: Group[] = [{ members: contenders, decidedBy: "total" }];
  for (const criterion of criteria) groups = groups.flatMap((group) => split(group, criterion));
  const stages = honour.rubric.ranking.within === undefined ? honour.stages : [];
  let rank = 1;
  return groups.flatMap(({ members, decidedBy }) => {
    const [first, last] = [rank, rank + members.length - 1];
    rank = last + 1;
    const tied = members.length > 1;
    const tiedAtCut = stages.filter(({ size }) => first <= size && last > size).map(({ id }) => id);
    return members.toSorted(byId).map(({ entry, countedBad }): Ranked => {
      return { id: entry.id, state: stateOf(entry), rank: first, tied, decidedBy: tied ? "none" : decidedBy, tiedAtCut, countedBad };
    });
  });
}

/** Splits a tied group where the criterion tells its members apart; a group it does not fully know stays together. */
function split(group: Group, criterion: Criterion): Group[] {
  if (group.members.length === 1 || !group.members.every(criterion.knows)) return [group];
  const parts: Contender[][] = [];
  for (const member of group.members.toSorted(criterion.compare)) {
    const [before] = parts.at(-1) ?? [];
    if (before !== undefined && criterion.compare(before, member) === 0) parts.at(-1)?.push(member);
    else parts.push([member]);
  }
  return parts.map((members) => ({ members, decidedBy: parts.length > 1 ? criterion.decidedBy : group.decidedBy }));
}

/** Who did not apply in time is not judged at all; a veto outweighs the rest; without a complete sheet there is no total to rank. */
function stateOf({ score, eligibility = "eligible" }: RankEntry): RankState {
  if (eligibility === "not_applied") return "not_applied";
  if (score.vetoes.some(({ state }) => state === "vetoed")) return "vetoed";
  if (eligibility === "ineligible") return "ineligible";
  if (!score.scored) return "unscored";
  return eligibility === "undecided" || score.vetoes.some(({ state }) => state === "undecided") ? "undecided" : "ranked";
}

const unranked: readonly RankState[] = ["vetoed", "ineligible", "not_applied", "unscored"];

function stateOrder({ entry }: Contender): number {
  return unranked.indexOf(stateOf(entry));
}

function byId(a: Contender, b: Contender): number {
  return a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : 0;
}
