import type { SqlRow } from "./database.ts";
import { openNodeDatabase } from "./node.ts";
import { sqlLiteral } from "./values.ts";

const lineage = "file_id varchar, sheet varchar, row_no int, row_hash varchar, superseded_by varchar";

/** The store's tables as `docs/data-model.md` describes them, in the few words a test needs. */
const columns: Readonly<Record<string, string>> = {
  ingest_file:
    "file_id varchar, sha256 varchar, seq int, path varchar, bytes bigint, format varchar, encoding varchar, mapping varchar, replaced_by varchar, state varchar, error_code varchar, error_detail varchar, separator varchar, laid_down varchar, mapping_print varchar",
  ingest_event:
    "event_no int, happened_at timestamp, action varchar, file_id varchar, path varchar, sha256 varchar, error_code varchar, rows_in int, accepted int, rejected int, superseded int, row_count int, by_file_id varchar",
  ingest_table:
    "file_id varchar, sheet varchar, kind varchar, header_row int, rows_in int, rejected int, note varchar, ignored_columns varchar, absent_columns varchar",
  ingest_column: "file_id varchar, sheet varchar, kind varchar, header_row int, field varchar, header varchar, place varchar",
  ingest_problem:
    "file_id varchar, sheet varchar, row_no int, cell varchar, field varchar, value varchar, code varchar, severity varchar, row_text varchar, origin varchar",
  raw_windows:
    "scheme_id varchar, year int, window_id varchar, name varchar, city_code varchar, city varchar, county_code varchar, county varchar, level varchar, domain varchar, tier varchar, unit varchar, address varchar, postcode varchar, contact varchar, phone varchar, staff_count int, former_names varchar, opened_on date, closed_on date",
  raw_window_changes: "from_window varchar, to_window varchar, kind varchar, changed_on date, document varchar, note varchar",
  raw_people:
    "scheme_id varchar, year int, person_id varchar, name varchar, window_id varchar, position varchar, joined_on date, left_on date, front_line boolean, on_staff boolean",
  raw_review_counts:
    "window_id varchar, month date, channel varchar, cases int, active_reviews int, default_reviews int, level_5 int, level_4 int, level_3 int, level_2 int, level_1 int, good int, bad int",
  raw_bad_reviews:
    "review_id varchar, window_id varchar, person_id varchar, channel varchar, rated_at timestamp, level int, reason varchar, cause varchar, visited_at timestamp, appealed_at timestamp, appeal_result varchar, rectified_at timestamp, follow_up_level int",
  raw_complaints:
    "complaint_id varchar, window_id varchar, person_id varchar, source varchar, nature varchar, category varchar, received_at timestamp, closed_at timestamp, verified varchar, due_to_service boolean, satisfied boolean, text varchar",
  raw_applications:
    "application_id varchar, scheme_id varchar, year int, honour varchar, subject_id varchar, subject_name varchar, subject_kind varchar, unit varchar, tier varchar, began_on date, in_use boolean, recommender varchar, submitted_at timestamp, opinion_discipline varchar, opinion_discipline_on date, opinion_unit varchar, opinion_unit_on date, opinion_city varchar, opinion_city_on date, deeds varchar",
  raw_self_scores: "application_id varchar, item varchar, self_score_c int, cell varchar",
  raw_honours: "subject_id varchar, title varchar, level varchar, issuer varchar, awarded_on date",
  raw_innovations: "subject_id varchar, title varchar, started_on date, evidence varchar",
  raw_scores:
    "scheme_id varchar, honour varchar, application_id varchar, round varchar, grader_id varchar, item varchar, clause varchar, kind varchar, points_c int, reason varchar, evidence varchar, scored_at date, cell varchar",
  raw_findings:
    "finding_id varchar, subject_id varchar, rule varchar, status varchar, reported_on date, decided_on date, document varchar, summary varchar",
  raw_indicators:
    "scheme_id varchar, subject_id varchar, metric varchar, period varchar, value decimal(18, 6), unit varchar, numerator decimal(18, 6), denominator decimal(18, 6)",
  raw_appraisals: "scheme_id varchar, subject_id varchar, source varchar, period varchar, score decimal(18, 6), rank int",
  raw_checklists: "scheme_id varchar, subject_id varchar, point varchar, kept boolean, checked_on date, evidence varchar",
  raw_title_events:
    "scheme_id varchar, event_id varchar, subject_id varchar, event varchar, happened_on date, due_on date, document varchar",
  event_segment: "segment_no int, file_id varchar, sheet varchar, month date, row_count int",
  event_window_month:
    "window_id varchar, month date, channel varchar, level_5 int default 0, level_4 int default 0, level_3 int default 0, level_2 int default 0, level_1 int default 0, default_reviews int default 0, file_id varchar, sheet varchar, first_row int",
  event_handling: "window_id varchar, month date, handled int, bins struct(bucket usmallint, n uinteger)[]",
  event_bad_review:
    "review_id varchar, window_id varchar, person_id varchar, channel varchar, level int, rated_at timestamp, cause varchar, text varchar, file_id varchar, sheet varchar, row_no int",
};

/** Rows by kind (`windows`, `scores`, …) or by table (`ingest_file`, `event_window_month`, …); a column that is left out is null. */
export type StoreRows = Readonly<Record<string, readonly SqlRow[]>>;

/**
 * Writes a small store for tests. Rows without lineage come from file `f1`, sheet `''`, one after another; unless the ledger is
 * given, every file gets one that balances.
 */
export async function writeStore(path: string, rows: StoreRows): Promise<void> {
  const db = await openNodeDatabase(path);
  try {
    await db.execute("begin");
    for (const [table, definition] of Object.entries(columns)) {
      await db.execute(`create table ${table} (${definition}${table.startsWith("raw_") ? `, ${lineage}` : ""})`);
    }
    await db.execute(accountView());
    for (const [kind, given] of Object.entries(rows)) {
      const isTable = Object.hasOwn(columns, kind);
      const table = isTable ? kind : `raw_${kind}`;
      const hasRows = !isTable || kind === "event_bad_review";
      const hash = isTable ? {} : { row_hash: "" };
      const filled = hasRows ? given.map((row, i) => ({ file_id: "f1", sheet: "", row_no: i + 2, ...hash, ...row })) : given;
      for (const statement of insertsInto(table, filled)) await db.execute(statement);
    }
    if (!rows.ingest_table) await db.execute(balancedTables());
    if (!rows.ingest_file) await db.execute(loadedFiles);
    await db.execute("commit");
    await db.execute("checkpoint");
  } finally {
    await db.close();
  }
}

/** One statement for all neighbouring rows that name the same columns: a column that a row leaves out has its default. */
function insertsInto(table: string, rows: readonly SqlRow[]): string[] {
  const named: { readonly columns: string; readonly rows: string[] }[] = [];
  for (const row of rows) {
    const columns = Object.keys(row).join(", ");
    if (named.at(-1)?.columns !== columns) named.push({ columns, rows: [] });
    named.at(-1)?.rows.push(`(${Object.values(row).map(sqlLiteral).join(", ")})`);
  }
  return named.map(({ columns, rows: values }) => `insert into ${table} (${columns}) values ${values.join(", ")}`);
}

/** Every raw table but `raw_self_scores`, whose rows are counted with their applications. */
const counted = Object.keys(columns).filter((table) => table.startsWith("raw_") && table !== "raw_self_scores");

function rawRows(): string {
  return counted
    .map((table) => `select '${table.slice("raw_".length)}' as kind, file_id, sheet, superseded_by from ${table}`)
    .join(" union all ");
}

function accountView(): string {
  return `create view ingest_account as
    with stored as (
      select file_id, sheet, kind, count(*) filter (where superseded_by is null) as accepted, count(superseded_by) as superseded
      from (${rawRows()}) group by all
    )
    select seq, file_id, path, sheet, kind, rows_in, coalesce(accepted, 0) as accepted, rejected, coalesce(superseded, 0) as superseded
    from ingest_table join ingest_file using (file_id) left join stored using (file_id, sheet, kind)`;
}

function balancedTables(): string {
  return `insert into ingest_table (file_id, sheet, kind, header_row, rows_in, rejected) select file_id, sheet, kind, 1, count(*), 0 from (${rawRows()}) group by all order by all`;
}

const loadedFiles = `insert into ingest_file (file_id, sha256, seq, path, bytes, format, state)
  select file_id, repeat(file_id, 2), row_number() over (order by file_id), file_id || '.csv', 1, 'csv', 'loaded'
  from (select distinct file_id from ingest_table)`;
