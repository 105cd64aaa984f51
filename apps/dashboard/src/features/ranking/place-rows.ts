import { compareRatios } from "@mingchuang/rubric/points";
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

/** Whether there is a total to compare: a subject that nobody scored, vetoed or not, has none, nor has one that came too late. */
export const isMeasured = ({ state, total_den }: Pick<RankingRow, "state" | "total_den">): boolean =>
  state !== "unscored" && state !== "not_applied" && total_den > 0;

/**
 * Puts the rows of one year and honour into the order of merit and measures each against the cut-off lines.
 *
 * Ranks are those of the evaluation and decide the order; only the place of a vetoed subject among them is found here, by exact total,
 * fewer counted bad reviews and higher good rate.
 */
export function placeRows(rows: readonly RankingRow[], stages: readonly { readonly id: string; readonly size: number }[]): Placing {
  const standing = rows.filter((row) => row.rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || byNumber(a, b));
  const vetoed = rows.filter((row) => row.state === "vetoed").sort((a, b) => compareMerit(a, b) || byNumber(a, b));
  const others = rows.filter((row) => row.rank === null && row.state !== "vetoed").sort(byNumber);
  const cuts = stages.map(({ id, size }): Cut => {
    const inside = standing.filter((row) => (row.rank ?? 0) <= size);
    const last = inside.at(-1);
    return { stage: id, size, inside: inside.length, total: last && standing.length > inside.length ? exactTotal(last) : null };
  });

  const placed: PlacedRow[] = [];
  const place = (row: RankingRow, wouldRank: number | null) => {
    const measured = isMeasured(row);
    placed.push(
      placedRow(row, {
        place: placed.length,
        would_rank: wouldRank,
        change: row.rank !== null && row.previous_rank !== null ? row.previous_rank - row.rank : null,
        gaps: cuts.map(({ total }) => (measured && total !== null ? Math.round(exactTotal(row) - total) : null)),
      }),
    );
  };
  let next = 0;
  for (const [index, row] of standing.entries()) {
    for (let out = vetoed[next]; out !== undefined && compareMerit(out, row) <= 0; out = vetoed[++next]) {
      place(out, compareMerit(out, row) === 0 ? row.rank : index + 1);
    }
    place(row, null);
  }
  for (const out of vetoed.slice(next)) place(out, standing.length + 1);
  for (const row of others) place(row, null);
  return { rows: placed, cuts };
}

/**
 * A row and its place as one object, written out: objects spread from rows of this width become hash tables, and everything that
 * goes through 100,000 of them, from this on, takes twenty times as long.
 */
function placedRow(row: RankingRow, place: Pick<PlacedRow, "place" | "would_rank" | "change" | "gaps">): PlacedRow {
  return {
    application_id: row.application_id,
    subject_id: row.subject_id,
    subject_name: row.subject_name,
    window_id: row.window_id,
    window_name: row.window_name,
    city_code: row.city_code,
    city: row.city,
    county_code: row.county_code,
    county: row.county,
    domain: row.domain,
    level: row.level,
    state: row.state,
    total_num: row.total_num,
    total_den: row.total_den,
    total_c: row.total_c,
    base_c: row.base_c,
    bonus_c: row.bonus_c,
    self_c: row.self_c,
    rank: row.rank,
    tied: row.tied,
    tie_broken_by: row.tie_broken_by,
    counted_bad: row.counted_bad,
    good: row.good,
    active: row.active,
    sheets_kept: row.sheets_kept,
    sheets_dropped: row.sheets_dropped,
    previous_rank: row.previous_rank,
    previous_total_c: row.previous_total_c,
    items_c: row.items_c,
    vetoes: row.vetoes,
    tier: row.tier,
    place: place.place,
    would_rank: place.would_rank,
    change: place.change,
    gaps: place.gaps,
  };
}

const exactTotal = (row: RankingRow): number => row.total_num / row.total_den;

const byNumber = (a: RankingRow, b: RankingRow): number => (a.application_id < b.application_id ? -1 : 1);

/** Best first, exactly: thirds and sevenths of a hundredth decide too. Without reviews there is no good rate to tell two apart. */
function compareMerit(a: RankingRow, b: RankingRow): number {
  const byTotal = compareRatios(b.total_num, b.total_den, a.total_num, a.total_den);
  if (byTotal !== 0 || a.counted_bad !== b.counted_bad) return byTotal || a.counted_bad - b.counted_bad;
  return a.active && b.active ? compareRatios(b.good ?? 0, b.active, a.good ?? 0, a.active) : 0;
}
