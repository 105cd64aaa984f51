import { open } from "node:fs/promises";
import type { DuckDBConnection } from "@duckdb/node-api";
import { WarehouseError } from "@mingchuang/warehouse/errors";
import { IngestError } from "../errors.ts";
import { normaliseCode } from "../half-width.ts";
import { identifier, literal, pathLiteral } from "../sql-text.ts";
import { isDiskFull } from "../store-faults.ts";
import type { HiveColumn } from "./hive-columns.ts";
import type { ColumnType, RawTable, ReadFile } from "./raw-table.ts";

interface ParquetColumn {
  readonly header: string;
  /** SQL over the file's own columns. */
  readonly sql: string;
  /** Null for lists, structs, maps and bytes, which are no cells. */
  readonly type: ColumnType | null;
}

/**
 * Reads a Parquet file as one table with typed columns, those in the names of its folders (`month=2023-04/`) after its own. A moment with a time
 * zone becomes the time on a clock in China. Nothing but the schema is looked at yet; the rows are held against the count in the file.
 *
 * @throws {IngestError} F150 not whole, or no Parquet file.
 */
export async function readParquet(connection: DuckDBConnection, path: string, folders: readonly HiveColumn[]): Promise<ReadFile> {
  await checkMagic(path);
  const [rows, own] = await describe(connection, path);
  const columns = withFolders(own, folders);
  const headers = columns.map(({ header }) => header);
  const cells = columns.map(({ sql }, index) => `${sql} as c${index}`);
  const relation = `(select ${[...cells, "(file_row_number + 1)::int as row_no"].join(", ")} from ${source(path, ", file_row_number = true")})`;
  const table: RawTable = {
    sheet: "",
    unit: "record",
    head: [{ rowNo: 0, cells: headers }],
    filledRows: rows + 1,
    place: (column, names) => names[column]?.trim() || `列${column + 1}`,
    stage: async () => ({
      relation,
      lines: null,
      types: columns.map(({ type }) => type),
      expectedRows: rows,
      malformed: [],
    }),
  };
  return { format: "parquet", encoding: null, separator: null, tables: [table], hiddenSheets: [] };
}

/** The fault of a Parquet file that the engine met while reading its rows; null when it is something else, such as a full disk. */
export function parquetFault(cause: unknown): IngestError | null {
  if (!(cause instanceof WarehouseError) || isDiskFull(cause)) return null;
  if (/^(Out of Memory|Interrupt)|permission denied|read-only file system/i.test(cause.detail)) return null;
  return new IngestError("F150", cause.detail.split("\n")[0] ?? "", cause);
}

const magic = "PAR1";

/** A file that was copied half way has its head, but not the magic bytes and the length of the footer at its end. */
async function checkMagic(path: string): Promise<void> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const [head, tail] = [Buffer.alloc(4), Buffer.alloc(8)];
    await file.read(head, 0, 4, 0);
    await file.read(tail, 0, 8, Math.max(0, size - 8));
    const [first, last] = [head.toString("latin1"), tail.subarray(4).toString("latin1")];
    if (first === "PARE" || last === "PARE") throw new IngestError("F150", "加密的 Parquet / encrypted");
    const footer = tail.readUInt32LE(0);
    if (size < 12 || last !== magic || footer > size - 12) throw new IngestError("F150", `${size} 字节 / bytes`);
  } finally {
    await file.close();
  }
}

async function describe(connection: DuckDBConnection, path: string): Promise<[number, ParquetColumn[]]> {
  try {
    const counted = await connection.runAndReadAll(`select num_rows::bigint from parquet_file_metadata(${pathLiteral(path)})`);
    const described = await connection.runAndReadAll(`select column_name, column_type from (describe select * from ${source(path)})`);
    const columns = described.getRows().map(([name, type]) => columnOf(String(name), String(type)));
    return [Number(counted.getRows()[0]?.[0] ?? 0), columns];
  } catch (cause) {
    throw parquetFault(new WarehouseError("W101", cause instanceof Error ? cause.message : String(cause), null, cause)) ?? cause;
  }
}

const source = (path: string, options = "") =>
  `read_parquet(${pathLiteral(path)}, hive_partitioning = false, binary_as_string = true${options})`;

/** A folder's column does not stand beside one of the file itself. */
function withFolders(own: readonly ParquetColumn[], folders: readonly HiveColumn[]): ParquetColumn[] {
  const names = new Set(own.map(({ header }) => normaliseCode(header)));
  const added = folders.filter(({ header }) => !names.has(normaliseCode(header)));
  return [...own, ...added.map(({ header, value }): ParquetColumn => ({ header, sql: `${literal(value)}::varchar`, type: "text" }))];
}

const integers = ["TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "HUGEINT", "UHUGEINT"];

function columnOf(header: string, type: string): ParquetColumn {
  const name = identifier(header);
  if (type === "VARCHAR") return { header, sql: name, type: "text" };
  if (integers.includes(type)) return { header, sql: name, type: "whole" };
  // programs write "no value" in a column of numbers as NaN
  if (type === "DOUBLE" || type === "FLOAT") return { header, sql: `case when not isnan(${name}) then ${name} end`, type: "number" };
  if (type.startsWith("DECIMAL")) return { header, sql: name, type: "number" };
  if (type === "BOOLEAN") return { header, sql: name, type: "boolean" };
  if (type === "DATE") return { header, sql: name, type: "date" };
  if (type === "TIMESTAMP WITH TIME ZONE") return { header, sql: `timezone('Asia/Shanghai', ${name})`, type: "timestamp" };
  if (type.startsWith("TIMESTAMP")) return { header, sql: `${name}::timestamp`, type: "timestamp" };
  const isCell = ["UUID", "TIME", "TIME WITH TIME ZONE", "INTERVAL", "JSON", '"NULL"', "NULL"].includes(type) || type.startsWith("ENUM");
  return isCell ? { header, sql: `${name}::varchar`, type: "text" } : { header, sql: "null::varchar", type: null };
}
