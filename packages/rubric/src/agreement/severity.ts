import { averageRanks } from "./concordance.ts";
import { tQuantile } from "./distributions.ts";
import type { Ratings } from "./ratings.ts";

/** How much more or less a grader gives than the other graders of the same subjects. */
export interface Severity {
  readonly grader: string;
  /** Mean deviation in points from the mean of the others, over the subjects rated by both; negative: stricter. */
  readonly deviation: number;
  /** The bounds of the deviation; null with fewer than two subjects. They hold nothing against a grader while they include 0. */
  readonly low: number | null;
  readonly high: number | null;
  readonly subjects: number;
  /** 1 is the strictest; equal deviations share the mean of their ranks. */
  readonly rank: number;
}

/** The severity of each grader who rated a subject together with another one; from the strictest to the mildest, then by id. */
export function graderSeverities(ratings: Ratings, confidence = 0.95): Severity[] {
  const byRating = ratingDeviations(ratings);
  const found = ratings.graders.flatMap((grader, place) => {
    const deviations = byRating.map((row) => row[place] ?? null).filter((deviation) => deviation !== null);
    return deviations.length === 0 ? [] : [{ grader, ...meanWithInterval(deviations, confidence), subjects: deviations.length }];
  });
  const { ranks } = averageRanks(found.map(({ deviation }) => Math.round(deviation * 1e9)));
  return found
    .map((each, place): Severity => ({ ...each, rank: ranks[place] ?? 0 }))
    .sort((a, b) => a.rank - b.rank || (a.grader < b.grader ? -1 : 1));
}

/** Of each rating its deviation in points from the mean of the other graders of the subject; null without a rating or without others. */
export function ratingDeviations({ values }: Pick<Ratings, "values">): (number | null)[][] {
  return values.map((row) =>
    row.map((own, grader) => {
      const others = row.filter((value, place) => value !== null && place !== grader);
      if (own === null || others.length === 0) return null;
      return own - others.reduce<number>((sum, value) => sum + (value ?? 0), 0) / others.length;
    }),
  );
}

function meanWithInterval(values: readonly number[], confidence: number): Pick<Severity, "deviation" | "low" | "high"> {
  const count = values.length;
  const deviation = values.reduce((sum, value) => sum + value, 0) / count;
  if (count < 2) return { deviation, low: null, high: null };
  const variance = values.reduce((sum, value) => sum + (value - deviation) ** 2, 0) / (count - 1);
  const half = tQuantile((1 + confidence) / 2, count - 1) * Math.sqrt(variance / count);
  return { deviation, low: deviation - half, high: deviation + half };
}
