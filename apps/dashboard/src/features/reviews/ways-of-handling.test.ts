import { expect, test } from "vitest";
import { policiesOf } from "./choose-rule.ts";
import { followReviews } from "./follow-reviews.ts";
import { badReview, rule } from "./review.fixture.ts";
import { appealFigures, waysOfHandling } from "./ways-of-handling.ts";

const followed = followReviews(
  rule,
  [
    badReview({ review_id: "R1", appealed_at: "2023-03-05", rectified_at: "2023-03-09", appeal_result: "upheld" }),
    badReview({ review_id: "R2", appealed_at: "2023-03-09", rectified_at: "2023-03-05" }),
    badReview({ review_id: "R3", appealed_at: "2024-01-09", appeal_result: "pending" }),
    badReview({ review_id: "R4" }),
  ],
  "2023-12-31",
  policiesOf(rule, [], undefined),
);
if (followed.problem !== null) throw followed.problem;
const { reviews } = followed;

test("a step with two ways is counted by the one that came first, over those that were done", () => {
  expect(waysOfHandling(rule, reviews).map(({ id, count, done }) => [id, count, done])).toEqual([
    ["handling.appeal", 1, 2],
    ["handling.rectification", 1, 2],
  ]);
});

test("an appeal without a result is not a pending one, and one made after the as-of day is not made yet", () => {
  expect(appealFigures(reviews, "2023-12-31")).toEqual({ appealed: 2, upheld: 1, dismissed: 0, pending: 0, without: 1 });
});
