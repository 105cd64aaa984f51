/** A value a query may bind or return. Dates are `YYYY-MM-DD` strings: models cast them before they leave SQL. */
export type SqlValue = string | number | boolean | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/**
 * The one seam to DuckDB, in Node (`node.ts`) and in the browser (`wasm.ts`) alike. Parameters are positional: `$1`, `$2`.
 * An implementation returns numbers, never BigInt, and a failure carries its SQL.
 */
export interface Database {
  query<Row extends SqlRow>(sql: string, parameters?: readonly SqlValue[]): Promise<readonly Row[]>;
  execute(sql: string): Promise<void>;
  close(): Promise<void>;
}
