import workerUrl from "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url";
import moduleUrl from "@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url";
import type { Database } from "@mingchuang/warehouse/database";
import { type Manifest, Manifest as ManifestSchema, type PublishedFile } from "@mingchuang/warehouse/manifest";
import { schemaVersion } from "@mingchuang/warehouse/schema-version";
import { DashboardError } from "./errors.ts";
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

/**
 * Opens the published file of this audience, once for the page; a failed attempt is forgotten, so that the next call tries again.
 *
 * @throws {DashboardError} B101–B108; {WarehouseError} W105 when the engine does not start, W106 when the file is no database.
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
  if (typeof WebAssembly === "undefined" || typeof Worker === "undefined") throw new DashboardError("B106", navigator.userAgent);
  const engineCode = import("@mingchuang/warehouse/wasm");
  engineCode.catch(() => undefined);
  const manifest = await readManifest();
  const [file] = manifest.files;
  if (!file) throw new DashboardError("B108", "manifest.json: files = []");
  const url = `/data/${file.file}`;
  const bytes = await receiveBytes(url, (received) => report({ step: "data", received, total: file.bytes }));
  if (bytes.length !== file.bytes) throw new DashboardError("B105", `${url}: ${bytes.length} ≠ ${file.bytes}`);
  report({ step: "engine", received: file.bytes, total: file.bytes });
  const { openWasmDatabase } = await engineCode;
  const db = await openWasmDatabase({
    moduleUrl: new URL(moduleUrl, location.origin).href,
    workerUrl: new URL(workerUrl, location.origin).href,
    files: [{ name: `${file.profile}.duckdb`, bytes }],
    ownOrigin: location.origin,
    timeoutMs: engineTimeoutMs,
  });
  report({ step: "ready", received: file.bytes, total: file.bytes });
  return { db, manifest, file };
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
