import { constants } from "node:fs";
import { copyFile, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type NodeDatabase, openNodeDatabase } from "@mingchuang/warehouse/node";
import { IngestError } from "./errors.ts";
import { storeSchema, storeVersion } from "./store.ts";
import { queryStoreVersion, versionError } from "./store-version.ts";

/**
 * Lets `work` change a copy of the store and then puts the copy in its place, so that a reader (or a crash at any moment) sees the old
 * store or the new one. `work` answers whether it changed anything; if not, the store is left as it is, byte for byte.
 *
 * @throws {IngestError} F118 while another import runs, F120 when the store is of another version; whatever `work` throws, and then the
 *   store is as before.
 */
export async function replaceStore(storePath: string, work: (db: NodeDatabase) => Promise<boolean>): Promise<boolean> {
  await mkdir(dirname(storePath), { recursive: true });
  return underLock(`${storePath}.lock`, async () => {
    await removeLeftovers(storePath);
    const building = `${storePath}.building`;
    const isNew = !(await copyIfThere(storePath, building));
    let changed = false;
    try {
      const db = await openNodeDatabase(building);
      try {
        if (isNew) for (const statement of storeSchema) await db.execute(statement);
        else await requireVersion(db, storePath);
        changed = (await work(db)) || isNew;
        await db.execute("checkpoint");
      } finally {
        await db.close();
      }
      if (!changed) return false;
      await flush(building);
      await rename(building, storePath);
      await flush(dirname(storePath));
      return true;
    } finally {
      await removeLeftovers(storePath);
    }
  });
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

async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function removeLeftovers(storePath: string): Promise<void> {
  const prefix = `${basename(storePath)}.building`;
  const folder = dirname(storePath);
  for (const name of await readdir(folder)) if (name.startsWith(prefix)) await rm(join(folder, name), { recursive: true, force: true });
}

async function underLock<T>(lockPath: string, work: () => Promise<T>): Promise<T> {
  await takeLock(lockPath);
  try {
    return await work();
  } finally {
    await rm(lockPath, { force: true });
  }
}

/** The lock names its process, so that one left behind by a killed import does not stand in the way. */
async function takeLock(lockPath: string): Promise<void> {
  for (const attempt of [1, 2]) {
    try {
      const handle = await open(lockPath, "wx");
      await handle.writeFile(String(process.pid));
      await handle.close();
      return;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
      if (attempt === 2 || (await holderIsAlive(lockPath))) throw new IngestError("F118", lockPath, cause);
      await rm(lockPath, { force: true });
    }
  }
}

async function holderIsAlive(lockPath: string): Promise<boolean> {
  const handle = await open(lockPath, "r");
  const holder = Number((await handle.readFile("utf8")).trim());
  await handle.close();
  if (!Number.isInteger(holder) || holder <= 0) return false;
  try {
    process.kill(holder, 0);
    return true;
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "EPERM";
  }
}
