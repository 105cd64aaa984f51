import { access, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

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
    await flush(temporary);
    await rename(temporary, path);
    await flush(folder);
    return result;
  } catch (failure) {
    await removeDatabase(temporary);
    throw failure;
  }
}

async function removeAbandoned(path: string): Promise<void> {
  const prefix = `${basename(path)}.building-`;
  for (const name of await readdir(dirname(path))) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (pid === process.pid || (pid > 0 && !isAlive(pid))) await rm(join(dirname(path), name), { force: true });
  }
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
  await rm(path, { force: true });
  await rm(`${path}.wal`, { force: true });
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
