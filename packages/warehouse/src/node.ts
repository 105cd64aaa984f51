import { type DuckDBConnection, DuckDBInstance, type DuckDBType, DuckDBTypeId, type DuckDBValue } from "@duckdb/node-api";
import type { Database, SqlRow, SqlValue } from "./database.ts";
import { WarehouseError } from "./errors.ts";
import { dateText, exactNumber, timestampText } from "./values.ts";

/** DuckDB in Node. `connection` is the driver's own, for bulk work (appenders, chunks, streams); streams need one from `connect` each. */
export interface NodeDatabase extends Database {
  readonly connection: DuckDBConnection;
  connect(): Promise<DuckDBConnection>;
}

export interface NodeDatabaseOptions {
  readonly readOnly?: boolean;
  readonly threads?: number;
  /** As DuckDB writes it: `"1GB"`. */
  readonly memoryLimit?: string;
}

/**
 * Opens a database file, or one in memory (`:memory:`). Nothing is ever downloaded: extensions are neither installed nor loaded.
 *
 * @throws {WarehouseError} W104 when the file cannot be opened; queries throw W101, W102 and W103.
 */
export async function openNodeDatabase(path: string, options: NodeDatabaseOptions = {}): Promise<NodeDatabase> {
  const instance = await openInstance(path, {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    ...(options.readOnly ? { access_mode: "READ_ONLY" } : {}),
    ...(options.threads === undefined ? {} : { threads: String(options.threads) }),
    ...(options.memoryLimit === undefined ? {} : { memory_limit: options.memoryLimit }),
  });
  const connection = await instance.connect();
  return {
    connection,
    connect: () => instance.connect(),
    query: (sql, parameters = []) => readRows(connection, sql, parameters),
    async execute(sql) {
      try {
        await connection.run(sql);
      } catch (cause) {
        throw new WarehouseError("W101", messageOf(cause), sql, cause);
      }
    },
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function openInstance(path: string, settings: Record<string, string>): Promise<DuckDBInstance> {
  try {
    return await DuckDBInstance.create(path, settings);
  } catch (cause) {
    throw new WarehouseError("W104", `${path}: ${messageOf(cause)}`, null, cause);
  }
}

async function readRows<Row extends SqlRow>(
  connection: DuckDBConnection,
  sql: string,
  parameters: readonly SqlValue[],
): Promise<readonly Row[]> {
  const reader = await connection.runAndReadAll(sql, [...parameters]).catch((cause: unknown) => {
    throw new WarehouseError("W101", messageOf(cause), sql, cause);
  });
  const names = reader.columnNames();
  const types = reader.columnTypes();
  return reader
    .getRows()
    .map((row) => Object.fromEntries(names.map((name, i) => [name, toSqlValue(row[i] ?? null, types[i] as DuckDBType, name)])) as Row);
}

function toSqlValue(value: DuckDBValue, type: DuckDBType, column: string): SqlValue {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "bigint" || typeof value === "number") return exactNumber(value, column);
  const { typeId } = type;
  if (typeId === DuckDBTypeId.DECIMAL && "toDouble" in value) return value.toDouble();
  if (typeId === DuckDBTypeId.DATE && "days" in value) return dateText(value.days * 86_400_000);
  if (typeId === DuckDBTypeId.TIMESTAMP && "micros" in value) return timestampText(Number(value.micros) / 1000);
  throw new WarehouseError("W103", `${column}: ${type}`);
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
