import type { StepState } from "@mingchuang/rubric/closed-loop/follow-loop";
import { stepInTimeRate } from "@mingchuang/rubric/closed-loop/loop-figures";
import type { Rate } from "@mingchuang/rubric/rates";
import type { HandledReview } from "@mingchuang/warehouse/queries/reviews";
import { unnamed } from "./filter-reviews.ts";
import type { FollowedReview } from "./follow-reviews.ts";

/** Below this many in the denominator a rate of handled reviews is marked: one review more would move it by several points. */
export const fewReviews = 30;

/** The steps with a deadline of some bad reviews, by their state. */
export interface GroupFigures {
  readonly key: string;
  readonly reviews: number;
  readonly states: Readonly<Record<StepState, number>>;
  readonly inTime: Rate | null;
  readonly isSmall: boolean;
}

export type GroupBy = "city" | "domain" | "channel" | "month";

const keyOf: Readonly<Record<GroupBy, (review: HandledReview) => string | null>> = {
  city: ({ city_code }) => city_code,
  domain: ({ domain }) => domain,
  channel: ({ channel }) => channel,
  month: ({ rated_on }) => rated_on.slice(0, 7),
};

/** The named steps of each group, added up; groups in the order in which they first appear. */
export function groupFigures(reviews: readonly FollowedReview[], by: GroupBy, steps: readonly string[]): readonly GroupFigures[] {
  const groups = new Map<string, FollowedReview[]>();
  for (const each of reviews) {
    const key = keyOf[by](each.review) ?? unnamed;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups].map(([key, group]) => {
    const states: Record<StepState, number> = { "in-time": 0, late: 0, done: 0, overdue: 0, pending: 0, "not-applicable": 0, unknown: 0 };
    for (const { step, state } of group.flatMap(({ result }) => result.steps)) if (steps.includes(step)) states[state] += 1;
    const inTime = stepInTimeRate.of({ states });
    return { key, reviews: group.length, states, inTime, isSmall: inTime !== null && inTime.denominator < fewReviews };
  });
}
