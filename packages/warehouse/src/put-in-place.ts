import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Puts a finished file in place of another in a single step that also survives a power cut: its bytes reach the disk first, then its
 * new name does. On Windows a reader that has the old file open stands in the way; it is waited for a while.
 */
export async function putInPlace(finished: string, path: string): Promise<void> {
  await flush(finished);
  await renameOver(finished, path);
  await flushFolder(dirname(path));
}

/** Makes a file's bytes reach the disk. */
export async function flush(path: string): Promise<void> {
  // Windows flushes only what was opened for writing.
  const handle = await open(path, process.platform === "win32" ? "r+" : "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Windows has no such thing: there a rename is in the journal when it returns. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform !== "win32") await flush(folder);
}

const patienceMs = 10_000;
const pauseMs = 100;

async function renameOver(from: string, to: string): Promise<void> {
  for (let waited = 0; ; waited += pauseMs) {
    try {
      return await rename(from, to);
    } catch (cause) {
      const isHeld = process.platform === "win32" && ["EPERM", "EACCES", "EBUSY"].includes((cause as NodeJS.ErrnoException).code ?? "");
      if (!isHeld || waited >= patienceMs) throw cause;
      await pause(pauseMs);
    }
  }
}
