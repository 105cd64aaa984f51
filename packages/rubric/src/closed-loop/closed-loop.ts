import { z } from "zod";
import { Bilingual } from "../bilingual.ts";
import { Deadline } from "../deadlines/deadline.ts";
import { Field } from "../field.ts";
import { Id } from "../id.ts";
import { RecordKind } from "../record-kind.ts";
import { Source } from "../source.ts";

const named = { id: Id, label: Bilingual };

/** How a step shows in a record: the day in `field`, or, where it is not dated, any value at all. */
export const Way = z.strictObject({ ...named, field: Field, dated: z.boolean().default(true) });
export type Way = z.infer<typeof Way>;

/**
 * A step of a closed loop, done in one of its ways. Its days are counted from the record's own day, or from the day on which an earlier
 * step was done; with `ways`, the step is due only where the earlier one was done in one of them. `within: null`: no day is set.
 */
export const LoopStep = z.strictObject({
  ...named,
  after: z.union([z.literal("opened"), z.strictObject({ step: Id, ways: z.array(Id).default([]) })]),
  within: Deadline.nullable(),
  ways: z.array(Way).min(1),
  source: Source,
});
export type LoopStep = z.infer<typeof LoopStep>;

/** What has to follow on every record of a kind (闭环): on a bad review a call-back, an appeal or a rectification, an answer. */
export const ClosedLoop = z.strictObject({ ...named, source: Source, records: RecordKind, steps: z.array(LoopStep).min(1) });
export type ClosedLoop = z.infer<typeof ClosedLoop>;
