import { expect, test } from "vitest";
import { chineseCalendar } from "../deadlines/chinese-calendar.ts";
import { daysTaken } from "./days-taken.ts";
import { followReviews, review } from "./loop-fixture.ts";

/** The days that the call-back of a review of 28 September 2023 took. */
function taken(visited: string | null, choices: Record<string, string> = {}): number | null {
  const [result] = followReviews([review({ visited_at: visited })], "2023-12-31", choices);
  const step = result?.steps[0];
  if (step === undefined) throw new Error("no step");
  return daysTaken(step, chineseCalendar);
}

test("days are those of the deadline: nine days over the holidays are one working day", () => {
  expect(taken("2023-10-07 09:30:00")).toBe(9);
  expect(taken("2023-10-07 09:30:00", { "day-type": "working" })).toBe(1);
});

test("what is done on the day itself takes none, and neither does what is dated before it", () => {
  expect(taken("2023-09-28 17:00:00")).toBe(0);
  expect(taken("2023-09-20")).toBe(0);
});

test("what is not done, or has no last day, took no number of days", () => {
  expect(taken(null)).toBeNull();
  const [result] = followReviews([review({ rectified_at: "2023-10-09", follow_up_level: 4 })], "2023-12-31");
  expect(result?.steps.map((step) => daysTaken(step, chineseCalendar))).toEqual([null, 11, null, null]);
});
