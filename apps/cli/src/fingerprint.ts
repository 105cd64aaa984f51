import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
import { repository } from "./workspace.ts";

export interface FingerprintOptions {
  /** Whether a file counts; its path is relative to the folder given, with `/`. */
  readonly counts?: (path: string) => boolean;
}

/**
 * One hash over the names and contents of files and folders, in a fixed order. It changes when any file that counts is changed, added,
 * removed or renamed, and with nothing else: neither with times nor with the place of the repository. A path that does not exist counts
 * as absent, which differs from empty.
 */
export async function fingerprint(paths: readonly string[], { counts = () => true }: FingerprintOptions = {}): Promise<string> {
  const hash = createHash("sha256");
  for (const [position, path] of paths.entries()) {
    const found = await stat(path).catch(() => null);
    hash.update(`\0${position}:${found === null ? "absent" : found.isDirectory() ? "folder" : "file"}\0`);
    if (found?.isDirectory()) await addFolder(hash, path, counts);
    else if (found) await addFile(hash, path);
  }
  return hash.digest("hex");
}

/** What packages of ours do, as a fingerprint: their code without tests, their models and checks. */
export const codeOf = (...packages: readonly string[]): Promise<string> =>
  fingerprint(
    packages.flatMap((name) => ["src", "models", "checks"].map((part) => join(repository, "packages", name, part))),
    { counts: (path) => !/\.test\.ts$/.test(path) },
  );

async function addFolder(hash: Hash, folder: string, counts: (path: string) => boolean): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const named = files.map((file) => [relative(folder, file).split(sep).join("/"), file] as const).filter(([name]) => counts(name));
  for (const [name, file] of named.sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`\0${name}\0`);
    await addFile(hash, file);
  }
}

/** A file goes in as its own hash, so that where one ends and the next begins cannot be confused. */
async function addFile(hash: Hash, file: string): Promise<void> {
  const own = createHash("sha256");
  await pipeline(createReadStream(file), own);
  hash.update(own.digest());
}
