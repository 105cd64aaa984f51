import type { Database } from "../database.ts";

/** A bad review of a registered window, with all that was handed in about its handling. Days are `YYYY-MM-DD`; what was not handed in is null. */
export type HandledReview = {
  readonly review_id: string;
  readonly year: number;
  readonly rated_on: string;
  readonly window_id: string;
  readonly window_name: string;
  readonly city_code: string | null;
  readonly domain: string | null;
  readonly channel: string | null;
  readonly level: number | null;
  readonly cause: string | null;
  readonly visited_at: string | null;
  readonly appealed_at: string | null;
  readonly appeal_result: string | null;
  readonly rectified_at: string | null;
  readonly follow_up_level: number | null;
  /** What the reviewer wrote; null also where a profile withholds it. */
  readonly reason: string | null;
  /** Whether the table that the review came in had the column at all: without it a null says nothing about the handling. */
  readonly has_visited_at: boolean;
  readonly has_appealed_at: boolean;
  readonly has_appeal_result: boolean;
  readonly has_rectified_at: boolean;
  readonly has_follow_up_level: boolean;
  readonly file_id: string;
  readonly path: string | null;
  readonly sheet: string | null;
  readonly row_no: number | null;
};

/**
 * SQL that picks the windows of a year's register that a programme is judged over: those that name its scheme or, where none does, those
 * that name no scheme. The scheme is `$1`.
 */
const ofProgramme = `(w.scheme_id = $1
  or w.scheme_id is null and not exists (select 1 from mart_window own where own.year = w.year and own.scheme_id = $1))`;

const handlingFields = ["visited_at", "appealed_at", "appeal_result", "rectified_at", "follow_up_level"] as const;
type HandlingField = (typeof handlingFields)[number];

/**
 * SQL: for every bad review, `has_…` for each field of its handling: whether the table that it came in had the column. On a sheet with
 * several tables a row belongs to the one with the greatest header row above it; a review that came among all reviews is in none.
 */
const handlingColumns = `
  with
    head as (select distinct file_id, coalesce(sheet, '') as sheet, header_row from mart_column where kind = 'bad_reviews'),
    placed as (
      select b.review_id, b.file_id, coalesce(b.sheet, '') as sheet, max(head.header_row) as header_row
      from mart_bad_review b
      join head on head.file_id = b.file_id and head.sheet = coalesce(b.sheet, '') and (b.row_no is null or head.header_row <= b.row_no)
      group by all
    ),
    held as (
      select p.review_id, ${handlingFields.map((field) => `bool_or(c.field = '${field}') as has_${field}`).join(", ")}
      from placed p
      join mart_column c
        on c.kind = 'bad_reviews' and c.file_id = p.file_id and coalesce(c.sheet, '') = p.sheet and c.header_row = p.header_row
      group by p.review_id
    )
  select b.review_id, ${handlingFields.map((field) => `coalesce(held.has_${field}, false) or b.${field} is not null as has_${field}`).join(", ")}
  from mart_bad_review b
  left join held on held.review_id = b.review_id`;

/** The fields of its handling that a bad review cannot have, since its table has no such column; reviews that have all are left out. */
export async function queryAbsentHandling(db: Database): Promise<ReadonlyMap<string, readonly HandlingField[]>> {
  type Row = { readonly [Key in `has_${HandlingField}`]: boolean } & { readonly review_id: string };
  const rows = await db.query<Row>(
    `select * from (${handlingColumns}) where not (${handlingFields.map((field) => `has_${field}`).join(" and ")})`,
  );
  return new Map(rows.map((row) => [row.review_id, handlingFields.filter((field) => !row[`has_${field}`])]));
}

/**
 * The bad reviews of every year at the windows of a programme's register, by day. A review that came among all reviews, or in a list
 * without a column, has no such column: `has_…` says so, so that nobody takes what was never asked for what was not done.
 */
export function queryHandledReviews(db: Database, { schemeId }: { schemeId: string }): Promise<readonly HandledReview[]> {
  return db.query<HandledReview>(
    `
    select b.review_id, w.year::int as year, strftime(b.rated_on, '%Y-%m-%d') as rated_on, b.window_id, w.name as window_name, w.city_code, w.domain,
      b.channel, b.level::int as level, b.cause, strftime(b.visited_at, '%Y-%m-%d') as visited_at,
      strftime(b.appealed_at, '%Y-%m-%d') as appealed_at, b.appeal_result, strftime(b.rectified_at, '%Y-%m-%d') as rectified_at,
      b.follow_up_level::int as follow_up_level, b.reason,
      ${handlingFields.map((field) => `held.has_${field}`).join(", ")}, b.file_id, f.path, b.sheet, b.row_no::int as row_no
    from mart_bad_review b
    join mart_window w on w.window_id = b.window_id and w.year = year(b.rated_on)
    join (${handlingColumns}) held on held.review_id = b.review_id
    left join mart_file f on f.file_id = b.file_id
    where ${ofProgramme}
    order by b.rated_on, b.review_id`,
    [schemeId],
  );
}

/** How many bad reviews of a year are about windows that stand in no register of it, or not in the programme's, or have no day: in no figure. */
export async function queryUnplacedReviews(
  db: Database,
  { schemeId, year }: { schemeId: string; year: number },
): Promise<{ readonly unregistered: number; readonly undated: number }> {
  const [row] = await db.query<{ unregistered: number; undated: number }>(
    `
    select count(*) filter (where year(b.rated_on) = $2 and w.window_id is null)::int as unregistered,
      count(*) filter (where b.rated_on is null)::int as undated
    from mart_bad_review b
    left join mart_window w on w.window_id = b.window_id and w.year = year(b.rated_on) and ${ofProgramme}`,
    [schemeId, year],
  );
  return row ?? { unregistered: 0, undated: 0 };
}

/** Counts of a month at the windows of a programme's register; null where nothing was handed in. */
export type ActiveMonth = {
  readonly month: string;
  /** Cases and active reviews of the windows that handed in both, so that one is a share of the other. */
  readonly cases: number | null;
  readonly active: number | null;
  readonly bad: number | null;
  /** The windows that handed in both, of those that should have. */
  readonly reporting: number;
  readonly expected: number;
};

/** The months of a year, in one city or domain or in all; windows that were not open yet, or closed, are not expected to hand in. */
export function queryActiveMonths(
  db: Database,
  { schemeId, year, city = null, domain = null }: { schemeId: string; year: number; city?: string | null; domain?: string | null },
): Promise<readonly ActiveMonth[]> {
  return db.query<ActiveMonth>(
    `
    with month as (select cast(unnest(generate_series(make_date($2::int, 1, 1), make_date($2::int, 12, 1), interval 1 month)) as date) as month)
    select strftime(month.month, '%Y-%m') as month, sum(m.cases) filter (where m.active_reviews is not null)::bigint as cases,
      sum(m.active_reviews) filter (where m.cases is not null)::bigint as active, sum(m.bad)::bigint as bad,
      count(*) filter (where m.cases is not null and m.active_reviews is not null)::int as reporting, count(*)::int as expected
    from month
    join mart_window w on w.year = $2::int and (w.opened_on is null or w.opened_on <= month.month) and (w.closed_on is null or w.closed_on >= month.month)
    left join mart_window_month m on m.window_id = w.window_id and m.month = month.month
    where ${ofProgramme} and ($3::varchar is null or w.city_code = $3::varchar) and ($4::varchar is null or w.domain = $4::varchar)
    group by month.month
    order by month.month`,
    [schemeId, year, city, domain],
  );
}

/** What became of the complaints of a year at the windows of a programme's register. */
export type ComplaintYear = {
  readonly year: number;
  readonly received: number;
  readonly found_true: number;
  readonly found_untrue: number;
  readonly pending: number;
  /** Nobody says whether they were looked into: questions, suggestions, praise. */
  readonly without_finding: number;
  readonly closed: number;
  readonly satisfied: number;
  /** Those of which somebody said whether the complainant is satisfied. */
  readonly asked: number;
};

export function queryComplaintYears(
  db: Database,
  { schemeId, city = null, domain = null }: { schemeId: string; city?: string | null; domain?: string | null },
): Promise<readonly ComplaintYear[]> {
  return db.query<ComplaintYear>(
    `
    select w.year::int as year, count(*)::int as received, count(*) filter (where c.verified = 'true')::int as found_true,
      count(*) filter (where c.verified = 'false')::int as found_untrue, count(*) filter (where c.verified = 'pending')::int as pending,
      count(*) filter (where c.verified is null)::int as without_finding, count(c.closed_on)::int as closed,
      count(*) filter (where c.satisfied)::int as satisfied, count(c.satisfied)::int as asked
    from mart_complaint c
    join mart_window w on w.window_id = c.window_id and w.year = year(c.received_on)
    where ${ofProgramme} and ($2::varchar is null or w.city_code = $2::varchar) and ($3::varchar is null or w.domain = $3::varchar)
    group by w.year
    order by w.year`,
    [schemeId, city, domain],
  );
}
