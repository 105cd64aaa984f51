import { dirname, join } from "node:path";
import type { NodeDatabase } from "@mingchuang/warehouse/node";

/** Where the segments of a store lie. The store names each that counts; a file here that it does not name is what a killed load left. */
export const segmentFolder = (storePath: string): string => join(dirname(storePath), "events");

const living = (file: string) => `${file}.state = 'loaded' and ${file}.replaced_by is null`;

/**
 * What the store keeps of events, whose rows lie in segments: which segment is whose, which rows another file has as well, and the marts.
 * A segment and its rivals are written once and never changed; which row counts follows from which files are in force.
 */
export const segmentSchema: readonly string[] = [
  `create table event_segment (
    segment_no integer not null, segment varchar not null, file_id varchar not null, sheet varchar not null, month date not null,
    row_count integer not null, bytes bigint not null, first_id varchar not null, last_id varchar not null)`,
  // a row of a segment whose key a row of another file has, or (by its own file) an earlier row of its own file
  `create table event_rival (segment_no integer not null, row_no integer not null, file_id varchar not null)`,
  `create view event_held as
    select distinct segment.file_id, segment.sheet, segment.month, rival.segment_no, rival.row_no
    from event_rival rival
    join event_segment segment using (segment_no)
    join ingest_file own on own.file_id = segment.file_id and ${living("own")}
    join ingest_file other on other.file_id = rival.file_id
    where rival.file_id = segment.file_id or (${living("other")} and other.seq > own.seq)`,
  `create table event_month (month date not null, built_from varchar not null, row_count integer not null)`,
  `create table event_window_month (
    window_id varchar not null, month date not null, channel varchar, level_5 integer not null, level_4 integer not null, level_3 integer not null,
    level_2 integer not null, level_1 integer not null, default_reviews integer not null, bad_objective integer not null,
    bad_not_objective integer not null, bad_undecided integer not null, file_id varchar, sheet varchar, first_row integer)`,
  `create table event_handling (
    window_id varchar not null, month date not null, handled integer not null, bins struct(bucket usmallint, n uinteger)[] not null)`,
  `create table event_bad_review (
    review_id varchar not null, case_id varchar, window_id varchar not null, person_id varchar, item_code varchar, channel varchar,
    level integer not null, rated_at timestamp not null, cause varchar, text varchar, month date not null, file_id varchar not null,
    sheet varchar not null, row_no integer not null)`,
];

/** The account of events by file and sheet, as `stored` of the view `ingest_account` has it of other kinds. */
export const segmentAccount = `select segment.file_id, segment.sheet, 'reviews' as kind,
      sum(case when ${living("file")} then segment.row_count - coalesce(held.n, 0) else 0 end)::bigint as accepted,
      sum(case when ${living("file")} then coalesce(held.n, 0) else segment.row_count end)::bigint as superseded
    from event_segment segment
    join ingest_file file using (file_id)
    left join (select file_id, segment_no, count(*) as n from event_held group by all) held using (file_id, segment_no)
    group by segment.file_id, segment.sheet`;

/** A segment as the store names it. */
export interface Segment {
  readonly no: number;
  /** The name of its file in the folder of segments. */
  readonly name: string;
  readonly fileId: string;
  readonly sheet: string;
  readonly month: string;
  readonly rows: number;
  readonly bytes: number;
  readonly firstId: string;
  readonly lastId: string;
}

export function querySegments(db: NodeDatabase, where = "true"): Promise<readonly Segment[]> {
  return db.query(
    `select segment_no as "no", segment as "name", file_id as "fileId", sheet, month, row_count as "rows", bytes, first_id as "firstId",
      last_id as "lastId"
    from event_segment where ${where} order by segment_no`,
  ) as Promise<readonly unknown[]> as Promise<readonly Segment[]>;
}
