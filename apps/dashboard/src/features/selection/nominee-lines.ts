import type { VerdictRow } from "@mingchuang/warehouse/queries/selection";
import { outcomeOf } from "./outcome.ts";

/** Below which of the shown rows the line runs: the last one that is in, or may yet be, while somebody stands below it by rank; else nowhere. */
export function lineAfter(rows: readonly VerdictRow[]): number | null {
  const last = rows.findLastIndex(({ outcome }) => outcome !== "out");
  const below = rows.some((row, index) => index > last && outcomeOf(row) === "out");
  return last >= 0 && below ? last : null;
}

/** Above whom it is said that they and those after them are tied, and how many they are: the first shown of each tied rank. */
export function tiesBefore(rows: readonly VerdictRow[]): ReadonlyMap<string, number> {
  const tied = rows.filter(({ outcome }) => outcome === "open");
  const firsts = tied.filter((row, index) => tied.findIndex(({ rank }) => rank === row.rank) === index);
  return new Map(firsts.map(({ application_id: id, rank }) => [id, tied.filter((other) => other.rank === rank).length]));
}
