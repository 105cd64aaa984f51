import { z } from "zod";
import { type Policies, ruled, settle } from "../policy.ts";
import { addDays, type DayType } from "./add-days.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** Within how many days something is due, and which days are counted: those of the source, or those of a policy. */
export const Deadline = z.strictObject({ days: z.int().nonnegative(), count: ruled("day-type") });
export type Deadline = z.infer<typeof Deadline>;

/** A deadline that runs: its last day, on which it is still in time, and how it was counted. */
export interface RunningDeadline {
  readonly from: string;
  readonly days: number;
  readonly type: DayType;
  readonly due: string;
}

/** The deadline that began on the day `from`, which is not counted. Throws as `addDays` does. */
export function runDeadline(deadline: Deadline, from: string, policies: Policies, calendar: WorkingCalendar): RunningDeadline {
  const type = settle(policies, "day-type", deadline.count);
  return { from, days: deadline.days, type, due: addDays(from, deadline.days, type, calendar) };
}
