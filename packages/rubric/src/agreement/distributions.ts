/// <reference path="./jstat.d.ts" />
import library from "jstat";

const { centralF, studentt, chisquare } = library.jStat;

/** The point of the F distribution below which `probability` of it lies. Degrees of freedom may be fractions. */
export function fQuantile(probability: number, df1: number, df2: number): number {
  return centralF.inv(probability, df1, df2);
}

/** The probability of a value above `x` under the F distribution. */
export function fUpper(x: number, df1: number, df2: number): number {
  return x === Number.POSITIVE_INFINITY ? 0 : Math.max(0, 1 - centralF.cdf(x, df1, df2));
}

/** The point of Student's t distribution below which `probability` of it lies. */
export function tQuantile(probability: number, df: number): number {
  return studentt.inv(probability, df);
}

/** The probability of a value above `x` under the χ² distribution. */
export function chiSquareUpper(x: number, df: number): number {
  return Math.max(0, 1 - chisquare.cdf(x, df));
}
