import { daysBetween } from "../deadlines/add-days.ts";
import type { WorkingCalendar } from "../deadlines/working-calendar.ts";
import type { StepResult } from "./follow-loop.ts";

/**
 * After how many days a step was done, in days of its deadline's type; null where no day is set or none was handed in. A step that was
 * done before its days began took none.
 *
 * @throws {RubricError} R231 when working days lead into a year whose holidays are not known.
 */
export function daysTaken({ deadline, done: [first] }: StepResult, calendar: WorkingCalendar): number | null {
  if (deadline === null || first === undefined || first.on === null) return null;
  return Math.max(0, daysBetween(deadline.from, first.on, deadline.type, calendar));
}
