import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { identifier, literal } from "./sql-text.ts";

/** What is hashed of a table instead of all its columns: no moments and sizes on the disk, and lists whose order means nothing in one order. */
const hashed: Readonly<Record<string, string>> = {
  ingest_event: "* exclude (happened_at)",
  event_segment: "* exclude (bytes)",
  event_handling: "* replace (list_sort(bins) as bins)",
};

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
      return `select ${literal(name)} as name, count(*) as n, coalesce(sum(hash(stored)), 0)::varchar as content
        from (select ${hashed[name] ?? "*"} from ${identifier(name)}) stored`;
    });
    const [found] = await db.query<{ content: string }>(
      `select sha256(string_agg(concat(name, ' ', n, ' ', content), ';' order by name)) as content from (${hashes.join(" union all ")})`,
    );
    return found?.content ?? "";
  } finally {
    await db.close();
  }
}
