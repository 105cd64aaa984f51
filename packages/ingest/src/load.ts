import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type NodeDatabase, openNodeDatabase } from "@mingchuang/warehouse/node";
import { IngestError } from "./errors.ts";
import { type FolderFile, fingerprint, isFileFault, listFolder, requireFolder } from "./folder.ts";
import { type FileToLoad, type LoadOptions, loadFile, loadRepeat } from "./load-file.ts";
import type { Mapping } from "./mapping.ts";
import { replaceStore } from "./replace-store.ts";
import { type IngestReport, type ReportedFile, readReport } from "./report.ts";
import type { SchemeCodes } from "./scheme-codes.ts";
import { segmentFolder } from "./segments/segment-ledger.ts";
import { cellMacros } from "./sql-macros.ts";
import { type LockOptions, underStoreLock } from "./store-lock.ts";

export interface IngestProgress {
  readonly path: string;
  /** Files done before this one, and of how many. */
  readonly done: number;
  readonly total: number;
}

export interface IngestOptions extends LockOptions {
  readonly folder: string;
  readonly storePath: string;
  /** Items and clauses of the rubrics that score sheets and self scores refer to. */
  readonly codes: SchemeCodes;
  readonly mappings: readonly Mapping[];
  /** Documents that earlier loads took in from this folder. Those that it no longer has stay in force and are in the report as `gone`. */
  readonly earlier?: readonly string[];
  /** For tables without a year column. */
  readonly defaultYear?: number;
  /** Milliseconds, for the report's duration only: nothing of it is stored. */
  readonly clock?: () => number;
  readonly onProgress?: (progress: IngestProgress) => void;
}

/**
 * Loads every data file of a folder into the store, in the order of their paths. The load as a whole happens or does not; a file that
 * is not what it claims is refused alone. Loading the same files again changes nothing.
 *
 * @throws {IngestError} F118 another import is running, F119 two schemes have one id, F120 a store of another version, F156 to F159 its
 *   disk, file or folder, F164 the folder went away meanwhile.
 */
export async function ingestFolder(options: IngestOptions): Promise<IngestReport> {
  // The report is read under the lock too: no other import comes between the load and its account.
  return underStoreLock(options.storePath, options, () => loadFolder(options));
}

async function loadFolder(options: IngestOptions): Promise<IngestReport> {
  const clock = options.clock ?? (() => performance.now());
  const started = clock();
  const { files, skipped } = await listFolder(options.folder);
  const states = new Map<string, ReportedFile["state"]>();
  const work = async (db: NodeDatabase, scratch: string) => {
    for (const macro of cellMacros) await db.execute(`create or replace temp macro ${macro}`);
    for (const [done, file] of files.entries()) {
      options.onProgress?.({ path: file.path, done, total: files.length });
      const state = await takeIn(db, file, join(scratch, "decoded.csv"), loadOptions(options));
      if (state === "unreadable") {
        await requireFolder(options.folder);
        skipped.push({ path: file.path, code: "F101" });
      } else states.set(file.path, state);
    }
    return [...states.values()].some((state) => state !== "unchanged");
  };
  const changed = await replaceStore(options.storePath, work, { expectedBytes: diskPerByte * (await bytesOf(files)) });
  const db = await openNodeDatabase(options.storePath, { readOnly: true });
  try {
    const present = new Set([...files, ...skipped].map(({ path }) => path));
    for (const path of await queryInForce(db, options.earlier ?? [])) if (!present.has(path)) states.set(path, "gone");
    const milliseconds = Math.round(clock() - started);
    return await readReport(db, { states, skipped, changed, milliseconds }, options.codes);
  } finally {
    await db.close();
  }
}

/** What a load needs on the disk for each byte of a file at most: the file decoded, and its rows in the store. */
const diskPerByte = 2;

async function bytesOf(files: readonly FolderFile[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(({ absolutePath }) =>
      stat(absolutePath).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function loadOptions({ codes, mappings, defaultYear, storePath }: IngestOptions): LoadOptions {
  return { codes, mappings, defaultYear: defaultYear ?? null, segmentFolder: segmentFolder(storePath) };
}

interface KnownFile {
  readonly [column: string]: string | number | null;
  readonly file_id: string;
  readonly path: string;
  readonly sha256: string;
  readonly state: string;
  readonly error_code: string | null;
  readonly seq: number;
  readonly replaced_by: string | null;
}

/** Those of the documents that the store has loaded and that nothing replaced, sorted. */
async function queryInForce(db: NodeDatabase, paths: readonly string[]): Promise<string[]> {
  const living = await db.query<{ path: string }>(
    "select path from ingest_file where state = 'loaded' and replaced_by is null order by path",
  );
  return living.map(({ path }) => path).filter((path) => paths.includes(path));
}

/** Loads a file unless the store has this very content of it already. A refused file is tried again: a mapping may have come. */
async function takeIn(
  db: NodeDatabase,
  file: FolderFile,
  temporaryPath: string,
  options: LoadOptions,
): Promise<"loaded" | "refused" | "unchanged" | "unreadable"> {
  const print = await fingerprint(file.absolutePath).catch((cause: unknown) => {
    if (isFileFault(cause) || cause instanceof IngestError) return null;
    throw cause;
  });
  if (!print) return "unreadable";
  const known = await db.query<KnownFile>(
    "select file_id, path, sha256, state, error_code, seq, replaced_by from ingest_file order by seq",
  );
  const latest = known.filter(({ path, replaced_by }) => path === file.path && replaced_by === null).at(-1);
  const same = latest?.sha256 === print.sha256 ? latest : undefined;
  if (same?.state === "loaded") return "unchanged";

  const count = known.filter(({ sha256 }) => sha256 === print.sha256).length;
  const base = print.sha256.slice(0, 16);
  const toLoad: FileToLoad = {
    ...print,
    ...file,
    fileId: count === 0 ? base : `${base}-${count + 1}`,
    seq: (known.at(-1)?.seq ?? 0) + 1,
    temporaryPath,
  };
  const original = await findOriginal(db, file.path, print.sha256);
  if (same && original && same.error_code === "F113") return "unchanged";
  if (original) {
    await loadRepeat(db, toLoad, original);
    return "refused";
  }
  return loadFile(db, toLoad, options, same?.error_code ?? null);
}

async function findOriginal(db: NodeDatabase, path: string, sha256: string) {
  const [original] = await db.query<{ file_id: string; path: string }>(
    "select file_id, path from ingest_file where sha256 = $1 and path <> $2 and state = 'loaded' and replaced_by is null order by seq limit 1",
    [sha256, path],
  );
  return original && { fileId: original.file_id, path: original.path };
}
