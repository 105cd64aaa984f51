import { followLoop, type LoopResult, type StepResult } from "@mingchuang/rubric/closed-loop/follow-loop";
import { chineseCalendar } from "@mingchuang/rubric/deadlines/chinese-calendar";
import { RubricError } from "@mingchuang/rubric/errors";
import type { FactRecord, FieldValue } from "@mingchuang/rubric/facts";
import type { Policies } from "@mingchuang/rubric/policy";
import type { Meta, Run } from "@mingchuang/warehouse/queries/meta";
import type { HandledReview } from "@mingchuang/warehouse/queries/reviews";
import type { LoopRule } from "./choose-rule.ts";

/** A bad review, and where each of its steps stands at the end of the as-of day of its year. */
export interface FollowedReview {
  readonly review: HandledReview;
  readonly result: LoopResult;
}

/** A step of a review, to be listed. */
export interface FollowedStep {
  readonly review: HandledReview;
  readonly step: StepResult;
}

/** A review as the engine reads it. A column that its table did not have is no field: what was never asked for is not known, and not undone. */
function reviewRecord(review: HandledReview): FactRecord {
  const { review_id, rated_on, channel, level, cause, file_id, sheet, row_no } = review;
  const fields: Record<string, FieldValue> = { channel, level, cause };
  if (review.has_visited_at) fields.visited_at = review.visited_at;
  if (review.has_appealed_at) fields.appealed_at = review.appealed_at;
  if (review.has_appeal_result) fields.appeal_result = review.appeal_result;
  if (review.has_rectified_at) fields.rectified_at = review.rectified_at;
  if (review.has_follow_up_level) fields.follow_up_level = review.follow_up_level;
  return { id: review_id, kind: "bad_reviews", on: rated_on, fields, origin: { fileId: file_id, sheet, row: row_no ?? 0, cell: null } };
}

/** The last day that counts for a year: that of its evaluation, else the end of the year, as far as the data reach. */
export function asOfYear(year: number, honour: string, runs: readonly Run[], meta: Meta): string {
  const run = runs.find((each) => each.year === year && each.honour === honour) ?? runs.find((each) => each.year === year);
  const end = `${year}-12-31`;
  return run?.as_of.slice(0, 10) ?? (meta.as_of.slice(0, 10) < end ? meta.as_of.slice(0, 10) : end);
}

/** What the engine says of every review of a year, or why it cannot: the working days of a year that are not known. */
export type Followed = { readonly reviews: readonly FollowedReview[]; readonly problem: null } | { readonly problem: RubricError };

export function followReviews(rule: LoopRule, reviews: readonly HandledReview[], asOf: string, policies: Policies): Followed {
  try {
    const results = followLoop(rule.loop, reviews.map(reviewRecord), { asOf, policies, calendar: chineseCalendar });
    const byId = new Map(reviews.map((review) => [review.review_id, review]));
    const followed = results.flatMap((result) => {
      const review = byId.get(result.recordId);
      return review === undefined ? [] : [{ review, result }];
    });
    return { reviews: followed, problem: null };
  } catch (error) {
    if (error instanceof RubricError) return { problem: error };
    throw error;
  }
}

/** The steps in one state, those that are longest over their day first. */
export function stepsIn(reviews: readonly FollowedReview[], state: StepResult["state"], step?: string): readonly FollowedStep[] {
  return reviews
    .flatMap(({ review, result }) => result.steps.map((step) => ({ review, step })))
    .filter((each) => each.step.state === state && (step === undefined || each.step.step === step))
    .sort(
      (a, b) =>
        (b.step.daysLate ?? 0) - (a.step.daysLate ?? 0) ||
        (a.step.deadline?.due ?? "9").localeCompare(b.step.deadline?.due ?? "9") ||
        (a.review.review_id < b.review.review_id ? -1 : 1),
    );
}
