import { expect, test } from "vitest";
import { light } from "../../ui/palette.ts";
import { policiesOf } from "./choose-rule.ts";
import { followReviews } from "./follow-reviews.ts";
import { funnelBars } from "./funnel-bars.ts";
import { recordedStages, ruledStages } from "./funnel-stages.ts";
import { badReview, rule } from "./review.fixture.ts";

const reviews = [
  badReview({ review_id: "R1", visited_at: "2023-03-01", appealed_at: "2023-03-05" }),
  badReview({ review_id: "R2", visited_at: "2023-03-09" }),
  badReview({ review_id: "R3", has_visited_at: false, rectified_at: "2023-03-05", follow_up_level: 4 }),
];

test("under a rule what cannot be told is neither done nor to be done", () => {
  const followed = followReviews(rule, reviews, "2023-12-31", policiesOf(rule, [], undefined));
  if (followed.problem !== null) throw followed.problem;
  expect(ruledStages(rule, 2023, followed.reviews).map(({ id, done, due, unknown }) => [id, done, due, unknown])).toEqual([
    ["reviews", 3, 3, 0],
    ["call-back", 2, 2, 1],
    ["handling", 2, 3, 0],
  ]);
});

test("without a rule the days that were handed in are counted, and nothing is said to be due in time", () => {
  expect(recordedStages(2023, reviews, "2023-12-31").map(({ id, done, due, unknown }) => [id, done, due, unknown])).toEqual([
    ["reviews", 3, 3, 0],
    ["visited", 2, 2, 1],
    ["handled", 2, 3, 0],
    ["followed", 1, 3, 0],
  ]);
});

test("without a rule, too, what was done after the as-of day is not done yet, and what was rated after it is not there", () => {
  expect(recordedStages(2023, [...reviews, badReview({ rated_on: "2023-03-08" })], "2023-03-07").map(({ id, done }) => [id, done])).toEqual(
    [
      ["reviews", 3],
      ["visited", 1],
      ["handled", 2],
      ["followed", 1],
    ],
  );
});

test("the picture has a bar for each year and stage, the latest year first", () => {
  const stages = [...recordedStages(2022, [], "2022-12-31"), ...recordedStages(2023, reviews, "2023-12-31")];
  const option = funnelBars({ stages, years: [2022, 2023], year: 2023, nameOf: ({ id }) => id, narrow: false }, light);
  const series = option.series as readonly { readonly name: string; readonly data: readonly number[] }[];
  expect(series.map(({ name, data }) => [name, data])).toEqual([
    ["2023", [3, 2, 2, 1]],
    ["2022", [0, 0, 0, 0]],
  ]);
});
