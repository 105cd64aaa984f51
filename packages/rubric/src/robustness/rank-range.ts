import type { Ranked } from "../rank.ts";
import type { Rate } from "../rates.ts";
import type { Stage } from "../stage.ts";

/** What was changed in a trial, and nothing else was. */
export type Change =
  | { readonly kind: "graders-drawn"; readonly draw: number }
  | { readonly kind: "grader-left-out"; readonly grader: string }
  /** What each item weighs, in per cent of what the scheme gives it. */
  | { readonly kind: "weights"; readonly percent: Readonly<Record<string, number>> }
  | { readonly kind: "policies"; readonly choices: Readonly<Record<string, string>> };

export interface Trial {
  readonly change: Change;
  readonly ranked: readonly Ranked[];
}

/** How often a subject is among those who pass a stage, of all trials. A tie that the cut goes through is counted apart. */
export interface CutShare {
  readonly stage: string;
  readonly inside: Rate;
  readonly tied: Rate;
}

/** Where a subject ends up over many trials. Ranks are null where it has none in any of them. */
export interface RankRange {
  readonly id: string;
  /** As things stand. */
  readonly rank: number | null;
  readonly best: number | null;
  readonly worst: number | null;
  /** Trials that first gave the best and the worst rank; null when no trial is better, or worse, than things stand. */
  readonly bestBy: Change | null;
  readonly worstBy: Change | null;
  /** The middle 95 per cent of its ranks. */
  readonly usual: { readonly best: number; readonly worst: number } | null;
  /** Trials in which it has no rank: vetoed, or without a sheet that counts. */
  readonly unranked: number;
  /** For each stage; none without trials. */
  readonly cuts: readonly CutShare[];
}

/** Gathers trials into one range for each subject, in the order of the ranking; the ranking itself belongs to every range. */
export function rankRanges(actual: readonly Ranked[], trials: readonly Trial[], stages: readonly Stage[]): RankRange[] {
  const byId = new Map(actual.map(({ id }) => [id, [] as { change: Change; ranked: Ranked }[]]));
  for (const { change, ranked } of trials) {
    for (const each of ranked) byId.get(each.id)?.push({ change, ranked: each });
  }
  return actual.map((standing) => rangeOf(standing, byId.get(standing.id) ?? [], stages));
}

function rangeOf(standing: Ranked, trials: readonly { change: Change; ranked: Ranked }[], stages: readonly Stage[]): RankRange {
  let [best, worst] = [standing.rank, standing.rank];
  let [bestBy, worstBy]: (Change | null)[] = [null, null];
  const ranks: number[] = [];
  for (const { change, ranked } of trials) {
    const { rank } = ranked;
    if (rank === null) continue;
    ranks.push(rank);
    if (best === null || rank < best) [best, bestBy] = [rank, change];
    if (worst === null || rank > worst) [worst, worstBy] = [rank, change];
  }
  const share = (holds: (ranked: Ranked) => boolean): Rate => {
    return { numerator: trials.filter(({ ranked }) => holds(ranked)).length, denominator: trials.length };
  };
  return {
    id: standing.id,
    rank: standing.rank,
    best,
    worst,
    bestBy: bestBy ?? null,
    worstBy: worstBy ?? null,
    usual: middleOf(ranks),
    unranked: trials.length - ranks.length,
    cuts: (trials.length === 0 ? [] : stages).map((stage) => ({
      stage: stage.id,
      inside: share((ranked) => placeAt(ranked, stage) === "inside"),
      tied: share((ranked) => placeAt(ranked, stage) === "tied"),
    })),
  };
}

/** `inside` those who pass a stage, `tied` where the cut goes through the subjects of one rank, `outside` with all who have no rank. */
export type PlaceAtCut = "inside" | "tied" | "outside";

export function placeAt({ rank, tiedAtCut }: Ranked, { id, size }: Pick<Stage, "id" | "size">): PlaceAtCut {
  if (rank === null || rank > size) return "outside";
  return tiedAtCut.includes(id) ? "tied" : "inside";
}

/** The middle 95 per cent: at most 2.5 per cent of the ranks are left out on each side. */
function middleOf(ranks: readonly number[]): RankRange["usual"] {
  const sorted = ranks.toSorted((a, b) => a - b);
  const out = Math.floor(sorted.length / 40);
  const [best, worst] = [sorted[out], sorted[sorted.length - 1 - out]];
  return best === undefined || worst === undefined ? null : { best, worst };
}
