import type { Ratings } from "./ratings.ts";

/** How values are compared: the same or not · by their order · by their distance · by their distance in proportion to their size. */
export type Level = "nominal" | "ordinal" | "interval" | "ratio";

export interface KrippendorffAlpha {
  readonly level: Level;
  /** 1 perfect agreement, 0 what chance would give, negative when graders contradict each other. */
  readonly alpha: number;
  readonly observedDisagreement: number;
  readonly expectedDisagreement: number;
  /** Subjects with at least two ratings, and the ratings they have; others say nothing about agreement. */
  readonly subjects: number;
  readonly ratings: number;
}

/**
 * Krippendorff's α, for any number of graders and with blanks (Krippendorff 2011, "Computing Krippendorff's alpha-reliability").
 * Null when nothing can be paired, or when all paired ratings are the same: α is not defined without variation.
 */
export function krippendorffAlpha({ values }: Ratings, level: Level): KrippendorffAlpha | null {
  const units = values.map((row) => row.filter((value) => value !== null)).filter((unit) => unit.length > 1);
  const distinct = [...new Set(units.flat())].sort((a, b) => a - b);
  const placeOf = new Map(distinct.map((value, place) => [value, place]));
  const coincidences = distinct.map(() => distinct.map(() => 0));
  for (const unit of units) {
    unit.forEach((a, from) => {
      unit.forEach((b, to) => {
        const row = coincidences[placeOf.get(a) ?? -1];
        if (from !== to && row !== undefined) row[placeOf.get(b) ?? -1] = (row[placeOf.get(b) ?? -1] ?? 0) + 1 / (unit.length - 1);
      });
    });
  }
  const totals = distinct.map((value) => units.reduce((sum, unit) => sum + unit.filter((each) => each === value).length, 0));
  const ratings = units.reduce((sum, unit) => sum + unit.length, 0);
  const difference = differenceOf(level, distinct, totals);
  let [observed, expected] = [0, 0];
  distinct.forEach((_, a) => {
    distinct.forEach((_, b) => {
      observed += ((coincidences[a]?.[b] ?? 0) * difference(a, b)) / ratings;
      expected += ((totals[a] ?? 0) * (totals[b] ?? 0) * difference(a, b)) / (ratings * (ratings - 1));
    });
  });
  if (expected === 0) return null;
  return {
    level,
    alpha: 1 - observed / expected,
    observedDisagreement: observed,
    expectedDisagreement: expected,
    subjects: units.length,
    ratings,
  };
}

/** The squared difference of two values, given by their places among the distinct ones. */
function differenceOf(level: Level, distinct: readonly number[], totals: readonly number[]): (a: number, b: number) => number {
  const value = (place: number) => distinct[place] ?? 0;
  /** Ratings up to a value, half of its own included: its middle rank. */
  const middles = totals.map((own, place) => totals.slice(0, place).reduce((sum, each) => sum + each, own / 2));
  switch (level) {
    case "nominal":
      return (a, b) => (a === b ? 0 : 1);
    case "ordinal":
      return (a, b) => ((middles[a] ?? 0) - (middles[b] ?? 0)) ** 2;
    case "interval":
      return (a, b) => (value(a) - value(b)) ** 2;
    case "ratio":
      return (a, b) => (a === b ? 0 : ((value(a) - value(b)) / (value(a) + value(b))) ** 2);
  }
}
