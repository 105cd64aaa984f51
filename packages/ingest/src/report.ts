import type { SqlRow } from "@mingchuang/warehouse/database";
import type { NodeDatabase } from "@mingchuang/warehouse/node";
import { allowedTexts } from "./allowed-texts.ts";
import { contractOf } from "./contracts/catalogue.ts";
import type { SkippedFile } from "./folder.ts";
import { groupBy } from "./group-by.ts";
import { nearestHeader } from "./nearest-header.ts";
import { type RowCounts, sumCounts } from "./row-counts.ts";
import type { SchemeCodes } from "./scheme-codes.ts";
import { literal } from "./sql-text.ts";

/** A column that was not used, and the header that the table lacks and this one may have been meant for. */
export interface IgnoredColumn {
  readonly header: string;
  readonly nearest: string | null;
}

export interface ReportedProblem {
  readonly sheet: string;
  readonly rowNo: number;
  readonly cell: string;
  readonly field: string | null;
  readonly value: string | null;
  readonly code: string;
  readonly severity: "rejected" | "warning";
  /** What the cell may say, where that is a list (D206). */
  readonly allowed: readonly string[];
}

export interface ReportedTable extends RowCounts {
  readonly sheet: string;
  /** Null for a sheet that was skipped; `note` then says why, and `rowsIn`, its rows that are not blank, is in no account. */
  readonly kind: string | null;
  readonly note: string | null;
  readonly ignored: readonly IgnoredColumn[];
}

export interface ReportedFile extends RowCounts {
  readonly path: string;
  readonly fileId: string;
  /** What this load did; `undone`: left out, because somebody undid this content of it; `gone`: in force from an earlier load, but no longer in the folder. Whether the file counts is told by `errorCode`: an unchanged file may be one refused before. */
  readonly state: "loaded" | "refused" | "unchanged" | "undone" | "gone";
  readonly format: string;
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly mapping: string | null;
  /** What was laid down for it, as JSON; null when everything was found out. */
  readonly laidDown: string | null;
  readonly errorCode: string | null;
  readonly errorDetail: string | null;
  readonly tables: readonly ReportedTable[];
  /** The first problems, and how many there are in all. */
  readonly problems: readonly ReportedProblem[];
  readonly problemCount: number;
}

/** What became of every file and row of a load. */
export interface IngestReport {
  readonly files: readonly ReportedFile[];
  readonly skipped: readonly SkippedFile[];
  readonly totals: RowCounts;
  /** False when the store stayed as it was. */
  readonly changed: boolean;
  readonly milliseconds: number;
  /** What was laid down and fits nothing this time: keys of `files:`, and names of the folder's own mappings. */
  readonly unused: { readonly overrides: readonly string[]; readonly mappings: readonly string[] };
}

export interface LoadOutcome {
  readonly states: ReadonlyMap<string, ReportedFile["state"]>;
  readonly skipped: readonly SkippedFile[];
  readonly changed: boolean;
  readonly milliseconds: number;
}

/** Problems kept in the report of one file; all of them are in `ingest_problem`. */
const reportedProblems = 1000;

/** Reads the account of the files of a load from the store. */
export async function readReport(
  db: NodeDatabase,
  { states, ...rest }: LoadOutcome,
  codes: SchemeCodes,
): Promise<Omit<IngestReport, "unused">> {
  const stored = await queryFiles(db, [...states.keys()]);
  const ids = [...stored.values()].map(({ file_id }) => file_id);
  const tables = groupBy(await queryTables(db, ids), ({ file_id }) => file_id);
  const problems = groupBy(await queryProblems(db, ids), ({ fileId }) => fileId);
  const files = [...states].map(([path, state]) => {
    const file = stored.get(path);
    if (!file) throw new Error(`${path} is not in the store`);
    return reportFile(file, { state, tables: tables.get(file.file_id) ?? [], problems: problems.get(file.file_id) ?? [], codes });
  });
  return { files, ...rest, totals: sumCounts(files) };
}

interface FileRow {
  readonly [column: string]: string | null;
  readonly path: string;
  readonly file_id: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly mapping: string | null;
  readonly laid_down: string | null;
  readonly error_code: string | null;
  readonly error_detail: string | null;
}

interface TableRow extends SqlRow {
  readonly file_id: string;
  readonly sheet: string;
  readonly kind: string | null;
  readonly note: string | null;
  readonly ignored_columns: string | null;
  readonly absent_columns: string | null;
  readonly rowsIn: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly superseded: number;
}

function reportTable({
  ignored_columns,
  absent_columns,
  sheet,
  kind,
  note,
  rowsIn,
  accepted,
  rejected,
  superseded,
}: TableRow): ReportedTable {
  const absent = absent_columns?.split("、") ?? [];
  const ignored = (ignored_columns?.split("、") ?? []).map((header) => {
    return { header, nearest: kind === null ? null : nearestHeader(header, contractOf(kind), absent) };
  });
  return { sheet, kind, note, ignored, rowsIn, accepted, rejected, superseded };
}

const allowedFor = ({ code, field }: Omit<ReportedProblem, "allowed">, kind: string | null, codes: SchemeCodes): readonly string[] =>
  code === "D206" && kind !== null && field !== null ? allowedTexts(contractOf(kind), field, codes) : [];

interface ProblemRow extends Omit<ReportedProblem, "allowed"> {
  readonly fileId: string;
  /** How many its file has in all. */
  readonly inAll: number;
}

const oneOf = (texts: readonly string[]) => `in (${texts.length === 0 ? "null" : texts.map(literal).join(", ")})`;

/** The version of each document that is in force, or else the latest. */
async function queryFiles(db: NodeDatabase, paths: readonly string[]): Promise<ReadonlyMap<string, FileRow>> {
  const rows = await db.query<FileRow>(
    `select path, file_id, format, encoding, separator, mapping, laid_down, error_code, error_detail from ingest_file where path ${oneOf(paths)}
    qualify row_number() over (partition by path order by replaced_by is null desc, seq desc) = 1`,
  );
  return new Map(rows.map((row) => [row.path, row]));
}

function queryTables(db: NodeDatabase, fileIds: readonly string[]): Promise<readonly TableRow[]> {
  return db.query<TableRow>(
    `select t.file_id, t.sheet, t.kind, t.note, t.ignored_columns, t.absent_columns, t.rows_in as "rowsIn", coalesce(a.accepted, 0) as accepted,
      coalesce(a.rejected, 0) as rejected, coalesce(a.superseded, 0) as superseded
    from ingest_table t left join ingest_account a on a.file_id = t.file_id and a.sheet = t.sheet and a.kind = t.kind
    where t.file_id ${oneOf(fileIds)} order by t.file_id, t.sheet, t.kind`,
  );
}

/** The first problems of each file. */
async function queryProblems(db: NodeDatabase, fileIds: readonly string[]): Promise<readonly ProblemRow[]> {
  const rows = await db.query(
    `select file_id as "fileId", sheet, row_no as "rowNo", cell, field, value, code, severity, count(*) over (partition by file_id) as "inAll"
    from ingest_problem where file_id ${oneOf(fileIds)}
    qualify row_number() over (partition by file_id order by sheet, row_no, cell, code) <= ${reportedProblems}
    order by file_id, sheet, row_no, cell, code`,
  );
  return rows as readonly unknown[] as readonly ProblemRow[];
}

interface OfFile {
  readonly state: ReportedFile["state"];
  readonly tables: readonly TableRow[];
  readonly problems: readonly ProblemRow[];
  readonly codes: SchemeCodes;
}

function reportFile(file: FileRow, { state, tables, problems, codes }: OfFile): ReportedFile {
  const kindOf = new Map(tables.map(({ sheet, kind }) => [sheet, kind]));
  return {
    path: file.path,
    state,
    fileId: file.file_id,
    format: file.format,
    encoding: file.encoding,
    separator: file.separator,
    mapping: file.mapping,
    laidDown: file.laid_down,
    errorCode: file.error_code,
    errorDetail: file.error_detail,
    tables: tables.map(reportTable),
    problems: problems.map(({ fileId: _fileId, inAll: _inAll, ...problem }) => {
      return { ...problem, allowed: allowedFor(problem, kindOf.get(problem.sheet) ?? null, codes) };
    }),
    problemCount: problems[0]?.inAll ?? 0,
    ...sumCounts(tables.filter(({ kind }) => kind !== null)),
  };
}
