import { z } from "zod";
import { Bilingual } from "./bilingual.ts";
import { Condition } from "./condition.ts";
import { RubricError } from "./errors.ts";
import { Field } from "./field.ts";
import { Id } from "./id.ts";
import { Period } from "./period.ts";
import { Share } from "./ratio.ts";
import { Source } from "./source.ts";

/** How the sheets of several graders become one score: by sheet totals some sheets are kept, the kept ones are averaged. */
export const Combination = z.discriminatedUnion("method", [
  z.strictObject({ method: z.literal("mean") }),
  z.strictObject({ method: z.literal("trimmed-mean"), eachSide: z.int().positive() }),
  z.strictObject({ method: z.literal("median") }),
]);
export type Combination = z.infer<typeof Combination>;

/** What each part of a composite weighs: all the same, or a share of the whole by the part's id; shares add up to the whole. */
export const Weights = z.union([z.literal("equal"), z.record(Id, Share)]);
export type Weights = z.infer<typeof Weights>;

/** A sum of fields, for example active reviews less bad ones. */
export const Tally = z.strictObject({ add: z.array(Field).min(1), subtract: z.array(Field).default([]) });
export type Tally = z.infer<typeof Tally>;

/** How far places that a document calls "about" may move: by `each` in one tier, by `total` in all of them together. */
export const Allowance = z.strictObject({ each: z.int().nonnegative(), total: z.int().nonnegative() });
export type Allowance = z.infer<typeof Allowance>;

/** Grades by points, for example stars: a total has the first grade whose `from` it reaches. */
export const Grades = z.array(z.strictObject({ id: Id, label: Bilingual, from: z.number() })).min(1);
export type Grades = z.infer<typeof Grades>;

/** When a subject has passed a period: its total reaches `least`, and the floors or the targets of all indicators are met. */
export const Passing = z.strictObject({ least: z.number().nullable(), floors: z.boolean(), targets: z.boolean() });
export type Passing = z.infer<typeof Passing>;

/** What decides between equal totals, one after the other. `counted-records` looks at the veto rule that the ranking names. */
export const TieBreak = z.enum(["counted-records", "good-rate"]);

const settings = {
  /** `clause`: an unmet clause costs its figure once. `duty`: it costs its figure for each duty in it that is unmet. */
  "deduction-unit": z.enum(["clause", "duty"]),
  /** Points below which an item cannot fall; null: it can. */
  floor: z.union([z.number(), z.null()]),
  /** `what-is-left`: a discretionary deduction takes no more than the item still has. `unbounded`: only the floor holds it. */
  "discretionary-bound": z.enum(["what-is-left", "unbounded"]),
  /** `highest-level`: awards with one title are one honour, at its highest level. `every-award`: each award counts. */
  "honour-counting": z.enum(["highest-level", "every-award"]),
  period: Period,
  condition: Condition,
  combination: Combination,
  /** `exclude`: a sheet with a blank takes no part. `wait`: nothing is scored until every sheet is complete. */
  "incomplete-sheet": z.enum(["exclude", "wait"]),
  "tie-breaks": z.array(TieBreak),
  weights: Weights,
  tally: Tally,
  /** `wait`: without it nothing is scored. `reweigh`: the other parts share its weight. `nothing`: it brings no points. */
  "missing-part": z.enum(["wait", "reweigh", "nothing"]),
  /** `met`: an indicator earns all or nothing by its target. `progress`: the share of the way from the baseline to the target. */
  "indicator-award": z.enum(["met", "progress"]),
  /** Ranks of those with equal scores: `best` 1, 2, 2, 4 · `mean` 1, 2½, 2½, 4 · `dense` 1, 2, 2, 3. */
  "rank-ties": z.enum(["best", "mean", "dense"]),
  allowance: Allowance,
  day: z.iso.date(),
  grades: Grades,
  passing: Passing,
  /** Who stays when an applicant hands in more than it may: `applicant-chooses` leaves all undecided, `first-submitted` takes the earliest. */
  "over-limit": z.enum(["applicant-chooses", "first-submitted"]),
  /** The days that a deadline counts: all of them, or the working days of China with official holidays and make-up days. */
  "day-type": z.enum(["calendar", "working"]),
  /** What a period without a result does to a run: `breaks` ends it, `skips` lets it go on as if the period had not been. */
  "missing-period": z.enum(["breaks", "skips"]),
  /** Which periods a run may hold: those since the title's present `state` began, or `ever` since the first one. */
  "run-start": z.enum(["state", "ever"]),
};

const stated = {
  id: Id,
  label: Bilingual,
  why: Bilingual,
  /** True when the source does not say: 来源未规定，组委会设定. */
  silent: z.boolean(),
  source: Source,
  default: Id,
};

const policy = <K extends string, S extends z.ZodType>(decides: K, setting: S) =>
  z.strictObject({
    ...stated,
    decides: z.literal(decides),
    options: z.array(z.strictObject({ id: Id, label: Bilingual, setting })).min(1),
  });

/** A point that the source leaves open, or that a committee may set: what can be chosen, what holds by default, and why. */
export const Policy = z.discriminatedUnion("decides", [
  policy("deduction-unit", settings["deduction-unit"]),
  policy("floor", settings.floor),
  policy("discretionary-bound", settings["discretionary-bound"]),
  policy("honour-counting", settings["honour-counting"]),
  policy("period", settings.period),
  policy("condition", settings.condition),
  policy("combination", settings.combination),
  policy("incomplete-sheet", settings["incomplete-sheet"]),
  policy("tie-breaks", settings["tie-breaks"]),
  policy("weights", settings.weights),
  policy("tally", settings.tally),
  policy("missing-part", settings["missing-part"]),
  policy("indicator-award", settings["indicator-award"]),
  policy("rank-ties", settings["rank-ties"]),
  policy("allowance", settings.allowance),
  policy("day", settings.day),
  policy("grades", settings.grades),
  policy("passing", settings.passing),
  policy("over-limit", settings["over-limit"]),
  policy("day-type", settings["day-type"]),
  policy("missing-period", settings["missing-period"]),
  policy("run-start", settings["run-start"]),
  /** How people proceed, stated for them; no figure depends on it. */
  z.strictObject({ ...stated, decides: z.literal("procedure"), options: z.array(z.strictObject({ id: Id, label: Bilingual })).min(1) }),
]);
export type Policy = z.infer<typeof Policy>;

export type Settings = { [K in keyof typeof settings]: z.infer<(typeof settings)[K]> };

/** Points to a policy of the scheme instead of stating a value. */
export const PolicyReference = z.strictObject({ policy: Id });
export type PolicyReference = z.infer<typeof PolicyReference>;

/** A value that the source states, or the policy that decides it. */
export const ruled = <K extends keyof Settings>(decides: K) => z.union([settings[decides], PolicyReference]);
export type Ruled<K extends keyof Settings> = Settings[K] | PolicyReference;

/** The option of a policy that holds for an evaluation. */
export interface PolicyInForce {
  readonly id: string;
  readonly decides: Policy["decides"];
  readonly option: string;
  readonly setting: unknown;
}

/** What an evaluation runs under: every policy of the scheme with its option, and the calendar's days (`MM-DD` by id). */
export interface Policies {
  readonly inForce: Readonly<Record<string, PolicyInForce>>;
  readonly days: Readonly<Record<string, string>>;
}

/**
 * The policies of a scheme with their defaults, or with the options chosen (`choices`: policy id → option id).
 *
 * @throws {RubricError} R206 when a policy or an option does not exist.
 */
export function policiesInForce(
  scheme: { readonly policies: readonly Policy[]; readonly calendar: readonly { id: string; to: string }[] },
  choices: Readonly<Record<string, string>> = {},
): Policies {
  for (const id of Object.keys(choices)) {
    if (!scheme.policies.some((each) => each.id === id)) {
      throw new RubricError("R206", { zh: `没有名为 ${id} 的政策`, en: `there is no policy ${id}` });
    }
  }
  const chosen = scheme.policies.map((each): PolicyInForce => {
    const id = choices[each.id] ?? each.default;
    const option = each.options.find((candidate) => candidate.id === id);
    if (option === undefined) {
      throw new RubricError("R206", { zh: `政策 ${each.id} 没有选项 ${id}`, en: `policy ${each.id} has no option ${id}` });
    }
    return { id: each.id, decides: each.decides, option: id, setting: "setting" in option ? option.setting : null };
  });
  return {
    inForce: Object.fromEntries(chosen.map((each) => [each.id, each])),
    days: Object.fromEntries(scheme.calendar.map(({ id, to }) => [id, to])),
  };
}

/**
 * The value of a rule: its own, or that of the policy it points to.
 *
 * @throws {RubricError} R206 when the policies belong to another scheme.
 */
export function settle<K extends keyof Settings>(policies: Policies, decides: K, rule: Ruled<K>): Settings[K] {
  if (typeof rule !== "object" || rule === null || !("policy" in rule)) return rule as Settings[K];
  const policy = policies.inForce[rule.policy];
  if (policy === undefined || policy.decides !== decides) {
    throw new RubricError("R206", { zh: `没有决定 ${decides} 的政策 ${rule.policy}`, en: `no policy ${rule.policy} decides ${decides}` });
  }
  return policy.setting as Settings[K];
}
