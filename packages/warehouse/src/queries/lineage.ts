import type { Database, SqlValue } from "../database.ts";

/** A row that was handed in, with the file, sheet and row it stands in, what it says in figures, and what became of it. */
export interface SourceRow {
  readonly kind: string;
  readonly recordId: string | null;
  readonly graderId: string | null;
  /** Field → value as it was stored; points in hundredths. */
  readonly figures: Readonly<Record<string, SqlValue>>;
  readonly fileId: string;
  readonly path: string | null;
  /** `xlsx`, `csv`, … as the file was read. */
  readonly format: string | null;
  readonly sheet: string;
  readonly rowNo: number | null;
  /** The cell of the row's amount, where the store keeps it. */
  readonly cell: string | null;
  /** The file whose row took its place; its own file when it is an exact repeat; `undone` or `ignored` with its file; null: it counts. */
  readonly supersededBy: string | null;
  readonly supersededByPath: string | null;
}

type Flat = {
  readonly kind: string;
  readonly record_id: string | null;
  readonly grader_id: string | null;
  readonly figures: string | null;
  readonly file_id: string;
  readonly path: string | null;
  readonly format: string | null;
  readonly sheet: string | null;
  readonly row_no: number | null;
  readonly cell: string | null;
  readonly superseded_by: string | null;
  readonly superseded_by_path: string | null;
};

const rows = `
  select r.kind, r.record_id, r.grader_id, r.figures, r.file_id, f.path, f.format, r.sheet, r.row_no::int as row_no, r.cell, r.superseded_by,
    newer.path as superseded_by_path
  from mart_row r
  left join mart_file f on f.file_id = r.file_id
  left join mart_file newer on newer.file_id = r.superseded_by`;

const inOrder = "order by r.superseded_by is not null, r.record_id, f.seq, r.row_no, r.cell";

function sourceRow(flat: Flat): SourceRow {
  const { kind, record_id, grader_id, figures, file_id, path, format, sheet, row_no, cell, superseded_by, superseded_by_path } = flat;
  return {
    kind,
    recordId: record_id,
    graderId: grader_id,
    figures: figures === null ? {} : JSON.parse(figures),
    fileId: file_id,
    path,
    format,
    sheet: sheet ?? "",
    rowNo: row_no,
    cell,
    supersededBy: superseded_by,
    supersededByPath: superseded_by_path,
  };
}

async function queryRows(db: Database, where: string, parameters: readonly SqlValue[]): Promise<readonly SourceRow[]> {
  const found = await db.query<Flat>(`${rows}\n  where ${where}\n  ${inOrder}`, parameters);
  return found.map(sourceRow);
}

/** A row of a mart that says itself where it stands: the columns that are not figures, and the rest. */
type Placed = {
  readonly file_id: string;
  readonly path: string | null;
  readonly format: string | null;
  readonly sheet: string | null;
  readonly row_no: number | null;
};

function placedRow(
  kind: string,
  recordId: string,
  { file_id, path, format, sheet, row_no, ...figures }: Placed & Record<string, SqlValue>,
): SourceRow {
  const lineage = { kind, recordId, graderId: null, fileId: file_id, path, format, sheet: sheet ?? "", rowNo: row_no, cell: null };
  return { ...lineage, figures, supersededBy: null, supersededByPath: null };
}

const counts = ["cases", "active_reviews", "default_reviews", "level_5", "level_4", "level_3", "level_2", "level_1", "good", "bad"];

/** The rows behind the counts of a window in a month (`YYYY-MM`): the one that counts, or those that add up, then those that were superseded. */
export async function queryMonthSource(
  db: Database,
  { windowId, month }: { windowId: string; month: string },
): Promise<readonly SourceRow[]> {
  const [sole] = await db.query<Placed & { readonly counted_from: string }>(
    `
    select m.counted_from, ${counts.map((field) => `m.${field}::int as ${field}`).join(", ")}, m.file_id, f.path, f.format, m.sheet, m.row_no::int as row_no
    from mart_window_month m
    left join mart_file f on f.file_id = m.file_id
    where m.window_id = $1 and strftime(m.month, '%Y-%m') = $2`,
    [windowId, month],
  );
  const ofReviews = sole?.counted_from === "reviews";
  const others = await queryRows(db, "r.kind = 'review_counts' and r.subject_id = $1 and left(r.record_id, 7) = $2", [windowId, month]);
  if (sole === undefined) return others;
  const { counted_from: _, ...placed } = sole;
  if (placed.file_id !== null) return [placedRow(ofReviews ? "reviews" : "review_counts", month, placed), ...others];
  return [...(ofReviews ? await queryReviewFiles(db, month) : []), ...others];
}

/** The files whose reviews make a month that several files have reviews of, each with how many it has of all windows. */
async function queryReviewFiles(db: Database, month: string): Promise<readonly SourceRow[]> {
  const files = await db.query<Placed & { readonly reviews: number }>(
    `
    select r.reviews::int as reviews, r.file_id, f.path, f.format, r.sheet, null::int as row_no
    from mart_review_month r
    left join mart_file f on f.file_id = r.file_id
    where strftime(r.month, '%Y-%m') = $1
    order by f.seq, r.sheet`,
    [month],
  );
  return files.map((file) => placedRow("reviews", month, file));
}

const records: Readonly<Record<string, { readonly table: string; readonly id: string; readonly figures: readonly string[] }>> = {
  bad_reviews: {
    table: "mart_bad_review",
    id: "review_id",
    figures: [
      ...["strftime(rated_on, '%Y-%m-%d') as rated_at", "level::int as level", "cause", "strftime(visited_at, '%Y-%m-%d') as visited_at"],
      ...["strftime(appealed_at, '%Y-%m-%d') as appealed_at", "appeal_result", "strftime(rectified_at, '%Y-%m-%d') as rectified_at"],
      "follow_up_level::int as follow_up_level",
    ],
  },
  complaints: {
    table: "mart_complaint",
    id: "complaint_id",
    figures: [
      ...[
        "strftime(received_on, '%Y-%m-%d') as received_at",
        "nature",
        "cast(verified as varchar) as verified",
        "due_to_service",
        "satisfied",
      ],
      "strftime(closed_on, '%Y-%m-%d') as closed_at",
    ],
  },
};

/** One record by its number, of a kind that has numbers, with the versions of it that were superseded. */
export async function queryRecordSource(
  db: Database,
  { kind, recordId }: { kind: string; recordId: string },
): Promise<readonly SourceRow[]> {
  const mart = records[kind];
  const current =
    mart === undefined
      ? []
      : await db.query<Placed>(
          `
          select ${mart.figures.join(", ")}, r.file_id, f.path, f.format, r.sheet, r.row_no::int as row_no
          from ${mart.table} r
          left join mart_file f on f.file_id = r.file_id
          where r.${mart.id} = $1`,
          [recordId],
        );
  const others = await queryRows(db, "r.kind = $1 and r.record_id = $2", [kind, recordId]);
  return [...current.map((row) => placedRow(kind, recordId, row)), ...others];
}

/** The row of a line of a score, by its place, with the rows of the same grader and clause that it superseded. */
export function queryLineSource(
  db: Database,
  { applicationId, lineNo }: { applicationId: string; lineNo: number },
): Promise<readonly SourceRow[]> {
  return queryRows(
    db,
    `(r.kind, r.subject_id, r.application_id, r.grader_id, r.record_id) in (
      select (here.kind, here.subject_id, here.application_id, here.grader_id, here.record_id)
      from eval_line l
      join mart_row here
        on here.file_id = l.file_id and here.sheet is not distinct from l.sheet and here.row_no = l.row_no
        and here.cell is not distinct from l.cell
        and here.kind = case l.kind when 'honour' then 'honours' when 'innovation' then 'innovations' else 'scores' end
      where l.application_id = $1 and l.line_no = $2
    )`,
    [applicationId, lineNo],
  );
}

/** Every grader's rows for an item, also those that take nothing off, those of sheets that do not count, and superseded ones. */
export function queryItemSource(
  db: Database,
  { applicationId, item }: { applicationId: string; item: string },
): Promise<readonly SourceRow[]> {
  return queryRows(db, "r.kind = 'scores' and r.application_id = $1 and split_part(r.record_id, '·', 2) = $2", [applicationId, item]);
}

/** The applicant's own score of an item. */
export function querySelfSource(
  db: Database,
  { applicationId, item }: { applicationId: string; item: string },
): Promise<readonly SourceRow[]> {
  return queryRows(db, "r.kind = 'self_scores' and r.application_id = $1 and r.record_id = $2", [applicationId, item]);
}

/** What a window, a person or an applicant says of itself in the registers and in its application. */
export function querySubjectSource(db: Database, { subjectId }: { subjectId: string }): Promise<readonly SourceRow[]> {
  return queryRows(db, "r.subject_id = $1 and r.kind in ('windows', 'people', 'applications')", [subjectId]);
}

/** From which column a field of a table was read. Among the tables of one kind on a sheet a row belongs to the one with the greatest `header_row` above it. */
export type SourceColumn = {
  readonly file_id: string;
  readonly sheet: string;
  readonly kind: string;
  readonly header_row: number;
  readonly field: string;
  readonly header: string | null;
  readonly place: string | null;
};

export function querySourceColumns(db: Database, { fileIds }: { fileIds: readonly string[] }): Promise<readonly SourceColumn[]> {
  if (fileIds.length === 0) return Promise.resolve([]);
  return db.query<SourceColumn>(
    `
    select file_id, coalesce(sheet, '') as sheet, kind, header_row::int as header_row, field, header, place
    from mart_column
    where file_id in (${fileIds.map((_, index) => `$${index + 1}`).join(", ")})
    order by file_id, sheet, kind, header_row, field`,
    [...fileIds],
  );
}

/** A part of a sum: a window or a month, with its counts. Nulls were not handed in. */
export type SumPart = {
  readonly id: string;
  readonly name: string;
  readonly cases: number | null;
  readonly active: number | null;
  readonly good: number | null;
  readonly bad: number | null;
};

/** The months (`YYYY-MM`) that make a window's year. */
export function queryYearParts(db: Database, { windowId, year }: { windowId: string; year: number }): Promise<readonly SumPart[]> {
  return db.query<SumPart>(
    `
    select strftime(month, '%Y-%m') as id, strftime(month, '%Y-%m') as name, cases::bigint as cases, active_reviews::bigint as active,
      good::bigint as good, bad::bigint as bad
    from mart_window_month
    where window_id = $1 and year(month) = $2
    order by month`,
    [windowId, year],
  );
}

export type SumOf = "province" | "city" | "domain";

const belongs: Readonly<Record<SumOf, string>> = { province: "$1 = 'province'", city: "w.city_code = $1", domain: "w.domain = $1" };

/** The windows that make the sum of a group in a year (`2023`) or a month (`2023-04`): those of that year's register, also those without counts. */
export function queryGroupParts(
  db: Database,
  { by, key, period }: { by: SumOf; key: string; period: string },
): Promise<readonly SumPart[]> {
  return db.query<SumPart>(
    `
    select w.window_id as id, w.name, sum(m.cases)::bigint as cases, sum(m.active_reviews)::bigint as active, sum(m.good)::bigint as good,
      sum(m.bad)::bigint as bad
    from mart_window w
    left join mart_window_month m
      on m.window_id = w.window_id and year(m.month) = w.year and starts_with(strftime(m.month, '%Y-%m'), $2)
    where w.year = cast(left($2, 4) as int) and ${belongs[by]}
    group by w.window_id, w.name
    order by w.window_id`,
    [key, period],
  );
}

/** What an application is called, for the head of a page about one of its figures. */
export type ApplicationName = {
  readonly application_id: string;
  readonly subject_id: string;
  readonly subject_name: string;
  readonly year: number;
  readonly honour: string;
};

export async function queryApplicationName(db: Database, { applicationId }: { applicationId: string }): Promise<ApplicationName | null> {
  const [row] = await db.query<ApplicationName>(
    "select application_id, subject_id, subject_name, year::int as year, honour from eval_result where application_id = $1 order by year, honour limit 1",
    [applicationId],
  );
  return row ?? null;
}
