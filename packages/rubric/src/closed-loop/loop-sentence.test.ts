import { describe, expect, test } from "vitest";
import type { FactRecord } from "../facts.ts";
import { record } from "../zhejiang-fixture.ts";
import { badReviewLoop, followReviews, review } from "./loop-fixture.ts";
import { loopStepSentence } from "./loop-sentence.ts";

const told = (given: FactRecord, asOf: string, place: number, dayType = "calendar") => {
  const step = followReviews([given], asOf, { "day-type": dayType })[0]?.steps[place];
  if (step === undefined) throw new Error("the loop has four steps");
  return loopStepSentence(badReviewLoop, step);
};

describe("a step is told", () => {
  test("with its day and its last day when it was done in time", () => {
    expect(told(review({ visited_at: "2023-09-29 10:00:00" }), "2023-12-31", 0)).toEqual({
      zh: "回访：2023-09-29 已回访，按时；2023-09-28 起 1 天内，到 2023-09-29。",
      en: "Call-back: called back on 2023-09-29, in time; within 1 day of 2023-09-28, by 2023-09-29.",
    });
  });

  test("with the working days by which it was late", () => {
    expect(told(review({ appealed_at: "2023-10-27" }), "2023-12-31", 1, "working").zh).toBe(
      "申诉或整改：2023-10-27 已申诉，逾期 2 个工作日；2023-09-28 起 15 个工作日内，到 2023-10-25。",
    );
  });

  test("with the days that have passed without it", () => {
    expect(told(review(), "2023-10-20", 1)).toEqual({
      zh: "申诉或整改：尚未办理，逾期 7 天；2023-09-28 起 15 天内，到 2023-10-13。",
      en: "Appeal or rectification: not done, 7 days late; within 15 days of 2023-09-28, by 2023-10-13.",
    });
  });

  test("as not done yet while it is not due, and while nothing can be due", () => {
    expect(told(review(), "2023-09-28", 0).zh).toBe("回访：尚未办理；2023-09-28 起 1 天内，到 2023-09-29。");
    expect(told(review(), "2023-12-31", 2).zh).toBe("反馈：尚未办理，没有到期日。");
  });

  test("as done without a day, not applicable, or not in the data", () => {
    expect(told(review({ rectified_at: "2023-10-08", follow_up_level: 5 }), "2023-12-31", 3)).toEqual({
      zh: "追评：已追评。",
      en: "Follow-up review: reviewed again.",
    });
    expect(told(review({ appealed_at: "2023-10-08" }), "2023-12-31", 3).zh).toBe("追评：不适用。");
    expect(told(record("bad_reviews", "r1", "2023-09-28", {}), "2023-12-31", 0).zh).toBe("回访：数据中没有这一项，无从判断。");
  });
});
