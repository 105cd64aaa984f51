import type { NodeDatabase } from "@mingchuang/warehouse/node";
import type { CheckedTable } from "./check-table.ts";
import { contractOf, rowContracts } from "./contracts/catalogue.ts";
import type { Contract } from "./contracts/contract.ts";
import { selfScoreField } from "./self-score-rules.ts";
import { identifier, literal } from "./sql-text.ts";
import { storedColumns } from "./store.ts";

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

/** Earlier rows of other files that have a key of the new rows are superseded by the new file. */
export async function supersedeEarlier(db: NodeDatabase, kind: string, tables: readonly CheckedTable[], fileId: string): Promise<void> {
  const contract = contractOf(kind);
  const [earlier] = await db.query(`select 1 as found from raw_${kind} where superseded_by is null limit 1`);
  if (!earlier) return;
  for (const { part, view } of tables) {
    await db.execute(`update raw_${kind} as earlier set superseded_by = ${literal(fileId)}
      where superseded_by is null and file_id <> ${literal(fileId)} and exists (
        select 1 from ${view} later left join fate_${kind} fate on fate.part = ${part} and fate.n = later.n
        where not later.is_blank and not later.rejected and fate.fate is distinct from 'conflict' and ${sameKey(contract, "later", "earlier")})`);
  }
}

/** Stores the accepted rows of one table; exact repeats go in as superseded by their own file. */
export async function storeRows(db: NodeDatabase, table: CheckedTable, fileId: string): Promise<void> {
  const { part, view, label, contract, recognised, place } = table;
  const columns = storedColumns(contractOf(contract.kind)).map(({ name }) => `later.${identifier(name)}`);
  const cell = (placeSql: string) => (table.unit === "row" ? `concat(${placeSql}, later.row_no)` : "null");
  const lineage = `${literal(fileId)}, ${literal(label)}, later.row_no, later.row_hash, if(fate.fate = 'repeat', ${literal(fileId)}, null)`;
  const source = `from ${view} later left join fate_${contract.kind} fate on fate.part = ${part} and fate.n = later.n
    where not later.is_blank and not later.rejected and fate.fate is distinct from 'conflict'`;
  const amountCell = contract.amount ? [cell("later.amount_place")] : [];
  await db.execute(`insert into raw_${contract.kind} select ${[...columns, ...amountCell, lineage].join(", ")} ${source}`);
  for (const [index, { column }] of recognised.selfScores.entries()) {
    const score = `later.${selfScoreField(index)}`;
    const item = `later.x_${selfScoreField(index)}_item.item`;
    await db.execute(`insert into raw_self_scores
      select later.application_id, ${item}, ${score}, ${cell(literal(place(column)))}, ${lineage}
      ${source} and ${score} is not null and ${item} is not null`);
  }
}

/** What an earlier version of a document held that is now gone: its current keys by kind, in the temporary tables `lost_<kind>`. */
export async function retireVersions(db: NodeDatabase, oldFileIds: readonly string[], newFileId: string): Promise<void> {
  const old = oldFileIds.map(literal).join(", ");
  for (const contract of rowContracts) {
    await db.execute(`create or replace temp table lost_${contract.kind} as
      select distinct ${keyList(contract)} from raw_${contract.kind} where superseded_by is null and file_id in (${old})`);
    await db.execute(
      `update raw_${contract.kind} set superseded_by = ${literal(newFileId)} where superseded_by is null and file_id in (${old})`,
    );
  }
}

/** A key that the new version no longer carries falls back to the latest row of it in another living document, if there is one. */
export async function reviveOrphans(db: NodeDatabase): Promise<void> {
  for (const contract of rowContracts) {
    const raw = `raw_${contract.kind}`;
    await db.execute(`update ${raw} set superseded_by = null where rowid in (
      select earlier.rowid from ${raw} earlier
      join lost_${contract.kind} lost on ${sameKey(contract, "lost", "earlier")}
      join ingest_file file on file.file_id = earlier.file_id and file.state = 'loaded' and file.replaced_by is null
      where earlier.superseded_by <> earlier.file_id
        and not exists (select 1 from ${raw} living where living.superseded_by is null and ${sameKey(contract, "living", "earlier")})
      qualify row_number() over (partition by ${contract.key.map((name) => `earlier.${identifier(name)}`).join(", ")} order by file.seq desc, earlier.row_no) = 1)`);
    await db.execute(`drop table lost_${contract.kind}`);
  }
}

/** Self scores share the fate of the application they were handed in with. */
export async function alignSelfScores(db: NodeDatabase): Promise<void> {
  await db.execute(`update raw_self_scores as score set superseded_by = application.superseded_by
    from raw_applications application
    where application.file_id = score.file_id and application.sheet = score.sheet and application.row_no = score.row_no
      and application.application_id = score.application_id
      and application.superseded_by is distinct from score.superseded_by`);
}
