import { describe, expect, test } from "vitest";
import type { FieldValue } from "../facts.ts";
import { record } from "../zhejiang-fixture.ts";
import { followReviews, review } from "./loop-fixture.ts";

const stepsOf = (fields: Record<string, FieldValue>, asOf = "2023-12-31", dayType = "calendar") => {
  const [result] = followReviews([review(fields)], asOf, { "day-type": dayType });
  return Object.fromEntries((result?.steps ?? []).map((step) => [step.step, step]));
};
const stateOf = (step: string, ...given: Parameters<typeof stepsOf>) => stepsOf(...given)[step]?.state;

describe("the call-back of a bad review of 28 September 2023", () => {
  test("is due the day after, in working days on the Saturday that was worked after the holidays", () => {
    expect(stepsOf({})["call-back"]?.deadline).toEqual({ from: "2023-09-28", days: 1, type: "calendar", due: "2023-09-29" });
    expect(stepsOf({}, "2023-12-31", "working")["call-back"]?.deadline?.due).toBe("2023-10-07");
  });

  test("is in time up to its last day and late after it", () => {
    expect(stateOf("call-back", { visited_at: "2023-09-28 16:00:00" })).toBe("in-time");
    expect(stateOf("call-back", { visited_at: "2023-09-29 23:59:59" })).toBe("in-time");
    expect(stateOf("call-back", { visited_at: "2023-09-30 00:00:00" })).toBe("late");
    expect(stateOf("call-back", { visited_at: "2023-10-07 09:00:00" }, "2023-12-31", "working")).toBe("in-time");
  });

  test("is pending through its last day and overdue after it", () => {
    expect(stateOf("call-back", {}, "2023-09-29")).toBe("pending");
    expect(stateOf("call-back", {}, "2023-09-30")).toBe("overdue");
  });

  test("that took place after the as-of day has not taken place yet", () => {
    expect(stateOf("call-back", { visited_at: "2023-10-02" }, "2023-10-01")).toBe("overdue");
  });

  test("that is late or overdue says by how many days, in days of its deadline", () => {
    expect(stepsOf({ visited_at: "2023-10-09" })["call-back"]?.daysLate).toBe(10);
    expect(stepsOf({ visited_at: "2023-10-09" }, "2023-12-31", "working")["call-back"]?.daysLate).toBe(2);
    expect(stepsOf({}, "2023-10-01")["call-back"]?.daysLate).toBe(2);
    expect(stepsOf({ visited_at: "2023-09-29" })["call-back"]?.daysLate).toBeNull();
  });
});

describe("the handling of a bad review", () => {
  test("is an appeal or a rectification, whichever came first", () => {
    const { handling } = stepsOf({ appealed_at: "2023-10-10", rectified_at: "2023-10-08" });
    expect(handling).toMatchObject({
      state: "in-time",
      done: [
        { way: "rectification", on: "2023-10-08" },
        { way: "appeal", on: "2023-10-10" },
      ],
    });
  });

  test("is due fifteen days later: 13 October, in working days 25 October", () => {
    expect(stateOf("handling", { rectified_at: "2023-10-13" })).toBe("in-time");
    expect(stateOf("handling", { rectified_at: "2023-10-14" })).toBe("late");
    expect(stateOf("handling", { rectified_at: "2023-10-25" }, "2023-12-31", "working")).toBe("in-time");
    expect(stateOf("handling", { rectified_at: "2023-10-26" }, "2023-12-31", "working")).toBe("late");
  });
});

describe("a step that waits for another", () => {
  test("is pending without a last day until then, and counts its days from when the other was done", () => {
    expect(stepsOf({}).answer).toMatchObject({ state: "pending", deadline: null });
    expect(stepsOf({ appealed_at: "2023-10-10" }).answer).toMatchObject({
      state: "overdue",
      deadline: { from: "2023-10-10", due: "2023-10-13" },
    });
  });

  test("does not apply where the other was done in a way that it is not for", () => {
    expect(stateOf("follow-up", { appealed_at: "2023-10-10" })).toBe("not-applicable");
    expect(stateOf("follow-up", { rectified_at: "2023-10-10" })).toBe("pending");
    expect(stateOf("follow-up", { appealed_at: "2023-10-10", rectified_at: "2023-10-12" })).toBe("pending");
  });

  test("that shows without a day is done, neither in time nor late", () => {
    expect(stepsOf({ rectified_at: "2023-10-10", follow_up_level: 4 })["follow-up"]).toMatchObject({
      state: "done",
      done: [{ way: "reviewed", on: null }],
      daysLate: null,
    });
  });
});

describe("what was not handed in", () => {
  test("a step whose fields the data does not have is unknown, and never overdue", () => {
    const records = [
      record("bad_reviews", "r1", "2023-09-28", { visited_at: "2023-09-28", appealed_at: null, rectified_at: "2023-10-08" }),
    ];
    const states = followReviews(records, "2023-12-31")[0]?.steps.map(({ step, state }) => [step, state]);
    expect(states).toEqual([
      ["call-back", "in-time"],
      ["handling", "in-time"],
      ["answer", "unknown"],
      ["follow-up", "unknown"],
    ]);
  });

  test("a review without a day cannot become overdue, and what was done about it is done", () => {
    const [result] = followReviews([review({ visited_at: "2023-10-01" }, "r1", null)], "2023-12-31");
    expect(result?.steps.map(({ state }) => state)).toEqual(["done", "pending", "pending", "pending"]);
  });

  test("a day that does not exist is refused", () => {
    expect(() => stepsOf({ visited_at: "2023-09-31" })).toThrow(/R208/);
  });
});

test("reviews after the as-of day do not count; the others come in the order of their days", () => {
  const records = [review({}, "b", "2023-09-29"), review({}, "c", "2023-10-02"), review({}, "a", "2023-09-29")];
  expect(followReviews(records, "2023-10-01").map(({ recordId }) => recordId)).toEqual(["a", "b"]);
});
