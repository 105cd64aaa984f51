import { z } from "zod";
import { Bilingual } from "../bilingual.ts";
import { Deadline } from "../deadlines/deadline.ts";
import { Id } from "../id.ts";
import { ruled } from "../policy.ts";
import { Source } from "../source.ts";
import { Rhythm } from "./reporting-period.ts";

const named = { id: Id, label: Bilingual };

/**
 * What moves a title from one state to another:
 * - `run` so many periods passed, or failed, in a row
 * - `event` something that happened on a day, one of the title's events
 * - `overdue` the last day has passed since the state began. `within: null`: the day is set by what led into the state, such as an order
 *   to rectify by a date
 */
export const Trigger = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("run"), outcome: z.enum(["passed", "failed"]), length: z.int().positive() }),
  z.strictObject({ kind: z.literal("event"), event: Id }),
  z.strictObject({ kind: z.literal("overdue"), within: Deadline.nullable() }),
]);
export type Trigger = z.infer<typeof Trigger>;

/** When several transitions could be taken at once, the one that stands first is. */
export const Transition = z.strictObject({ ...named, from: z.array(Id).min(1), to: Id, when: Trigger, source: Source });
export type Transition = z.infer<typeof Transition>;

/** The life of a title after it was given: a machine of states. A subject in a state that `holds` may call itself by the title. */
export const Title = z.strictObject({
  ...named,
  source: Source,
  /** The honour whose title it is: its rubric says what a passed period is. */
  honour: Id.optional(),
  states: z.array(z.strictObject({ ...named, holds: z.boolean() })).min(1),
  initial: Id,
  events: z.array(z.strictObject(named)).default([]),
  /** How runs are counted, where a transition has one: in which periods, what a missing one does, and from when. */
  runs: z.strictObject({ of: Rhythm, gaps: ruled("missing-period"), since: ruled("run-start") }).optional(),
  transitions: z.array(Transition).min(1),
});
export type Title = z.infer<typeof Title>;
