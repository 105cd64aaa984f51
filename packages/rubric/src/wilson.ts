import type { Rate } from "./rates.ts";

/** The bounds of a rate, between 0 and 1. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The 97.5 % point of the normal distribution: intervals of 95 %. */
const standardDeviations = 1.959963984540054;

/**
 * The score interval of Wilson (1927) for a rate: honest where counts are small, and never outside 0 to 1. It tells how far a
 * window with few reviews can be compared at all.
 */
export function wilsonInterval({ numerator, denominator }: Rate, z = standardDeviations): Interval {
  const rate = numerator / denominator;
  const weight = (z * z) / denominator;
  const centre = (rate + weight / 2) / (1 + weight);
  const half = (z * Math.sqrt((rate * (1 - rate)) / denominator + weight / (4 * denominator))) / (1 + weight);
  return {
    low: numerator === 0 ? 0 : Math.max(0, centre - half),
    high: numerator === denominator ? 1 : Math.min(1, centre + half),
  };
}
