import type { Random } from "./random.ts";
import { fitSheets, graders, loss, type WindowSheet } from "./score-sheets.ts";

/** How two neighbours with one total differ: in nothing, in counted bad reviews, or only in their good rate. */
export type TieKind = "whole" | "bad_reviews" | "good_rate";

/** Ties of 2023: the place of the first of two, and what tells them apart. 10 and 20 are where the final and the short list end. */
export const tiesOf2023: readonly { readonly place: number; readonly kind: TieKind }[] = [
  { place: 5, kind: "bad_reviews" },
  { place: 10, kind: "whole" },
  { place: 14, kind: "good_rate" },
  { place: 20, kind: "whole" },
];

export interface Contender {
  readonly applicationId: string;
  /** Bonus points, 0 to 10. */
  readonly bonus: number;
  readonly sheets: readonly WindowSheet[];
  /** False for a hard case that may not stand at a tie. */
  readonly mayTie: boolean;
}

export interface Placement {
  readonly sheets: ReadonlyMap<string, readonly WindowSheet[]>;
  readonly ties: readonly { readonly place: number; readonly kind: TieKind; readonly applicationIds: readonly [string, string] }[];
}

/** Totals are counted in fourteenths of a point: half points shared among seven graders. */
const fourteenths = 2 * graders.length;
const base = 90 * fourteenths;
const mostPossible = (contender: Contender): number => base + contender.bonus * fourteenths;
const total = (contender: Contender): number => mostPossible(contender) - loss(contender.sheets);

/** Moves totals by as little as it takes to have the ties exactly at their places and nowhere else. */
export function placeContenders(random: Random, contenders: readonly Contender[], ties: typeof tiesOf2023): Placement {
  const ranked = [...contenders].sort((a, b) => total(b) - total(a));
  const targets = ranked.map(total);
  const firsts = new Set(ties.map(({ place }) => place - 1));
  const seconds = new Set(ties.map(({ place }) => place));
  const tied = [...firsts, ...seconds];
  for (const index of tied) {
    const wanted = targets[seconds.has(index) ? index - 1 : index] ?? 0;
    const suits = (contender: Contender | undefined) => contender?.mayTie && mostPossible(contender) > wanted + fourteenths / 2;
    if (suits(ranked[index])) continue;
    const others = ranked.map((_, at) => at).filter((at) => !tied.includes(at) && ranked[at]?.mayTie);
    const distance = (at: number) => Math.abs(at - index) + (suits(ranked[at]) ? 0 : ranked.length);
    others.sort((a, b) => distance(a) - distance(b));
    swap(ranked, index, others[0] ?? -1);
  }
  const sheets = new Map<string, readonly WindowSheet[]>();
  let above = Number.POSITIVE_INFINITY;
  for (const [index, contender] of ranked.entries()) {
    const reachable = Math.min(...ranked.slice(index, firsts.has(index) ? index + 2 : index + 1).map(mostPossible));
    const wanted = seconds.has(index) ? above : Math.min(above - 1, targets[index] ?? 0, reachable);
    above = wanted;
    sheets.set(contender.applicationId, fitSheets(random, contender.sheets, mostPossible(contender) - wanted));
  }
  return {
    sheets,
    ties: ties.map(({ place, kind }) => ({ place, kind, applicationIds: [idAt(ranked, place - 1), idAt(ranked, place)] })),
  };
}

function swap<T>(values: T[], a: number, b: number): void {
  const [first, second] = [values[a], values[b]];
  if (first === undefined || second === undefined) throw new RangeError("too few contenders for the ties");
  values[a] = second;
  values[b] = first;
}

function idAt(ranked: readonly Contender[], index: number): string {
  const contender = ranked[index];
  if (!contender) throw new RangeError("too few contenders for the ties");
  return contender.applicationId;
}
