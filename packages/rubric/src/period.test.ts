import { describe, expect, test } from "vitest";
import { daysOf, type Period } from "./period.ts";

const days = { apply: "08-30", leap: "02-29", march: "03-31" };
const daysIn2023 = (period: Period, asOf = "2023-12-31") => daysOf(period, { year: 2023, asOf, days });

describe("a period", () => {
  test("36 months back from the deadline begin on the same day three years before", () => {
    expect(daysIn2023({ months: 36, until: "apply" })).toEqual({ from: "2020-08-30", to: "2023-08-30" });
  });

  test("three calendar years are the programme year and the two before it", () => {
    expect(daysIn2023({ calendarYears: 3, until: "apply" })).toEqual({ from: "2021-01-01", to: "2023-08-30" });
  });

  test("the calendar year closes on the as-of day", () => {
    expect(daysIn2023({ calendarYears: 1, until: "as-of" }, "2023-09-30")).toEqual({ from: "2023-01-01", to: "2023-09-30" });
  });

  test("an as-of day after the programme year does not lengthen it", () => {
    expect(daysIn2023({ calendarYears: 1, until: "as-of" }, "2024-02-01")).toEqual({ from: "2023-01-01", to: "2023-12-31" });
  });

  test("what is known before the deadline counts up to the as-of day, from the same first day", () => {
    expect(daysIn2023({ months: 36, until: "apply" }, "2023-06-30")).toEqual({ from: "2020-08-30", to: "2023-06-30" });
  });

  test("a month that is too short begins on its last day", () => {
    expect(daysIn2023({ months: 1, until: "march" })).toEqual({ from: "2023-02-28", to: "2023-03-31" });
    expect(daysOf({ months: 12, until: "leap" }, { year: 2024, asOf: "2024-12-31", days }).from).toBe("2023-02-28");
  });

  test("whole months end with the one in which the day lies: three of them up to June are the second quarter", () => {
    expect(daysIn2023({ calendarMonths: 3, until: "as-of" }, "2023-06-30")).toEqual({ from: "2023-04-01", to: "2023-06-30" });
    expect(daysIn2023({ calendarMonths: 3, until: "as-of" }, "2023-05-31")).toEqual({ from: "2023-03-01", to: "2023-05-31" });
    expect(daysIn2023({ calendarMonths: 6, until: "as-of" }, "2023-03-31").from).toBe("2022-10-01");
    expect(daysIn2023({ calendarMonths: 1, until: "as-of" }, "2023-02-28").from).toBe("2023-02-01");
  });

  test("a day of the calendar may be written in full, and then lies in its own year", () => {
    const clock = { year: 2019, asOf: "2020-12-31", days: { commend: "2020-01-31" } };
    expect(daysOf({ calendarYears: 1, until: "commend" }, clock)).toEqual({ from: "2019-01-01", to: "2020-01-31" });
  });

  test("an as-of day that does not exist is refused", () => {
    expect(() => daysIn2023({ calendarYears: 1, until: "as-of" }, "2023-02-30")).toThrow(/R208/);
    expect(() => daysIn2023({ calendarYears: 1, until: "as-of" }, "30.09.2023")).toThrow(/R208/);
  });
});
