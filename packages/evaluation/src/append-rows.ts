import type { SqlRow } from "@mingchuang/warehouse/database";
import type { NodeDatabase } from "@mingchuang/warehouse/node";

/** Appends rows to a table in bulk. Every column of the table must be in every row: a forgotten one throws. */
export async function appendRows(db: NodeDatabase, table: string, rows: readonly SqlRow[]): Promise<void> {
  if (rows.length === 0) return;
  // Asking the table itself is fifteen times as fast as asking the catalogue, which lists the columns of everything first.
  const columns = (await db.connection.runAndReadAll(`select * from ${table} limit 0`)).columnNames();
  const appender = await db.connection.createAppender(table);
  for (const row of rows) {
    for (const name of columns) {
      const value = row[name];
      if (value === undefined) throw new TypeError(`${table}.${name} was not given`);
      if (value === null) appender.appendNull();
      else if (typeof value === "string") appender.appendVarchar(value);
      else if (typeof value === "boolean") appender.appendBoolean(value);
      else if (Number.isSafeInteger(value)) appender.appendBigInt(BigInt(value));
      else throw new TypeError(`${table}.${name} is no exact integer: ${value}`);
    }
    appender.endRow();
  }
  appender.closeSync();
}
