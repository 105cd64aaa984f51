import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { identifier, literal } from "./sql-text.ts";

const leftOut: Readonly<Record<string, string>> = { ingest_event: "happened_at", event_segment: "bytes" };

/**
 * A hash over all that a store holds except the moments at which it came about and the sizes of its segments on the disk: every row of every table, in whatever order. Two stores
 * with the same rows have the same hash under one version of the database engine, whenever they were filled.
 */
export async function fingerprintStore(storePath: string): Promise<string> {
  const db = await openNodeDatabase(storePath, { readOnly: true });
  try {
    const tables = await db.query<{ name: string }>(
      "select table_name as name from duckdb_tables() where database_name = current_database() and not internal and not temporary order by 1",
    );
    const hashes = tables.map(({ name }) => {
      const left = leftOut[name];
      const columns = left === undefined ? "*" : `* exclude (${left})`;
      return `select ${literal(name)} as name, count(*) as n, coalesce(sum(hash(stored)), 0)::varchar as content
        from (select ${columns} from ${identifier(name)}) stored`;
    });
    const [found] = await db.query<{ content: string }>(
      `select sha256(string_agg(concat(name, ' ', n, ' ', content), ';' order by name)) as content from (${hashes.join(" union all ")})`,
    );
    return found?.content ?? "";
  } finally {
    await db.close();
  }
}
