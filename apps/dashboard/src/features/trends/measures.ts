import { activeReviewRate, badPerTenThousand, goodRate, type Rate, rateHundredths } from "@mingchuang/rubric/rates";
import { type Change, rateChange, relativeChange } from "../../lib/change.ts";
import { formatCount, formatPoints } from "../../lib/format.ts";
import type { TrendsSearch } from "./search.ts";

export type Measure = TrendsSearch["measure"];

/** Counts of a month or of a year; null is "not handed in". */
export interface Counts {
  readonly cases: number | null;
  readonly active: number | null;
  readonly good: number | null;
  readonly bad: number | null;
}

const rates: Readonly<Record<Exclude<Measure, "cases">, { readonly of: (counts: Counts) => Rate | null; readonly per: 100 | 10_000 }>> = {
  good: { of: goodRate.of, per: 100 },
  bad: { of: badPerTenThousand.of, per: 10_000 },
  active: { of: activeReviewRate.of, per: 100 },
};

/** Below this many in the denominator a rate is drawn hollow: one review more would move it visibly. */
export const smallSample = 1000;

export function rateOf(counts: Counts, measure: Measure): Rate | null {
  return measure === "cases" ? null : rates[measure].of(counts);
}

export const perOf = (measure: Measure): 100 | 10_000 => (measure === "cases" ? 100 : rates[measure].per);

/** The figure as it is drawn: cases, or the rate in its unit; null where nothing was handed in. */
export function figureOf(counts: Counts, measure: Measure): number | null {
  if (measure === "cases") return counts.cases;
  const rate = rateOf(counts, measure);
  return rate === null ? null : (rate.numerator / rate.denominator) * perOf(measure);
}

/** The figure as it is printed. */
export function figureText(counts: Counts, measure: Measure): string {
  if (measure === "cases") return formatCount(counts.cases);
  const rate = rateOf(counts, measure);
  return rate === null ? "–" : formatPoints(rateHundredths(rate, perOf(measure)));
}

/** The change between two sets of counts: relative for cases, in the unit of the rate otherwise. */
export function changeOf(now: Counts, before: Counts | undefined, measure: Measure): Change {
  if (measure === "cases") return relativeChange(now.cases, before?.cases ?? null);
  const [a, b] = [rateOf(now, measure), before ? rateOf(before, measure) : null];
  const parts = (rate: Rate | null) => ({ part: rate?.numerator ?? null, whole: rate?.denominator ?? null });
  return rateChange(parts(a), b === null ? null : parts(b), perOf(measure));
}
