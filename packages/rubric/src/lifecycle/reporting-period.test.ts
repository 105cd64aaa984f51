import { describe, expect, test } from "vitest";
import { lastDayOf, periodNumber, periodOfDay, printPeriod, type Rhythm } from "./reporting-period.ts";

describe.each<{ rhythm: Rhythm; periods: string[]; lastDays: string[] }>([
  { rhythm: "month", periods: ["2023-12", "2024-01", "2024-02"], lastDays: ["2023-12-31", "2024-01-31", "2024-02-29"] },
  { rhythm: "quarter", periods: ["2023Q3", "2023Q4", "2024Q1"], lastDays: ["2023-09-30", "2023-12-31", "2024-03-31"] },
  { rhythm: "half-year", periods: ["2022H2", "2023H1", "2023H2"], lastDays: ["2022-12-31", "2023-06-30", "2023-12-31"] },
  { rhythm: "year", periods: ["2022", "2023", "2024"], lastDays: ["2022-12-31", "2023-12-31", "2024-12-31"] },
])("periods of a $rhythm", ({ rhythm, periods, lastDays }) => {
  test("follow each other", () => {
    const first = periodNumber(periods[0] ?? "", rhythm);
    expect(periods.map((period) => periodNumber(period, rhythm) - first)).toEqual([0, 1, 2]);
    expect(periods.map((_, place) => printPeriod(first + place, rhythm))).toEqual(periods);
  });

  test("end on the last day of their last month, which lies in them", () => {
    expect(periods.map((period) => lastDayOf(periodNumber(period, rhythm), rhythm))).toEqual(lastDays);
    expect(lastDays.map((day) => printPeriod(periodOfDay(day, rhythm), rhythm))).toEqual(periods);
  });
});

test.each<[string, Rhythm]>([
  ["2023Q5", "quarter"],
  ["2023Q0", "quarter"],
  ["2023Q", "quarter"],
  ["2023q1", "quarter"],
  ["2023Q1", "month"],
  ["2023-13", "month"],
  ["2023-1", "month"],
  ["23", "year"],
  ["一季度", "quarter"],
])("%s is no %s and is refused", (period, rhythm) => {
  expect(() => periodNumber(period, rhythm)).toThrow(/R233/);
});
