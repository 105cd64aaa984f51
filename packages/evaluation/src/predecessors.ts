import type { Database } from "@mingchuang/warehouse/database";
import { standsIn } from "@mingchuang/warehouse/queries/window-line";

/** Which subjects of an earlier year a subject stands for; one that is not named stands for itself. */
export type Predecessors = (subjectId: string) => readonly string[];

/**
 * Who stood for each window in the register of an earlier year: the window itself if it was registered, and the windows that it came from
 * since. Windows without a change, and persons, are themselves.
 */
export async function queryPredecessors(db: Database, before: number): Promise<Predecessors> {
  const rows = await db.query<{ window_id: string; predecessor: string }>(
    `select distinct line.window_id, before.window_id as predecessor
    from mart_window_line line
    join mart_window before on before.year = $1
      and (before.window_id = line.window_id or before.window_id = line.ancestor_id and ${standsIn("$1::int", "line", "line.window_id")})
    order by all`,
    [before],
  );
  const known = new Map<string, string[]>();
  for (const { window_id, predecessor } of rows) known.set(window_id, [...(known.get(window_id) ?? []), predecessor]);
  return (subjectId) => known.get(subjectId) ?? [subjectId];
}
