import workerUrl from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import moduleUrl from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import type { Database, SqlRow, SqlValue } from "@mingchuang/warehouse/database";
import { type Manifest, Manifest as ManifestSchema, type PublishedFile } from "@mingchuang/warehouse/manifest";
import { schemaVersion } from "@mingchuang/warehouse/schema-version";
import { DashboardError } from "./errors.ts";
import { receiveAnswers } from "./receive-answers.ts";
import { receiveBytes } from "./receive-bytes.ts";

const engineTimeoutMs = 60_000;

export interface OpenData {
  readonly db: Database;
  readonly manifest: Manifest;
  readonly file: PublishedFile;
}

export type OpeningStep = "manifest" | "data" | "engine" | "ready";
export interface Opening {
  readonly step: OpeningStep;
  readonly received: number;
  readonly total: number;
}

let opening: Promise<OpenData> | undefined;
let engine: Promise<Database> | undefined;
let failure: unknown = null;
let progress: Opening = { step: "manifest", received: 0, total: 0 };
const listeners = new Set<() => void>();

export function subscribeOpening(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}

export const currentOpening = (): Opening => progress;

function report(next: Opening): void {
  progress = next;
  for (const changed of listeners) changed();
}

/** Why the engine did not start when it was last tried; null while it runs, starts, or was not yet wanted. */
export const engineFailure = (): unknown => failure;

/**
 * Opens what was published for this audience, once for the page; a failed attempt is forgotten, so that the next call tries again.
 * What the first screens ask was answered at publication and is read as it is. Any other question is the engine's: it starts by itself as
 * soon as the page has nothing else to do, and at once when it is needed; a query throws why it could not.
 *
 * @throws {DashboardError} B101–B103, B107, B108; queries B104–B107, {WarehouseError} W105 when the engine does not start, W106 when the
 * file is no database.
 */
export function openData(): Promise<OpenData> {
  opening ??= open().catch((cause: unknown) => {
    opening = undefined;
    throw cause;
  });
  return opening;
}

async function open(): Promise<OpenData> {
  report({ step: "manifest", received: 0, total: 0 });
  const manifest = await readManifest();
  const [file] = manifest.files;
  if (!file) throw new DashboardError("B108", "manifest.json: files = []");
  report({ step: "ready", received: 0, total: file.bytes });
  const findAnswer = await receiveAnswers(file.answers);
  let running = 0;
  const db: Database = {
    async query<Row extends SqlRow>(sql: string, parameters: readonly SqlValue[] = []) {
      running += 1;
      try {
        return (
          ((await findAnswer(sql, parameters)) as readonly Row[] | null) ?? (await (await openEngine(file)).query<Row>(sql, parameters))
        );
      } finally {
        running -= 1;
        whenIdle(() => {
          // what failed once is not fetched again behind every page: only when it is needed, or somebody asks
          if (running === 0 && failure === null) openEngine(file).catch(() => undefined);
        });
      }
    },
    execute: async (sql) => (await openEngine(file)).execute(sql),
    close: async () => (await openEngine(file)).close(),
  };
  return { db, manifest, file };
}

function openEngine(file: PublishedFile): Promise<Database> {
  engine ??= startEngine(file).then(
    (db) => {
      failure = null;
      report({ step: "ready", received: file.bytes, total: file.bytes });
      return db;
    },
    (cause: unknown) => {
      engine = undefined;
      failure = cause;
      report({ step: "ready", received: 0, total: file.bytes });
      throw cause;
    },
  );
  return engine;
}

async function startEngine(file: PublishedFile): Promise<Database> {
  if (typeof WebAssembly === "undefined" || typeof Worker === "undefined") throw new DashboardError("B106", navigator.userAgent);
  const engineCode = import("@mingchuang/warehouse/wasm");
  engineCode.catch(() => undefined);
  const url = `/data/${file.file}`;
  const bytes = await receiveBytes(url, (received) => report({ step: "data", received, total: file.bytes }));
  if (bytes.length !== file.bytes) throw new DashboardError("B105", `${url}: ${bytes.length} ≠ ${file.bytes}`);
  report({ step: "engine", received: file.bytes, total: file.bytes });
  const { openWasmDatabase } = await engineCode;
  return openWasmDatabase({
    moduleUrl: new URL(moduleUrl, location.origin).href,
    workerUrl: new URL(workerUrl, location.origin).href,
    files: [{ name: `${file.profile}.duckdb`, bytes }],
    ownOrigin: location.origin,
    timeoutMs: engineTimeoutMs,
  });
}

/** Tries the engine again after it failed; the page learns through `subscribeOpening` how it went. */
export async function retryEngine(): Promise<void> {
  const { file } = await openData();
  await openEngine(file).catch(() => undefined);
}

/** Not every browser tells when it is idle; the others get the time to draw what has just come. */
function whenIdle(act: () => void): void {
  if (typeof requestIdleCallback === "function") requestIdleCallback(act, { timeout: 2000 });
  else setTimeout(act, 500);
}

async function readManifest(): Promise<Manifest> {
  const response = await fetch("/data/manifest.json", { cache: "no-cache" }).catch((cause: unknown) => {
    throw new DashboardError("B107", "/data/manifest.json", cause);
  });
  if (!response.ok) throw new DashboardError("B101", `HTTP ${response.status}`);
  const content: unknown = await response.json().catch((cause: unknown) => {
    throw new DashboardError("B101", response.headers.get("content-type") ?? "", cause);
  });
  const parsed = ManifestSchema.safeParse(content);
  const version = (content as { schemaVersion?: unknown } | null)?.schemaVersion;
  if (typeof version === "number" && version !== schemaVersion) throw new DashboardError("B103", `${version} ≠ ${schemaVersion}`);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new DashboardError("B102", `${issue?.path.join(".")}: ${issue?.message}`);
  }
  return parsed.data;
}

/** Whether another file has been published since this page opened its own; an answer that cannot be had is no. */
export async function isSuperseded(): Promise<boolean> {
  if (!opening) return false;
  try {
    const [{ file }, manifest] = await Promise.all([opening, readManifest()]);
    return manifest.files.every(({ sha256 }) => sha256 !== file.sha256);
  } catch {
    return false;
  }
}
