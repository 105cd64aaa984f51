import type { Bilingual } from "@mingchuang/rubric/bilingual";
import { loopFigures } from "@mingchuang/rubric/closed-loop/loop-figures";
import type { LoopRule } from "./choose-rule.ts";
import type { FollowedReview } from "./follow-reviews.ts";

/** In which way a step was done first, over those that were done. */
export interface WayFigures {
  readonly id: string;
  readonly step: Bilingual;
  readonly way: Bilingual;
  readonly count: number;
  readonly done: number;
}

/** The ways of every step that has more than one: appealed or rectified, whichever came first. */
export function waysOfHandling({ loop }: LoopRule, reviews: readonly FollowedReview[]): readonly WayFigures[] {
  const figures = loopFigures(
    loop,
    reviews.map(({ result }) => result),
  );
  return loop.steps.flatMap((step, place) => {
    const ways = figures[place]?.ways ?? {};
    const done = Object.values(ways).reduce((sum, count) => sum + count, 0);
    if (step.ways.length < 2) return [];
    return step.ways.map(({ id, label }) => ({ id: `${step.id}.${id}`, step: step.label, way: label, count: ways[id] ?? 0, done }));
  });
}

/** What came of the appeals that were made: a result that was not handed in is not a pending one. */
export interface AppealFigures {
  readonly appealed: number;
  readonly upheld: number;
  readonly dismissed: number;
  readonly pending: number;
  readonly without: number;
}

/** Of the reviews appealed up to the as-of day. */
export function appealFigures(reviews: readonly FollowedReview[], asOf: string): AppealFigures {
  const results = reviews.flatMap(({ review }) =>
    review.appealed_at !== null && review.appealed_at <= asOf ? [review.appeal_result] : [],
  );
  const count = (result: string | null) => results.filter((each) => each === result).length;
  return {
    appealed: results.length,
    upheld: count("upheld"),
    dismissed: count("dismissed"),
    pending: count("pending"),
    without: count(null),
  };
}
