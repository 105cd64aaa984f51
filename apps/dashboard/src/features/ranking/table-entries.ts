import type { LinePlace } from "./cut-places.ts";
import type { RowGroup } from "./group-rows.ts";

/** One line of the table: a row of the ranking by its index, the head of a group, a cut-off line, or what is said of missing ranks. */
export type Entry = { readonly row: number } | { readonly group: string; readonly open: boolean } | LinePlace;

export interface Entries {
  readonly entries: readonly Entry[];
  /** Where each row stands; -1 while its group is closed. */
  readonly positions: Int32Array;
}

/** Rows with the lines between them. */
export function layRows(count: number, lines: readonly LinePlace[]): Entries {
  const entries: Entry[] = [];
  const positions = new Int32Array(count);
  let line = 0;
  const layLines = (after: number) => {
    for (let next = lines[line]; next !== undefined && next.after <= after; next = lines[++line]) entries.push(next);
  };
  layLines(-1);
  for (let row = 0; row < count; row += 1) {
    positions[row] = entries.length;
    entries.push({ row });
    layLines(row);
  }
  return { entries, positions };
}

/** Heads of groups, each with its rows below while it is open. Rows are counted through all groups, closed ones too. */
export function layGroups(groups: readonly RowGroup<unknown>[], isOpen: (key: string) => boolean): Entries {
  const entries: Entry[] = [];
  const positions = new Int32Array(groups.reduce((sum, { items }) => sum + items.length, 0));
  let row = 0;
  for (const { key, items } of groups) {
    const open = isOpen(key);
    entries.push({ group: key, open });
    for (let index = 0; index < items.length; index += 1, row += 1) {
      positions[row] = open ? entries.length : -1;
      if (open) entries.push({ row });
    }
  }
  return { entries, positions };
}
