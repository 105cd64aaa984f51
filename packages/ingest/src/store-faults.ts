import { existsSync } from "node:fs";
import { stat, statfs } from "node:fs/promises";
import { dirname } from "node:path";
import { WarehouseError } from "@mingchuang/warehouse/errors";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { IngestError } from "./errors.ts";

/** How much a load wrote until it failed, and how much it was going to need, in bytes. */
export interface DiskNeed {
  readonly written: number;
  readonly needed: number;
}

/**
 * What went wrong with the store, its folder or its disk, as a numbered error: F156 disk full, F157 another program holds the store,
 * F158 damaged, F159 no permission. Anything else comes back as it is.
 */
export async function numberedFault(cause: unknown, storePath: string, need?: DiskNeed): Promise<unknown> {
  if (cause instanceof IngestError) return cause;
  const folder = dirname(storePath);
  if (isDiskFull(cause)) return new IngestError("F156", await describeNeed(folder, need ?? (await leastNeed(storePath))), cause);
  if (isHeldByAnother(cause)) return new IngestError("F157", `${storePath}: ${wordsOf(cause)}`, cause);
  if (isNoDatabase(cause)) return new IngestError("F158", `${storePath}: ${wordsOf(cause)}`, cause);
  if (isForbidden(cause, folder)) return new IngestError("F159", `${folder}: ${wordsOf(cause)}`, cause);
  return cause;
}

/**
 * Makes sure that the store can be copied as it stands.
 *
 * @throws {IngestError} F157 while another program writes to it or left its log beside it, F158 when it is no readable database
 */
export async function requireCopyable(storePath: string): Promise<void> {
  if (!existsSync(storePath)) return;
  if (existsSync(`${storePath}.wal`)) throw new IngestError("F157", `${storePath}.wal`);
  const db = await openNodeDatabase(storePath, { readOnly: true, threads: 1 });
  await db.close();
}

function wordsOf(cause: unknown): string {
  const text = cause instanceof WarehouseError ? cause.detail : cause instanceof Error ? cause.message : String(cause);
  return text.split("\n")[0]?.trim() ?? "";
}

const errnoOf = (cause: unknown) => (cause instanceof Error && "code" in cause ? String(cause.code) : "");

/** The system says so to Node by a code, and to DuckDB in words. */
export function isDiskFull(cause: unknown): boolean {
  if (["ENOSPC", "EDQUOT", "EFBIG"].includes(errnoOf(cause))) return true;
  return /no space left|not enough space|disk quota|file too large|max_temp_directory_size|could only write/i.test(wordsOf(cause));
}

export function isHeldByAnother(cause: unknown): boolean {
  return /could not set lock on file|being used by another process|lock is held/i.test(wordsOf(cause));
}

function isNoDatabase(cause: unknown): boolean {
  return /not a valid duckdb database|could not read enough bytes|corrupt|checksum|serialization error|trying to read a database file with version/i.test(
    wordsOf(cause),
  );
}

function isForbidden(cause: unknown, folder: string): boolean {
  if (/permission denied|read-only file system|access is denied/i.test(wordsOf(cause)) && cause instanceof WarehouseError) return true;
  if (!["EACCES", "EPERM", "EROFS", "ENOTDIR", "EEXIST"].includes(errnoOf(cause))) return false;
  const path = cause instanceof Error && "path" in cause ? String(cause.path) : folder;
  return path.startsWith(folder) || folder.startsWith(path);
}

/** What any load needs: room for a second copy of the store. */
async function leastNeed(storePath: string): Promise<DiskNeed> {
  return stat(storePath).then(
    ({ size }) => ({ written: 0, needed: size }),
    () => ({ written: 0, needed: 0 }),
  );
}

const megabytes = (bytes: number) => (Math.ceil(bytes / 1e5) / 10).toFixed(1);

async function describeNeed(folder: string, need: DiskNeed): Promise<string> {
  const free = await statfs(folder).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => null,
  );
  if (free === null) return folder;
  const now = `${folder}: 可用 ${megabytes(free)} MB`;
  // It failed with this much written, so that it needs more than that, whatever was expected.
  const needed = Math.max(need.needed, need.written * 1.1, 1e6);
  if (free > needed) {
    return `${now}，但用户配额或单个文件的大小有限制（已写 ${megabytes(need.written)} MB） / ${megabytes(free)} MB free, but a quota or a limit on file sizes stopped it at ${megabytes(need.written)} MB`;
  }
  const short = megabytes(needed - free);
  return `${now}，约需 ${megabytes(needed)} MB，还差约 ${short} MB / ${megabytes(free)} MB free, about ${megabytes(needed)} MB needed, short of about ${short} MB`;
}
