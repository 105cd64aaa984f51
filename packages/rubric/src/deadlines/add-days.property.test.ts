import fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "../random-fixture.ts";
import { addDays, daysBetween, shiftDay } from "./add-days.ts";
import { chineseCalendar } from "./chinese-calendar.ts";

const day = fc.integer({ min: 0, max: 21 * 365 }).map((days) => shiftDay("2004-01-01", days));
const days = fc.integer({ min: 0, max: 60 });
const type = fc.constantFrom("calendar" as const, "working" as const);

test("the days between a day and its deadline are the days of the deadline", () => {
  fc.assert(
    fc.property(day, days, type, (from, count, kind) => {
      expect(daysBetween(from, addDays(from, count, kind, chineseCalendar), kind, chineseCalendar)).toBe(count);
    }),
    { ...seeded, numRuns: 1_000 },
  );
});

test("a deadline in working days ends on a day worked, and never before one in calendar days", () => {
  fc.assert(
    fc.property(
      day,
      days.map((count) => count + 1),
      (from, count) => {
        const due = addDays(from, count, "working", chineseCalendar);
        expect(chineseCalendar.isWorkingDay(due)).toBe(true);
        expect(due >= addDays(from, count, "calendar", chineseCalendar)).toBe(true);
      },
    ),
    { ...seeded, numRuns: 1_000 },
  );
});

test("two deadlines one after the other are due when one of all their days is", () => {
  fc.assert(
    fc.property(day, days, days, type, (from, first, second, kind) => {
      const inTwo = addDays(addDays(from, first, kind, chineseCalendar), second, kind, chineseCalendar);
      expect(inTwo).toBe(addDays(from, first + second, kind, chineseCalendar));
    }),
    { ...seeded, numRuns: 1_000 },
  );
});
