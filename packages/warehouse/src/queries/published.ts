import type { Database } from "../database.ts";

/** Which tables and columns the open file carries: a profile may withhold some, and a page then says so instead of failing. */
export interface Published {
  /** Whether the table, or the column of it, is in the file. */
  has(table: string, column?: string): boolean;
  /** `alias.column` where the file carries it, a typed null of the same name where it does not. */
  column(table: string, alias: string, column: string, type?: string): string;
}

const known = new WeakMap<Database, Promise<Published>>();

/** Reads the catalogue of the open file once for each database. */
export function queryPublished(db: Database): Promise<Published> {
  const before = known.get(db);
  if (before) return before;
  const published = readCatalogue(db);
  known.set(db, published);
  published.catch(() => known.delete(db));
  return published;
}

async function readCatalogue(db: Database): Promise<Published> {
  const rows = await db.query<{ table_name: string; column_name: string }>(
    "select table_name, column_name from duckdb_columns() where database_name = current_database() order by all",
  );
  const names = new Set<string>();
  for (const { table_name, column_name } of rows) {
    names.add(table_name);
    names.add(`${table_name}.${column_name}`);
  }
  const has = (table: string, column?: string): boolean => names.has(column === undefined ? table : `${table}.${column}`);
  return {
    has,
    column: (table, alias, column, type = "varchar") => (has(table, column) ? `${alias}.${column}` : `cast(null as ${type}) as ${column}`),
  };
}
