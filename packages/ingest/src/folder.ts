import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { open, readdir, realpath, stat } from "node:fs/promises";
import { basename, extname, join, relative, sep } from "node:path";
import { IngestError, type IngestErrorCode } from "./errors.ts";
import { ownMappings } from "./mapping.ts";
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
 * All files of a folder, sorted by path, a file before those that add to its name (`a.csv` before `a.csv.xlsx`), and those that are
 * called corrections (`更正-a.csv`) after all others, so that these come later in the order of loading also where everything is loaded at
 * once. Hidden files and the lock files of office programs do not count; files of other formats, what is no file (a pipe, a device),
 * links that lead out of the folder, and folders within it that are a set of data by themselves are named as skipped.
 *
 * @throws {IngestError} F164 when the folder cannot be listed
 */
export async function listFolder(folder: string): Promise<{ readonly files: FolderFile[]; readonly skipped: SkippedFile[] }> {
  await requireFolder(folder);
  const root = await realpath(folder);
  const files: FolderFile[] = [];
  const skipped: SkippedFile[] = [];
  const visit = async (directory: string): Promise<void> => {
    for (const entry of await readdir(directory, { withFileTypes: true })) {
      if (/^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i.test(entry.name)) continue;
      const absolutePath = join(directory, entry.name);
      const path = relative(root, absolutePath).split(sep).join("/").normalize("NFC");
      if (path.startsWith(`${ownMappings}/`) && /^[^/]+\.ya?ml$/.test(path.slice(ownMappings.length + 1))) continue;
      if (entry.isSymbolicLink() && !(await staysWithin(root, absolutePath))) {
        skipped.push({ path, code: "F111" });
        continue;
      }
      if (entry.isDirectory() && (await isFile(join(absolutePath, folderSettings)))) skipped.push({ path, code: "F125" });
      else if (entry.isDirectory()) await visit(absolutePath);
      else if (!entry.isFile() && !entry.isSymbolicLink()) skipped.push({ path, code: "F162" });
      else if (isDataFile(path)) files.push({ path, absolutePath });
      else skipped.push({ path, code: "F104" });
    }
  };
  await visit(root);
  const stem = (path: string) => path.slice(0, path.length - extname(path).length);
  const byPath = (a: { path: string }, b: { path: string }) => {
    if (isCorrection(a.path) !== isCorrection(b.path)) return isCorrection(a.path) ? 1 : -1;
    const [one, two] = stem(a.path) === stem(b.path) ? [a.path, b.path] : [stem(a.path), stem(b.path)];
    return one < two ? -1 : 1;
  };
  // Two spellings of one name (é as one character or as two) are one document: only one file can be it.
  files.sort((a, b) => (a.absolutePath < b.absolutePath ? -1 : 1));
  const unlike = new Map<string, FolderFile>();
  for (const file of files) {
    if (unlike.has(file.path)) skipped.push({ path: file.path, code: "F163" });
    else unlike.set(file.path, file);
  }
  return { files: [...unlike.values()].sort(byPath), skipped: skipped.sort(byPath) };
}

/** What somebody calls a file of corrections: it comes after all others, since a later row counts. */
const isCorrection = (path: string) => /更正|订正|修正|补正|勘误|\bcorrect(ed|ions?)\b/i.test(basename(path));

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

/** @throws {IngestError} F164 when a folder is no longer there, so that not each of its files is told as unreadable */
export async function requireFolder(folder: string): Promise<void> {
  await readdir(folder).catch((cause: unknown) => {
    throw new IngestError("F164", folder, cause);
  });
}

/** A file's content as its SHA-256, with its size. A pipe or a device that came in place of the file is not waited for. */
export async function fingerprint(path: string): Promise<{ readonly sha256: string; readonly bytes: number }> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!(await file.stat()).isFile()) throw new IngestError("F162", path);
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const chunk of file.createReadStream({ highWaterMark: 1 << 22, autoClose: false })) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
    return { sha256: hash.digest("hex"), bytes };
  } finally {
    await file.close();
  }
}

/** Faults of the machine, not of the file that was about to be read: they stop the load. */
const faultsOfTheMachine = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EROFS", "EMFILE", "ENFILE", "ENOMEM"]);

/** Whether the operating system refused to open or read a file. */
export function isFileFault(cause: unknown): boolean {
  return cause instanceof Error && "syscall" in cause && "code" in cause && !faultsOfTheMachine.has(String(cause.code));
}
