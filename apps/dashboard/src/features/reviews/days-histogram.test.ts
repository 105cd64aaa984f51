import { expect, test } from "vitest";
import { policiesOf } from "./choose-rule.ts";
import { daysTakenOf, slotLabel } from "./days-histogram.ts";
import { followReviews } from "./follow-reviews.ts";
import { badReview, rule } from "./review.fixture.ts";

const taken = (visits: readonly (string | null)[], days?: string) => {
  const reviews = visits.map((visited_at, index) => badReview({ review_id: `R${index}`, rated_on: "2023-09-27", visited_at }));
  const followed = followReviews(rule, reviews, "2023-12-31", policiesOf(rule, [], days));
  if (followed.problem !== null) throw followed.problem;
  return daysTakenOf(
    followed.reviews.flatMap(({ result }) => result.steps.slice(0, 1)),
    1,
  );
};

test("each day has those that were done on it, all far beyond the deadline stand together, and what has no day stands nowhere", () => {
  const { slots, dated, late, median, most } = taken(["2023-09-27", "2023-09-28", "2023-09-28", "2023-10-20", null]);
  expect(slots.map((slot) => [slotLabel(slot), slot.inTime, slot.late])).toEqual([
    ["0", 1, 0],
    ["1", 2, 0],
    ["2", 0, 0],
    ["3+", 0, 1],
  ]);
  expect({ dated, late, median, most }).toEqual({ dated: 4, late: 1, median: 1, most: 23 });
});

test("what is done on a holiday after the last working day is late, as the engine says, though no working day more was taken", () => {
  const { slots, late } = taken(["2023-09-30"], "working");
  expect(late).toBe(1);
  expect(slots.find(({ days }) => days === 1)).toMatchObject({ inTime: 0, late: 1 });
});

test("where nothing was done there is no median", () => {
  expect(taken([null])).toMatchObject({ dated: 0, median: null, most: null });
});
