import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "./add-days.ts";
import { chineseCalendar } from "./chinese-calendar.ts";

const working = (day: string, days: number) => addDays(day, days, "working", chineseCalendar);
const calendar = (day: string, days: number) => addDays(day, days, "calendar", chineseCalendar);

describe("from 28 September 2023, before eight days of holidays", () => {
  test("one working day later is 7 October, a Saturday that was worked", () => {
    expect(working("2023-09-28", 1)).toBe("2023-10-07");
  });

  test("fifteen working days later is 25 October", () => {
    expect(working("2023-09-28", 15)).toBe("2023-10-25");
  });

  test("fifteen calendar days later is 13 October", () => {
    expect(calendar("2023-09-28", 15)).toBe("2023-10-13");
  });
});

describe("a deadline", () => {
  test("of no days is due on the day itself, worked or not", () => {
    expect(working("2023-10-01", 0)).toBe("2023-10-01");
    expect(calendar("2023-10-01", 0)).toBe("2023-10-01");
  });

  test("of one working day that begins on a holiday is due on the first day worked", () => {
    expect(working("2023-10-01", 1)).toBe("2023-10-07");
  });

  test("runs over the end of a year and over the leap day", () => {
    expect(calendar("2023-12-31", 60)).toBe("2024-02-29");
    expect(working("2023-12-29", 1)).toBe("2024-01-02");
  });

  test("in working days is refused where it leads into a year whose holidays are not known, in calendar days it is not", () => {
    expect(working("2026-12-30", 1)).toBe("2026-12-31");
    expect(() => working("2026-12-30", 2)).toThrow(/R231[\s\S]*2027/);
    expect(() => working("2003-12-30", 1)).toThrow(/R231[\s\S]*2003/);
    expect(calendar("2026-12-30", 2)).toBe("2027-01-01");
  });

  test("begins on a real day and has a whole number of days", () => {
    expect(() => calendar("2023-02-30", 1)).toThrow(/R208/);
    expect(() => working("2023-02-28", -1)).toThrow(/R232/);
    expect(() => calendar("2023-02-28", 1.5)).toThrow(/R232/);
  });
});

describe("the days between two days", () => {
  test("are counted without the first and with the last", () => {
    expect(daysBetween("2023-09-28", "2023-10-07", "working", chineseCalendar)).toBe(1);
    expect(daysBetween("2023-09-28", "2023-10-07", "calendar", chineseCalendar)).toBe(9);
    expect(daysBetween("2023-09-28", "2023-09-28", "working", chineseCalendar)).toBe(0);
  });

  test("are negative backwards", () => {
    expect(daysBetween("2023-10-25", "2023-09-28", "working", chineseCalendar)).toBe(-15);
  });
});
