import { z } from "zod";
import { RubricError } from "./errors.ts";
import { Id } from "./id.ts";

const until = z.union([z.literal("as-of"), Id]);

/**
 * A stretch of time up to a day: `until` is `as-of` (the evaluation's last day) or a dated entry of the scheme's calendar.
 * `months` counts back to the same day of the month, which still belongs to it; `calendarYears` ends with the programme year;
 * `calendarMonths` are whole months, the last one that of `until`: three of them up to the end of June are the second quarter.
 */
export const Period = z.union([
  z.strictObject({ months: z.int().positive(), until }),
  z.strictObject({ calendarYears: z.int().positive(), until }),
  z.strictObject({ calendarMonths: z.int().positive(), until }),
]);
export type Period = z.infer<typeof Period>;

/** Days of a period, both included, `YYYY-MM-DD`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** What a period is counted from: the programme year, the last day that counts, and the days of the calendar (`MM-DD`, or in full, by id). */
export interface Clock {
  readonly year: number;
  readonly asOf: string;
  readonly days: Readonly<Record<string, string>>;
}

/** Throws R208 unless `day` is a real day written `YYYY-MM-DD`. */
export function checkDay(day: string): void {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day) {
    throw new RubricError("R208", { zh: `“${day}” 不是日期`, en: `"${day}" is no date` });
  }
}

function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}

/** The days that a period covers, never beyond the as-of day. */
export function daysOf(period: Period, clock: Clock): Days {
  checkDay(clock.asOf);
  const lastOfYear = `${clock.year}-12-31`;
  const end = endDay(clock.days[period.until], clock, lastOfYear);
  return { from: firstDay(period, end, clock.year), to: end < clock.asOf ? end : clock.asOf };
}

function endDay(day: string | undefined, { year, asOf }: Clock, lastOfYear: string): string {
  if (day === undefined) return asOf < lastOfYear ? asOf : lastOfYear;
  return day.length === lastOfYear.length ? day : `${year}-${day}`;
}

function firstDay(period: Period, end: string, year: number): string {
  if ("months" in period) return monthsBefore(end, period.months);
  if ("calendarMonths" in period) return monthsBefore(`${end.slice(0, 7)}-01`, period.calendarMonths - 1);
  return `${year - period.calendarYears + 1}-01-01`;
}
