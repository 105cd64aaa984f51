import type { Cut, PlacedRow } from "./place-rows.ts";

/** Where a cut-off line is drawn: below the row with this index. */
export interface CutPlace {
  readonly cut: Cut;
  readonly after: number;
}

/** One line of the table: a row of the ranking, or a cut-off line. */
export type Entry = { readonly row: number } | { readonly cut: Cut };

/**
 * Below which of the shown rows each line runs: the last one with a rank inside it. A line with nobody shown inside, or nobody outside,
 * is not drawn. Only meaningful while the rows stand in the order of merit.
 */
export function placeCuts(rows: readonly PlacedRow[], cuts: readonly Cut[]): readonly CutPlace[] {
  return cuts
    .filter((cut) => cut.total !== null)
    .map((cut) => ({ cut, after: rows.findLastIndex((row) => row.rank !== null && row.rank <= cut.size) }))
    .filter(({ after }) => after >= 0 && rows.some((row, index) => index > after && row.rank !== null))
    .sort((a, b) => a.after - b.after || a.cut.size - b.cut.size);
}

/** What stands at a position of the table, lines counted. */
export function entryAt(position: number, places: readonly CutPlace[]): Entry {
  let lines = 0;
  for (const { cut, after } of places) {
    const at = after + 1 + lines;
    if (position === at) return { cut };
    if (position < at) break;
    lines += 1;
  }
  return { row: position - lines };
}

/** The position of a row, lines counted. */
export function positionOf(row: number, places: readonly CutPlace[]): number {
  return row + places.filter(({ after }) => after < row).length;
}
