import { type Indicator, share } from "../rates.ts";
import type { ClosedLoop } from "./closed-loop.ts";
import type { LoopResult, StepState } from "./follow-loop.ts";

/** One step over many records: how many stand in each state, and in which way those that are done were done first. */
export interface StepFigures {
  readonly step: string;
  readonly records: number;
  readonly states: Readonly<Record<StepState, number>>;
  readonly ways: Readonly<Record<string, number>>;
}

const noStates: Readonly<Record<StepState, number>> = {
  "in-time": 0,
  late: 0,
  done: 0,
  overdue: 0,
  pending: 0,
  "not-applicable": 0,
  unknown: 0,
};

/** The figures of every step of a loop; those of parts add up to those of the whole. */
export function loopFigures(loop: ClosedLoop, results: readonly LoopResult[]): StepFigures[] {
  return loop.steps.map((step, place) => {
    const states = { ...noStates };
    const ways: Record<string, number> = Object.fromEntries(step.ways.map(({ id }) => [id, 0]));
    for (const { steps } of results) {
      const result = steps[place];
      if (result === undefined) continue;
      states[result.state] += 1;
      const [first] = result.done;
      if (first !== undefined) ways[first.way] = (ways[first.way] ?? 0) + 1;
    }
    return { step: step.id, records: results.length, states, ways };
  });
}

type Counts = Pick<StepFigures, "states">;

/** 办理率: done, in time or not, among those that have to be done. Records whose data cannot show it are on neither side. */
export const stepHandledRate: Indicator<Counts> = {
  label: { zh: "办理率", en: "Handled rate" },
  numerator: { zh: "已办的", en: "those done" },
  denominator: { zh: "应办的", en: "those to be done" },
  per: 100,
  of: ({ states }) => {
    const handled = states["in-time"] + states.late + states.done;
    return share(handled, handled + states.overdue + states.pending);
  },
};

/** 按时率: done up to the last day, among those whose last day decides already. What is not due yet is on neither side. */
export const stepInTimeRate: Indicator<Counts> = {
  label: { zh: "按时率", en: "In-time rate" },
  numerator: { zh: "按时办的", en: "those done in time" },
  denominator: { zh: "按时办的、逾期办的和逾期未办的", en: "those done in time, done late or overdue" },
  per: 100,
  of: ({ states }) => share(states["in-time"], states["in-time"] + states.late + states.overdue),
};
