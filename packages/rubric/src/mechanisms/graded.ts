import { z } from "zod";
import { checkWithin, entryProblem } from "../entry-problem.ts";
import type { SheetEntry } from "../facts.ts";
import { itemFields, type Reading } from "../item.ts";
import { hundredthsOf } from "../points.ts";

/** An item to which each grader gives a score from 0 to its maximum. */
export const GradedItem = z.strictObject({ ...itemFields, kind: z.literal("graded") });
export type GradedItem = z.infer<typeof GradedItem>;

/**
 * What one grader gives to an item.
 *
 * @throws {RubricError} R202 scored twice · R205 a deduction where a score belongs · R214 outside 0 to the maximum.
 */
export function readGrade(item: GradedItem, entries: readonly SheetEntry[]): Reading {
  const [entry, second] = entries;
  for (const each of entries) {
    if (each.kind !== "graded") throw entryProblem("R205", each, "本项由评委直接给分", "graders give this item a score");
  }
  if (second !== undefined) throw entryProblem("R202", second, "这一项目已有评分", "this item is scored already");
  if (entry === undefined || entry.hundredths === null) return { steps: [], missing: [item.id] };
  checkWithin(entry, entry.hundredths, hundredthsOf(item.max));
  return { steps: [{ kind: "graded", clause: null, hundredths: entry.hundredths, entry, source: item.source, place: 0 }], missing: [] };
}
