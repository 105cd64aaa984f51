import type { Bilingual } from "./bilingual.ts";
import { formatHundredths, roundRatio } from "./points.ts";

/** A rate as its two counts: nothing is divided before it is shown, so rates of parts add up to that of the whole. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
}

type Count = number | null;

/** `part` of `whole`; null when one of them was not handed in, or there is nothing to divide by. Missing is not zero. */
export function share(part: Count, whole: Count): Rate | null {
  return part === null || whole === null || whole === 0 ? null : { numerator: part, denominator: whole };
}

/** A rate per hundred (or per 10,000) in hundredths: 0.99981 → 9998. Halves away from zero, in integer arithmetic. */
export function rateHundredths({ numerator, denominator }: Rate, per = 100): number {
  return roundRatio(numerator, denominator, per * 100);
}

/** A rate as it is printed, with two decimals and no sign: "99.98"; "–" when there is none. */
export function printRate(rate: Rate | null, per = 100): string {
  return rate === null ? "–" : formatHundredths(rateHundredths(rate, per));
}

/** What a rate divides by what, in words, so that no page shows a percentage without its denominator. */
export interface Indicator<Counts> {
  readonly label: Bilingual;
  readonly numerator: Bilingual;
  readonly denominator: Bilingual;
  readonly per: 100 | 10_000;
  readonly of: (counts: Counts) => Rate | null;
}

const activeReviews = { zh: "主动评价量", en: "active reviews" };
const badReviews = { zh: "差评", en: "bad reviews" };

/** 好评率: the good ones (five levels: the upper three) among the active reviews. */
export const goodRate: Indicator<{ readonly good: Count; readonly active: Count }> = {
  label: { zh: "好评率", en: "Good rate" },
  numerator: { zh: "好评", en: "good reviews" },
  denominator: activeReviews,
  per: 100,
  of: ({ good, active }) => share(good, active),
};

/** 满意率: the active reviews that are not bad. The denominator is active reviews, never cases: most cases are rated by nobody. */
export const satisfactionRate: Indicator<{ readonly bad: Count; readonly active: Count }> = {
  label: { zh: "满意率", en: "Satisfaction rate" },
  numerator: { zh: "主动评价量减差评", en: "active reviews less bad ones" },
  denominator: activeReviews,
  per: 100,
  of: ({ bad, active }) => (bad === null || active === null ? null : share(active - bad, active)),
};

/** 主动评价率: how many cases were rated by somebody. Default ratings are no active reviews. */
export const activeReviewRate: Indicator<{ readonly active: Count; readonly cases: Count }> = {
  label: { zh: "主动评价率", en: "Active-review rate" },
  numerator: activeReviews,
  denominator: { zh: "办件量", en: "cases" },
  per: 100,
  of: ({ active, cases }) => share(active, cases),
};

/** 万评差评数: bad reviews per 10,000 active ones. */
export const badPerTenThousand: Indicator<{ readonly bad: Count; readonly active: Count }> = {
  label: { zh: "每万条评价差评数", en: "Bad reviews per 10,000" },
  numerator: badReviews,
  denominator: activeReviews,
  per: 10_000,
  of: ({ bad, active }) => share(bad, active),
};

/** 申诉整改率: bad reviews that were either appealed or rectified. */
export const handledRate: Indicator<{ readonly appealed: Count; readonly rectified: Count; readonly bad: Count }> = {
  label: { zh: "申诉整改率", en: "Handled rate" },
  numerator: { zh: "已申诉与已整改的差评", en: "bad reviews appealed or rectified" },
  denominator: badReviews,
  per: 100,
  of: ({ appealed, rectified, bad }) => (appealed === null || rectified === null ? null : share(appealed + rectified, bad)),
};

/** 回访满意率: the satisfied among those called back. */
export const callBackSatisfaction: Indicator<{ readonly satisfied: Count; readonly called: Count }> = {
  label: { zh: "回访满意率", en: "Call-back satisfaction" },
  numerator: { zh: "回访满意人次", en: "persons satisfied" },
  denominator: { zh: "回访人次", en: "persons called back" },
  per: 100,
  of: ({ satisfied, called }) => share(satisfied, called),
};
