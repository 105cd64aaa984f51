import { join } from "node:path";
import type { NodeDatabase } from "@mingchuang/warehouse/node";
import { literal, pathLiteral } from "../sql-text.ts";
import { querySegments, type Segment } from "./segment-ledger.ts";
import type { StagedEvents } from "./stage-segments.ts";
import { requireSegments } from "./sweep-segments.ts";

/**
 * Enters the staged segments of a file into the ledger, with the rows that repeat others of the file and those that other files have too.
 *
 * @throws {IngestError} F151 when a segment that must be compared is missing
 */
export async function storeSegments(db: NodeDatabase, { segments }: StagedEvents, fileId: string, folder: string): Promise<void> {
  const [last] = await db.query<{ no: number }>(`select coalesce(max(segment_no), 0) as "no" from event_segment`);
  for (const [index, { name, sheet, month, rows, bytes, firstId, lastId }] of segments.entries()) {
    const values = [(last?.no ?? 0) + index + 1, literal(name), literal(fileId), literal(sheet), literal(month), rows, bytes];
    await db.execute(`insert into event_segment values (${[...values, literal(firstId), literal(lastId)].join(", ")})`);
  }
  await db.execute(`insert into event_rival
    select segment_no, row_no, ${literal(fileId)} from event_repeat join event_segment using (segment) order by segment_no, row_no`);
  await findRivals(db, fileId, folder);
}

/**
 * Gives a document the segments of another with the same content, which is gone: they are the same files, entered a second time. Its rivals
 * are found anew, since they are those of other paths.
 *
 * @throws {IngestError} F151 when a segment that must be compared is missing
 */
export async function copySegments(db: NodeDatabase, from: string, to: string, folder: string): Promise<void> {
  const [found] = await db.query<{ first: number | null; last: number }>(
    `select min(segment_no) filter (where file_id = $1) as "first", max(segment_no) as "last" from event_segment`,
    [from],
  );
  if (found?.first == null) return;
  const shift = found.last + 1 - found.first;
  await db.execute(`insert into event_segment
    select * replace (segment_no + ${shift} as segment_no, ${literal(to)} as file_id) from event_segment where file_id = ${literal(from)} order by segment_no`);
  await db.execute(`insert into event_rival
    select segment_no + ${shift}, row_no, ${literal(to)} from event_rival join event_segment using (segment_no)
    where event_rival.file_id = ${literal(from)} and event_segment.file_id = ${literal(from)} order by all`);
  await findRivals(db, to, folder);
}

/** Takes the segments of a document out of the ledger: it is a copy again. */
export async function dropSegments(db: NodeDatabase, fileId: string): Promise<void> {
  await db.execute(`delete from event_rival where file_id = ${literal(fileId)}
    or segment_no in (select segment_no from event_segment where file_id = ${literal(fileId)})`);
  await db.execute(`delete from event_segment where file_id = ${literal(fileId)}`);
}

/**
 * Finds the rows that a file shares with other documents by their keys. Only segments whose keys overlap can share any, and only they are
 * read. Both sides are noted, so that it stays right whichever of the two files is in force, or comes later.
 */
async function findRivals(db: NodeDatabase, fileId: string, folder: string): Promise<void> {
  const own = await querySegments(db, `file_id = ${literal(fileId)}`);
  const others = await querySegments(
    db,
    `file_id <> ${literal(fileId)}
    and file_id in (select other.file_id from ingest_file other join ingest_file own on own.path <> other.path where own.file_id = ${literal(fileId)})
    and exists (select 1 from event_segment own where own.file_id = ${literal(fileId)}
      and own.first_id <= event_segment.last_id and event_segment.first_id <= own.last_id)`,
  );
  const met = own.filter((each) => others.some((other) => each.firstId <= other.lastId && other.firstId <= each.lastId));
  if (others.length === 0 || met.length === 0) return;
  await requireSegments(others, folder);
  const [first] = await db.query<{ low: string; high: string }>(
    `select min(first_id) as low, max(last_id) as high from event_segment where file_id = ${literal(fileId)}`,
  );
  const within = `review_id between ${literal(first?.low ?? "")} and ${literal(first?.high ?? "")}`;
  await db.execute(`create or replace temp table event_shared as
    with own as (${idsOf(met, folder)}), other as (${idsOf(others, folder)} where ${within})
    select own.segment_no as own_no, own.row_no as own_row, other.segment_no, other.row_no from other join own using (review_id)`);
  await db.execute(`insert into event_rival select distinct segment_no, row_no, ${literal(fileId)} from event_shared order by all`);
  await db.execute(`insert into event_rival
    select distinct shared.own_no, shared.own_row, segment.file_id from event_shared shared join event_segment segment using (segment_no)
    order by all`);
  await db.execute("drop table event_shared");
}

/** The keys of segments, each with its segment and row. */
function idsOf(segments: readonly Segment[], folder: string): string {
  const paths = segments.map(({ name }) => join(folder, name));
  const numbers = segments.map(({ no }, index) => `(${literal(paths[index] ?? "")}, ${no})`).join(", ");
  return `select segment_no, row_no, review_id
    from read_parquet([${paths.map(pathLiteral).join(", ")}], filename = true) join (values ${numbers}) numbered (filename, segment_no) using (filename)`;
}
