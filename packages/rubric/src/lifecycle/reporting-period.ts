import { z } from "zod";
import { shiftDay } from "../deadlines/add-days.ts";
import { RubricError } from "../errors.ts";

/** How often results are given: a period is written 2023-04, 2023Q2, 2023H1 or 2023. */
export const Rhythm = z.enum(["month", "quarter", "half-year", "year"]);
export type Rhythm = z.infer<typeof Rhythm>;

const rhythms = {
  month: { perYear: 12, mark: "-", digits: 2 },
  quarter: { perYear: 4, mark: "Q", digits: 1 },
  "half-year": { perYear: 2, mark: "H", digits: 1 },
  year: { perYear: 1, mark: "", digits: 0 },
} as const satisfies Record<Rhythm, object>;

/**
 * The place of a period on the line of all periods of its rhythm, so that the next one is one more.
 *
 * @throws {RubricError} R233 when the period is not written as its rhythm asks.
 */
export function periodNumber(period: string, rhythm: Rhythm): number {
  const { perYear, mark } = rhythms[rhythm];
  const [year = "", part = ""] = mark === "" ? [period, "1"] : period.split(mark);
  const number = Number(year) * perYear + Number(part) - 1;
  if (/^\d{4}/.test(period) && number >= 0 && printPeriod(number, rhythm) === period) return number;
  throw new RubricError("R233", { zh: `“${period}”不是期间（${rhythm}）`, en: `"${period}" is no period (${rhythm})` });
}

export function printPeriod(number: number, rhythm: Rhythm): string {
  const { perYear, mark, digits } = rhythms[rhythm];
  const year = String(Math.floor(number / perYear)).padStart(4, "0");
  return digits === 0 ? year : `${year}${mark}${String((number % perYear) + 1).padStart(digits, "0")}`;
}

/** The period in which a day lies. */
export function periodOfDay(day: string, rhythm: Rhythm): number {
  const { perYear } = rhythms[rhythm];
  return Number(day.slice(0, 4)) * perYear + Math.floor(((Number(day.slice(5, 7)) - 1) * perYear) / 12);
}

/** The last day of a period: on it its result is known and takes effect. */
export function lastDayOf(number: number, rhythm: Rhythm): string {
  const { perYear } = rhythms[rhythm];
  const next = number + 1;
  const month = String((next % perYear) * (12 / perYear) + 1).padStart(2, "0");
  return shiftDay(`${String(Math.floor(next / perYear)).padStart(4, "0")}-${month}-01`, -1);
}
