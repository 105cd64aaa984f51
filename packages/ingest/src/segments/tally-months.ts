import { join } from "node:path";
import { handlingBucket } from "@mingchuang/warehouse/handling-time";
import type { NodeDatabase } from "@mingchuang/warehouse/node";
import { literal, pathLiteral } from "../sql-text.ts";
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
  for (const { month, built_from } of months) {
    for (const table of ["event_month", "event_window_month", "event_handling", "event_bad_review"])
      await db.execute(`delete from ${table} where month = ${literal(month)}`);
    if (built_from === null) continue;
    const segments = await querySegments(
      db,
      `month = ${literal(month)} and file_id in (select file_id from ingest_file where state = 'loaded' and replaced_by is null)`,
    );
    await buildMonth(db, month, await countingRows(db, segments, folder));
    const rows = segments.reduce((sum, { rows: each }) => sum + each, 0);
    await db.query("insert into event_month select $1, $2, $3 - (select count(*) from event_held where month = $1)", [
      month,
      built_from,
      rows,
    ]);
  }
  return months.map(({ month }) => month);
}

/** The rows of segments that count, as a relation over which `select` takes what it names. */
type Rows = (columns: string, where?: string) => string;

async function countingRows(db: NodeDatabase, segments: readonly Segment[], folder: string): Promise<Rows> {
  await requireSegments(segments, folder);
  const held = await db.query<{ no: number }>(`select distinct segment_no as "no" from event_held`);
  const isHeld = ({ no }: Segment) => held.some((each) => each.no === no);
  const whole = segments.filter((segment) => !isHeld(segment));
  const path = ({ name }: Segment) => pathLiteral(join(folder, name));
  return (columns, where = "true") => {
    const parts = segments.filter(isHeld).map(
      (segment) => `select ${columns} from read_parquet(${path(segment)}, filename = true)
        where ${where} and row_no not in (select row_no from event_held where segment_no = ${segment.no})`,
    );
    if (whole.length > 0)
      parts.push(`select ${columns} from read_parquet([${whole.map(path).join(", ")}], filename = true) where ${where}`);
    return `(${parts.join(" union all ")})`;
  };
}

async function buildMonth(db: NodeDatabase, month: string, rows: Rows): Promise<void> {
  const day = `date ${literal(month)}`;
  const outcome = `case when is_default then 0 when level > 2 then level
    else level + case cause when 'objective' then 10 when 'not_objective' then 20 else 30 end end as outcome`;
  const bad = (level: number) => `sum(n) filter (where outcome % 10 = ${level})`;
  const because = (tens: number) => `sum(n) filter (where outcome // 10 = ${tens})`;
  await db.execute(`insert into event_window_month
    with counted as (select window_id, channel, outcome, count(*) as n from ${rows(`window_id, channel, ${outcome}`)} group by all)
    select window_id, ${day}, channel,
      ${[
        ...[5, 4, 3].map((level) => `sum(n) filter (where outcome = ${level})`),
        bad(2),
        bad(1),
        "sum(n) filter (where outcome = 0)",
        ...[1, 2, 3].map(because),
      ]
        .map((sum) => `coalesce(${sum}, 0)::int`)
        .join(", ")}
    from counted group by window_id, channel order by window_id, channel`);
  await db.execute(`insert into event_handling
    with counted as (
      select window_id, bucket, count(*)::uinteger as n from ${rows(`window_id, ${handlingBucket("minutes")} as bucket`, "minutes is not null")} group by all
    )
    select window_id, ${day}, sum(n)::int, list({'bucket': bucket, 'n': n} order by bucket) from counted group by window_id order by window_id`);
  await db.execute(`insert into event_bad_review
    select review_id, case_id, window_id, person_id, item_code, channel, level, rated_at, cause, text, ${day}, segment.file_id, segment.sheet, row_no
    from ${rows("*", "level <= 2 and not is_default")} bad
    join event_segment segment on ends_with(bad.filename, segment.segment)
    join ingest_file file on file.file_id = segment.file_id and file.state = 'loaded' and file.replaced_by is null
    order by review_id`);
}
