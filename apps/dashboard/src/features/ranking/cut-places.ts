import type { Cut, PlacedRow } from "./place-rows.ts";
import type { RankGap } from "./rank-gaps.ts";

/** Where a cut-off line is drawn: below the row with this index. */
export interface CutPlace {
  readonly cut: Cut;
  readonly after: number;
}

/** Where ranks are missing: below the row with this index. */
export interface GapPlace {
  readonly gap: RankGap;
  readonly after: number;
}

export type LinePlace = CutPlace | GapPlace;

/**
 * Below which of the shown rows each line runs: the last one with a rank inside it. A line with nobody shown inside, or nobody outside,
 * is not drawn. Only meaningful while the rows stand in the order of merit.
 */
export function placeCuts(rows: readonly PlacedRow[], cuts: readonly Cut[]): readonly CutPlace[] {
  const lastRanked = rows.findLastIndex(({ rank }) => rank !== null);
  return cuts
    .filter((cut) => cut.total !== null)
    .map((cut) => ({ cut, after: rows.findLastIndex((row) => row.rank !== null && row.rank <= cut.size) }))
    .filter(({ after }) => after >= 0 && after < lastRanked)
    .sort((a, b) => a.after - b.after || a.cut.size - b.cut.size);
}

/** Below which of the shown rows ranks are missing, the lines already there kept; a gap before the first row stands above it. */
export function placeGaps(rows: readonly PlacedRow[], gaps: readonly RankGap[], cuts: readonly CutPlace[]): readonly LinePlace[] {
  if (gaps.length === 0) return cuts;
  const held = rows
    .flatMap(({ rank }, index) => (rank === null ? [] : [{ rank, index }]))
    .sort((a, b) => a.rank - b.rank || a.index - b.index);
  const last = held.at(-1)?.rank ?? 0;
  let next = 0;
  let after = -1;
  const places: LinePlace[] = [...cuts];
  // Gaps and ranks both rise: each is looked at once, however many of both there are.
  for (const gap of [...gaps].sort((a, b) => a.from - b.from)) {
    if (gap.to >= last) break;
    for (let row = held[next]; row !== undefined && row.rank < gap.from; row = held[++next]) after = Math.max(after, row.index);
    places.push({ gap, after });
  }
  return places.sort((a, b) => a.after - b.after || lastInside(a) - lastInside(b));
}

/** A cut at 10 runs above a gap from 11 on and below one from 9 to 10. */
function lastInside(place: LinePlace): number {
  return "cut" in place ? place.cut.size : place.gap.from - 0.5;
}

/** The lines that there are, the one with the fewest places first; a line with nobody outside is none. */
export const strictestFirst = (cuts: readonly Cut[]): readonly Cut[] =>
  cuts.filter(({ total }) => total !== null).sort((a, b) => a.size - b.size);

/** The lines that a row is inside of, the strictest first. */
export function linesInside(row: Pick<PlacedRow, "rank">, cuts: readonly Cut[]): readonly Cut[] {
  const { rank } = row;
  return rank === null ? [] : strictestFirst(cuts).filter(({ size }) => rank <= size);
}
