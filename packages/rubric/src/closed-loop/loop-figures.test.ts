import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { handledRate, printRate, satisfactionRate } from "../rates.ts";
import { loopFigures, stepHandledRate, stepInTimeRate } from "./loop-figures.ts";
import { badReviewLoop, followReviews, review } from "./loop-fixture.ts";

describe("the bulletin of Fenghua's review system to the end of September 2022", () => {
  const text = readFileSync(new URL("../../../../data/published/fenghua-haochaping-2022-09.csv", import.meta.url), "utf8");
  const rows = text.split(/\r?\n/).map((line) => line.split(","));
  const printed = (name: string) => rows.find((row) => row[0] === name)?.[1] ?? "";
  const count = (name: string) => Number(printed(name));

  const reviews = Array.from({ length: count("差评") }, (_, n) => {
    const field = n < count("差评其中申诉") ? "appealed_at" : "rectified_at";
    return review({ visited_at: "2022-06-02", [field]: "2022-06-10" }, `r${n}`, "2022-06-01");
  });
  const handling = loopFigures(badReviewLoop, followReviews(reviews, "2022-09-30")).find(({ step }) => step === "handling");
  if (handling === undefined) throw new Error("handling is a step of the loop");
  const bad = handling.records;

  test("154 bad reviews were handled: 148 by an appeal and 6 by a rectification", () => {
    expect(handling).toMatchObject({ records: 154, ways: { appeal: 148, rectification: 6 } });
    expect(handling.ways.rectification).toBe(count("差评其中整改"));
  });

  test("so that 100 % are handled, by the loop's own figures and by those of the bulletin", () => {
    const { appeal = 0, rectification = 0 } = handling.ways;
    expect(printRate(stepHandledRate.of(handling))).toBe(printed("申诉整改率"));
    expect(printRate(handledRate.of({ appealed: appeal, rectified: rectification, bad }))).toBe(printed("申诉整改率"));
  });

  test("99.98 % are satisfied when the loop's bad reviews are set against active reviews, and 99.99 % when against cases", () => {
    expect(printed("满意率")).toBe("99.98");
    expect(printRate(satisfactionRate.of({ bad, active: count("主动评价量") }))).toBe("99.98");
    expect(printRate(satisfactionRate.of({ bad, active: count("办件量") }))).toBe("99.99");
  });
});

describe("the figures of a step", () => {
  const reviews = [
    review({ visited_at: "2023-09-28" }, "in-time"),
    review({ visited_at: "2023-09-29" }, "on-the-last-day"),
    review({ visited_at: "2023-10-03" }, "late"),
    review({}, "overdue"),
    review({}, "pending", "2023-10-04"),
    review({ visited_at: "2023-10-04" }, "undated", null),
  ];
  const [callBack] = loopFigures(badReviewLoop, followReviews(reviews, "2023-10-04"));

  test("count every record in one state", () => {
    expect(callBack).toEqual({
      step: "call-back",
      records: 6,
      states: { "in-time": 2, late: 1, done: 1, overdue: 1, pending: 1, "not-applicable": 0, unknown: 0 },
      ways: { called: 4 },
    });
  });

  test("handled are those done, of all that have to be done: 4 of 6", () => {
    expect(callBack === undefined ? null : stepHandledRate.of(callBack)).toEqual({ numerator: 4, denominator: 6 });
  });

  test("in time are 2 of the 4 whose last day has decided; one that is not due yet, or has no day, is on neither side", () => {
    expect(callBack === undefined ? null : stepInTimeRate.of(callBack)).toEqual({ numerator: 2, denominator: 4 });
  });

  test("where nothing has to be done there is no rate, not a rate of nothing", () => {
    const followUp = loopFigures(badReviewLoop, followReviews([review({ appealed_at: "2023-10-01" })], "2023-12-31")).at(-1);
    expect(followUp?.states["not-applicable"]).toBe(1);
    expect(followUp === undefined ? undefined : stepHandledRate.of(followUp)).toBeNull();
  });
});
