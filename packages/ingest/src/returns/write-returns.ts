import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeBeside } from "@mingchuang/warehouse/build-beside";
import type { NodeDatabase } from "@mingchuang/warehouse/node";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { allowedTexts } from "../allowed-texts.ts";
import { contractOf } from "../contracts/catalogue.ts";
import type { SchemeCodes } from "../scheme-codes.ts";
import { annotateWorkbook } from "./annotate-workbook.ts";
import { parseCell } from "./cell-place.ts";
import type { ReturnedProblem } from "./problem-text.ts";
import { rejectedRowsWorkbook } from "./rejected-rows.ts";

export interface ReturnOptions {
  readonly storePath: string;
  /** The folder that was ingested. */
  readonly folder: string;
  /** Where the copies go, each under the path of its file. */
  readonly returnedFolder: string;
  readonly codes: SchemeCodes;
}

/** A copy of a file for whoever handed it in. */
export interface ReturnedCopy {
  /** The file's path in the folder, and the copy's among the returned ones. */
  readonly path: string;
  readonly copy: string;
  readonly rejected: number;
  readonly warnings: number;
  /** `workbook`: the original, annotated. `rows`: its rejected rows alone. */
  readonly form: "workbook" | "rows";
}

/** Raised when copies are to be written anew although nothing in the store changed. */
const writerVersion = 1;
/** Rows that are no data: nothing needs to be done about them, so that they alone are no reason for a copy. */
const noData = ["D209", "D210", "D216"];
const index = ".copies.json";

/**
 * Writes, for every file in force that has rejected rows or warnings, a copy to be corrected and handed in again. Copies of earlier loads
 * that are no longer right are removed; one that still is stays as it is, with whatever somebody has corrected in it meanwhile.
 */
export async function writeReturns(options: ReturnOptions): Promise<ReturnedCopy[]> {
  const { storePath, returnedFolder } = options;
  const known = await readIndex(returnedFolder);
  const written = new Map<string, IndexEntry>();
  const db = await openNodeDatabase(storePath, { readOnly: true });
  try {
    const files = await queryFiles(db);
    const originals = new Set(files.map(({ path }) => path));
    const taken = (copy: string) => originals.has(copy) || [...written.values()].some((each) => each.copy === copy);
    for (const file of files) {
      const digest = createHash("sha256").update(`${writerVersion}\n${file.file_id}\n${file.digest}`).digest("hex");
      const before = known.get(file.path);
      const isOwn = before && (before.copy === file.path || !taken(before.copy));
      const isThere = isOwn && before.digest === digest && existsSync(join(returnedFolder, before.copy));
      const made = isThere ? before : { ...(await writeCopy(db, file, options, taken)), digest };
      written.set(file.path, { ...made, rejected: file.rejected, warnings: file.warnings });
    }
  } finally {
    await db.close();
  }
  const kept = new Set([...written.values()].map(({ copy }) => copy));
  for (const { copy } of known.values()) if (!kept.has(copy)) await removeCopy(returnedFolder, copy);
  if (written.size > 0 || known.size > 0) await writeIndex(returnedFolder, written);
  return [...written].map(([path, { copy, form, rejected, warnings }]) => ({ path, copy, form, rejected, warnings }));
}

type IndexEntry = Omit<ReturnedCopy, "path"> & { readonly digest: string };

async function readIndex(folder: string): Promise<Map<string, IndexEntry>> {
  const path = join(folder, index);
  if (!existsSync(path)) return new Map();
  return new Map(Object.entries(JSON.parse(await readFile(path, "utf8")) as Record<string, IndexEntry>));
}

async function writeIndex(folder: string, written: ReadonlyMap<string, IndexEntry>): Promise<void> {
  if (written.size === 0) {
    await rm(join(folder, index), { force: true });
    await rmdir(folder).catch(() => undefined);
    return;
  }
  await writeBeside(join(folder, index), `${JSON.stringify(Object.fromEntries(written), null, 2)}\n`);
}

async function removeCopy(folder: string, copy: string): Promise<void> {
  await rm(join(folder, copy), { force: true });
  for (let at = dirname(copy); at !== "." && at !== ""; at = dirname(at)) {
    if (!existsSync(join(folder, at)) || (await readdir(join(folder, at))).length > 0) return;
    await rmdir(join(folder, at));
  }
}

interface ProblemFile {
  readonly [column: string]: string | number;
  readonly file_id: string;
  readonly path: string;
  readonly sha256: string;
  readonly format: string;
  readonly rejected: number;
  readonly warnings: number;
  readonly digest: string;
}

/** Files in force with problems that need somebody, in the order of their paths. */
async function queryFiles(db: NodeDatabase): Promise<readonly ProblemFile[]> {
  const inert = noData.map((code) => `'${code}'`).join(", ");
  return db.query<ProblemFile>(`
    select file.file_id, file.path, file.sha256, file.format,
      count(distinct (sheet, row_no)) filter (where severity = 'rejected' and code not in (${inert}))::int as rejected,
      count(*) filter (where severity = 'warning')::int as warnings,
      md5(string_agg(concat_ws('|', sheet, row_no, cell, code, severity, value), chr(10) order by sheet, row_no, cell, code, value)) as digest
    from ingest_problem join ingest_file file using (file_id)
    where file.state = 'loaded' and file.replaced_by is null
    group by all
    having count(*) filter (where code not in (${inert})) > 0
    order by file.path`);
}

async function writeCopy(
  db: NodeDatabase,
  file: ProblemFile,
  { folder, returnedFolder, codes }: ReturnOptions,
  taken: (copy: string) => boolean,
) {
  const { problems, kinds } = await queryProblems(db, file, codes);
  const { path, rejected, warnings } = file;
  const summary = { path, rejected, warnings };
  const original = isWorkbook(file) ? await readUnchanged(join(folder, path), file.sha256) : null;
  const annotated = original && tryAnnotate(original, problems, summary);
  if (annotated) {
    await writeBeside(join(returnedFolder, path), annotated);
    return { copy: path, form: "workbook" as const };
  }
  const tableOf = (sheet: string) => (sheet === "" ? titleOf(kinds.get(sheet)) : sheet);
  // a copy that was handed in beside its file may have that very name
  let copy = `${path}.xlsx`;
  for (let number = 2; taken(copy); number += 1) copy = `${path}-${number}.xlsx`;
  await writeBeside(join(returnedFolder, copy), await rejectedRowsWorkbook(problems, summary, tableOf));
  return { copy, form: "rows" as const };
}

const isWorkbook = ({ format }: ProblemFile) => format === "xlsx" || format === "xlsm";

const titleOf = (kind: string | undefined) => (kind === undefined ? "退回的行" : contractOf(kind).title);

/** The file as it was loaded; null when it is gone or was changed since. */
async function readUnchanged(path: string, sha256: string): Promise<Uint8Array | null> {
  const bytes = await readFile(path).catch(() => null);
  return bytes && createHash("sha256").update(bytes).digest("hex") === sha256 ? bytes : null;
}

/** Null when the workbook is written in a way that cannot be annotated: its rows are then returned by themselves. */
function tryAnnotate(
  original: Uint8Array,
  problems: readonly ReturnedProblem[],
  summary: { readonly path: string; readonly rejected: number; readonly warnings: number },
): Uint8Array | null {
  try {
    return annotateWorkbook(original, problems, { ...summary, form: "workbook" });
  } catch {
    return null;
  }
}

interface ProblemRow {
  readonly [column: string]: string | number | null;
  readonly sheet: string;
  readonly row_no: number;
  readonly cell: string;
  readonly field: string | null;
  readonly header: string | null;
  readonly kind: string | null;
  readonly value: string | null;
  readonly code: string;
  readonly severity: "rejected" | "warning";
  readonly row_text: string | null;
}

/** A record that could not be split into cells stands in the store as its one text; null for a row with cells. */
function malformedText(rowText: string | null): string | null {
  return rowText?.startsWith("[") ? (JSON.parse(rowText) as unknown[]).map(String).join("") : null;
}

async function queryProblems(db: NodeDatabase, file: ProblemFile, codes: SchemeCodes) {
  const rows = await db.query<ProblemRow>(
    `with read as (select sheet, field, any_value(header) as header, any_value(kind) as kind from ingest_column where file_id = $1 group by all),
      tables as (select sheet, any_value(kind) as kind from ingest_table where file_id = $1 and kind is not null group by all)
    select problem.sheet, row_no, cell, field, header, coalesce(read.kind, tables.kind) as kind, value, code, severity, row_text
    from ingest_problem problem left join read using (sheet, field) left join tables on tables.sheet = problem.sheet
    where file_id = $1
    order by problem.sheet, row_no, cell, code, value`,
    [file.file_id],
  );
  const kinds = new Map(rows.flatMap(({ sheet, kind }) => (kind === null ? [] : [[sheet, kind] as const])));
  const problems = rows.map(({ sheet, row_no, cell, field, header, kind, value, code, severity, row_text }): ReturnedProblem => {
    const contract = kind === null ? undefined : contractOf(kind);
    return {
      target: parseCell(cell) ? { sheet, cell } : null,
      sheet,
      rowNo: row_no,
      cell,
      header: header ?? contract?.fields.find(({ name }) => name === field)?.header ?? null,
      value: [value, malformedText(row_text)].filter((text) => text !== null).join(": ") || null,
      code,
      severity: noData.includes(code) ? "notice" : severity,
      rowText: row_text,
      allowed: contract && code === "D206" && field !== null ? allowedTexts(contract, field, codes) : [],
    };
  });
  return { problems, kinds };
}
