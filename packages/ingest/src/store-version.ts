import { existsSync } from "node:fs";
import type { Database } from "@mingchuang/warehouse/database";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { IngestError } from "./errors.ts";
import { storeVersion } from "./store.ts";

/** The version of an open store's structure, null when it says none. */
export async function queryStoreVersion(db: Database): Promise<number | null> {
  const [meta] = await db.query<{ store_version: number }>("select store_version from store_meta").catch(() => []);
  return meta?.store_version ?? null;
}

/** Whether there is a store at a path and it is of another version, and then of which (null: it does not say). */
export async function findOutdatedStore(storePath: string): Promise<{ readonly version: number | null } | null> {
  if (!existsSync(storePath)) return null;
  const db = await openNodeDatabase(storePath, { readOnly: true });
  try {
    const version = await queryStoreVersion(db);
    return version === storeVersion ? null : { version };
  } finally {
    await db.close();
  }
}

/** @throws {IngestError} F120 when the store at a path is of another version */
export async function requireStoreVersion(storePath: string): Promise<void> {
  const outdated = await findOutdatedStore(storePath);
  if (outdated) throw versionError(storePath, outdated.version);
}

export const versionError = (storePath: string, version: number | null) =>
  new IngestError("F120", `${storePath}: ${version ?? "?"} ≠ ${storeVersion}`);
