import { expect, test } from "vitest";
import { light } from "../../ui/palette.ts";
import { policiesOf } from "./choose-rule.ts";
import { followReviews } from "./follow-reviews.ts";
import { groupBars } from "./group-bars.ts";
import { groupFigures } from "./group-figures.ts";
import { badReview, rule } from "./review.fixture.ts";

const reviews = [
  badReview({ review_id: "R1", visited_at: "2023-03-02", appealed_at: "2023-03-05" }),
  badReview({ review_id: "R2", visited_at: "2023-03-09", channel: null }),
  badReview({ review_id: "R3", city_code: "330200", has_visited_at: false }),
];
const followed = followReviews(rule, reviews, "2023-12-31", policiesOf(rule, [], undefined));
if (followed.problem !== null) throw followed.problem;
const all = followed.reviews;

test("the steps of a group add up, and what cannot be told is on neither side of its rate", () => {
  const [first, second] = groupFigures(all, "city", ["call-back", "handling"]);
  expect(first).toMatchObject({ key: "330100", reviews: 2, inTime: { numerator: 2, denominator: 4 } });
  expect(first?.states).toMatchObject({ "in-time": 2, late: 1, overdue: 1, unknown: 0 });
  expect(second?.states).toMatchObject({ overdue: 1, unknown: 1 });
});

test("a step narrows, what has no name is a group of its own, and few reviews are marked as few", () => {
  expect(
    groupFigures(all, "channel", ["call-back"]).map(({ key, states, isSmall }) => [key, states["in-time"], states.late, isSmall]),
  ).toEqual([
    ["大厅", 1, 0, true],
    ["unnamed", 0, 1, true],
  ]);
});

test("groups of one kind add up to the whole", () => {
  const total = (by: "city" | "domain" | "channel" | "month") =>
    groupFigures(all, by, ["handling"]).reduce((sum, { states }) => sum + states.overdue + states["in-time"], 0);
  expect([total("city"), total("domain"), total("channel"), total("month")]).toEqual([3, 3, 3, 3]);
});

test("a bar has its late and its overdue part, and carries the group that a click asks for", () => {
  const groups = groupFigures(all, "city", ["call-back", "handling"]);
  const words = { late: "late", overdue: "overdue", inTime: "in time" };
  const option = groupBars({ groups, nameOf: (key) => key, words, chosen: undefined, narrow: false }, light);
  const series = option.series as readonly { readonly id: string; readonly data: readonly unknown[] }[];
  expect(series.slice(0, 2).map(({ id, data }) => [id, data])).toEqual([
    [
      "late",
      [
        { id: "330100", value: 1 },
        { id: "330200", value: 0 },
      ],
    ],
    [
      "overdue",
      [
        { id: "330100", value: 1 },
        { id: "330200", value: 1 },
      ],
    ],
  ]);
});
