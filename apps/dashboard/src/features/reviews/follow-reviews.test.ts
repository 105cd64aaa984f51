import type { Meta, Run } from "@mingchuang/warehouse/queries/meta";
import { expect, test } from "vitest";
import { policiesOf } from "./choose-rule.ts";
import { asOfYear, followReviews, stepsIn } from "./follow-reviews.ts";
import { badReview, rule } from "./review.fixture.ts";

const policies = policiesOf(rule, [], undefined);
const follow = (reviews: readonly ReturnType<typeof badReview>[], asOf = "2023-12-31", days?: string) => {
  const followed = followReviews(rule, reviews, asOf, days === undefined ? policies : policiesOf(rule, [], days));
  if (followed.problem !== null) throw followed.problem;
  return followed.reviews;
};
const states = (...args: Parameters<typeof follow>) => follow(...args)[0]?.result.steps.map(({ state }) => state);

test("no day entered is overdue once the last day has passed, and still open before; it is never late", () => {
  expect(states([badReview()])).toEqual(["overdue", "overdue"]);
  expect(states([badReview()], "2023-03-10")).toEqual(["overdue", "pending"]);
});

test("a list without the column says nothing: its step is not known, and on no overdue list", () => {
  const reviews = [badReview({ has_visited_at: false })];
  expect(states(reviews)).toEqual(["unknown", "overdue"]);
  expect(stepsIn(follow(reviews), "overdue").map(({ step }) => step.step)).toEqual(["handling"]);
});

test("a step that can be done in two ways is not known only when neither has a column", () => {
  expect(states([badReview({ has_appealed_at: false })])?.[1]).toBe("overdue");
  expect(states([badReview({ has_appealed_at: false, has_rectified_at: false })])?.[1]).toBe("unknown");
});

test("the days are those of the policy: over the holidays of October 2023 nine days are one working day", () => {
  const review = badReview({ rated_on: "2023-09-28", visited_at: "2023-10-07" });
  expect(states([review])?.[0]).toBe("late");
  expect(states([review], "2023-12-31", "working")?.[0]).toBe("in-time");
});

test("working days of a year whose holidays are not known are a problem that is told, not a guess", () => {
  const far = [badReview({ year: 2091, rated_on: "2091-03-01" })];
  expect(followReviews(rule, far, "2091-12-31", policiesOf(rule, [], "working")).problem?.code).toBe("R231");
  expect(followReviews(rule, far, "2091-12-31", policies).problem).toBeNull();
});

test("the longest overdue stands first, and a step narrows the list", () => {
  const reviews = [badReview({ review_id: "R2", rated_on: "2023-05-01" }), badReview()];
  expect(stepsIn(follow(reviews), "overdue").map(({ review, step }) => [review.review_id, step.step, step.daysLate])).toEqual([
    ["R1", "call-back", 304],
    ["R1", "handling", 290],
    ["R2", "call-back", 243],
    ["R2", "handling", 229],
  ]);
  expect(stepsIn(follow(reviews), "overdue", "handling")).toHaveLength(2);
});

test("a year counts up to the day of its evaluation; without one up to its end, as far as the data reach", () => {
  const meta = { as_of: "2024-06-30" } as Meta;
  const run: Run = { year: 2022, honour: "other", scheme_id: "own", edition: "1", restated: false, as_of: "2022-11-30", applications: 1 };
  expect(asOfYear(2022, "red-flag-window", [run], meta)).toBe("2022-11-30");
  expect(asOfYear(2023, "red-flag-window", [run], meta)).toBe("2023-12-31");
  expect(asOfYear(2024, "red-flag-window", [run], meta)).toBe("2024-06-30");
});
