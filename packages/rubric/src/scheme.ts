import { z } from "zod";
import { Bilingual } from "./bilingual.ts";
import { ClosedLoop } from "./closed-loop/closed-loop.ts";
import type { Documents } from "./document.ts";
import { EligibilityRule } from "./eligibility.ts";
import { Example } from "./example.ts";
import { Exclusion } from "./exclusion.ts";
import { Id } from "./id.ts";
import { Figure } from "./item.ts";
import { Rhythm } from "./lifecycle/reporting-period.ts";
import { Title } from "./lifecycle/title.ts";
import { AppraisalItem } from "./mechanisms/appraisal.ts";
import { BonusItem } from "./mechanisms/bonus.ts";
import { ChecklistItem } from "./mechanisms/checklist.ts";
import { CompositeItem } from "./mechanisms/composite.ts";
import { DeductionItem, DeductionRules } from "./mechanisms/deduction.ts";
import { GradedItem } from "./mechanisms/graded.ts";
import { IndicatorItem } from "./mechanisms/indicator.ts";
import { RanksItem } from "./mechanisms/ranks.ts";
import { Policy, ruled } from "./policy.ts";
import { Ranking } from "./rank.ts";
import { Source } from "./source.ts";
import { Coverage, MustInclude, Places, Quota, Stage } from "./stage.ts";
import { Statement } from "./statement.ts";
import { VetoRule } from "./veto.ts";

const named = { id: Id, label: Bilingual };

/**
 * One part of a rubric. Each mechanism is a file in `mechanisms/`: `deduction` and `graded` are scored by graders, `bonus` is on top, the
 * others are measured from records. Every item but one of `ranks` has a maximum.
 */
export const Item = z.discriminatedUnion("kind", [
  DeductionItem,
  GradedItem,
  BonusItem,
  ChecklistItem,
  IndicatorItem,
  AppraisalItem,
  CompositeItem,
  RanksItem,
]);
export type Item = z.infer<typeof Item>;

/**
 * What is scored, what vetoes, and how the scores are ranked. The maxima of the items add up to `full`, which only a rubric of ranks
 * lacks; `sheets` is for rubrics with items that graders score.
 */
export const Rubric = z.strictObject({
  full: Figure.optional(),
  source: Source,
  sheets: z.strictObject({ combined: ruled("combination"), incomplete: ruled("incomplete-sheet") }).optional(),
  deductions: DeductionRules.optional(),
  items: z.array(Item).min(1),
  vetoes: z.array(VetoRule),
  ranking: Ranking,
  grades: ruled("grades").optional(),
  passing: ruled("passing").optional(),
});
export type Rubric = z.infer<typeof Rubric>;

/** A title that subjects apply for, with its rubric and the way to it. */
export const Honour = z.strictObject({
  ...named,
  subject: z.enum(["window", "person", "unit", "project"]),
  source: Source,
  /** How often it is decided, and so how long a run of it is. */
  cycle: Rhythm.default("year"),
  eligibility: z.array(EligibilityRule).default([]),
  excludes: z.array(Exclusion).default([]),
  rubric: Rubric,
  quotas: z.array(Quota),
  coverage: z.array(Coverage),
  places: z.array(Places).default([]),
  include: z.array(MustInclude).default([]),
  stages: z.array(Stage),
  examples: z.array(Example),
});
export type Honour = z.infer<typeof Honour>;

const calendarDay = z.string().regex(/^(?:\d{4}-)?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);

/** A stretch of the programme year (`MM-DD`), or of days written in full, both days included; periods may end with it. */
export const CalendarEntry = z.strictObject({ ...named, from: calendarDay, to: calendarDay, source: Source });

/** Who recommends: the cities, further bureaus of some of them, and the bodies that do it jointly with each. */
export const Recommenders = z.strictObject({
  cities: z.array(z.string().min(1)).min(1),
  bureaus: z.array(z.strictObject({ city: z.string().min(1), bureau: z.string().min(1) })),
  jointly: z.array(z.string().min(1)),
  source: Source,
});

/** What is done how often: a monthly check, a yearly re-evaluation. No figure depends on it. */
export const Routine = z.strictObject({ ...named, every: z.enum(["always", ...Rhythm.options]), source: Source });

/** A programme in one edition, as its YAML file states it. A published edition is never edited: next year's is a new file. */
export const SchemeFile = z.strictObject({
  ...named,
  edition: z.string().min(1),
  programme: Bilingual,
  year: z.int(),
  source: Source,
  basis: z.array(Source),
  domains: z.array(z.strictObject({ ...named, source: Source })),
  levels: z.array(z.strictObject(named)),
  tiers: z.array(z.strictObject({ ...named, source: Source })).default([]),
  channels: z.array(z.strictObject({ ...named, source: Source })).default([]),
  methods: z.array(z.strictObject(named)),
  calendar: z.array(CalendarEntry),
  rhythm: z.array(Routine).default([]),
  recommenders: Recommenders.optional(),
  approvals: z.array(z.strictObject({ ...named, source: Source })),
  policies: z.array(Policy),
  titles: z.array(Title).default([]),
  loops: z.array(ClosedLoop).default([]),
  statements: z.array(Statement).default([]),
  honours: z.array(Honour).min(1),
});
export type SchemeFile = z.infer<typeof SchemeFile>;

/** A scheme that was read and checked, with the documents that it cites. */
export interface Scheme extends SchemeFile {
  readonly documents: Documents;
}
