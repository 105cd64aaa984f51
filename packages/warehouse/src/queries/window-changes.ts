import type { Database } from "../database.ts";

/** A change by which a window's number, name or place became another, as it was handed in. */
export type WindowChangeRow = {
  readonly from_window: string;
  readonly from_name: string | null;
  /** Null: the window was closed. */
  readonly to_window: string | null;
  readonly to_name: string | null;
  readonly kind: "renamed" | "merged" | "split" | "moved" | "closed" | "renumbered";
  readonly changed_on: string;
  readonly document: string | null;
  readonly note: string | null;
  /** False: it runs in a circle with others and is not used. */
  readonly in_force: boolean;
  /** Which side of the change the window asked for is on. */
  readonly side: "before" | "after" | "itself";
};

/** The changes that led to a window, over any number of steps, and those by which it passed on, oldest first. */
export function queryWindowChanges(db: Database, { windowId }: { windowId: string }): Promise<readonly WindowChangeRow[]> {
  return db.query<WindowChangeRow>(
    `
    with line as (
      select $1::varchar as window_id
      union
      select ancestor_id from mart_window_line where window_id = $1
    ),
    names as (select window_id, arg_max(name, year) as name from mart_window group by window_id)
    select change.from_window, older.name as from_name, change.to_window, newer.name as to_name, change.kind,
      strftime(change.changed_on, '%Y-%m-%d') as changed_on, change.document, change.note, change.in_force,
      case when change.to_window = change.from_window then 'itself' when change.from_window = $1 then 'after' else 'before' end as side
    from mart_window_change change
    left join names older on older.window_id = change.from_window
    left join names newer on newer.window_id = change.to_window
    where change.from_window = $1 or change.to_window in (select window_id from line)
    order by change.changed_on, change.from_window, change.to_window`,
    [windowId],
  );
}
