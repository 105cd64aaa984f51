import type { NodeDatabase } from "@mingchuang/warehouse/node";
import type { CheckedTable } from "./check-table.ts";
import { contractOf } from "./contracts/catalogue.ts";
import type { Contract } from "./contracts/contract.ts";
import { isOutSql } from "./ledger.ts";
import { selfScoreField } from "./self-score-rules.ts";
import { identifier, literal } from "./sql-text.ts";
import { storedColumns } from "./store.ts";
import { placeColumn } from "./validate.ts";

/** SQL that says that two rows have the same key; null equals null. Required fields are never null, which makes the join cheaper. */
export function sameKey(contract: Contract, left: string, right: string): string {
  return contract.key
    .map((name) => {
      const required = contract.fields.find((field) => field.name === name)?.required === true;
      return `${left}.${identifier(name)} ${required ? "=" : "is not distinct from"} ${right}.${identifier(name)}`;
    })
    .join(" and ");
}

const keyList = (contract: Contract) => contract.key.map(identifier).join(", ");

/**
 * Decides about rows of one file (over all its sheets) that have the same key, in the temporary table `fate_<kind>`: an exact repeat
 * counts as superseded (`repeat`), rows that contradict each other are all rejected (`conflict`). Rows that are alone do not appear.
 */
export async function settleRepeats(db: NodeDatabase, kind: string, tables: readonly CheckedTable[]): Promise<void> {
  const contract = contractOf(kind);
  const keys = keyList(contract);
  const good = tables
    .map(({ part, view }) => `select ${part} as part, n, row_no, row_hash, ${keys} from ${view} where not is_blank and not rejected`)
    .join(" union all ");
  const [counts] = await db.query<{ rows: number; keys: number }>(
    `select count(*) as rows, count(distinct hash(${keys})) as keys from (${good})`,
  );
  const unique = counts?.rows === counts?.keys;
  await db.execute(`create or replace temp table fate_${kind} as
    select part, n, if(lowest = highest, 'repeat', 'conflict') as fate
    from (
      select part, n, ${keys}, min(row_hash) over same as lowest, max(row_hash) over same as highest,
        row_number() over (partition by ${keys} order by part, n) as nth, count(*) over same as times
      from (${unique ? `${good} limit 0` : good})
      window same as (partition by ${keys})
    )
    where times > 1 and (lowest <> highest or nth > 1)`);
}

/** Stores the accepted rows of one table; exact repeats go in as superseded by their own file. */
export async function storeRows(db: NodeDatabase, table: CheckedTable, fileId: string): Promise<void> {
  const { part, view, label, contract, recognised, place } = table;
  const columns = storedColumns(contractOf(contract.kind)).map(({ name }) => `later.${identifier(name)}`);
  const isForm = table.unit === "cell";
  const cell = (placeSql: string) => (isForm ? placeSql : table.unit === "row" ? `concat(${placeSql}, later.row_no)` : "null");
  const lineage = `${literal(fileId)}, ${literal(label)}, later.row_no, later.row_hash, if(fate.fate = 'repeat', ${literal(fileId)}, null)`;
  const source = `from ${view} later left join fate_${contract.kind} fate on fate.part = ${part} and fate.n = later.n
    where not later.is_blank and not later.rejected and fate.fate is distinct from 'conflict'`;
  const amountCell = contract.amount ? [cell("later.amount_place")] : [];
  await db.execute(`insert into raw_${contract.kind} select ${[...columns, ...amountCell, lineage].join(", ")} ${source}`);
  for (const [index, { column }] of recognised.selfScores.entries()) {
    const score = `later.${selfScoreField(index)}`;
    const item = `later.x_${selfScoreField(index)}_item.item`;
    const at = `later.${placeColumn(recognised.headers, column)}`;
    const own = isForm
      ? `regexp_extract(${at}, '[^!]+$'), ${literal(fileId)}, if(contains(${at}, '!'), regexp_extract(${at}, '^(.*)!', 1), ${literal(label)}),
        regexp_extract(${at}, '[0-9]+$')::integer, later.row_hash, if(fate.fate = 'repeat', ${literal(fileId)}, null)`
      : `${cell(literal(place(column)))}, ${lineage}`;
    await db.execute(`insert into raw_self_scores
      select later.application_id, ${item}, ${score}, ${own}
      ${source} and ${score} is not null and ${item} is not null`);
  }
}

/** Remembers, in the temporary table `touched_<kind>`, the keys that any of the files has rows of. */
export async function collectKeys(db: NodeDatabase, kind: string, fileIds: readonly string[]): Promise<void> {
  const files = fileIds.length === 0 ? "limit 0" : `where file_id in (${fileIds.map(literal).join(", ")})`;
  await db.execute(
    `create or replace temp table touched_${kind} as select distinct ${keyList(contractOf(kind))} from raw_${kind} ${files}`,
  );
}

/** Rows of a file that from now on count (`now` is null) or no longer do (`now`: what superseded them). */
export interface RowMove {
  readonly fileId: string;
  readonly now: string | null;
  readonly rows: number;
}

/**
 * Decides anew which row of each key counts, for the keys in `touched_<kind>` (dropped afterwards) and those of the `fresh` file: the row
 * of the latest file in force; of an amount (a score), the latest that says one, since a blank says only that nobody has scored yet. Every other row names the first file, in the order of loading, that has held it back ever since: one in
 * force with the same key, or the one that replaced its own; a row of an undone or ignored file says so. The fresh file's own rows stay as they were
 * stored, since nothing is later. Exact repeats within a file keep their own file's id.
 */
export async function settleRows(db: NodeDatabase, kind: string, fresh: string | null): Promise<readonly RowMove[]> {
  const contract = contractOf(kind);
  const raw = `raw_${kind}`;
  const inFresh =
    fresh === null
      ? "false"
      : `exists (select 1 from ${raw} later where later.file_id = ${literal(fresh)} and ${sameKey(contract, "later", "held")})`;
  const [touched] = await db.query(`select 1 as found from touched_${kind} limit 1`);
  const isTouched = touched ? `exists (select 1 from touched_${kind} touched where ${sameKey(contract, "touched", "held")})` : "false";
  await db.execute(`create or replace temp table verdict as
    with held as (
      select held.rowid as id, held.file_id, held.superseded_by, ${contract.key.map((name) => `held.${identifier(name)}`).join(", ")},
        file.seq, file.replaced_by, ${contract.amount ? "held.points_c is not null" : "true"} as says, ${inFresh} as in_fresh, ${isTouched} as is_touched
      from ${raw} held join ingest_file file on file.file_id = held.file_id
      where held.superseded_by is distinct from held.file_id ${fresh === null || contract.amount ? "" : `and held.file_id <> ${literal(fresh)}`}
    ), ordered as (
      select *, coalesce(min(if(replaced_by is null, seq, null)) over later, ${contract.amount ? "null" : `if(in_fresh, ${seqOf(fresh)}, null)`}) as outdone_by
      from held where in_fresh or is_touched
      window later as (partition by ${keyList(contract)} order by ${contract.amount ? "says, " : ""}seq rows between 1 following and unbounded following)
    ), judged as (
      select ordered.id, ordered.file_id, ordered.superseded_by as was,
        if(${isOutSql("ordered.replaced_by")}, ordered.replaced_by, by_seq.file_id) as now
      from ordered
      left join ingest_file replacing on replacing.file_id = ordered.replaced_by
      left join ingest_file by_seq on by_seq.seq = least(ordered.outdone_by, replacing.seq)
    )
    select * from judged where was is distinct from now`);
  await db.execute(`drop table touched_${kind}`);
  await db.execute(`update ${raw} set superseded_by = verdict.now from verdict where verdict.id = ${raw}.rowid`);
  const moves = await db.query<{ fileId: string; now: string | null; rows: number }>(
    `select file_id as "fileId", now, count(*)::int as rows from verdict where was is null or now is null group by all order by all`,
  );
  await db.execute("drop table verdict");
  return moves;
}

const seqOf = (fileId: string | null) => (fileId === null ? "null" : `(select seq from ingest_file where file_id = ${literal(fileId)})`);

/** Self scores share the fate of the application they were handed in with: in its row, or on another sheet of a form. */
export async function alignSelfScores(db: NodeDatabase): Promise<void> {
  await db.execute(`update raw_self_scores as score set superseded_by = application.superseded_by
    from raw_applications application
    where application.file_id = score.file_id
      and (application.sheet = score.sheet and application.row_no = score.row_no or not exists (select 1 from raw_applications own
        where own.file_id = score.file_id and own.sheet = score.sheet and own.row_no = score.row_no))
      and application.application_id = score.application_id
      and application.superseded_by is distinct from score.superseded_by`);
}
