import type { Interval } from "../wilson.ts";
import { fQuantile, fUpper } from "./distributions.ts";
import { completeRatings, type Ratings } from "./ratings.ts";

/**
 * The six coefficients of Shrout and Fleiss (1979). 1: each subject has graders of its own · 2: the graders stand for others like them,
 * so a strict grader is an error · 3: these graders only, so that strictness is none. `1` is one grader's reliability, `k` that of the
 * mean of all.
 */
export type IntraclassForm = "1,1" | "2,1" | "3,1" | "1,k" | "2,k" | "3,k";

export interface IntraclassCoefficient extends Interval {
  readonly form: IntraclassForm;
  readonly value: number;
  /** The test that there is no agreement at all. */
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

/** Mean squares of a table of subjects and graders. */
export interface MeanSquares {
  readonly subjects: number;
  readonly graders: number;
  readonly residual: number;
  /** Within subjects, whoever the grader: graders and residual together. */
  readonly within: number;
}

export interface IntraclassCorrelation {
  readonly subjects: number;
  readonly graders: number;
  /** Subjects that some grader did not rate: a table with holes has no such coefficients. */
  readonly leftOut: readonly string[];
  readonly meanSquares: MeanSquares;
  readonly coefficients: readonly IntraclassCoefficient[];
}

/**
 * How far the differences between subjects are found by all graders alike, with intervals.
 *
 * Coefficients and their intervals as in Shrout and Fleiss (1979), Psychological Bulletin 86, 420–428; that of ICC(2,·) by the
 * approximation of Satterthwaite given there. A bound of −Infinity says that there is none. Null with fewer than two graders or two
 * subjects that all of them rated, or when the subjects all have the same mean: without differences there is none to agree on.
 */
export function intraclassCorrelation(ratings: Ratings, confidence = 0.95): IntraclassCorrelation | null {
  const { values, leftOut, graders } = completeRatings(ratings);
  const [n, k] = [values.length, graders.length];
  if (n < 2 || k < 2) return null;
  const meanSquares = meanSquaresOf(values, n, k);
  const { subjects: b, graders: j, residual: e, within: w } = meanSquares;
  if (b === 0) return null;

  const tail = (1 + confidence) / 2;
  const ofOne = (b - w) / (b + (k - 1) * w);
  const ofTwo = (b - e) / (b + (k - 1) * e + (k * (j - e)) / n);
  const ofThree = (b - e) / (b + (k - 1) * e);
  const [df1, dfWithin, dfResidual] = [n - 1, n * (k - 1), (n - 1) * (k - 1)];
  const simple = (error: number, dfError: number): Interval => {
    const withError = (error: number) => (b - error) / (b + (k - 1) * error);
    return { low: withError(error * fQuantile(tail, df1, dfError)), high: withError(error / fQuantile(tail, dfError, df1)) };
  };
  const against = (error: number, df2: number) => {
    const f = b / error;
    return { f, df1, df2, p: fUpper(f, df1, df2) };
  };
  const single = [
    { form: "1", value: ofOne, ...simple(w, dfWithin), ...against(w, dfWithin) },
    { form: "2", value: ofTwo, ...absoluteInterval(meanSquares, ofTwo, n, k, tail), ...against(e, dfResidual) },
    { form: "3", value: ofThree, ...simple(e, dfResidual), ...against(e, dfResidual) },
  ] as const;
  /** Spearman and Brown: the reliability of the mean of `k` from that of one. */
  const ofMean = (one: number) => ((k - 1) * one <= -1 ? Number.NEGATIVE_INFINITY : (k * one) / (1 + (k - 1) * one));
  const coefficients = [
    ...single.map(({ form, ...rest }): IntraclassCoefficient => ({ form: `${form},1`, ...rest })),
    ...single.map(({ form, value, low, high, ...rest }): IntraclassCoefficient => {
      return { form: `${form},k`, value: ofMean(value), low: ofMean(low), high: ofMean(high), ...rest };
    }),
  ];
  return { subjects: n, graders: k, leftOut, meanSquares, coefficients };
}

function meanSquaresOf(values: readonly (readonly number[])[], n: number, k: number): MeanSquares {
  const grand = mean(values.map(mean));
  const rowMeans = values.map(mean);
  const columnMeans = Array.from({ length: k }, (_, grader) => mean(values.map((row) => row[grader] ?? 0)));
  const between = k * sumOf(rowMeans.map((each) => (each - grand) ** 2));
  const graders = n * sumOf(columnMeans.map((each) => (each - grand) ** 2));
  const within = sumOf(values.map((row, place) => sumOf(row.map((value) => (value - (rowMeans[place] ?? 0)) ** 2))));
  // What rounding leaves of a sum of squares that is really nothing must not become a ratio.
  const noise = 1e-12 * (between + within + Number.MIN_VALUE);
  const clean = (sum: number) => (sum <= noise ? 0 : sum);
  return {
    subjects: clean(between) / (n - 1),
    graders: clean(graders) / (k - 1),
    residual: clean(within - graders) / ((n - 1) * (k - 1)),
    within: clean(within) / (n * (k - 1)),
  };
}

/** The interval of ICC(2,1), written without ratios of mean squares, so that a residual of nothing divides nothing. */
function absoluteInterval(
  { subjects: b, graders: j, residual: e }: MeanSquares,
  value: number,
  n: number,
  k: number,
  tail: number,
): Interval {
  const fromGraders = k * value * j;
  const fromResidual = (n * (1 + (k - 1) * value) - k * value) * e;
  const squares = (n - 1) * fromGraders ** 2 + fromResidual ** 2;
  if (squares === 0) return { low: value, high: value };
  // A negative coefficient may have no degrees of freedom at all: then its lower bound is that of an endless quantile.
  const df = Math.max(Number.EPSILON, ((k - 1) * (n - 1) * (fromGraders + fromResidual) ** 2) / squares);
  const error = k * j + (k * n - k - n) * e;
  const [above, below] = [fQuantile(tail, n - 1, df), fQuantile(tail, df, n - 1)];
  return { low: (n * (b / above - e)) / (error + (n * b) / above), high: (n * (below * b - e)) / (error + n * below * b) };
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function mean(values: readonly number[]): number {
  return sumOf(values) / values.length;
}
