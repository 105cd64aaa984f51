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
