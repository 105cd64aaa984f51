import type { Ratings } from "./ratings.ts";

/** One rating far from what the other graders gave the same subject. */
export interface Outlier {
  readonly subject: string;
  readonly grader: string;
  readonly value: number;
  /** The median of the others, with what this grader usually gives more or less. */
  readonly expected: number;
  /** `value − expected`, in points. */
  readonly distance: number;
  /** The distance in robust standard deviations of all such distances. */
  readonly score: number;
}

/** Beyond this a value is called an outlier: Iglewicz and Hoaglin (1993), How to Detect and Handle Outliers, for the modified z-score. */
const far = 3.5;
/** What makes a median, or where that is nothing a mean, of absolute deviations estimate a standard deviation. */
const [fromMedian, fromMean] = [1.482602, 1.253314];

/**
 * Ratings far from those of the other graders, a grader's general severity apart, the farthest first. Only subjects rated by at least
 * three are looked at: of two ratings nobody can say which one is far. An outlier is a question to the grader, not a mistake.
 */
export function findOutliers({ subjects, graders, values }: Ratings): Outlier[] {
  const cells = values.flatMap((row, place) => {
    return row.flatMap((value, grader) => {
      const others = row.filter((other, who) => other !== null && who !== grader) as number[];
      if (value === null || others.length < 2) return [];
      return [{ subject: subjects[place] ?? "", place: grader, grader: graders[grader] ?? "", value, others: median(others) }];
    });
  });
  const habits = graders.map((_, grader) =>
    median(cells.filter(({ place }) => place === grader).map(({ value, others }) => value - others)),
  );
  const measured = cells.map(({ subject, place, grader, value, others }) => {
    const expected = others + (habits[place] ?? 0);
    return { subject, grader, value, expected, distance: value - expected };
  });
  const spread = spreadOf(measured.map(({ distance }) => distance));
  if (spread === 0) return [];
  return measured
    .map((each): Outlier => ({ ...each, score: each.distance / spread }))
    .filter(({ score }) => Math.abs(score) > far)
    .sort((a, b) => Math.abs(b.score) - Math.abs(a.score) || (`${a.subject} ${a.grader}` < `${b.subject} ${b.grader}` ? -1 : 1));
}

function spreadOf(distances: readonly number[]): number {
  const middle = median(distances);
  const sizes = distances.map((distance) => Math.abs(distance - middle));
  const typical = fromMedian * median(sizes);
  return typical > 0 ? typical : fromMean * (sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length));
}

/** The middle value, or the mean of the two in the middle; 0 of nothing. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}
