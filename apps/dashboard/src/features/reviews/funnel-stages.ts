import type { Bilingual } from "@mingchuang/rubric/bilingual";
import { loopFigures } from "@mingchuang/rubric/closed-loop/loop-figures";
import type { HandledReview } from "@mingchuang/warehouse/queries/reviews";
import type { LoopRule } from "./choose-rule.ts";
import type { FollowedReview } from "./follow-reviews.ts";

/** How many of a year's bad reviews came as far as this. */
export interface Stage {
  readonly id: string;
  readonly label: Bilingual;
  readonly year: number;
  readonly done: number;
  /** Those that have to come this far; a follow-up review is due only after a rectification. */
  readonly due: number;
  /** Those whose data cannot show it. */
  readonly unknown: number;
  /** All bad reviews of the year. */
  readonly reviews: number;
}

const all: Bilingual = { zh: "差评", en: "Bad reviews" };

const first = (year: number, reviews: number): Stage => {
  return { id: "reviews", label: all, year, done: reviews, due: reviews, unknown: 0, reviews };
};

/** The stages of a rule, as the engine counts them. */
export function ruledStages({ loop }: LoopRule, year: number, reviews: readonly FollowedReview[]): readonly Stage[] {
  const results = reviews.map(({ result }) => result);
  const steps = loopFigures(loop, results).map(({ step, records, states }): Stage => {
    const done = states["in-time"] + states.late + states.done;
    return {
      id: step,
      label: loop.steps.find(({ id }) => id === step)?.label ?? { zh: step, en: step },
      year,
      done,
      due: done + states.overdue + states.pending,
      unknown: states.unknown,
      reviews: records,
    };
  });
  return [first(year, results.length), ...steps];
}

const recorded: readonly {
  readonly id: string;
  readonly label: Bilingual;
  readonly has: (row: HandledReview) => boolean;
  readonly isDone: (row: HandledReview, by: (day: string | null) => boolean) => boolean;
}[] = [
  {
    id: "visited",
    label: { zh: "回访", en: "Call-back" },
    has: (row) => row.has_visited_at,
    isDone: (row, by) => by(row.visited_at),
  },
  {
    id: "handled",
    label: { zh: "申诉或整改", en: "Appeal or rectification" },
    has: (row) => row.has_appealed_at || row.has_rectified_at,
    isDone: (row, by) => by(row.appealed_at) || by(row.rectified_at),
  },
  {
    id: "followed",
    label: { zh: "追评", en: "Follow-up review" },
    has: (row) => row.has_follow_up_level,
    isDone: (row) => row.follow_up_level !== null,
  },
];

/** Without a rule: what was handed in for the reviews up to the as-of day, and nothing about what should have been. */
export function recordedStages(year: number, all: readonly HandledReview[], asOf: string): readonly Stage[] {
  const rows = all.filter(({ rated_on }) => rated_on <= asOf);
  const by = (day: string | null) => day !== null && day <= asOf;
  const stages = recorded.map(({ id, label, has, isDone }): Stage => {
    const due = rows.filter(has).length;
    return { id, label, year, done: rows.filter((row) => isDone(row, by)).length, due, unknown: rows.length - due, reviews: rows.length };
  });
  return [first(year, rows.length), ...stages];
}
