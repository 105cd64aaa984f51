import { describe, expect, test } from "vitest";
import { shiftDay } from "./add-days.ts";
import { chineseCalendar } from "./chinese-calendar.ts";

function daysOfYear(year: number): string[] {
  const days = Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1);
  return Array.from({ length: days / 86_400_000 }, (_, place) => shiftDay(`${year}-01-01`, place));
}

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
const monthDays = (year: number, pick: (day: string) => boolean) =>
  daysOfYear(year)
    .filter(pick)
    .map((day) => day.slice(5));

describe.each([
  {
    year: 2021,
    notice: "国办发明电〔2020〕27号",
    off: "01-01 02-11 02-12 02-15 02-16 02-17 04-05 05-03 05-04 05-05 06-14 09-20 09-21 10-01 10-04 10-05 10-06 10-07",
    worked: "02-07 02-20 04-25 05-08 09-18 09-26 10-09",
  },
  {
    year: 2023,
    notice: "国办发明电〔2022〕16号",
    off: "01-02 01-23 01-24 01-25 01-26 01-27 04-05 05-01 05-02 05-03 06-22 06-23 09-29 10-02 10-03 10-04 10-05 10-06",
    worked: "01-28 01-29 04-23 05-06 06-25 10-07 10-08",
  },
  {
    year: 2024,
    notice: "国办发明电〔2023〕7号",
    off: "01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 10-01 10-02 10-03 10-04 10-07",
    worked: "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
  },
])("the year $year is as $notice has it", ({ year, off, worked }) => {
  test("its holidays on weekdays are not worked, all other weekdays are", () => {
    expect(monthDays(year, (day) => !isWeekend(day) && !chineseCalendar.isWorkingDay(day)).join(" ")).toBe(off);
  });

  test("its make-up days on weekends are worked, all other weekends are not", () => {
    expect(monthDays(year, (day) => isWeekend(day) && chineseCalendar.isWorkingDay(day)).join(" ")).toBe(worked);
  });
});

test("the spring holiday that was prolonged in 2020 lasts to 2 February", () => {
  expect(["2020-01-31", "2020-02-01", "2020-02-02", "2020-02-03"].map(chineseCalendar.isWorkingDay)).toEqual([false, false, false, true]);
});

test("2004 to 2026 are covered, and no year that was not announced", () => {
  const covered = Array.from({ length: 200 }, (_, place) => 1900 + place).filter(chineseCalendar.covers);
  expect(covered).toEqual(Array.from({ length: 23 }, (_, place) => 2004 + place));
});
