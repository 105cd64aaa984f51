import { z } from "zod";
import { flag, list } from "../../lib/search-state.ts";

/** `?id=W0001,W0049&different=1`: who stands beside whom, the first as the reference; and whether only what differs is shown. */
export const compareSearch = z.object({ id: list(), different: flag() });
export type CompareSearch = z.infer<typeof compareSearch>;
export const compareDefaults = { id: [], different: false };

/** Each once, in the order of the address. */
export const distinct = (ids: readonly string[]): readonly string[] => [...new Set(ids)];

/** The ids with one of them moved by so many places; it stays where it is at either end. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const from = ids.indexOf(id);
  const to = from + by;
  const other = ids[to];
  if (from < 0 || other === undefined) return ids;
  return ids.with(to, id).with(from, other);
}
