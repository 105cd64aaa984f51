import type { Ratings } from "./ratings.ts";

/** Ratings from a table whose rows are subjects; null is a blank. */
export function ratingsFrom(values: readonly (readonly (number | null)[])[]): Ratings {
  const graders = Array.from({ length: values[0]?.length ?? 0 }, (_, place) => `G${place + 1}`);
  return { subjects: values.map((_, place) => `S${String(place + 1).padStart(2, "0")}`), graders, values };
}

/** The same from a table whose rows are graders. */
export function ratingsByGrader(rows: readonly (readonly (number | null)[])[]): Ratings {
  return ratingsFrom((rows[0] ?? []).map((_, subject) => rows.map((row) => row[subject] ?? null)));
}

/** Six targets and four judges: Shrout and Fleiss (1979), table 2. */
export const shroutFleiss = ratingsFrom([
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]);

const blank = null;

/** Four observers and twelve units with blanks: Krippendorff (2011), section C. */
export const krippendorff = ratingsByGrader([
  [1, 2, 3, 3, 2, 1, 4, 1, 2, blank, blank, blank],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, blank, 3],
  [blank, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, blank],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, blank],
]);

/** Three rankings of ten subjects with ties: NAG Library, example of G08DAF (after Siegel 1956). */
export const tiedRankings = ratingsByGrader([
  [1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10],
  [2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5],
  [2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10],
]);

/** Wing, tail and bill of twelve birds: Zar, Biostatistical Analysis, example 20.5. */
export const birds = ratingsByGrader([
  [10.4, 10.8, 11.1, 10.2, 10.3, 10.2, 10.7, 10.5, 10.8, 11.2, 10.6, 11.4],
  [7.4, 7.6, 7.9, 7.2, 7.4, 7.1, 7.4, 7.2, 7.8, 7.7, 7.8, 8.3],
  [17, 17, 20, 14.5, 15.5, 13, 19.5, 16, 21, 20, 18, 22],
]);
