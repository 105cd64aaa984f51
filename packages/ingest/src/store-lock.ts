import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, link, mkdir, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { flush } from "@mingchuang/warehouse/put-in-place";
import { z } from "zod";
import { IngestError } from "./errors.ts";
import { isHeldByAnother, numberedFault } from "./store-faults.ts";

export interface LockOptions {
  /** How long another import is waited for. 0, the default: not at all. */
  readonly waitSeconds?: number;
  /** Told once, when waiting begins: who holds the lock, and since when. */
  readonly onWait?: (holder: string) => void;
}

const heldByCaller = new AsyncLocalStorage<ReadonlySet<string>>();
const heldHere = new Set<string>();
const pauseMs = 200;

/**
 * Does work that no other import may do at the same time. The lock is one of the operating system: DuckDB's own on an empty database
 * beside the store. It ends with its process, however that ends, so that no lock is ever stale and none is taken from the living, nor by
 * two at once; it holds between machines that share a folder too. Work that takes the lock again inside goes through.
 *
 * The lock file must not be opened by anything else in this process: on Linux closing it would let go of the lock.
 *
 * @throws {IngestError} F118 while another import runs, F156 to F159 for what is wrong with the store, its disk or its folder
 */
export async function underStoreLock<T>(storePath: string, options: LockOptions, work: () => Promise<T>): Promise<T> {
  try {
    await mkdir(dirname(storePath), { recursive: true });
    // One folder can be reached by several names; the lock has one.
    const lockPath = join(await realpath(dirname(storePath)), `${basename(storePath)}.lock`);
    const outer = heldByCaller.getStore();
    if (outer?.has(lockPath)) return await work();
    const release = await waitForLock(lockPath, options);
    try {
      return await heldByCaller.run(new Set([...(outer ?? []), lockPath]), work);
    } finally {
      await release();
    }
  } catch (cause) {
    throw await numberedFault(cause, storePath);
  }
}

async function waitForLock(lockPath: string, { waitSeconds = 0, onWait }: LockOptions): Promise<() => Promise<void>> {
  const until = performance.now() + waitSeconds * 1000;
  for (let told = false; ; told = true) {
    const release = await takeLock(lockPath);
    if (release) return release;
    if (performance.now() >= until) throw new IngestError("F118", await describeHolder(lockPath));
    if (!told) onWait?.(await describeHolder(lockPath));
    await pause(pauseMs);
  }
}

/** Null when somebody else has it. */
async function takeLock(lockPath: string): Promise<(() => Promise<void>) | null> {
  if (heldHere.has(lockPath)) return null;
  heldHere.add(lockPath);
  try {
    const release = await lockFile(lockPath);
    if (!release) heldHere.delete(lockPath);
    return release;
  } catch (cause) {
    heldHere.delete(lockPath);
    throw cause;
  }
}

async function lockFile(lockPath: string): Promise<(() => Promise<void>) | null> {
  const before = (await inodeOf(lockPath)) ?? (await createLockFile(lockPath));
  if (before === null) return null;
  const db = await openNodeDatabase(lockPath, { threads: 1 }).catch((cause: unknown) => {
    if (isHeldByAnother(cause)) return null;
    throw new IngestError("F118", `${lockPath}（锁文件损坏 / damaged lock file）`, cause);
  });
  if (!db) return null;
  // Somebody may have finished and removed the file between our look and our lock; then it is the lock of nothing.
  if ((await inodeOf(lockPath)) !== before) {
    await db.close();
    return null;
  }
  const holder: Holder = { pid: process.pid, host: hostname() };
  // Only to be read by people, so that failing to write it stops nothing.
  await writeFile(holderPath(lockPath), JSON.stringify(holder)).catch(() => {});
  return async () => {
    await rm(holderPath(lockPath), { force: true }).catch(() => {});
    if (process.platform !== "win32") await rm(lockPath, { force: true }).catch(() => {});
    await db.close();
    heldHere.delete(lockPath);
  };
}

let emptyDatabase: Buffer | undefined;

/** The file appears whole, so that a process killed here leaves nothing that others stumble over. */
async function createLockFile(lockPath: string): Promise<bigint | null> {
  const fresh = `${lockPath}-${hostname()}-${process.pid}-${randomUUID()}`;
  try {
    if (emptyDatabase) await writeFile(fresh, emptyDatabase);
    else {
      await (await openNodeDatabase(fresh, { threads: 1 })).close();
      emptyDatabase = await readFile(fresh);
    }
    await flush(fresh);
    await link(fresh, lockPath).catch((cause: NodeJS.ErrnoException) => {
      // File systems without links.
      if (cause.code !== "EEXIST") return copyFile(fresh, lockPath, constants.COPYFILE_EXCL);
    });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
  } finally {
    await rm(fresh, { force: true });
  }
  return inodeOf(lockPath);
}

async function inodeOf(path: string): Promise<bigint | null> {
  return stat(path, { bigint: true }).then(
    ({ ino }) => ino,
    () => null,
  );
}

/**
 * Whether a file beside a lock was made by a process of this machine that is no more: what it was to become it never will. Of other
 * machines nobody knows.
 */
export function isOfDeadProcess(name: string): boolean {
  const [, host, pid] = /\.lock-(.+)-(\d+)-[0-9a-f-]{36}$/.exec(name) ?? [];
  if (host !== hostname() || pid === undefined) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "ESRCH";
  }
}

const Holder = z.object({ pid: z.int(), host: z.string() });
type Holder = z.infer<typeof Holder>;

const holderPath = (lockPath: string) => `${lockPath}.json`;

async function describeHolder(lockPath: string): Promise<string> {
  try {
    const { pid, host } = Holder.parse(JSON.parse(await readFile(holderPath(lockPath), "utf8")));
    const since = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium" }).format(
      (await stat(holderPath(lockPath))).mtime,
    );
    return `${lockPath}: 进程 ${pid}（${host}），${since} 起 / process ${pid} on ${host} since ${since}`;
  } catch {
    return lockPath;
  }
}
