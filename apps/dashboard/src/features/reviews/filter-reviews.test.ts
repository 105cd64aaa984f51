import { expect, test } from "vitest";
import { channelsOf, isAskedFor, monthInYear, type ReviewFilter } from "./filter-reviews.ts";
import { badReview } from "./review.fixture.ts";

const rows = [
  badReview({ review_id: "R1" }),
  badReview({ review_id: "R2", city_code: "330200", rated_on: "2023-04-02" }),
  badReview({ review_id: "R3", channel: null, domain: "fund" }),
];
const shown = (filter: ReviewFilter) => rows.filter((row) => isAskedFor(row, filter)).map(({ review_id }) => review_id);

test("what is not asked for does not narrow, and what is asked for narrows together", () => {
  expect(shown({})).toEqual(["R1", "R2", "R3"]);
  expect(shown({ city: "330100" })).toEqual(["R1", "R3"]);
  expect(shown({ city: "330100", domain: "fund" })).toEqual(["R3"]);
  expect(shown({ month: "2023-04" })).toEqual(["R2"]);
  expect(shown({ month: "2022-04" })).toEqual(["R2"]);
});

test("a review whose channel nobody named can be asked for, and channels stand by their number", () => {
  expect(shown({ channel: "unnamed" })).toEqual(["R3"]);
  expect(channelsOf(rows)).toEqual(["大厅", "unnamed"]);
});

test("a month follows the year that is chosen, and what is no month narrows nothing", () => {
  expect(monthInYear("2023-04", 2022)).toBe("2022-04");
  expect(monthInYear("2023-13", 2022)).toBeUndefined();
  expect(monthInYear("April", 2022)).toBeUndefined();
  expect(monthInYear(undefined, 2022)).toBeUndefined();
});
