import type { Database } from "../database.ts";
import { standsIn } from "./window-line.ts";

/** A window and one that stood for it in the register of an earlier year. */
export type PredecessorRow = { readonly window_id: string; readonly predecessor: string };

/**
 * Who stood for each window in the register of an earlier year: the window itself if it was registered, and the windows that it came from
 * since. Windows without a change are not among them.
 */
export function queryPredecessorRows(db: Database, { year }: { year: number }): Promise<readonly PredecessorRow[]> {
  return db.query<PredecessorRow>(
    `
    select distinct line.window_id, before.window_id as predecessor
    from mart_window_line line
    join mart_window before on before.year = $1
      and (before.window_id = line.window_id or before.window_id = line.ancestor_id and ${standsIn("$1::int", "line", "line.window_id")})
    order by all`,
    [year],
  );
}

/** Which subjects of the earlier year a subject stands for; one that is not named stands for itself. */
export function predecessorsIn(rows: readonly PredecessorRow[]): (subjectId: string) => readonly string[] {
  const known = new Map<string, string[]>();
  for (const { window_id, predecessor } of rows) known.set(window_id, [...(known.get(window_id) ?? []), predecessor]);
  return (subjectId) => known.get(subjectId) ?? [subjectId];
}
