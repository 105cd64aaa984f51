import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { WarehouseError } from "@mingchuang/warehouse/errors";
import { handlingBucket } from "@mingchuang/warehouse/handling-time";
import type { NodeDatabase } from "@mingchuang/warehouse/node";
import { putInPlace } from "@mingchuang/warehouse/put-in-place";
import type { CheckedTable } from "../check-table.ts";
import { contractOf } from "../contracts/catalogue.ts";
import { IngestError } from "../errors.ts";
import { identifier, literal, pathLiteral } from "../sql-text.ts";
import { storedColumns } from "../store.ts";
import { isBad, outcome } from "./outcome.ts";
import type { Segment } from "./segment-ledger.ts";

/** Events of one file, written but not yet in the ledger. */
export interface StagedEvents {
  readonly segments: readonly Omit<Segment, "no">[];
  /** By part: the rows that are not blank, and how many of them were rejected. */
  readonly counts: ReadonlyMap<number, { readonly rowsIn: number; readonly rejected: number }>;
  /** The tables with their view narrowed to the rows that have problems; conflicts are in `fate_reviews`, repeats in `event_repeat`. */
  readonly tables: readonly CheckedTable[];
}

interface PartSegment extends Omit<Segment, "no"> {
  readonly part: number;
  readonly path: string;
}

/**
 * Writes the accepted events of one file as segments, one for each sheet and month, and finds rows that have the same key: an exact repeat
 * stays in its segment and is listed in the temporary table `event_repeat` (segment, row_no); rows that contradict each other are taken out
 * again and rejected (`fate_reviews`). The rows of a lazy view are counted against what the file says it has.
 *
 * @throws {IngestError} F150 when another number of rows was read.
 */
export async function stageSegments(
  db: NodeDatabase,
  tables: readonly CheckedTable[],
  fileId: string,
  folder: string,
): Promise<StagedEvents> {
  await onDisk(() => mkdir(folder, { recursive: true }));
  const written: PartSegment[] = [];
  for (const table of tables) written.push(...(await writeMonths(db, table, fileId, folder)));
  await db.execute("create or replace temp table event_repeat (segment varchar, row_no integer)");
  await db.execute("create or replace temp table event_conflict (part integer, row_no integer)");
  if (await hasRepeats(db, written)) await settleRepeats(db, written);
  const counts = new Map<number, { rowsIn: number; rejected: number }>();
  await db.execute("create or replace temp table fate_reviews (part integer, n bigint, fate varchar)");
  for (const table of tables) counts.set(table.part, await countFaults(db, table, written));
  const kept = await takeOutConflicts(db, written);
  await db.execute("drop table event_conflict");
  return { segments: kept, counts, tables: tables.map((table) => ({ ...table, view: faultsOf(table) })) };
}

/** A fault of the workspace's disk is not one of the file that is read: it must stop the load. */
async function onDisk(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    throw new WarehouseError("W101", cause instanceof Error ? cause.message : String(cause), null, cause);
  }
}

const faultsOf = ({ part }: CheckedTable) => `faulty_${part}`;

const columns = () => storedColumns(contractOf("reviews")).map(({ name }) => name);

/** What a segment holds: the fields in their narrowest type, what the marts group by (`outcome`, `bucket`), whether a warning is about the row. */
function segmentRows({ view }: CheckedTable): string {
  const values = columns().map((name) => (name === "level" ? "level::utinyint as level" : identifier(name)));
  return `select ${[...values, `${outcome} as outcome`, `${handlingBucket("minutes")} as bucket`, "row_no", "problems is not null as noted"].join(", ")}
    from ${view} where not is_blank and not rejected`;
}

/** By window, since the marts count by window; the few bad reviews before all others, so that nobody looks for them in the rest. */
const order = `order by ${isBad} desc, window_id`;
const parquet = "format parquet, compression zstd, compression_level 1, row_group_size 122880";

async function writeMonths(db: NodeDatabase, table: CheckedTable, fileId: string, folder: string): Promise<PartSegment[]> {
  const [span] = await db.query<{ first: string | null; last: string | null }>(
    `select date_trunc('month', min(rated_at))::date as first, date_trunc('month', max(rated_at))::date as last from ${table.view}`,
  );
  if (!span?.first || !span.last) return [];
  const write = (month: string, rows: string) => writeSegment(db, { table, fileId, folder, month }, rows);
  if (span.first === span.last) return write(span.first, segmentRows(table));
  if (!table.isLazy) {
    const segments: PartSegment[] = [];
    for (const month of await queryMonths(db, table.view)) {
      segments.push(...(await write(month, `${segmentRows(table)} and ${within(month)}`)));
    }
    return segments;
  }
  // a file is read once, not once for each month
  const byMonth = join(folder, `${fileId}-${table.part}.building`);
  await db.execute(`copy (select *, strftime(rated_at, '%Y-%m') as month from (${segmentRows(table)}))
    to ${literal(byMonth)} (format parquet, compression snappy, partition_by (month))`);
  const segments: PartSegment[] = [];
  for (const name of (await readdir(byMonth)).sort()) {
    const parts = (await readdir(join(byMonth, name))).map((part) => pathLiteral(join(byMonth, name, part)));
    const rows = `select * from read_parquet([${parts.join(", ")}], hive_partitioning = false)`;
    segments.push(...(await write(`${name.slice("month=".length)}-01`, rows)));
    await onDisk(() => rm(join(byMonth, name), { recursive: true }));
  }
  await onDisk(() => rm(byMonth, { recursive: true }));
  return segments;
}

const within = (month: string) => `rated_at >= date '${month}' and rated_at < date '${month}' + interval 1 month`;

interface Place {
  readonly table: CheckedTable;
  readonly fileId: string;
  readonly folder: string;
  readonly month: string;
}

async function writeSegment(db: NodeDatabase, { table, fileId, folder, month }: Place, rows: string): Promise<PartSegment[]> {
  const name = `${fileId}-${table.part}-${month.slice(0, 7)}.parquet`;
  const path = join(folder, name);
  await db.execute(`copy (${rows} ${order}) to ${literal(`${path}.building`)} (${parquet})`);
  await onDisk(() => putInPlace(`${path}.building`, path));
  const segment = await describe(db, { name, fileId, sheet: table.label, month, part: table.part, path });
  if (segment.rows > 0) return [segment];
  await onDisk(() => rm(path));
  return [];
}

async function queryMonths(db: NodeDatabase, view: string): Promise<string[]> {
  const months = await db.query<{ month: string }>(
    `select distinct date_trunc('month', rated_at)::date as month from ${view} where not is_blank and not rejected order by month`,
  );
  return months.map(({ month }) => month);
}

async function describe(db: NodeDatabase, segment: Omit<PartSegment, "rows" | "bytes" | "firstId" | "lastId">): Promise<PartSegment> {
  const [found] = await db.query<{ rows: number; firstId: string | null; lastId: string | null }>(
    `select count(*) as rows, min(review_id) as "firstId", max(review_id) as "lastId" from read_parquet(${pathLiteral(segment.path)})`,
  );
  const { size } = await stat(segment.path);
  return { ...segment, rows: found?.rows ?? 0, bytes: size, firstId: found?.firstId ?? "", lastId: found?.lastId ?? "" };
}

const read = (segments: readonly PartSegment[], options = "") =>
  `read_parquet([${segments.map(({ path }) => pathLiteral(path)).join(", ")}]${options})`;

async function hasRepeats(db: NodeDatabase, segments: readonly PartSegment[]): Promise<boolean> {
  if (segments.length === 0) return false;
  // different hashes are different ids, so that as many hashes as rows prove every id to be alone
  const [counts] = await db.query<{ rows: number; hashes: number }>(
    `select sum(n)::bigint as rows, count(*) as hashes from (select hash(review_id) as id, count(*) as n from ${read(segments)} group by id)`,
  );
  return counts?.rows !== counts?.hashes;
}

async function settleRepeats(db: NodeDatabase, segments: readonly PartSegment[]): Promise<void> {
  const parts = segments.map(({ path, part, name }) => `(${literal(path)}, ${part}, ${literal(name)})`).join(", ");
  const again = `select hash(review_id) as id from ${read(segments)} group by id having count(*) > 1`;
  await db.execute(`create or replace temp table event_again as
    with part_of (filename, part, segment) as (values ${parts})
    select part, segment, row_no, review_id, {${columns()
      .map((name) => `${literal(name)}: ${identifier(name)}`)
      .join(", ")}} as content
    from ${read(segments, ", filename = true")} join part_of using (filename)
    where hash(review_id) in (${again})`);
  const settled = `select *, min(content) over same <> max(content) over same as differ, count(*) over same as times,
      row_number() over (partition by review_id order by part, row_no) as nth
    from event_again window same as (partition by review_id)`;
  await db.execute(`insert into event_conflict select part, row_no from (${settled}) where differ`);
  await db.execute(`insert into event_repeat select segment, row_no from (${settled}) where not differ and nth > 1`);
  await db.execute("drop table event_again");
}

/** Keeps the rows that have problems, and counts. A clean file that was read lazily is not read a second time for it. */
async function countFaults(db: NodeDatabase, table: CheckedTable, segments: readonly PartSegment[]) {
  const { part, view, malformed, expectedRows } = table;
  const own = segments.filter((segment) => segment.part === part);
  const rows = own.reduce((sum, segment) => sum + segment.rows, 0);
  const isClean = rows === expectedRows && (own.length === 0 || !(await hasNotes(db, own)));
  const [conflicts] = await db.query<{ n: number }>(`select count(*) as n from event_conflict where part = ${part}`);
  const needsRows = !isClean || (conflicts?.n ?? 0) > 0;
  await db.execute(`create or replace temp table ${faultsOf(table)} as select * from ${view}
    ${needsRows ? `where problems is not null or row_no in (select row_no from event_conflict where part = ${part})` : "limit 0"}`);
  await db.execute(`insert into fate_reviews select ${part}, n, 'conflict' from ${faultsOf(table)}
    where row_no in (select row_no from event_conflict where part = ${part})`);
  const [found] = isClean
    ? [{ rejected: 0, blank: 0 }]
    : await db.query<{ rejected: number; blank: number }>(
        `select (select count(*) from ${faultsOf(table)} where rejected and not is_blank) as rejected, (select count(*) from ${view} where is_blank) as blank`,
      );
  const { rejected = 0, blank = 0 } = found ?? {};
  if (rows + rejected + blank !== expectedRows) throw new IngestError("F150", `${rows} + ${rejected} + ${blank} ≠ ${expectedRows}`);
  return { rowsIn: rows + rejected + malformed.length, rejected: rejected + malformed.length + (conflicts?.n ?? 0) };
}

async function hasNotes(db: NodeDatabase, segments: readonly PartSegment[]): Promise<boolean> {
  const [found] = await db.query(`select 1 as found from ${read(segments)} where noted limit 1`);
  return found !== undefined;
}

/** Writes those segments again, without the rows, that hold some that contradict each other. */
async function takeOutConflicts(db: NodeDatabase, segments: readonly PartSegment[]): Promise<PartSegment[]> {
  const [some] = await db.query("select 1 as found from event_conflict limit 1");
  if (!some) return [...segments];
  const kept: PartSegment[] = [];
  for (const segment of segments) {
    const { path, part } = segment;
    const without = `from read_parquet(${pathLiteral(path)}) where row_no not in (select row_no from event_conflict where part = ${part})`;
    const [count] = await db.query<{ n: number }>(`select count(*) as n ${without}`);
    if (count?.n === segment.rows) {
      kept.push(segment);
      continue;
    }
    await db.execute(`copy (select * ${without} ${order}) to ${literal(`${path}.building`)} (${parquet})`);
    await onDisk(() => putInPlace(`${path}.building`, path));
    const again = await describe(db, segment);
    if (again.rows > 0) kept.push(again);
    else await rm(path);
  }
  return kept;
}
