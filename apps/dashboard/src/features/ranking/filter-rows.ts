import type { RankingRow } from "@mingchuang/warehouse/queries/ranking";
import type { RankingSearch } from "./search.ts";

/** Places in the ranking that a filter can ask for: the result's state, a near veto, and whether it was in a tie. */
export const rankingStates = ["ranked", "undecided", "vetoed", "unscored", "ineligible", "not_applied", "near", "tied"] as const;

type Filter = Pick<RankingSearch, "city" | "domain" | "level" | "state" | "q"> & { readonly county: readonly string[] };

/** The rows that meet every filter; several values of one filter are alternatives. `q` is looked for in names and numbers, case apart. */
export function filterRows<Row extends RankingRow>(rows: readonly Row[], filter: Filter): readonly Row[] {
  const tests: ((row: Row) => boolean)[] = [];
  const among = (values: readonly string[], read: (row: Row) => string | null): void => {
    if (values.length === 0) return;
    const wanted = new Set(values);
    tests.push((row) => wanted.has(read(row) ?? ""));
  };
  among(filter.city, (row) => row.city_code);
  among(filter.county, (row) => row.county_code);
  among(filter.domain, (row) => row.domain);
  among(filter.level, (row) => row.level);
  if (filter.state.length > 0) tests.push((row) => filter.state.some((state) => inState(row, state)));
  const words = (filter.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length > 0) tests.push((row) => words.every((word) => searchText(row).includes(word)));
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}

export function inState(row: RankingRow, state: string): boolean {
  if (state === "near") return / ?[^ :]+:near:/.test(row.vetoes ?? "");
  return state === "tied" ? row.tied : row.state === state;
}

const searchTexts = new WeakMap<RankingRow, string>();

/** Made once for each row: a word is looked for at every key that is typed. */
function searchText(row: RankingRow): string {
  const made = searchTexts.get(row);
  if (made !== undefined) return made;
  const { subject_name, window_name, subject_id, application_id, city, county } = row;
  const text = `${subject_name} ${window_name ?? ""} ${subject_id} ${application_id} ${city} ${county ?? ""}`.toLowerCase();
  searchTexts.set(row, text);
  return text;
}

/** How many rows each value of a filter would leave, most frequent first; for the choices offered. */
export function countBy<Row>(rows: readonly Row[], read: (row: Row) => string | null): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = read(row);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
