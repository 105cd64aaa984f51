import { constants } from "node:fs";
import { copyFile, mkdir, readdir, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type NodeDatabase, type NodeDatabaseOptions, openNodeDatabase } from "@mingchuang/warehouse/node";
import { putInPlace } from "@mingchuang/warehouse/put-in-place";
import { querySegments, segmentFolder } from "./segments/segment-ledger.ts";
import { sweepSegments } from "./segments/sweep-segments.ts";
import { tallyMonths } from "./segments/tally-months.ts";
import { storeSchema, storeVersion } from "./store.ts";
import { numberedFault, requireCopyable } from "./store-faults.ts";
import { isOfDeadProcess, underStoreLock } from "./store-lock.ts";
import { queryStoreVersion, versionError } from "./store-version.ts";

export interface ReplaceOptions {
  /** Bytes that the work is going to add, as far as that is known: said when the disk is full. */
  readonly expectedBytes?: number;
  /** How much the engine may take for itself. What does not fit goes into a folder beside the store, which is swept like all that is left behind. */
  readonly engine?: EngineLimits;
}

/** Both as DuckDB takes them: `"800MB"`; the engine's own reckoning, which the process as a whole exceeds by some 200 MB. */
export type EngineLimits = Pick<NodeDatabaseOptions, "memoryLimit" | "threads">;

/**
 * Lets `work` change a copy of the store and then puts the copy in its place, so that a reader (or a crash at any moment) sees the old
 * store or the new one. `work` answers whether it changed anything; if not, the store is left as it is, byte for byte. `scratch` is an
 * empty folder for files that are not needed afterwards; it lies beside the store, so that what a killed load leaves is swept by the next.
 *
 * @throws {IngestError} F118 while another import runs, F120 when the store is of another version, F156 to F159 for its disk, its file
 *   and its folder; whatever `work` throws. The store is then as before.
 */
export async function replaceStore(
  storePath: string,
  work: (db: NodeDatabase, scratch: string) => Promise<boolean>,
  { expectedBytes = 0, engine = {} }: ReplaceOptions = {},
): Promise<boolean> {
  return underStoreLock(storePath, {}, async () => {
    await removeLeftovers(storePath);
    try {
      return await replace(storePath, work, engine);
    } catch (cause) {
      const written = await bytesOf(await leftovers(storePath));
      await removeLeftovers(storePath).catch(() => {});
      await sweepUnnamed(storePath).catch(() => {});
      throw await numberedFault(cause, storePath, { written, needed: (await bytesOf([storePath])) + expectedBytes });
    } finally {
      await removeLeftovers(storePath);
    }
  });
}

const abandonedAfterMs = 60_000;

async function replace(
  storePath: string,
  work: (db: NodeDatabase, scratch: string) => Promise<boolean>,
  engine: EngineLimits,
): Promise<boolean> {
  await requireCopyable(storePath);
  const building = `${storePath}.building`;
  const scratch = `${building}-files`;
  await mkdir(scratch);
  const isNew = !(await copyIfThere(storePath, building));
  const db = await openNodeDatabase(building, engine);
  let changed = false;
  try {
    if (isNew) for (const statement of storeSchema) await db.execute(statement);
    else await requireVersion(db, storePath);
    const segments = segmentFolder(storePath);
    await sweepSegments(segments, () => querySegments(db));
    changed = (await work(db, scratch)) || isNew;
    if (changed) await tallyMonths(db, segments);
    await db.execute("checkpoint");
  } finally {
    await db.close();
  }
  if (changed && (await isThere(`${building}.wal`))) throw new Error(`${building} was not checkpointed before it was to be put in place`);
  if (changed) await putInPlace(building, storePath);
  // Of files that were refused after their events had been written, or that are copies now. Not before the store that named them is gone;
  // and what cannot be removed now the next load removes: this one has happened.
  await sweepUnnamed(storePath).catch(() => {});
  return changed;
}

async function copyIfThere(from: string, to: string): Promise<boolean> {
  try {
    await copyFile(from, to, constants.COPYFILE_FICLONE);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw cause;
  }
}

async function requireVersion(db: NodeDatabase, storePath: string): Promise<void> {
  const version = await queryStoreVersion(db);
  if (version !== storeVersion) throw versionError(storePath, version);
}

/** The segments that a failed load wrote may fill the very disk that made it fail: they are not left for the next load to sweep. */
async function sweepUnnamed(storePath: string): Promise<void> {
  await sweepSegments(segmentFolder(storePath), async () => {
    if (!(await isThere(storePath))) return [];
    const db = await openNodeDatabase(storePath, { readOnly: true, threads: 1 });
    try {
      return await querySegments(db);
    } finally {
      await db.close();
    }
  });
}

async function leftovers(storePath: string): Promise<string[]> {
  const folder = dirname(storePath);
  const name = basename(storePath);
  const found = (await readdir(folder)).filter((each) => each.startsWith(`${name}.building`));
  // Whoever comes for the lock makes one of these for a moment.
  for (const each of (await readdir(folder)).filter((candidate) => candidate.startsWith(`${name}.lock-`))) {
    const { mtimeMs } = await stat(join(folder, each)).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (isOfDeadProcess(each) || mtimeMs < Date.now() - abandonedAfterMs) found.push(each);
  }
  return found.map((each) => join(folder, each));
}

/** Only ever called under the lock, so that nothing of a living import is among them. */
async function removeLeftovers(storePath: string): Promise<void> {
  for (const path of await leftovers(storePath)) await rm(path, { recursive: true, force: true });
}

async function bytesOf(paths: readonly string[]): Promise<number> {
  let total = 0;
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (found?.isDirectory()) total += await bytesOf((await readdir(path)).map((name) => join(path, name)));
    else total += found?.size ?? 0;
  }
  return total;
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );
