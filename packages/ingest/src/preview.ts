import { constants, existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type IngestOptions, ingestFolder } from "./load.ts";
import type { IngestReport } from "./report.ts";
import { segmentFolder } from "./segments/segment-ledger.ts";
import { requireStoreVersion } from "./store-version.ts";

/**
 * Says what loading a folder would do, by doing it to a copy of the store that is then thrown away: the account is that of the load itself
 * because it is one. Nothing is written beside the store, which another import may be replacing meanwhile: the copy is of the old or the new one.
 *
 * @throws {IngestError} what `ingestFolder` throws
 */
export async function previewFolder(options: IngestOptions): Promise<IngestReport> {
  const temporary = await mkdtemp(join(tmpdir(), "mingchuang-dry-run-"));
  try {
    const storePath = join(temporary, "store.duckdb");
    if (existsSync(options.storePath)) {
      await requireStoreVersion(options.storePath);
      await copyFile(options.storePath, storePath, constants.COPYFILE_FICLONE);
      await borrowSegments(segmentFolder(options.storePath), segmentFolder(storePath));
    }
    return await ingestFolder({ ...options, storePath });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** Segments are never changed once they are written, so links to them will do; removing a link leaves what it points to. */
async function borrowSegments(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return;
  await mkdir(to);
  for (const name of await readdir(from)) {
    const segment = resolve(from, name);
    await symlink(segment, join(to, name)).catch((cause: NodeJS.ErrnoException) => {
      // Windows lets only some people make links
      if (cause.code !== "EPERM") throw cause;
      return copyFile(segment, join(to, name), constants.COPYFILE_FICLONE);
    });
  }
}
