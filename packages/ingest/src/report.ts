import type { NodeDatabase } from "@mingchuang/warehouse/node";
import type { SkippedFile } from "./folder.ts";

/** The account of some rows: `rowsIn = accepted + rejected + superseded`. */
export interface RowCounts {
  readonly rowsIn: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly superseded: number;
}

export interface ReportedProblem {
  readonly sheet: string;
  readonly rowNo: number;
  readonly cell: string;
  readonly field: string | null;
  readonly value: string | null;
  readonly code: string;
  readonly severity: "rejected" | "warning";
}

export interface ReportedTable extends RowCounts {
  readonly sheet: string;
  /** Null for a sheet that was skipped; `note` then says why. */
  readonly kind: string | null;
  readonly note: string | null;
  readonly ignoredColumns: string | null;
}

export interface ReportedFile extends RowCounts {
  readonly path: string;
  readonly fileId: string;
  readonly state: "loaded" | "refused" | "unchanged";
  readonly format: string;
  readonly encoding: string | null;
  readonly mapping: string | null;
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
export async function readReport(db: NodeDatabase, { states, ...rest }: LoadOutcome): Promise<IngestReport> {
  const files: ReportedFile[] = [];
  for (const [path, state] of states) files.push(await readFileReport(db, path, state));
  return { files, ...rest, totals: sumCounts(files) };
}

export function sumCounts(counts: readonly RowCounts[]): RowCounts {
  const sum = (name: keyof RowCounts) => counts.reduce((total, each) => total + each[name], 0);
  return { rowsIn: sum("rowsIn"), accepted: sum("accepted"), rejected: sum("rejected"), superseded: sum("superseded") };
}

interface FileRow {
  readonly [column: string]: string | null;
  readonly file_id: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly mapping: string | null;
  readonly error_code: string | null;
  readonly error_detail: string | null;
}

async function readFileReport(db: NodeDatabase, path: string, state: ReportedFile["state"]): Promise<ReportedFile> {
  const [file] = await db.query<FileRow>(
    "select file_id, format, encoding, mapping, error_code, error_detail from ingest_file where path = $1 order by seq desc limit 1",
    [path],
  );
  if (!file) throw new Error(`${path} is not in the store`);
  const tables = (await db.query(
    `select t.sheet, t.kind, t.note, t.ignored_columns as "ignoredColumns", t.rows_in as "rowsIn", coalesce(a.accepted, 0) as accepted,
      coalesce(a.rejected, 0) as rejected, coalesce(a.superseded, 0) as superseded
    from ingest_table t left join ingest_account a on a.file_id = t.file_id and a.sheet = t.sheet and a.kind = t.kind
    where t.file_id = $1 order by t.sheet, t.kind`,
    [file.file_id],
  )) as unknown as ReportedTable[];
  const problems = (await db.query(
    `select sheet, row_no as "rowNo", cell, field, value, code, severity from ingest_problem where file_id = $1
    order by sheet, row_no, cell, code limit ${reportedProblems}`,
    [file.file_id],
  )) as unknown as ReportedProblem[];
  const [count] = await db.query<{ n: number }>("select count(*) as n from ingest_problem where file_id = $1", [file.file_id]);
  return {
    path,
    state,
    fileId: file.file_id,
    format: file.format,
    encoding: file.encoding,
    mapping: file.mapping,
    errorCode: file.error_code,
    errorDetail: file.error_detail,
    tables,
    problems,
    problemCount: count?.n ?? 0,
    ...sumCounts(tables),
  };
}
