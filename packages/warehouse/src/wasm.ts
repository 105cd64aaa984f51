import { AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger } from "@duckdb/duckdb-wasm";
import { type ArrowTable, arrowRows } from "./arrow-rows.ts";
import type { Database, SqlRow, SqlValue } from "./database.ts";
import { WarehouseError } from "./errors.ts";
import { sqlLiteral } from "./values.ts";

export interface WasmDatabaseOptions {
  /** `duckdb-eh.wasm` and `duckdb-browser-eh.worker.js`, both from the page's own origin. */
  readonly moduleUrl: string;
  readonly workerUrl: string;
  /** Native database files, whole. The bytes are handed over to the worker and are empty afterwards. The first file is the default one. */
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** `location.origin`: the only place an extension may be asked from, where a clean 404 answers. */
  readonly ownOrigin: string;
  /** Starting never fails by itself under a wrong policy or file type, so it gets a limit. */
  readonly timeoutMs: number;
}

/**
 * Opens published files in the browser, read-only. Afterwards the engine can neither reach a network nor be configured again.
 *
 * @throws {WarehouseError} W105 when the engine does not start in time, W106 when a file is no database; queries throw W101, W102, W103.
 */
export async function openWasmDatabase(options: WasmDatabaseOptions): Promise<Database> {
  const worker = new Worker(options.workerUrl);
  try {
    const engine = await startEngine(worker, options);
    const connection = await engine.connect();
    await attachFiles(engine, connection, options);
    return {
      query: async <Row extends SqlRow>(sql: string, parameters: readonly SqlValue[] = []) =>
        arrowRows<Row>(await runStatement(connection, sql, parameters)),
      async execute(sql) {
        await runStatement(connection, sql);
      },
      async close() {
        await connection.close();
        await engine.terminate();
      },
    };
  } catch (cause) {
    worker.terminate();
    throw cause;
  }
}

async function startEngine(worker: Worker, { moduleUrl, timeoutMs }: WasmDatabaseOptions): Promise<AsyncDuckDB> {
  const engine = new AsyncDuckDB(new VoidLogger(), worker);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const failure = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new WarehouseError("W105", `${timeoutMs} ms: ${moduleUrl}`)), timeoutMs);
    worker.addEventListener("error", (event) => reject(new WarehouseError("W105", event.message || moduleUrl)));
  });
  const start = async () => {
    await engine.instantiate(moduleUrl);
    await engine.open({ path: ":memory:", query: { castBigIntToDouble: true, castDecimalToDouble: true } });
  };
  try {
    await Promise.race([start(), failure]);
    return engine;
  } catch (cause) {
    throw cause instanceof WarehouseError ? cause : new WarehouseError("W105", messageOf(cause), null, cause);
  } finally {
    clearTimeout(timer);
  }
}

async function attachFiles(engine: AsyncDuckDB, connection: AsyncDuckDBConnection, { files, ownOrigin }: WasmDatabaseOptions) {
  await runStatement(connection, `set custom_extension_repository = ${sqlLiteral(`${ownOrigin}/extensions`)}`);
  await runStatement(connection, "set autoinstall_known_extensions = false");
  await runStatement(connection, "set autoload_known_extensions = false");
  for (const { name, bytes } of files) {
    await engine.registerFileBuffer(name, bytes);
    try {
      await connection.query(`attach ${sqlLiteral(name)} as ${aliasOf(name)} (read_only)`);
    } catch (cause) {
      throw new WarehouseError("W106", `${name}: ${messageOf(cause)}`, null, cause);
    }
  }
  const [first] = files;
  if (first) await runStatement(connection, `use ${aliasOf(first.name)}`);
  await runStatement(connection, "set enable_external_access = false");
  await runStatement(connection, "set lock_configuration = true");
}

/** `committee.duckdb` is attached as `"committee"`. */
function aliasOf(name: string): string {
  return `"${name.replace(/\.duckdb$/, "").replaceAll('"', "")}"`;
}

async function runStatement(connection: AsyncDuckDBConnection, sql: string, parameters: readonly SqlValue[] = []): Promise<ArrowTable> {
  try {
    if (parameters.length === 0) return (await connection.query(sql)) as unknown as ArrowTable;
    const statement = await connection.prepare(sql);
    try {
      return (await statement.query(...parameters)) as unknown as ArrowTable;
    } finally {
      await statement.close();
    }
  } catch (cause) {
    throw new WarehouseError("W101", messageOf(cause), sql, cause);
  }
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
