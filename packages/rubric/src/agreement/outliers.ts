import type { Ratings } from "./ratings.ts";

/** One rating far from what the other graders gave the same subject. */
export interface Outlier {
  readonly subject: string;
  readonly grader: string;
  readonly value: number;
  /** The median of what all gave that subject, each grader's habit taken off, with this grader's habit put on again. */
  readonly expected: number;
  /** `value − expected`, in points. */
  readonly distance: number;
  /** The distance in robust standard deviations of ratings from those of the other graders. */
  readonly score: number;
}

/** Beyond this a value is called an outlier: Iglewicz and Hoaglin (1993), How to Detect and Handle Outliers, for the modified z-score. */
const far = 3.5;
/** What makes a median, or where that is nothing a mean, of absolute deviations estimate a standard deviation. */
const [fromMedian, fromMean] = [1.482602, 1.253314];

interface Cell {
  readonly subject: number;
  readonly grader: number;
  readonly value: number;
}

/**
 * Ratings far from those of the other graders, the farthest first. A grader's habit, by how much it usually lies above or below the
 * middle, is no distance. Only subjects rated by at least three are looked at: of two ratings nobody can say which one is far. An
 * outlier is a question to the grader, not a mistake.
 */
export function findOutliers({ subjects, graders, values }: Ratings): Outlier[] {
  const cells = values
    .map((row, subject) => row.flatMap((value, grader): Cell[] => (value === null ? [] : [{ subject, grader, value }])))
    .filter((row) => row.length > 2);
  const above = cells.flatMap((row) => {
    const middle = median(row.map(({ value }) => value));
    return row.map(({ grader, value }) => ({ grader, by: value - middle }));
  });
  const habits = graders.map((_, place) => median(above.filter(({ grader }) => grader === place).map(({ by }) => by)));
  const habitOf = ({ grader }: Cell) => habits[grader] ?? 0;
  const measured = cells.flatMap((row) => {
    const evened = row.map((cell) => cell.value - habitOf(cell));
    const middle = median(evened);
    return row.map((cell, place) => {
      const expected = middle + habitOf(cell);
      const fromOthers = (evened[place] ?? 0) - median(evened.toSpliced(place, 1));
      return { cell, expected, distance: cell.value - expected, fromOthers };
    });
  });
  // The middle of a row is often one of its own ratings, at no distance from itself: the spread is that around the others.
  const spread = spreadOf(measured.map(({ fromOthers }) => Math.abs(fromOthers)));
  if (spread === 0) return [];
  return measured
    .map(({ cell: { subject, grader, value }, expected, distance }): Outlier => {
      return { subject: subjects[subject] ?? "", grader: graders[grader] ?? "", value, expected, distance, score: distance / spread };
    })
    .filter(({ score }) => Math.abs(score) > far)
    .sort((a, b) => Math.abs(b.score) - Math.abs(a.score) || (`${a.subject} ${a.grader}` < `${b.subject} ${b.grader}` ? -1 : 1));
}

function spreadOf(sizes: readonly number[]): number {
  const typical = fromMedian * median(sizes);
  return typical > 0 ? typical : fromMean * (sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length));
}

/** The middle value, or the mean of the two in the middle; 0 of nothing. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}
