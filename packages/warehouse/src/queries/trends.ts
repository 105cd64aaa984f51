import type { Database } from "../database.ts";
import { calendarMonths } from "./registered-months.ts";

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

/** The same for one window, whose months without counts are there with nulls. */
export function queryWindowMonths(db: Database, { windowId }: { windowId: string }): Promise<readonly GroupMonth[]> {
  return db.query<GroupMonth>(
    `
    with calendar as (${calendarMonths})
    select w.window_id as key, c.month, m.cases::bigint as cases, m.active_reviews::bigint as active, m.good::bigint as good, m.bad::bigint as bad,
      count(coalesce(m.cases, m.active_reviews)) over (partition by c.month)::int as reporting, 1::int as expected
    from calendar c
    join mart_window w on w.year = year(c.month) and w.window_id = $1
    left join mart_window_month m on m.window_id = w.window_id and m.month = c.month
    where (w.opened_on is null or w.opened_on <= c.month) and (w.closed_on is null or w.closed_on >= c.month)
    order by c.month`,
    [windowId],
  );
}

/** A subject's places over the years. */
export type SubjectYear = {
  readonly subject_id: string;
  readonly year: number;
  readonly subject_name: string;
  readonly city_code: string;
  readonly city: string;
  readonly state: "ranked" | "undecided" | "vetoed" | "unscored";
  readonly rank: number | null;
  readonly total_c: number | null;
};

/** Subjects that applied in more than one year, with every year they did. */
export function queryReturningSubjects(db: Database, { honour }: { honour: string }): Promise<readonly SubjectYear[]> {
  return db.query<SubjectYear>(
    `
    select subject_id, year::int as year, subject_name, city_code, city, state, rank::int as rank,
      case when state = 'unscored' then null else total_c end::int as total_c
    from eval_result
    where honour = $1
    qualify count(*) over (partition by subject_id) > 1
    order by subject_id, year`,
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
  readonly state: "ranked" | "undecided" | "vetoed" | "unscored" | null;
  readonly rank: number | null;
  readonly total_c: number | null;
};

export function queryWindowYears(db: Database, { windowId }: { windowId: string }): Promise<readonly WindowYear[]> {
  return db.query<WindowYear>(
    `
    select w.year::int as year, w.name, m.cases, m.active, m.good, m.bad, coalesce(m.months, 0)::int as months, r.state, r.rank::int as rank,
      r.total_c::int as total_c
    from mart_window w
    left join (
      select year(month) as year, sum(cases)::bigint as cases, sum(active_reviews)::bigint as active, sum(good)::bigint as good,
        sum(bad)::bigint as bad, count(coalesce(cases, active_reviews))::int as months
      from mart_window_month
      where window_id = $1
      group by year(month)
    ) m on m.year = w.year
    left join eval_result r on r.year = w.year and r.honour = 'red-flag-window' and r.subject_id = w.window_id
    where w.window_id = $1
    order by w.year`,
    [windowId],
  );
}
