import { rowContracts } from "./contracts/catalogue.ts";
import type { Contract, Field, FieldType } from "./contracts/contract.ts";
import { segmentAccount, segmentSchema } from "./segments/segment-ledger.ts";

/** Raised whenever a table of the store changes; a store of another version is left alone (F120). */
export const storeVersion = 4;

const sqlTypes: Readonly<Record<FieldType, string>> = {
  id: "varchar",
  text: "varchar",
  int: "integer",
  level: "integer",
  year: "integer",
  date: "date",
  timestamp: "timestamp",
  month: "date",
  period: "varchar",
  decimal: "decimal(18, 6)",
  boolean: "boolean",
  code: "varchar",
  points: "integer",
};

export function sqlTypeOf(field: Field): string {
  return sqlTypes[field.type];
}

/** The columns that a kind keeps in the store, in order, without lineage. */
export function storedColumns(contract: Contract): { readonly name: string; readonly sqlType: string }[] {
  const derived = new Map((contract.derived ?? []).map((column) => [column.name, column]));
  const fromFields = contract.fields
    .filter((field) => field.stored !== false)
    .map((field) => ({ name: field.name, sqlType: derived.get(field.name)?.sqlType ?? sqlTypeOf(field) }));
  const names = new Set(fromFields.map((column) => column.name));
  const onlyDerived = [...derived.values()].filter((column) => column.stored !== false && !names.has(column.name));
  return [...fromFields, ...onlyDerived.map(({ name, sqlType }) => ({ name, sqlType }))];
}

const lineage = `file_id varchar not null, sheet varchar not null, row_no integer not null, row_hash bigint not null, superseded_by varchar`;

function rawTable(contract: Contract): string {
  const columns = storedColumns(contract).map(({ name, sqlType }) => `"${name}" ${sqlType}`);
  const cell = contract.amount ? "cell varchar, " : "";
  return `create table raw_${contract.kind} (${columns.join(", ")}, ${cell}${lineage})`;
}

const accounts = rowContracts
  .map(
    ({ kind }) => `select file_id, sheet, '${kind}' as kind, count(*) filter (where superseded_by is null) as accepted,
      count(superseded_by) as superseded from raw_${kind} group by all`,
  )
  .join("\n    union all\n    ");

/** The statements that create an empty store. */
export const storeSchema: readonly string[] = [
  `create table store_meta (store_version integer not null)`,
  `insert into store_meta values (${storeVersion})`,
  `create table ingest_file (
    file_id varchar not null, sha256 varchar not null, seq integer not null, path varchar not null, bytes bigint not null,
    format varchar not null, encoding varchar, mapping varchar, replaced_by varchar, state varchar not null,
    error_code varchar, error_detail varchar, separator varchar, laid_down varchar, mapping_print varchar)`,
  `create table ingest_event (
    event_no integer not null, happened_at timestamp, action varchar not null, file_id varchar not null, path varchar not null, sha256 varchar not null,
    error_code varchar, rows_in integer, accepted integer, rejected integer, superseded integer, row_count integer not null, by_file_id varchar)`,
  `create table ingest_table (
    file_id varchar not null, sheet varchar not null, kind varchar, header_row integer, rows_in integer not null,
    rejected integer not null, note varchar, ignored_columns varchar, absent_columns varchar)`,
  `create table ingest_column (
    file_id varchar not null, sheet varchar not null, kind varchar not null, header_row integer not null, field varchar not null,
    header varchar not null, place varchar not null)`,
  `create table ingest_problem (
    file_id varchar not null, sheet varchar not null, row_no integer not null, cell varchar not null, field varchar, value varchar,
    code varchar not null, severity varchar not null, row_text varchar, origin varchar not null default 'file')`,
  ...rowContracts.map(rawTable),
  `create table raw_self_scores (application_id varchar, item varchar, self_score_c integer, cell varchar, ${lineage})`,
  ...segmentSchema,
  `create view ingest_account as
    with stored as (
    ${accounts}
    union all
    ${segmentAccount}
    )
    select f.seq, f.file_id, f.path, t.sheet, t.kind, t.rows_in,
      coalesce(s.accepted, 0)::int as accepted, t.rejected,
      case when f.error_code = 'F113' then t.rows_in else coalesce(s.superseded, 0) end::int as superseded
    from ingest_table t
    join ingest_file f using (file_id)
    left join stored s on s.file_id = t.file_id and s.sheet = t.sheet and s.kind = t.kind
    where t.kind is not null`,
];
