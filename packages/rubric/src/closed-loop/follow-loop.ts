import { daysBetween } from "../deadlines/add-days.ts";
import { type RunningDeadline, runDeadline } from "../deadlines/deadline.ts";
import type { WorkingCalendar } from "../deadlines/working-calendar.ts";
import type { FactRecord, Origin } from "../facts.ts";
import { checkDay } from "../period.ts";
import type { Policies } from "../policy.ts";
import type { Source } from "../source.ts";
import type { ClosedLoop, LoopStep } from "./closed-loop.ts";

/**
 * Where a step stands at the end of the as-of day:
 * - `in-time`, `late` done up to, or after, its last day · `done` done, with no last day or no date to hold against it
 * - `overdue` not done, and its last day has passed · `pending` not done, and not due yet or waiting for another step
 * - `not-applicable` the step before it was done in a way that ends the chain
 * - `unknown` the data has none of the fields in which it would show
 */
export type StepState = "in-time" | "late" | "done" | "overdue" | "pending" | "not-applicable" | "unknown";

/** A way in which a step was done, and the day; null where none was handed in. */
export interface Done {
  readonly way: string;
  readonly on: string | null;
}

export interface StepResult {
  readonly step: string;
  readonly state: StepState;
  /** The earliest way first, which decides; undated ones last. */
  readonly done: readonly Done[];
  readonly deadline: RunningDeadline | null;
  /** Days after the last one on which it was done, or that have passed without it, in days of the deadline's type; null unless late or overdue. */
  readonly daysLate: number | null;
  readonly source: Source;
}

export interface LoopResult {
  readonly loop: string;
  readonly recordId: string;
  readonly opened: string | null;
  readonly steps: readonly StepResult[];
  readonly origin: Origin | null;
}

/** What a loop is followed under. `asOf` is the last day that counts; what happened later has not happened yet. */
export interface LoopSetting {
  readonly asOf: string;
  readonly policies: Policies;
  readonly calendar: WorkingCalendar;
}

/**
 * Every step of a loop for every record, in the order of the records' days and ids. Fields hold days or times of day
 * (`2023-09-28 10:30:00`), of which the day counts.
 *
 * @throws {RubricError} R208 for a day that is none, R231 when working days lead into a year whose holidays are not known.
 */
export function followLoop(loop: ClosedLoop, records: readonly FactRecord[], setting: LoopSetting): LoopResult[] {
  checkDay(setting.asOf);
  return records
    .filter(({ on }) => on === null || on <= setting.asOf)
    .toSorted((a, b) => ((a.on ?? "") === (b.on ?? "") ? (a.id < b.id ? -1 : 1) : (a.on ?? "") < (b.on ?? "") ? -1 : 1))
    .map((record) => {
      const steps: StepResult[] = [];
      for (const step of loop.steps) steps.push(followStep(step, record, steps, setting));
      return { loop: loop.id, recordId: record.id, opened: record.on, steps, origin: record.origin };
    });
}

/** From when a step counts its days: a day, `waiting` for another step, or never. A day may be unknown. */
type Start = { readonly on: string | null } | "waiting" | "never" | "unknown";

function followStep(step: LoopStep, record: FactRecord, before: readonly StepResult[], setting: LoopSetting): StepResult {
  const start = startOf(step, record, before);
  const done = start === "never" ? [] : doneIn(step, record, setting.asOf);
  const from = typeof start === "object" ? start.on : null;
  const { policies, calendar } = setting;
  const deadline = step.within === null || from === null ? null : runDeadline(step.within, from, policies, calendar);
  const state = stateOf(step, record, start, done, deadline, setting.asOf);
  const last = state === "late" ? (done[0]?.on ?? null) : state === "overdue" ? setting.asOf : null;
  const daysLate = deadline === null || last === null ? null : daysBetween(deadline.due, last, deadline.type, calendar);
  return { step: step.id, state, done, deadline, daysLate, source: step.source };
}

function startOf({ after }: LoopStep, record: FactRecord, before: readonly StepResult[]): Start {
  if (after === "opened") return { on: record.on };
  const earlier = before.find(({ step }) => step === after.step);
  if (earlier === undefined || earlier.state === "not-applicable") return "never";
  if (earlier.state === "unknown") return "unknown";
  const [first] = earlier.done.filter(({ way }) => after.ways.length === 0 || after.ways.includes(way));
  if (first !== undefined) return { on: first.on };
  return earlier.done.length > 0 ? "never" : "waiting";
}

function doneIn({ ways }: LoopStep, { fields }: FactRecord, asOf: string): Done[] {
  return ways
    .flatMap(({ id, field, dated }): Done[] => {
      const value = fields[field] ?? null;
      if (value === null) return [];
      if (!dated) return [{ way: id, on: null }];
      const on = String(value).slice(0, 10);
      checkDay(on);
      return on <= asOf ? [{ way: id, on }] : [];
    })
    .sort((a, b) => (a.on === b.on ? 0 : a.on === null || (b.on !== null && b.on < a.on) ? 1 : -1));
}

function stateOf(
  { ways }: LoopStep,
  { fields }: FactRecord,
  start: Start,
  [first]: readonly Done[],
  deadline: RunningDeadline | null,
  asOf: string,
): StepState {
  if (start === "never") return "not-applicable";
  if (first !== undefined) {
    if (deadline === null || first.on === null) return "done";
    return first.on <= deadline.due ? "in-time" : "late";
  }
  if (start === "unknown" || ways.every(({ field }) => fields[field] === undefined)) return "unknown";
  return deadline !== null && deadline.due < asOf ? "overdue" : "pending";
}
