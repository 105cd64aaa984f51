import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { sqlLiteral } from "@mingchuang/warehouse/values";

/** What every table of a store holds, and every segment beside it: rows and a sum over their hashes, which does not depend on their order. */
export type StorePrint = Readonly<Record<string, string>>;

const printOf = (relation: string) => `select concat(count(*), ':', coalesce(sum(hash(t)::hugeint), 0)) as print from ${relation} t`;

/** Null where there is no store. Opening it is part of what is tried: a torn file fails here. */
export async function printStore(storePath: string): Promise<StorePrint | null> {
  if (!existsSync(storePath)) return null;
  const db = await openNodeDatabase(storePath, { readOnly: true, threads: 1 });
  try {
    const tables = await db.query<{ name: string }>(
      "select table_name as name from duckdb_tables() union select view_name from duckdb_views() where not internal order by 1",
    );
    const print: Record<string, string> = {};
    const add = async (name: string, relation: string) => {
      const [row] = await db.query<{ print: string }>(printOf(relation));
      print[name] = row?.print ?? "";
    };
    // When something happened is the only thing that two loads of the same files may differ in.
    for (const { name } of tables) await add(name, name === "ingest_event" ? "(select * exclude (happened_at) from ingest_event)" : name);
    const [wrong] = await db.query("select * from ingest_account where rows_in <> accepted + rejected + superseded");
    if (wrong) throw new Error(`rows in ≠ accepted + rejected + superseded: ${JSON.stringify(wrong)}`);
    const named = await db.query<{ segment: string }>("select segment from event_segment order by 1");
    for (const { segment } of named) await add(segment, `read_parquet(${sqlLiteral(join(dirname(storePath), "events", segment))})`);
    return print;
  } finally {
    await db.close();
  }
}

/** All names in a workspace, so that a leftover of any kind shows. */
export function listWorkspace(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }).sort() : [];
}

export function differences(a: StorePrint | null, b: StorePrint | null): string[] {
  const names = new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]);
  return [...names].filter((name) => a?.[name] !== b?.[name]).map((name) => `${name}: ${a?.[name]} ≠ ${b?.[name]}`);
}
