import { chiSquareUpper } from "./distributions.ts";
import { completeRatings, type Ratings } from "./ratings.ts";

export interface Concordance {
  /** 1: all graders put the subjects in one order; 0: their orders cancel out. */
  readonly w: number;
  readonly chiSquare: number;
  readonly df: number;
  /** How often as much agreement comes about by chance; an approximation that is rough below eight subjects. */
  readonly p: number;
  readonly subjects: number;
  readonly graders: number;
  readonly leftOut: readonly string[];
}

/**
 * Kendall's coefficient of concordance W with the correction for ties (Kendall 1948, Rank Correlation Methods, ch. 6), over the subjects
 * that every grader rated. Null with fewer than two of either, or when no grader tells any subjects apart.
 */
export function kendallConcordance(ratings: Ratings): Concordance | null {
  const { values, graders, leftOut } = completeRatings(ratings);
  const [n, m] = [values.length, graders.length];
  if (n < 2 || m < 2) return null;
  const ranked = graders.map((_, grader) => averageRanks(values.map((row) => row[grader] ?? 0)));
  const ties = ranked.reduce((sum, { ties }) => sum + ties, 0);
  const span = m * m * (n ** 3 - n) - m * ties;
  if (span === 0) return null;
  const middle = (m * (n + 1)) / 2;
  const spread = values.reduce((sum, _, place) => {
    const rankSum = ranked.reduce((total, { ranks }) => total + (ranks[place] ?? 0), 0);
    return sum + (rankSum - middle) ** 2;
  }, 0);
  const w = (12 * spread) / span;
  const chiSquare = m * (n - 1) * w;
  return { w, chiSquare, df: n - 1, p: chiSquareUpper(chiSquare, n - 1), subjects: n, graders: m, leftOut };
}

/** Ranks from 1 for the lowest, equal values sharing the mean of theirs; `ties` is Σ (t³ − t) over the groups of equal values. */
export function averageRanks(values: readonly number[]): { readonly ranks: readonly number[]; readonly ties: number } {
  const sorted = values.toSorted((a, b) => a - b);
  let ties = 0;
  const shared = new Map<number, number>();
  for (let first = 0; first < sorted.length; ) {
    const value = sorted[first] ?? 0;
    const count = sorted.lastIndexOf(value) - first + 1;
    shared.set(value, first + (count + 1) / 2);
    ties += count ** 3 - count;
    first += count;
  }
  return { ranks: values.map((value) => shared.get(value) ?? 0), ties };
}
