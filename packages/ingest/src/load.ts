import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type NodeDatabase, openNodeDatabase } from "@mingchuang/warehouse/node";
import { refreshCrossProblems } from "./cross-problems.ts";
import { IngestError } from "./errors.ts";
import { eventTime } from "./events.ts";
import { type FileOverrides, fits, mappingPrint, overrideOf, overrideText } from "./file-override.ts";
import { type FolderFile, fingerprint, isFileFault, listFolder, requireFolder } from "./folder.ts";
import { isInForce, queryLedger, undone, type Version } from "./ledger.ts";
import { type FileToLoad, type LoadOptions, type LoadPhase, loadFile, loadRepeat } from "./load-file.ts";
import { type Mapping, readOwnMappings } from "./mapping.ts";
import { type EngineLimits, replaceStore } from "./replace-store.ts";
import { type IngestReport, type ReportedFile, readReport } from "./report.ts";
import type { SchemeCodes } from "./scheme-codes.ts";
import { namesOfRubrics } from "./score-rules.ts";
import { segmentFolder } from "./segments/segment-ledger.ts";
import { cellMacros } from "./sql-macros.ts";
import { type LockOptions, underStoreLock } from "./store-lock.ts";
import { ignoreDocument } from "./undo.ts";

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
  /** What is laid down for files; a later list goes before an earlier one. */
  readonly overrides?: readonly FileOverrides[];
  /** Documents that earlier loads took in from this folder. Those that it no longer has stay in force and are in the report as `gone`. */
  readonly earlier?: readonly string[];
  /** For tables without a year column. */
  readonly defaultYear?: number;
  readonly engine?: EngineLimits;
  /** False: rows are not compared with those of other files, as a register of windows with the counts. */
  readonly compare?: boolean;
  /** Milliseconds, for the report's duration only: nothing of it is stored. */
  readonly clock?: () => number;
  /** The moment of each event in the ledger; without it nobody says when. No row, count or result depends on it. */
  readonly now?: () => Date;
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
  const { files: listed, skipped } = await listFolder(options.folder);
  const own = readOwnMappings(options.folder);
  const mappings = [...own, ...options.mappings.filter(({ name }) => !own.some((each) => each.name === name))];
  const overrides = options.overrides ?? [];
  const files = listed.filter(({ path }) => overrideOf(path, overrides)?.ignore !== true);
  const ignored = listed.filter((file) => !files.includes(file));
  skipped.push(...ignored.map(({ path }) => ({ path, code: "F131" as const })));
  const states = new Map<string, ReportedFile["state"]>();
  const work = async (db: NodeDatabase, scratch: string) => {
    for (const macro of cellMacros) await db.execute(`create or replace temp macro ${macro}`);
    for (const names of namesOfRubrics(options.codes)) await db.execute(names);
    const waiting: FolderFile[] = [];
    const take = async (file: FolderFile, phase: LoadPhase) => {
      const temporaryPath = join(scratch, "decoded.csv");
      const state = await takeIn(
        db,
        { ...file, temporaryPath, override: overrideOf(file.path, overrides) },
        { ...loadOptions(options, mappings), phase },
      );
      if (state === "unreadable") {
        await requireFolder(options.folder);
        skipped.push({ path: file.path, code: "F101" });
      } else if (state === "waiting") waiting.push(file);
      else states.set(file.path, state);
    };
    for (const [done, file] of files.entries()) {
      options.onProgress?.({ path: file.path, done, total: files.length });
      await take(file, "tables");
    }
    // forms name windows and people: whatever the names of the files, the registers come first, then lists of nominees, then forms that say more
    for (const phase of ["lists", "forms"] as const) for (const file of waiting.splice(0)) await take(file, phase);
    let hasLeft = false;
    // What is ignored counts no more, should an earlier load have taken it in.
    for (const { path } of ignored) if (await ignoreDocument(db, { ...options, path })) hasLeft = true;
    const isComparedAnew = options.compare !== false && (await refreshCrossProblems(db, options.codes, segmentFolder(options.storePath)));
    return hasLeft || isComparedAnew || [...states.values()].some((state) => state === "loaded" || state === "refused");
  };
  const changed = await replaceStore(options.storePath, work, {
    ...(options.engine && { engine: options.engine }),
    expectedBytes: diskPerByte * (await bytesOf(files)),
  });
  const db = await openNodeDatabase(options.storePath, { readOnly: true });
  try {
    const present = new Set([...files, ...skipped].map(({ path }) => path));
    for (const path of await queryInForce(db, options.earlier ?? [])) if (!present.has(path)) states.set(path, "gone");
    const milliseconds = Math.round(clock() - started);
    const report = await readReport(db, { states, skipped, changed, milliseconds }, options.codes);
    const used = new Set(report.files.filter(({ errorCode }) => errorCode === null).map(({ mapping }) => mapping));
    const keys = new Set(overrides.flatMap((list) => Object.keys(list)));
    return {
      ...report,
      unused: {
        overrides: [...keys].filter((key) => !listed.some(({ path }) => fits(key, path))),
        mappings: own.map(({ name }) => name).filter((name) => !used.has(name)),
      },
    };
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

function loadOptions({ codes, defaultYear, storePath, now }: IngestOptions, mappings: readonly Mapping[]): Omit<LoadOptions, "phase"> {
  return { codes, mappings, defaultYear: defaultYear ?? null, at: eventTime(now), segmentFolder: segmentFolder(storePath) };
}

/** Those of the documents that the store has loaded and that nothing replaced, sorted. */
async function queryInForce(db: NodeDatabase, paths: readonly string[]): Promise<string[]> {
  const living = await db.query<{ path: string }>(
    "select path from ingest_file where state = 'loaded' and replaced_by is null order by path",
  );
  return living.map(({ path }) => path).filter((path) => paths.includes(path));
}

type FileToTakeIn = FolderFile & Pick<FileToLoad, "temporaryPath" | "override">;

/**
 * Loads a file unless the store has this very content of it already, read as it would be read now: under the same settings and the same
 * mapping. One that somebody has undone stays out. A refused file is tried again: a mapping may have come.
 */
async function takeIn(
  db: NodeDatabase,
  file: FileToTakeIn,
  options: LoadOptions,
): Promise<"loaded" | "refused" | "unchanged" | "undone" | "unreadable" | "waiting"> {
  const print = await fingerprint(file.absolutePath).catch((cause: unknown) => {
    if (isFileFault(cause) || cause instanceof IngestError) return null;
    throw cause;
  });
  if (!print) return "unreadable";
  const ledger = await queryLedger(db);
  const laidDown = overrideText(file.override);
  const latest = ledger.findLast(({ path, replacedBy }) => path === file.path && replacedBy === null);
  const same = latest?.sha256 === print.sha256 && isReadAsNow(latest, laidDown, options.mappings) ? latest : undefined;
  const unresolved = same?.state === "loaded" ? await countUnresolvedNames(db, same.fileId) : 0;
  if (same?.state === "loaded" && unresolved === 0) return "unchanged";
  if (same?.state === "loaded" && options.phase !== "forms") return "waiting";
  const content = { path: file.path, sha256: print.sha256, laidDown };
  if (isUndone(ledger, content)) return "undone";

  const count = ledger.filter(({ sha256 }) => sha256 === print.sha256).length;
  const base = print.sha256.slice(0, 16);
  const toLoad: FileToLoad = {
    ...print,
    ...file,
    fileId: count === 0 ? base : `${base}-${count + 1}`,
    seq: (ledger.at(-1)?.seq ?? 0) + 1,
  };
  const isCopyOf = (other: Version) => other.path !== file.path && other.sha256 === print.sha256 && other.laidDown === laidDown;
  const original = ledger.find((other) => isCopyOf(other) && isInForce(other) && other.state === "loaded");
  if (same && original && same.errorCode === "F113") return "unchanged";
  if (original) {
    await loadRepeat(db, toLoad, original, options);
    return "refused";
  }
  return loadFile(db, toLoad, unresolved === 0 ? options : { ...options, unresolvedBefore: unresolved }, same?.errorCode ?? null);
}

/** Rows of forms that named somebody whom no register had, or who had an application already: that may have changed since. */
async function countUnresolvedNames(db: NodeDatabase, fileId: string): Promise<number> {
  const [row] = await db.query<{ n: number }>(
    "select count(*) as n from ingest_problem where file_id = $1 and code in ('D256', 'D257', 'F138') and origin = 'file'",
    [fileId],
  );
  return row?.n ?? 0;
}

function isReadAsNow(version: Version, laidDown: string | null, mappings: readonly Mapping[]): boolean {
  const now = version.mapping === null ? null : mappingPrint(mappings.find(({ name }) => name === version.mapping));
  return version.laidDown === laidDown && version.mappingPrint === now;
}

/** Whether this content of a document was undone, and nothing that was handed in under its path since is in the store. */
function isUndone(ledger: readonly Version[], { path, sha256, laidDown }: Pick<Version, "path" | "sha256" | "laidDown">): boolean {
  const inForce = ledger.findLast((each) => each.path === path && isInForce(each))?.seq ?? 0;
  const isIt = (each: Version) => each.path === path && each.sha256 === sha256 && each.laidDown === laidDown && each.seq > inForce;
  return ledger.some((each) => each.replacedBy === undone && isIt(each));
}
