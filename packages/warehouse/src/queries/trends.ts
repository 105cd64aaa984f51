import type { Database } from "../database.ts";
import type { ResultState } from "./ranking.ts";
import { calendarMonths } from "./registered-months.ts";
import { standsIn, windowLine } from "./window-line.ts";

/** Service of a group of windows in a month. `reporting` of `expected` windows handed in counts; null sums when none did. */
export type GroupMonth = {
  readonly key: string;
  readonly month: string;
  readonly cases: number | null;
  readonly active: number | null;
  readonly good: number | null;
  readonly bad: number | null;
  readonly reporting: number;
  readonly expected: number;
};

export type Grouping = "province" | "city" | "domain";

const keys: Readonly<Record<Grouping, string>> = { province: "'province'", city: "w.city_code", domain: "w.domain" };

/** Every month from the first to the last with data, for every group of that year's register; a month without counts is there, with nulls. */
export function queryGroupMonths(db: Database, { by }: { by: Grouping }): Promise<readonly GroupMonth[]> {
  return db.query<GroupMonth>(
    `
    with calendar as (${calendarMonths})
    select ${keys[by]} as key, c.month, sum(m.cases)::bigint as cases, sum(m.active_reviews)::bigint as active, sum(m.good)::bigint as good,
      sum(m.bad)::bigint as bad, count(coalesce(m.cases, m.active_reviews))::int as reporting, count(*)::int as expected
    from calendar c
    join mart_window w on w.year = year(c.month)
    left join mart_window_month m on m.window_id = w.window_id and m.month = c.month
    where (w.opened_on is null or w.opened_on <= c.month) and (w.closed_on is null or w.closed_on >= c.month)
    group by ${keys[by]}, c.month
    order by key, c.month`,
  );
}

/**
 * The same for one window, whose months without counts are there with nulls. Before a window was renumbered or merged its months are those of
 * the windows that it came from, added up; a part of a window that was split has none of the whole.
 */
export function queryWindowMonths(db: Database, { windowId }: { windowId: string }): Promise<readonly GroupMonth[]> {
  return db.query<GroupMonth>(
    `
    with calendar as (${calendarMonths}), line as (${windowLine("$1")})
    select $1 as key, c.month, sum(m.cases)::bigint as cases, sum(m.active_reviews)::bigint as active, sum(m.good)::bigint as good,
      sum(m.bad)::bigint as bad, count(coalesce(m.cases, m.active_reviews))::int as reporting, count(*)::int as expected
    from calendar c
    join line on line.is_whole and (line.left_on is null or c.month < line.left_on)
    left join mart_window w on w.year = year(c.month) and w.window_id = line.stands_id
    left join mart_window_month m on m.window_id = line.stands_id and m.month = c.month
    where w.window_id is not null and (w.opened_on is null or w.opened_on <= c.month) and (w.closed_on is null or w.closed_on >= c.month)
      or m.window_id is not null and line.left_on is not null
    group by c.month
    order by c.month`,
    [windowId],
  );
}

/** A subject's place in one year of a line of windows: the window itself, or what it came from. */
export type SubjectYear = {
  /** The first window of the line; of a subject that was always the same, itself. */
  readonly line: string;
  readonly subject_id: string;
  readonly year: number;
  readonly subject_name: string;
  readonly city_code: string;
  readonly city: string;
  readonly state: ResultState;
  readonly rank: number | null;
  readonly total_c: number | null;
};

/**
 * Subjects that applied in more than one year, with every year they did. A window that was renumbered is one line with what it was; those
 * that were merged are a line each, as far as they applied, which end in the same places; a part of a window that was split begins anew.
 */
export function queryReturningSubjects(db: Database, { honour }: { honour: string }): Promise<readonly SubjectYear[]> {
  return db.query<SubjectYear>(
    `
    with whole as (select window_id, ancestor_id, left_on from mart_window_line where is_whole),
    lines as (
      select window_id, ancestor_id as line, left_on from whole where ancestor_id not in (select window_id from whole)
      union all
      select window_id, window_id, null from mart_window
      where window_id not in (select window_id from whole)
        or year < (select min(year(left_on)) from whole where whole.window_id = mart_window.window_id)
      group by window_id
    )
    select coalesce(lines.line, r.subject_id) as line, r.subject_id, r.year::int as year, r.subject_name, r.city_code, r.city, r.state,
      r.rank::int as rank, case when r.state in ('unscored', 'not_applied') then null else r.total_c end::int as total_c
    from eval_result r
    left join lines on lines.window_id = r.subject_id and (lines.left_on is null or r.year >= year(lines.left_on))
    where r.honour = $1
    window same as (partition by coalesce(lines.line, r.subject_id))
    qualify count(*) over same > 1
      and bool_or(coalesce(lines.line, r.subject_id) = r.subject_id or r.subject_id not in (select window_id from lines where line = window_id)) over same
    order by line, year, r.subject_id`,
    [honour],
  );
}

/** The register's windows, to choose one from: the name of its latest year. */
export type WindowChoice = { readonly window_id: string; readonly name: string; readonly city: string };

export function queryWindowChoices(db: Database): Promise<readonly WindowChoice[]> {
  return db.query<WindowChoice>(
    `
    select window_id, name, city
    from mart_window
    qualify row_number() over (partition by window_id order by year desc) = 1
    order by city_code, county_code, window_id`,
  );
}

/** How a window did in a year: service from the counts, its place from the results. */
export type WindowYear = {
  readonly year: number;
  readonly name: string;
  readonly cases: number | null;
  readonly active: number | null;
  readonly good: number | null;
  readonly bad: number | null;
  readonly months: number;
  /** Null, as is its place, where several windows stand for it: counts add up, places do not. */
  readonly state: ResultState | null;
  readonly rank: number | null;
  readonly total_c: number | null;
  /** The windows that stand for it in the year, ids joined by `, `. */
  readonly windows: string;
  /** The places of several windows that stand for it, one by one: `示例窗口甲 3; 示例窗口乙 8`; null where there is one. */
  readonly places: string | null;
  /** What stands for it was split since: its place is shown, its counts are not those of the window. */
  readonly is_part: boolean;
};

/** The years of a window; before it was renumbered or merged, those of what it came from. */
export function queryWindowYears(db: Database, { windowId, honour }: { windowId: string; honour: string }): Promise<readonly WindowYear[]> {
  return db.query<WindowYear>(
    `
    with line as (${windowLine("$1")}),
    counted as (
      select year(month) as year, sum(cases)::bigint as cases, sum(active_reviews)::bigint as active, sum(good)::bigint as good,
        sum(bad)::bigint as bad, count(distinct month) filter (where coalesce(cases, active_reviews) is not null)::int as months
      from mart_window_month m
      join line on line.stands_id = m.window_id and line.is_whole and (line.left_on is null or m.month < line.left_on)
      group by year(month)
    ),
    standing as (
      select w.year, w.window_id, w.name, line.is_whole, r.state, r.rank, r.total_c
      from mart_window w
      join line on line.stands_id = w.window_id and ${standsIn("w.year", "line", "$1")}
      left join eval_result r on r.year = w.year and r.honour = $2 and r.subject_id = w.window_id
    )
    select standing.year::int as year, string_agg(distinct name, '、' order by name) as name, any_value(counted.cases) as cases,
      any_value(active) as active, any_value(good) as good, any_value(bad) as bad, coalesce(any_value(months), 0)::int as months,
      case when count(distinct window_id) = 1 then any_value(state) end as state,
      case when count(distinct window_id) = 1 then any_value(rank) end::int as rank,
      case when count(distinct window_id) = 1 then any_value(total_c) end::int as total_c,
      string_agg(distinct window_id, ', ' order by window_id) as windows,
      case when count(distinct window_id) > 1 then string_agg(concat_ws(' ', name, coalesce(rank::varchar, '–')), '; ' order by window_id) end as places,
      bool_or(not is_whole) as is_part
    from standing left join counted on counted.year = standing.year
    group by standing.year
    order by standing.year`,
    [windowId, honour],
  );
}
