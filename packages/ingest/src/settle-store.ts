import type { NodeDatabase } from "@mingchuang/warehouse/node";
import { rowContracts } from "./contracts/catalogue.ts";
import type { LedgerEvent } from "./events.ts";
import { groupBy } from "./group-by.ts";
import { isEffective, isSameContent, queryLedger, type Standing, standingsOf, type Version } from "./ledger.ts";
import { copySegments, dropSegments } from "./segments/store-segments.ts";
import { alignSelfScores, collectKeys, type RowMove, settleRows } from "./settle.ts";
import { identifier, literal } from "./sql-text.ts";

export interface StoreChange {
  /** The version that brings the change about. */
  readonly cause: string;
  /** Whether it has just been loaded: the last of all, its rows stored as counting. */
  readonly isFresh: boolean;
  /** Versions whose standing was set already, besides the cause. */
  readonly moved?: readonly string[];
  /** Kinds of which the store had rows before a fresh version. */
  readonly kinds: readonly string[];
  /** What counted of events before the change (`countEvents`), whose rows lie in segments and follow the ledger by themselves. */
  readonly eventsBefore: ReadonlyMap<string, number>;
  readonly segmentFolder: string;
}

/** How many events count of each file. */
export async function countEvents(db: NodeDatabase): Promise<ReadonlyMap<string, number>> {
  const [any] = await db.query("select 1 as found from event_segment limit 1");
  if (!any) return new Map();
  const rows = await db.query<{ file_id: string; n: number }>(
    "select file_id, sum(accepted)::bigint as n from ingest_account where kind = 'reviews' group by file_id order by min(seq)",
  );
  return new Map(rows.map(({ file_id, n }) => [file_id, n]));
}

/**
 * Brings the store in line with its ledger after a version was added to it, undone or redone: which version of each document is in force,
 * which is a mere copy of another, and which row of each key counts. Looks at the keys of the versions concerned only. Answers what that
 * did to other versions' rows, as events.
 */
export async function settleStore(
  db: NodeDatabase,
  { cause, isFresh, moved = [], kinds, eventsBefore, segmentFolder }: StoreChange,
): Promise<LedgerEvent[]> {
  const versions = await queryLedger(db);
  const standings = standingsOf(versions);
  const altered = new Set(isFresh ? moved : [cause, ...moved]);
  const copies: [Version, Version][] = [];
  for (const version of versions) {
    const { replacedBy, original } = standings.get(version.fileId) as Standing;
    if (replacedBy !== version.replacedBy) {
      altered.add(version.fileId);
      await db.query("update ingest_file set replaced_by = $1 where file_id = $2", [replacedBy, version.fileId]);
    }
    if (!isEffective(version)) continue;
    if (original && version.state === "loaded") copies.push([version, original]);
    else if (original && version.errorDetail !== original.path) await nameOriginal(db, version, original);
    else if (!original && version.errorCode === "F113") {
      altered.add(version.fileId);
      const source = rowsOf(versions, version);
      await copyRows(db, source, version);
      await copySegments(db, source.fileId, version.fileId, segmentFolder);
    }
  }
  for (const [copy] of copies) altered.add(copy.fileId);
  const touched = new Set([...kinds, ...(await queryKinds(db, [...altered]))]);
  for (const kind of touched) await collectKeys(db, kind, [...altered]);
  const moves: RowMove[] = [];
  for (const [copy, original] of copies)
    moves.push({ fileId: copy.fileId, now: original.fileId, rows: await dropCopy(db, copy, original) });
  for (const kind of touched) moves.push(...(await settleRows(db, kind, isFresh ? cause : null)));
  if (touched.has("applications")) await alignSelfScores(db);
  moves.push(...movesBetween(eventsBefore, await countEvents(db), cause));
  return eventsOf(moves, cause);
}

function movesBetween(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>, cause: string): RowMove[] {
  return [...new Set([...before.keys(), ...after.keys()])].map((fileId) => {
    const rows = (after.get(fileId) ?? 0) - (before.get(fileId) ?? 0);
    return { fileId, now: rows > 0 ? null : cause, rows: Math.abs(rows) };
  });
}

/** Rows lost by one version to another and rows that count again, over all kinds; what the cause itself won or lost is its own event. */
function eventsOf(moves: readonly RowMove[], cause: string): LedgerEvent[] {
  const others = moves.filter(({ fileId, rows }) => fileId !== cause && rows > 0);
  const groups = groupBy(others, ({ fileId, now }) => JSON.stringify([fileId, now]));
  return [...groups.values()].flatMap((group): LedgerEvent[] => {
    const [first] = group;
    if (!first) return [];
    const rows = group.reduce((sum, each) => sum + each.rows, 0);
    if (first.now === null) return [{ action: "restored", fileId: first.fileId, rows, byFileId: cause }];
    return [{ action: "superseded", fileId: first.fileId, rows, byFileId: first.now }];
  });
}

async function queryKinds(db: NodeDatabase, fileIds: readonly string[]): Promise<string[]> {
  if (fileIds.length === 0) return [];
  const rows = await db.query<{ kind: string }>(
    `select distinct kind from ingest_table where kind in (${rowContracts.map(({ kind }) => literal(kind)).join(", ")}) and file_id in (${fileIds.map(literal).join(", ")}) order by kind`,
  );
  return rows.map(({ kind }) => kind);
}

/** A version that was really read and has the content of another. */
function rowsOf(versions: readonly Version[], copy: Version): Version {
  const source = versions.find((each) => isSameContent(each, copy) && each.state === "loaded");
  if (!source) throw new Error(`${copy.path}: no version of this content has been read`);
  return source;
}

/** Tables with rows of a file, besides the ledger itself and what is kept of events. */
async function queryFileTables(db: NodeDatabase): Promise<string[]> {
  const tables = await db.query<{ name: string }>(
    `select table_name as name from duckdb_columns() where column_name = 'file_id' and database_name = current_database() and not internal
      and table_name not in ('ingest_file', 'ingest_event') and not starts_with(table_name, 'event_') and table_name in (select table_name from duckdb_tables() where not temporary)
    order by 1`,
  );
  return tables.map(({ name }) => name);
}

/** A document that was a copy of another stands by itself once that is gone: what was read there was read here. */
async function copyRows(db: NodeDatabase, from: Version, to: Version): Promise<void> {
  for (const table of await queryFileTables(db)) {
    await db.query(`delete from ${identifier(table)} where file_id = $1`, [to.fileId]);
    const fate = table.startsWith("raw_") ? `, if(superseded_by = file_id, ${literal(to.fileId)}, file_id) as superseded_by` : "";
    await db.execute(`insert into ${identifier(table)}
      select * replace (${literal(to.fileId)} as file_id${fate}) from ${identifier(table)} where file_id = ${literal(from.fileId)}`);
  }
  await db.query(
    `update ingest_file set state = 'loaded', error_code = null, error_detail = null, format = source.format, encoding = source.encoding,
      separator = source.separator, mapping = source.mapping, mapping_print = source.mapping_print
    from ingest_file source where source.file_id = $1 and ingest_file.file_id = $2`,
    [from.fileId, to.fileId],
  );
}

/** The reverse: the document is a copy again, whose rows are those of the original. Answers how many of its rows counted. */
async function dropCopy(db: NodeDatabase, copy: Version, original: Version): Promise<number> {
  let counted = 0;
  for (const table of await queryFileTables(db)) {
    if (table === "ingest_table" || table === "ingest_column") continue;
    if (table.startsWith("raw_") && table !== "raw_self_scores") {
      const [row] = await db.query<{ n: number }>(
        `select count(*)::int as n from ${identifier(table)} where file_id = $1 and superseded_by is null`,
        [copy.fileId],
      );
      counted += row?.n ?? 0;
    }
    await db.query(`delete from ${identifier(table)} where file_id = $1`, [copy.fileId]);
  }
  await dropSegments(db, copy.fileId);
  await db.query("update ingest_table set rejected = 0 where file_id = $1", [copy.fileId]);
  await db.query(
    `update ingest_file set state = 'refused', error_code = 'F113', encoding = null, separator = null, mapping = null, mapping_print = null,
      format = lower(split_part(path, '.', -1)) where file_id = $1`,
    [copy.fileId],
  );
  await nameOriginal(db, copy, original);
  return counted;
}

async function nameOriginal(db: NodeDatabase, copy: Version, original: Version): Promise<void> {
  await db.query("update ingest_file set error_detail = $1 where file_id = $2", [original.path, copy.fileId]);
}
