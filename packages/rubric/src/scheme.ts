import { z } from "zod";
import { Bilingual } from "./bilingual.ts";
import type { Documents } from "./document.ts";
import { Example } from "./example.ts";
import { Id } from "./id.ts";
import { Figure } from "./item.ts";
import { BonusItem } from "./mechanisms/bonus.ts";
import { DeductionItem, DeductionRules } from "./mechanisms/deduction.ts";
import { GradedItem } from "./mechanisms/graded.ts";
import { Policy, ruled } from "./policy.ts";
import { Ranking } from "./rank.ts";
import { Source } from "./source.ts";
import { Coverage, Quota, Stage } from "./stage.ts";
import { VetoRule } from "./veto.ts";

const named = { id: Id, label: Bilingual };

/** One part of a rubric. Each mechanism is a file in `mechanisms/`. */
export const Item = z.discriminatedUnion("kind", [DeductionItem, GradedItem, BonusItem]);
export type Item = z.infer<typeof Item>;

/** What is scored, what vetoes, and how the scores are ranked. The maxima of the items add up to `full`. */
export const Rubric = z.strictObject({
  full: Figure,
  source: Source,
  sheets: z.strictObject({ combined: ruled("combination"), incomplete: ruled("incomplete-sheet") }),
  deductions: DeductionRules.optional(),
  items: z.array(Item).min(1),
  vetoes: z.array(VetoRule),
  ranking: Ranking,
});
export type Rubric = z.infer<typeof Rubric>;

/** A title that subjects apply for, with its rubric and the way to it. */
export const Honour = z.strictObject({
  ...named,
  subject: z.enum(["window", "person"]),
  source: Source,
  rubric: Rubric,
  quotas: z.array(Quota),
  coverage: z.array(Coverage),
  stages: z.array(Stage),
  examples: z.array(Example),
});
export type Honour = z.infer<typeof Honour>;

const monthDay = z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/);

/** A stretch of the programme year (`MM-DD`, both days included); periods may end with it. */
export const CalendarEntry = z.strictObject({ ...named, from: monthDay, to: monthDay, source: Source });

/** Who recommends: the cities, further bureaus of some of them, and the bodies that do it jointly with each. */
export const Recommenders = z.strictObject({
  cities: z.array(z.string().min(1)).min(1),
  bureaus: z.array(z.strictObject({ city: z.string().min(1), bureau: z.string().min(1) })),
  jointly: z.array(z.string().min(1)),
  source: Source,
});

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
  methods: z.array(z.strictObject(named)),
  calendar: z.array(CalendarEntry),
  recommenders: Recommenders,
  approvals: z.array(z.strictObject({ ...named, source: Source })),
  policies: z.array(Policy),
  honours: z.array(Honour).min(1),
});
export type SchemeFile = z.infer<typeof SchemeFile>;

/** A scheme that was read and checked, with the documents that it cites. */
export interface Scheme extends SchemeFile {
  readonly documents: Documents;
}
