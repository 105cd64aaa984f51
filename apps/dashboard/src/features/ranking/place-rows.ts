import type { RankingRow } from "@mingchuang/warehouse/queries/ranking";

/** A ranking row in its place in the order of merit, vetoed subjects included where their score would have put them. */
export type PlacedRow = RankingRow & {
  /** Position in the order of merit, from 0; a total order, so that every other sort falls back on it. */
  readonly place: number;
  /** For a vetoed subject: the rank it would have had. */
  readonly would_rank: number | null;
  /** Places gained on last year; null when there is no rank in both years. */
  readonly change: number | null;
  /** Points to each cut-off line in hundredths: at least 0 inside the line, at most 0 outside; null without a line. */
  readonly gaps: readonly (number | null)[];
};

/** A cut-off line: the last rank that is inside, the total of the last subject inside, and how many are inside (more than `size` when tied). */
export interface Cut {
  readonly stage: string;
  readonly size: number;
  readonly total: number | null;
  readonly inside: number;
}

export interface Placing {
  readonly rows: readonly PlacedRow[];
  readonly cuts: readonly Cut[];
}

/**
 * Puts the rows of one year and honour into the order of merit and measures each against the cut-off lines.
 *
 * Ranks are those of the evaluation; this only finds where a vetoed subject would have stood among them. The keys are the scheme's:
 * exact total, fewer counted bad reviews, higher good rate.
 */
export function placeRows(rows: readonly RankingRow[], stages: readonly { readonly id: string; readonly size: number }[]): Placing {
  const inOrder = rows.toSorted((a, b) => compareMerit(a, b) || (a.application_id < b.application_id ? -1 : 1));
  const standing = inOrder.filter((row) => row.rank !== null);
  const cuts = stages.map(({ id, size }): Cut => {
    const inside = standing.filter((row) => (row.rank ?? 0) <= size);
    const last = inside.at(-1);
    return { stage: id, size, inside: inside.length, total: last && standing.length > inside.length ? exactTotal(last) : null };
  });
  return { cuts, rows: placed(inOrder, cuts) };
}

function placed(inOrder: readonly RankingRow[], cuts: readonly Cut[]): readonly PlacedRow[] {
  let better = 0;
  let level: RankingRow | undefined;
  let rankOfLevel = 1;
  return inOrder.map((row, place) => {
    if (level === undefined || compareMerit(level, row) !== 0) {
      level = row;
      rankOfLevel = better + 1;
    }
    if (row.rank !== null) better += 1;
    const counts = row.state !== "unscored";
    return {
      ...row,
      place,
      would_rank: row.state === "vetoed" ? rankOfLevel : null,
      change: row.rank !== null && row.previous_rank !== null ? row.previous_rank - row.rank : null,
      gaps: cuts.map(({ total }) => (counts && total !== null ? Math.round(exactTotal(row) - total) : null)),
    };
  });
}

const exactTotal = (row: RankingRow): number => row.total_num / row.total_den;

/** Best first; subjects without a complete sheet last. Cross-multiplied, so that thirds and sevenths compare exactly. */
export function compareMerit(a: RankingRow, b: RankingRow): number {
  const unscored = Number(a.state === "unscored") - Number(b.state === "unscored");
  if (unscored !== 0) return unscored;
  return (
    b.total_num * a.total_den - a.total_num * b.total_den ||
    a.counted_bad - b.counted_bad ||
    compareRate(b.good, b.active, a.good, a.active)
  );
}

/** A subject without reviews has no good rate and stands after those that have one. */
function compareRate(good: number | null, active: number | null, otherGood: number | null, otherActive: number | null): number {
  const none = (value: number | null) => value === null || value === 0;
  if (none(active) || none(otherActive)) return Number(none(otherActive)) - Number(none(active));
  return (good ?? 0) * (otherActive ?? 1) - (otherGood ?? 0) * (active ?? 1);
}
