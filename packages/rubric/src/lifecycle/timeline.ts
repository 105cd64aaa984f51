import { shiftDay } from "../deadlines/add-days.ts";
import { RubricError } from "../errors.ts";
import type { Origin } from "../facts.ts";
import { checkDay } from "../period.ts";
import { lastDayOf, periodNumber, periodOfDay, printPeriod, type Rhythm } from "./reporting-period.ts";
import type { Title, Trigger } from "./title.ts";

export type Outcome = Extract<Trigger, { kind: "run" }>["outcome"];

/** Whether a subject passed a period, as the rules of its scheme found. */
export interface PeriodResult {
  readonly kind: "result";
  readonly id: string;
  /** As the title's rhythm writes it: `2023Q1`. */
  readonly period: string;
  readonly outcome: Outcome;
  readonly origin: Origin | null;
}

/** One of the title's events. `due` is the last day that it sets, if it sets one. */
export interface TitleEvent {
  readonly kind: "event";
  readonly id: string;
  readonly event: string;
  readonly on: string;
  readonly due: string | null;
  readonly origin: Origin | null;
}

export type TitleRecord = PeriodResult | TitleEvent;

/** A moment of a title's life. A period takes effect on its last day, before the events of that day. */
export type Moment =
  | {
      readonly kind: "result";
      readonly on: string;
      readonly period: string;
      readonly outcome: Outcome;
      readonly recordIds: readonly string[];
    }
  | { readonly kind: "missing"; readonly on: string; readonly period: string }
  | {
      readonly kind: "event";
      readonly on: string;
      readonly event: string;
      readonly due: string | null;
      readonly recordIds: readonly string[];
    };

/**
 * What is known up to the day `asOf`, in order, with the periods that are missing in between and up to the last one that has ended.
 *
 * @throws {RubricError} R208 for a day that is none, R233 for a record that does not fit the title or contradicts another.
 */
export function timeline(title: Title, records: readonly TitleRecord[], asOf: string): Moment[] {
  const events = records
    .flatMap((record) => (record.kind === "event" ? [eventMoment(title, record)] : []))
    .filter(({ on }) => on <= asOf)
    .sort((a, b) => (a.on === b.on ? before(a.recordIds.join(), b.recordIds.join()) : before(a.on, b.on)));
  const results = records.filter((record) => record.kind === "result");
  const periods = title.runs === undefined ? refuseResults(title, results) : periodMoments(title.runs.of, results, events, asOf);
  return [...periods, ...events].sort((a, b) => before(a.on, b.on));
}

function before(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function eventMoment(title: Title, { id, event, on, due }: TitleEvent): Extract<Moment, { kind: "event" }> {
  checkDay(on);
  if (due !== null) checkDay(due);
  if (title.events.some((known) => known.id === event)) return { kind: "event", on, event, due, recordIds: [id] };
  throw new RubricError("R233", { zh: `${id}：称号没有事件“${event}”`, en: `${id}: the title has no event "${event}"` });
}

function refuseResults(title: Title, [result]: readonly PeriodResult[]): Moment[] {
  if (result === undefined) return [];
  throw new RubricError("R233", {
    zh: `${result.id}：称号“${title.label.zh}”不按期间考核`,
    en: `${result.id}: the title "${title.label.en}" is not judged by periods`,
  });
}

function periodMoments(rhythm: Rhythm, results: readonly PeriodResult[], events: readonly Moment[], asOf: string): Moment[] {
  const byNumber = new Map<number, PeriodResult[]>();
  for (const result of results) {
    const number = periodNumber(result.period, rhythm);
    byNumber.set(number, [...(byNumber.get(number) ?? []), result]);
  }
  const current = periodOfDay(asOf, rhythm);
  const last = lastDayOf(current, rhythm) <= asOf ? current : current - 1;
  const first = Math.min(...byNumber.keys(), ...events.map(({ on }) => periodOfDay(shiftDay(on, 1), rhythm)));
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, place) => {
    const number = first + place;
    return periodMoment(printPeriod(number, rhythm), lastDayOf(number, rhythm), byNumber.get(number) ?? []);
  });
}

function periodMoment(period: string, on: string, results: readonly PeriodResult[]): Moment {
  const [first] = results;
  if (first === undefined) return { kind: "missing", on, period };
  const recordIds = results.map(({ id }) => id).sort();
  if (results.every(({ outcome }) => outcome === first.outcome)) return { kind: "result", on, period, outcome: first.outcome, recordIds };
  const ids = recordIds.join("、");
  throw new RubricError("R233", { zh: `${period} 既合格又不合格（${ids}）`, en: `${period} is both passed and failed (${ids})` });
}
