import type { RankingRow } from "@mingchuang/warehouse/queries/ranking";

/** Ranks that somebody holds who is not listed, both ends included. */
export interface RankGap {
  readonly from: number;
  readonly to: number;
}

/** The ranks missing before the last one that is listed. Equal ranks leave none missing: after 2, 2 comes 4. */
export function findRankGaps(rows: readonly Pick<RankingRow, "rank">[]): readonly RankGap[] {
  const ranks = rows.flatMap(({ rank }) => (rank === null ? [] : [rank])).sort((a, b) => a - b);
  const gaps: RankGap[] = [];
  let next = 1;
  for (const rank of ranks) {
    if (rank > next) gaps.push({ from: next, to: rank - 1 });
    next = Math.max(next, rank) + 1;
  }
  return gaps;
}
