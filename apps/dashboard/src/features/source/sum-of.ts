import type { SumPart } from "@mingchuang/warehouse/queries/lineage";

export const sumFields = ["cases", "active", "good", "bad"] as const;

/** The sum of what was handed in; of nothing but nulls it is null: not handed in, never zero. */
export function sumOf(parts: readonly SumPart[], field: (typeof sumFields)[number]): number | null {
  const known = parts.flatMap((part) => (part[field] === null ? [] : [part[field]]));
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}
