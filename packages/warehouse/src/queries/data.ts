import type { Database } from "../database.ts";
import { registeredMonths } from "./registered-months.ts";

/** One version of a document that was handed in. What a profile withholds is null. */
export type FileVersion = {
  readonly file_id: string;
  readonly path: string | null;
  readonly format: string;
  readonly encoding: string | null;
  readonly mapping: string | null;
  readonly bytes: number | null;
  readonly seq: number | null;
  readonly state: "loaded" | "refused";
  readonly error_code: string | null;
  readonly error_detail: string | null;
  /** The version that took its place, `undone` or `ignored`, or null: in force. */
  readonly replaced_by: string | null;
  readonly replaced_by_path: string | null;
  /** Kinds of its tables, separated by spaces. */
  readonly kinds: string | null;
  readonly rows_in: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly superseded: number;
  readonly warnings: number;
  /** China time; null where the profile withholds it. */
  readonly loaded_at: string | null;
};

/** Every version of every document, in the order in which they were read. */
export function queryFileVersions(db: Database): Promise<readonly FileVersion[]> {
  return db.query<FileVersion>(`
    with
      kind as (
        select file_id, string_agg(distinct kind, ' ' order by kind) as kinds from mart_table where kind is not null group by file_id
      ),
      loaded as (select file_id, strftime(max(happened_at), '%Y-%m-%d %H:%M') as loaded_at from mart_event where action = 'loaded' group by file_id),
      warning as (select file_id, count(*)::int as warnings from mart_problem where severity = 'warning' group by file_id)
    select f.file_id, f.path, f.format, f.encoding, f.mapping, f.bytes::bigint as bytes, f.seq::int as seq, f.state, f.error_code, f.error_detail,
      f.replaced_by, newer.path as replaced_by_path, kind.kinds, f.rows_in::int as rows_in, f.accepted::int as accepted,
      f.rejected::int as rejected, f.superseded::int as superseded, coalesce(warning.warnings, 0)::int as warnings, loaded.loaded_at
    from mart_file f
    left join mart_file newer on newer.file_id = f.replaced_by
    left join kind on kind.file_id = f.file_id
    left join warning on warning.file_id = f.file_id
    left join loaded on loaded.file_id = f.file_id
    order by f.seq, f.file_id`);
}

/** A table (sheet) of a file; one without a kind was skipped, for the reason in `note`. */
export type FileTable = {
  readonly sheet: string | null;
  readonly kind: string | null;
  readonly header_row: number | null;
  readonly rows_in: number;
  readonly accepted: number | null;
  readonly rejected: number;
  readonly superseded: number | null;
  readonly note: string | null;
  readonly ignored_columns: string | null;
  readonly absent_columns: string | null;
};

export function queryFileTables(db: Database, { fileId }: { fileId: string }): Promise<readonly FileTable[]> {
  return db.query<FileTable>(
    `
    select sheet, kind, header_row::int as header_row, rows_in::int as rows_in, accepted::int as accepted, rejected::int as rejected,
      superseded::int as superseded, note, ignored_columns, absent_columns
    from mart_table
    where file_id = $1
    order by kind is null, sheet, kind`,
    [fileId],
  );
}

/** How many problems of one code a file in force has. */
export type ProblemCount = {
  readonly file_id: string;
  readonly path: string | null;
  readonly code: string;
  readonly severity: "rejected" | "warning";
  readonly problems: number;
};

const inForce = "select file_id from mart_file where replaced_by is null";

export function queryProblemCounts(db: Database): Promise<readonly ProblemCount[]> {
  return db.query<ProblemCount>(`
    select file_id, min(path) as path, code, severity, count(*)::int as problems
    from mart_problem
    where file_id in (${inForce})
    group by file_id, code, severity
    order by path, file_id, code, severity`);
}

/** One cell of the quarantine: where it stands, what is in it and what is wrong with it. */
export type Problem = {
  readonly file_id: string;
  readonly path: string | null;
  readonly sheet: string | null;
  readonly row_no: number | null;
  readonly cell: string | null;
  readonly field: string | null;
  /** The header over the field, as the file has it; null when the file has no such column. */
  readonly header: string | null;
  readonly value: string | null;
  readonly code: string;
  readonly severity: "rejected" | "warning";
  /** The whole row as it was handed in, as JSON: header → text. */
  readonly row_text: string | null;
};

export interface ProblemFilter {
  /** Empty: all. */
  readonly fileIds: readonly string[];
  readonly codes: readonly string[];
  readonly severities: readonly string[];
  /** Null: all of them. */
  readonly limit: number | null;
}

/** The problems of files in force, or of the files that are asked for; rejected rows before warnings, then as they stand in the files. */
export function queryProblems(db: Database, { fileIds, codes, severities, limit }: ProblemFilter): Promise<readonly Problem[]> {
  const parameters: (string | number)[] = [];
  const among = (column: string, values: readonly string[]) => {
    const places = values.map((value) => `$${parameters.push(value)}`);
    return `${column} in (${places.join(", ")})`;
  };
  const conditions = [
    fileIds.length > 0 ? among("file_id", fileIds) : `file_id in (${inForce})`,
    ...(codes.length > 0 ? [among("code", codes)] : []),
    ...(severities.length > 0 ? [among("severity", severities)] : []),
  ];
  const rows = limit === null ? "" : `limit $${parameters.push(limit)}`;
  return db.query<Problem>(
    `
    select file_id, path, sheet, row_no::int as row_no, cell, field, value, code, severity, row_text,
      (
        select min(c.header) from mart_column c
        where c.file_id = mart_problem.file_id and c.sheet is not distinct from mart_problem.sheet and c.field = mart_problem.field
      ) as header
    from mart_problem
    where ${conditions.join(" and ")}
    order by severity = 'warning', path, file_id, sheet, row_no, cell, code
    ${rows}`,
    parameters,
  );
}

/** A check that was run over all data; `violations` is how many things it found. */
export type CheckRow = {
  readonly name: string;
  readonly zh: string;
  readonly en: string;
  readonly severity: "error" | "warning";
  readonly violations: number;
};

export function queryChecks(db: Database): Promise<readonly CheckRow[]> {
  return db.query<CheckRow>(`
    select name, zh, en, severity, violations::int as violations
    from mart_check
    order by violations = 0, severity, violations desc, name`);
}

export type ViolationRow = {
  readonly what: string;
  readonly detail: string;
  readonly file_id: string | null;
  readonly path: string | null;
  readonly sheet: string | null;
  readonly row_no: number | null;
};

/** What a check found, as many of them as are kept. */
export function queryViolations(db: Database, { name }: { name: string }): Promise<readonly ViolationRow[]> {
  return db.query<ViolationRow>(
    `
    select v.what, v.detail, v.file_id, f.path, v.sheet, v.row_no::int as row_no
    from mart_violation v
    left join mart_file f on f.file_id = v.file_id
    where v.name = $1
    order by v.what, v.detail, v.file_id, v.row_no`,
    [name],
  );
}

/** How far the data reach. Days and months are those of the newest record of each kind; null when there is none. */
export type Freshness = {
  readonly latest_month: string | null;
  readonly latest_bad_review: string | null;
  readonly latest_complaint: string | null;
  readonly store_hash: string | null;
  readonly evaluated_at: string | null;
};

export async function queryFreshness(db: Database): Promise<Freshness | null> {
  const [row] = await db.query<Freshness>(`
    select
      (select strftime(max(month), '%Y-%m') from (${registeredMonths}) where cases is not null or active_reviews is not null) as latest_month,
      (select strftime(max(rated_on), '%Y-%m-%d') from mart_bad_review) as latest_bad_review,
      (select strftime(max(received_on), '%Y-%m-%d') from mart_complaint) as latest_complaint,
      (select max(store_hash) from eval_run) as store_hash,
      (select max(evaluated_at) from eval_run) as evaluated_at`);
  return row ?? null;
}

/** Reviews handed in one by one: how many of a month a file has, of all windows. */
export type ReviewMonth = { readonly month: string; readonly files: number; readonly reviews: number };

export function queryReviewMonths(db: Database): Promise<readonly ReviewMonth[]> {
  return db.query<ReviewMonth>(`
    select strftime(month, '%Y-%m') as month, count(distinct file_id)::int as files, sum(reviews)::bigint as reviews
    from mart_review_month
    group by month
    order by month`);
}

/** Something that happened to a version of a document, with its four counts right after it. */
export type LedgerEvent = {
  readonly event_no: number;
  /** China time. */
  readonly happened_at: string | null;
  readonly action: string;
  readonly file_id: string;
  readonly path: string | null;
  readonly error_code: string | null;
  readonly rows_in: number | null;
  readonly accepted: number | null;
  readonly rejected: number | null;
  readonly superseded: number | null;
  /** Rows that began or ceased to count. */
  readonly row_count: number;
  readonly by_path: string | null;
};

/** What happened to the documents, the latest first, `limit` of them. */
export function queryLedgerEvents(db: Database, { limit }: { limit: number }): Promise<readonly LedgerEvent[]> {
  return db.query<LedgerEvent>(
    `
    select e.event_no::int as event_no, strftime(e.happened_at, '%Y-%m-%d %H:%M') as happened_at, e.action, e.file_id, e.path, e.error_code,
      e.rows_in::int as rows_in, e.accepted::int as accepted, e.rejected::int as rejected, e.superseded::int as superseded,
      e.row_count::int as row_count, f.path as by_path
    from mart_event e
    left join mart_file f on f.file_id = e.by_file_id
    order by e.event_no desc
    limit $1`,
    [limit],
  );
}
