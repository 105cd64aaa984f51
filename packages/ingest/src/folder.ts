import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { IngestErrorCode } from "./errors.ts";
import { isDataFile } from "./readers/open-file.ts";

/** A file of the folder that will be looked at; `path` is relative, with `/`. */
export interface FolderFile {
  readonly path: string;
  readonly absolutePath: string;
}

/** A file that is left out, and why. */
export interface SkippedFile {
  readonly path: string;
  readonly code: IngestErrorCode;
}

/** A folder with this file is a set of data by itself. */
const folderSettings = "workspace.yaml";

/**
 * All files of a folder, sorted by path. Hidden files and the lock files of office programs do not count; files of other formats,
 * links that lead out of the folder, and folders within it that are a set of data by themselves are named as skipped.
 */
export async function listFolder(folder: string): Promise<{ readonly files: FolderFile[]; readonly skipped: SkippedFile[] }> {
  const root = await realpath(folder);
  const files: FolderFile[] = [];
  const skipped: SkippedFile[] = [];
  const visit = async (directory: string): Promise<void> => {
    for (const entry of await readdir(directory, { withFileTypes: true })) {
      if (/^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i.test(entry.name)) continue;
      const absolutePath = join(directory, entry.name);
      const path = relative(root, absolutePath).split(sep).join("/").normalize("NFC");
      if (entry.isSymbolicLink() && !(await staysWithin(root, absolutePath))) {
        skipped.push({ path, code: "F111" });
        continue;
      }
      if (entry.isDirectory() && (await isFile(join(absolutePath, folderSettings)))) skipped.push({ path, code: "F125" });
      else if (entry.isDirectory()) await visit(absolutePath);
      else if (isDataFile(path) && (entry.isFile() || entry.isSymbolicLink())) files.push({ path, absolutePath });
      else skipped.push({ path, code: "F104" });
    }
  };
  await visit(root);
  const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
  return { files: files.sort(byPath), skipped: skipped.sort(byPath) };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

async function staysWithin(root: string, link: string): Promise<boolean> {
  try {
    const target = await realpath(link);
    return target.startsWith(root + sep) && (await stat(target)).isFile();
  } catch {
    return false;
  }
}

/** A file's content as its SHA-256, with the size and time that tell whether it changed since. */
export async function fingerprint(path: string): Promise<{ readonly sha256: string; readonly bytes: number; readonly modifiedMs: number }> {
  const { size, mtimeMs } = await stat(path);
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 22 })) hash.update(chunk as Buffer);
  return { sha256: hash.digest("hex"), bytes: size, modifiedMs: mtimeMs };
}

/** Whether the operating system refused to open or read a file. A full disk is no fault of the file: it stops the load. */
export function isFileFault(cause: unknown): boolean {
  return cause instanceof Error && "syscall" in cause && "code" in cause && cause.code !== "ENOSPC";
}
