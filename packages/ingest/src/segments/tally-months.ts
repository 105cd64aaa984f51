import { join } from "node:path";
import type { NodeDatabase } from "@mingchuang/warehouse/node";
import { inTransaction } from "../in-transaction.ts";
import { literal, pathLiteral } from "../sql-text.ts";
import { isBad } from "./outcome.ts";
import { querySegments, type Segment } from "./segment-ledger.ts";
import { requireSegments } from "./sweep-segments.ts";

/** Raised whenever the marts of a month would come out otherwise, so that all months are built again. */
const tallyVersion = 1;

/**
 * Brings the marts of events in line with the files in force: a month is built again when other segments, or other rows of them, count in
 * it than when it was built last; no other is read. Answers the months that were built.
 *
 * @throws {IngestError} F151 when a segment is missing
 */
export async function tallyMonths(db: NodeDatabase, folder: string): Promise<readonly string[]> {
  const months = await db.query<{ month: string; built_from: string | null; is_built: boolean }>(`
    with held as (
      select segment_no, count(*) as n, bit_xor(hash(row_no)) as which from event_held group by segment_no
    ), now as (
      select segment.month, string_agg(concat_ws(':', segment_no, segment.file_id, held.n, held.which), ',' order by segment_no) as segments
      from event_segment segment
      join ingest_file file on file.file_id = segment.file_id and file.state = 'loaded' and file.replaced_by is null
      left join held using (segment_no)
      group by segment.month
    )
    select month, if(segments is null, null, md5(concat('${tallyVersion};', segments))) as built_from, event_month.month is not null as is_built
    from now full join event_month using (month)
    where md5(concat('${tallyVersion};', segments)) is distinct from event_month.built_from
    order by month`);
  // in one transaction: of months that are committed one by one the engine writes the whole tables anew, after every second or so
  await inTransaction(db, async () => {
    for (const { month, built_from } of months) {
      for (const table of ["event_month", "event_window_month", "event_handling", "event_bad_review"])
        await db.execute(`delete from ${table} where month = ${literal(month)}`);
      if (built_from === null) continue;
      const segments = await querySegments(
        db,
        `month = ${literal(month)} and file_id in (select file_id from ingest_file where state = 'loaded' and replaced_by is null)`,
      );
      await buildMonth(db, month, segments, await countingRows(db, segments, folder));
      const rows = segments.reduce((sum, { rows: each }) => sum + each, 0);
      await db.query("insert into event_month select $1, $2, $3 - (select count(*) from event_held where month = $1)", [
        month,
        built_from,
        rows,
      ]);
    }
  });
  return months.map(({ month }) => month);
}

/** The rows of segments that count, as a relation: what `columns` names, and whose they are (`file_id`, `sheet`). */
type Rows = (columns: string, where?: string) => string;

async function countingRows(db: NodeDatabase, segments: readonly Segment[], folder: string): Promise<Rows> {
  await requireSegments(segments, folder);
  const held = await db.query<{ no: number }>(`select distinct segment_no as "no" from event_held`);
  return (columns, where = "true") => {
    const parts = segments.map(({ no, name, fileId, sheet }) => {
      const counts = held.some((each) => each.no === no)
        ? `and row_no not in (select row_no from event_held where segment_no = ${no})`
        : "";
      return `select ${columns}, ${literal(fileId)} as file_id, ${literal(sheet)} as sheet
        from read_parquet(${pathLiteral(join(folder, name))}) where ${where} ${counts}`;
    });
    return `(${parts.join(" union all ")})`;
  };
}

/**
 * The handling times of a month. Every window gets one array that its reviews are counted into: to group by window and bucket instead
 * takes half as long again, since those groups are a third as many as the reviews.
 */
async function buildHandling(db: NodeDatabase, day: string, lastBucket: number, rows: string): Promise<void> {
  await db.execute(`insert into event_handling
    with counted as (
      select window_id, count(*)::int as handled, histogram_exact(bucket, range(${lastBucket + 1})::usmallint[]) as bins
      from ${rows} group by window_id
    )
    select window_id, ${day}, handled, [{'bucket': bin.key, 'n': bin.value::uinteger} for bin in map_entries(bins) if bin.value > 0]
    from counted`);
}

async function buildMonth(db: NodeDatabase, month: string, segments: readonly Segment[], rows: Rows): Promise<void> {
  const day = `date ${literal(month)}`;
  const counts = [
    ...[5, 4, 3, 2, 1].map((level) => `outcome % 10 = ${level}`),
    "outcome = 0",
    ...[1, 2, 3].map((cause) => `outcome // 10 = ${cause}`),
  ].map((condition) => `countif(${condition})::int`);
  // nearly always there is one file, which need not be looked for row by row
  const isOne = segments.length === 1;
  const origin = isOne
    ? `${literal(segments[0]?.fileId ?? "")}, ${literal(segments[0]?.sheet ?? "")}, min(row_no)`
    : ["min(file_id)", "min(sheet)", "min(row_no)"]
        .map((value) => `if(min(file_id) = max(file_id) and min(sheet) = max(sheet), ${value}, null)`)
        .join(", ");
  await db.execute(`insert into event_window_month
    select window_id, ${day}, channel, ${counts.join(", ")}, ${origin}
    from ${rows("window_id, channel, row_no, outcome")} group by window_id, channel order by window_id, channel`);
  const [{ last } = { last: null }] = await db.query<{ last: number | null }>(`select max(bucket) as last from ${rows("bucket")}`);
  if (last !== null) await buildHandling(db, day, last, rows("window_id, bucket", "bucket is not null"));
  await db.execute(`insert into event_bad_review
    select review_id, case_id, window_id, person_id, item_code, channel, level, rated_at, cause, text, ${day}, file_id, sheet, row_no
    from ${rows("*", isBad)} order by review_id`);
}
