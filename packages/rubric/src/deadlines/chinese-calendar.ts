import listed from "chinese-days/dist/chinese-days.json" with { type: "json" };
import type { WorkingCalendar } from "./working-calendar.ts";

const holidays: Readonly<Record<string, string>> = listed.holidays;
const workdays: Readonly<Record<string, string>> = listed.workdays;
const years = new Set(Object.keys(holidays).map((day) => Number(day.slice(0, 4))));

/**
 * Mainland China: weekdays but for the official holidays, and the make-up days (调休). The State Council announces each year by itself,
 * so a year is covered only when its days are listed; the last days of its December may still move with the notice for the next year.
 */
export const chineseCalendar: WorkingCalendar = {
  covers: (year) => years.has(year),
  isWorkingDay: (day) => {
    if (workdays[day] !== undefined) return true;
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return holidays[day] === undefined && weekday !== 0 && weekday !== 6;
  },
};
