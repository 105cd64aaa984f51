import { z } from "zod";
import type { FieldValue } from "./facts.ts";
import type { Disposition } from "./score-result.ts";

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/**
 * Sorts the values of a field: those that count, those that are not decided yet, and all others, which do not count.
 * `null` is a cell that was left empty; `counts: any` lets every value count.
 */
export const Condition = z.strictObject({
  counts: z.union([z.literal("any"), z.array(value).min(1)]),
  undecided: z.array(value).default([]),
});
export type Condition = z.infer<typeof Condition>;

export function disposeValue(condition: Condition, field: FieldValue): Disposition {
  if (condition.counts === "any" || condition.counts.includes(field)) return "counted";
  return condition.undecided.includes(field) ? "undecided" : "excluded";
}
