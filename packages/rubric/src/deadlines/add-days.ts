import { RubricError } from "../errors.ts";
import { checkDay } from "../period.ts";
import type { Settings } from "../policy.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

export type DayType = Settings["day-type"];

const dayLength = 86_400_000;

/**
 * The day that is `days` after `day` (`YYYY-MM-DD`). The day itself is not counted: one working day after a Friday is the Monday after
 * it, if that is worked. No days after a day is that day.
 *
 * @throws {RubricError} R208 when `day` is no day, R231 when working days lead into a year whose holidays are not known, R232 when
 * `days` is no count.
 */
export function addDays(day: string, days: number, type: DayType, calendar: WorkingCalendar): string {
  checkDay(day);
  if (!Number.isSafeInteger(days) || days < 0) throw new RubricError("R232", { zh: `天数为 ${days}`, en: `the number of days is ${days}` });
  if (type === "calendar") return shiftDay(day, days);
  let [last, left] = [day, days];
  while (left > 0) {
    last = shiftDay(last, 1);
    if (isWorked(last, calendar)) left -= 1;
  }
  return last;
}

/** How many days after `from` the day `to` is, in days of one type; negative when it is before. Throws as `addDays` does. */
export function daysBetween(from: string, to: string, type: DayType, calendar: WorkingCalendar): number {
  checkDay(from);
  checkDay(to);
  if (to < from) return -daysBetween(to, from, type, calendar);
  const days = Math.round((Date.parse(to) - Date.parse(from)) / dayLength);
  if (type === "calendar") return days;
  return Array.from({ length: days }, (_, place) => shiftDay(from, place + 1)).filter((day) => isWorked(day, calendar)).length;
}

/** The day `days` days later, or earlier when negative. */
export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
}

function isWorked(day: string, calendar: WorkingCalendar): boolean {
  const year = Number(day.slice(0, 4));
  if (calendar.covers(year)) return calendar.isWorkingDay(day);
  throw new RubricError("R231", {
    zh: `${day} 是不是工作日无从得知：没有 ${year} 年的节假日安排`,
    en: `whether ${day} is worked is not known: the holidays of ${year} are not listed`,
  });
}
