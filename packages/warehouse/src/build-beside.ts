import { access, mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { uptime } from "node:os";
import { basename, dirname, join } from "node:path";
import { putInPlace } from "./put-in-place.ts";

/**
 * Lets `build` write a new file beside `path`, then puts it in place of the old one in a single step: whoever reads `path` sees the
 * old file or the new one, also after a crash. `build` must have closed the file, so that no write-ahead log is left.
 * When `build` fails, `path` is as it was and the new file is gone. Files left by a process that was killed are removed on the next run.
 */
export async function buildBeside<T>(path: string, build: (temporaryPath: string) => Promise<T>): Promise<T> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await removeAbandoned(path);
  const temporary = `${path}.building-${process.pid}`;
  try {
    const result = await build(temporary);
    if (await exists(`${temporary}.wal`)) throw new Error(`${temporary} was not checkpointed and closed before it was put in place`);
    await putInPlace(temporary, path);
    return result;
  } catch (failure) {
    await removeDatabase(temporary);
    throw failure;
  }
}

/** A file as a whole: whoever reads it, and whatever happens meanwhile, finds the old content or the new one. */
export function writeBeside(path: string, content: string | Uint8Array): Promise<void> {
  return buildBeside(path, (temporary) => writeFile(temporary, content));
}

async function removeAbandoned(path: string): Promise<void> {
  const prefix = `${basename(path)}.building-`;
  for (const name of await readdir(dirname(path))) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (!(pid > 0)) continue;
    const leftover = join(dirname(path), name);
    if (pid === process.pid || !isAlive(pid) || (await isFromBeforeBoot(leftover))) await rm(leftover, { recursive: true, force: true });
  }
}

/** Process numbers are given out anew after a restart: what was last written before it belongs to nobody who is alive. */
async function isFromBeforeBoot(path: string): Promise<boolean> {
  const bootedAt = Date.now() - uptime() * 1000;
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs < bootedAt,
    () => false,
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (failure) {
    return (failure as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function removeDatabase(path: string): Promise<void> {
  for (const each of [path, `${path}.wal`, `${path}.tmp`]) await rm(each, { recursive: true, force: true });
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
