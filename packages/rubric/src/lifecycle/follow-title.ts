import { shiftDay } from "../deadlines/add-days.ts";
import { type RunningDeadline, runDeadline } from "../deadlines/deadline.ts";
import type { WorkingCalendar } from "../deadlines/working-calendar.ts";
import { checkDay } from "../period.ts";
import { type Policies, type Settings, settle } from "../policy.ts";
import type { Source } from "../source.ts";
import { type Moment, type Outcome, type TitleRecord, timeline } from "./timeline.ts";
import type { Title, Transition } from "./title.ts";

/** Periods in a row with one outcome, and the records that say so. */
export interface Run {
  readonly outcome: Outcome;
  readonly periods: readonly string[];
  readonly recordIds: readonly string[];
}

/** What a step came from: a moment of the timeline, or a last day that passed. */
export type Cause = Moment | Overdue;

export interface Overdue {
  readonly kind: "overdue";
  readonly on: string;
  readonly due: string;
  /** How the last day was counted; null when it was set by an order. */
  readonly counted: RunningDeadline | null;
}

/** One step of a title's life. `transition` and `source` are null when nothing changed; `run` is what was in a row at this step. */
export interface TitleStep {
  readonly on: string;
  readonly cause: Cause;
  readonly from: string;
  readonly to: string;
  readonly transition: string | null;
  readonly run: Run | null;
  readonly source: Source | null;
}

/** A last day that is running: `due` is null when an order without a date led into the state, so that nothing can become overdue. */
export interface TitleDeadline {
  readonly transition: string;
  readonly due: string | null;
}

export interface TitleHistory {
  readonly title: string;
  readonly state: string;
  /** The day on which the state began; null for the state in which every subject begins. */
  readonly since: string | null;
  readonly holds: boolean;
  readonly steps: readonly TitleStep[];
  readonly deadlines: readonly TitleDeadline[];
  /** Periods without a result, from the first one that anything is known of to the last one that has ended. */
  readonly missing: readonly string[];
  /** Every state that could come out if the missing periods were handed in, passed or failed; in the title's order. */
  readonly possible: readonly string[];
}

interface Rules {
  readonly title: Title;
  readonly gaps: Settings["missing-period"];
  readonly since: Settings["run-start"];
  readonly policies: Policies;
  readonly calendar: WorkingCalendar;
}

interface Life {
  readonly state: string;
  readonly since: string | null;
  readonly run: Run | null;
  readonly deadlines: readonly (TitleDeadline & { readonly counted: RunningDeadline | null })[];
}

interface Advance {
  readonly life: Life;
  readonly steps: readonly TitleStep[];
}

/**
 * The life of a title up to the end of the day `asOf`, every step with what caused it and where the rule stands. A period without a
 * result neither passes nor fails; what it does to a run is a policy, and `possible` tells what could be hidden in it.
 *
 * @throws {RubricError} R233 when a record does not fit the title, R206 when the policies do not, R208 and R231 as days do.
 */
export function followTitle(
  title: Title,
  records: readonly TitleRecord[],
  { asOf, policies, calendar }: { readonly asOf: string; readonly policies: Policies; readonly calendar: WorkingCalendar },
): TitleHistory {
  checkDay(asOf);
  const rules: Rules = {
    title,
    gaps: title.runs === undefined ? "breaks" : settle(policies, "missing-period", title.runs.gaps),
    since: title.runs === undefined ? "state" : settle(policies, "run-start", title.runs.since),
    policies,
    calendar,
  };
  const moments = timeline(title, records, asOf);
  const steps: TitleStep[] = [];
  let life: Life = { state: title.initial, since: null, run: null, deadlines: [] };
  for (const moment of moments) {
    const next = advance(rules, life, moment);
    life = next.life;
    steps.push(...next.steps);
  }
  const last = expire(rules, life, asOf);
  const { state, since, deadlines } = last.life;
  return {
    title: title.id,
    state,
    since,
    holds: title.states.some(({ id, holds }) => id === state && holds),
    steps: [...steps, ...last.steps],
    deadlines: deadlines.map(({ transition, due }) => ({ transition, due })),
    missing: moments.flatMap((moment) => (moment.kind === "missing" ? [moment.period] : [])),
    possible: possibleStates(rules, moments, asOf),
  };
}

/** Follows every life that the missing periods leave open; lives that have become the same are followed once. */
function possibleStates(rules: Rules, moments: readonly Moment[], asOf: string): string[] {
  const begin: Life = { state: rules.title.initial, since: null, run: null, deadlines: [] };
  let lives: readonly Life[] = [begin];
  for (const moment of moments) {
    const either: readonly Moment[] =
      moment.kind === "missing"
        ? (["passed", "failed"] as const).map((outcome) => ({ ...moment, kind: "result" as const, outcome, recordIds: [] }))
        : [moment];
    const next = lives.flatMap((life) => either.map((one) => advance(rules, life, one).life));
    lives = [...new Map(next.map((life) => [JSON.stringify(life), life])).values()];
  }
  const ends = new Set(lives.map((life) => expire(rules, life, asOf).life.state));
  return rules.title.states.map(({ id }) => id).filter((id) => ends.has(id));
}

function advance(rules: Rules, before: Life, moment: Moment): Advance {
  const { life, steps } = expire(rules, before, moment.on);
  const run = runAfter(rules, life.run, moment);
  const taken = rules.title.transitions.find(({ from, when }) => {
    if (!from.includes(life.state)) return false;
    if (when.kind === "event") return moment.kind === "event" && moment.event === when.event;
    return when.kind === "run" && moment.kind === "result" && run?.outcome === when.outcome && run.periods.length >= when.length;
  });
  const next = enter(rules, { ...life, run }, taken, moment.on, moment.kind === "event" ? moment.due : null);
  const step = { on: moment.on, cause: moment, from: life.state, to: next.state, run };
  return { life: next, steps: [...steps, { ...step, transition: taken?.id ?? null, source: taken?.source ?? null }] };
}

/** A result lengthens its run or begins another; a missing period ends it or not, by the policy; an event leaves it as it is. */
function runAfter({ gaps }: Rules, run: Run | null, moment: Moment): Run | null {
  if (moment.kind === "event") return run;
  if (moment.kind === "missing") return gaps === "breaks" ? null : run;
  const { outcome, period, recordIds } = moment;
  if (run?.outcome !== outcome) return { outcome, periods: [period], recordIds };
  return { outcome, periods: [...run.periods, period], recordIds: [...run.recordIds, ...recordIds] };
}

/** Takes the transitions whose last day has passed before the day `on`, one after the other. */
function expire(rules: Rules, before: Life, on: string): Advance {
  const [first] = before.deadlines
    .flatMap((deadline) => (deadline.due !== null && deadline.due < on ? [{ ...deadline, due: deadline.due }] : []))
    .sort((a, b) => (a.due === b.due ? 0 : a.due < b.due ? -1 : 1));
  const taken = rules.title.transitions.find(({ id }) => id === first?.transition);
  if (first === undefined || taken === undefined) return { life: before, steps: [] };
  const day = shiftDay(first.due, 1);
  const cause: Overdue = { kind: "overdue", on: day, due: first.due, counted: first.counted };
  const life = enter(rules, before, taken, day, null);
  const step = { on: day, cause, from: before.state, to: life.state, transition: taken.id, run: null, source: taken.source };
  const further = expire(rules, life, on);
  return { life: further.life, steps: [step, ...further.steps] };
}

function enter(rules: Rules, life: Life, taken: Transition | undefined, on: string, ordered: string | null): Life {
  if (taken === undefined) return life;
  const deadlines = rules.title.transitions.flatMap(({ id, from, when }) => {
    if (when.kind !== "overdue" || !from.includes(taken.to)) return [];
    const counted = when.within === null ? null : runDeadline(when.within, on, rules.policies, rules.calendar);
    return [{ transition: id, due: counted?.due ?? ordered, counted }];
  });
  return { state: taken.to, since: on, run: rules.since === "state" ? null : life.run, deadlines };
}
