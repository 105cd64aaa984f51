import { type DuckDBConnection, DuckDBDataChunk, INTEGER, VARCHAR } from "@duckdb/node-api";

export interface StagedRow {
  readonly rowNo: number;
  readonly cells: readonly (string | null)[];
  /** See `StagedTable.hasNested`. */
  readonly nested?: string | null;
}

const chunkRows = 2048;

/** Puts rows into a temporary table `name` of text columns `c0` …, `row_no` and, if asked for, `nested`, in order. Returns how many there were. */
export async function stageRows(
  connection: DuckDBConnection,
  name: string,
  width: number,
  rows: Iterable<StagedRow> | AsyncIterable<StagedRow>,
  { nested = false } = {},
) {
  const columns = Array.from({ length: width }, (_, index) => `c${index} varchar`);
  await connection.run(
    `create or replace temp table ${name} (${[...columns, "row_no integer", ...(nested ? ["nested varchar"] : [])].join(", ")})`,
  );
  const types = [...columns.map(() => VARCHAR), INTEGER, ...(nested ? [VARCHAR] : [])];
  const appender = await connection.createAppender(name, "main", "temp");
  let pending: StagedRow[] = [];
  let count = 0;
  const flush = () => {
    const chunk = DuckDBDataChunk.create(types, pending.length);
    chunk.setColumns([
      ...columns.map((_, index) => pending.map((row) => row.cells[index] ?? null)),
      pending.map((row) => row.rowNo),
      ...(nested ? [pending.map((row) => row.nested ?? null)] : []),
    ]);
    appender.appendDataChunk(chunk);
    count += pending.length;
    pending = [];
  };
  for await (const row of rows) {
    pending.push(row);
    if (pending.length === chunkRows) flush();
  }
  if (pending.length > 0) flush();
  appender.closeSync();
  return count;
}
