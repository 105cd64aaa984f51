import type { Database } from "../database.ts";
import { itemPoints } from "./item-points.ts";
import { calendarMonths, registeredMonths, yearsOfHonour } from "./registered-months.ts";

/**
 * A year in figures: service as the counts of the registered windows say, applications as the run counted them, since a profile may
 * withhold the results of some. Counts are null where nothing was handed in; an honour that nobody was judged for has no applications.
 */
export type YearFigures = {
  readonly year: number;
  readonly cases: number | null;
  readonly active: number | null;
  readonly good: number | null;
  readonly bad: number | null;
  readonly nominated: number;
  readonly vetoed: number;
  readonly undecided: number;
  readonly unscored: number;
  /** Windows that handed in counts but stand in no register of the year, and their cases: in none of the sums above. */
  readonly unregistered: number;
  readonly unregistered_cases: number | null;
};

export function queryYearFigures(db: Database, { honour }: { honour: string }): Promise<readonly YearFigures[]> {
  return db.query<YearFigures>(
    `
    with
      service as (
        select year, sum(cases)::bigint as cases, sum(active_reviews)::bigint as active, sum(good)::bigint as good, sum(bad)::bigint as bad
        from (${registeredMonths})
        group by year
      ),
      stranger as (
        select year(m.month) as year, count(distinct m.window_id)::int as windows, sum(m.cases)::bigint as cases
        from mart_window_month m
        anti join mart_window w on w.window_id = m.window_id and w.year = year(m.month)
        group by year(m.month)
      )
    select y.year::int as year, s.cases, s.active, s.good, s.bad, coalesce(r.applications, 0)::int as nominated,
      coalesce(r.vetoed, 0)::int as vetoed, coalesce(r.undecided, 0)::int as undecided, coalesce(r.unscored, 0)::int as unscored,
      coalesce(x.windows, 0)::int as unregistered, x.cases as unregistered_cases
    from (${yearsOfHonour}) y
    left join eval_run r on r.year = y.year and r.honour = $1
    left join service s on s.year = y.year
    left join stranger x on x.year = y.year
    order by y.year`,
    [honour],
  );
}

/** What a committee must look at before it trusts the list of a year. What rests on withheld tables is 0: `mart_withheld` says which. */
export type Warnings = {
  readonly vetoed: number;
  readonly undecided: number;
  readonly near: number;
  readonly unscored: number;
  /** Applications some of whose sheets took no part in the total because cells are blank. */
  readonly incomplete_applications: number;
  readonly incomplete_sheets: number;
  readonly missing_months: number;
  readonly windows_with_gaps: number;
  readonly rejected_rows: number | null;
  readonly rejected_files: number | null;
};

/** Nominees by their worst rule: a vetoed one is not counted again as near. */
export async function queryWarnings(db: Database, { year, honour }: { year: number; honour: string }): Promise<Warnings | null> {
  const [row] = await db.query<Warnings>(
    `
    with
      nominee as (select application_id, subject_id, state from eval_result where year = $1 and honour = $2),
      near as (
        select count(distinct v.subject_id)::int as near
        from eval_veto v
        join nominee n on n.subject_id = v.subject_id and n.state in ('ranked', 'unscored')
        where v.year = $1 and v.honour = $2 and v.state = 'near'
      ),
      sheet as (
        select count(distinct application_id)::int as applications, count(*)::int as sheets
        from eval_sheet
        where year = $1 and honour = $2 and not kept and dropped_because = 'incomplete'
      ),
      gap as (select count(*)::int as months, count(distinct window_id)::int as windows from (${missingMonths}) where year = $1),
      rejected as (
        select sum(rejected)::int as rejected_rows, count(*) filter (where rejected > 0)::int as rejected_files
        from mart_file
        where replaced_by is null
      )
    select coalesce(run.vetoed, 0)::int as vetoed, coalesce(run.undecided, 0)::int as undecided, near.near,
      coalesce(run.unscored, 0)::int as unscored,
      sheet.applications as incomplete_applications, sheet.sheets as incomplete_sheets,
      gap.months as missing_months, gap.windows as windows_with_gaps,
      rejected.rejected_rows, rejected.rejected_files
    from near, sheet, gap, rejected
    left join eval_run run on run.year = $1 and run.honour = $2`,
    [year, honour],
  );
  return row ?? null;
}

/**
 * Window-months that should have counts and have none: the window was in that year's register and open for the month, and the month ended
 * by the as-of day. A month before the first and after the last one with any data at all is not yet due.
 */
export const missingMonths = `
  with
    reported as (select window_id, month from (${registeredMonths}) where cases is not null or active_reviews is not null),
    calendar as (${calendarMonths})
  select w.year::int as year, c.month, w.window_id, w.name, w.city_code, w.city, w.domain
  from mart_window w
  join calendar c on year(c.month) = w.year
  left join reported r on r.window_id = w.window_id and r.month = c.month
  where r.window_id is null
    and (w.opened_on is null or w.opened_on <= c.month)
    and (w.closed_on is null or w.closed_on >= c.month)`;

export type MissingMonth = {
  readonly month: string;
  readonly window_id: string;
  readonly name: string;
  readonly city_code: string;
  readonly city: string;
  readonly domain: string;
};

export function queryMissingMonths(db: Database, { year }: { year: number }): Promise<readonly MissingMonth[]> {
  return db.query<MissingMonth>(
    `select month, window_id, name, city_code, city, domain from (${missingMonths}) where year = $1 order by month, city_code, window_id`,
    [year],
  );
}

/** Equal ranks that straddle the cut of a stage: more subjects hold the rank than places are left. */
export type CutTie = { readonly cut: number; readonly rank: number; readonly subjects: number };

export function queryCutTies(
  db: Database,
  { year, honour, cuts }: { year: number; honour: string; cuts: readonly number[] },
): Promise<readonly CutTie[]> {
  if (cuts.length === 0) return Promise.resolve([]);
  const places = cuts.map((_, index) => `($${index + 3}::int)`).join(", ");
  return db.query<CutTie>(
    `
    with
      cut(cut) as (values ${places}),
      held as (
        select rank::int as rank, count(*)::int as subjects
        from eval_result
        where year = $1 and honour = $2 and rank is not null
        group by rank
        having count(*) > 1
      )
    select cut.cut, held.rank, held.subjects
    from cut
    join held on held.rank <= cut.cut and held.rank + held.subjects - 1 > cut.cut
    order by cut.cut`,
    [year, honour, ...cuts],
  );
}

/** How many lead: of the overview, and of a city where the scheme names no final selection. */
export const leadingPlaces = 10;

export type Leader = {
  readonly application_id: string;
  readonly subject_id: string;
  readonly subject_name: string;
  readonly city: string;
  readonly state: "ranked" | "undecided";
  readonly rank: number;
  readonly previous_rank: number | null;
  readonly tied: boolean;
  readonly total_c: number;
  /** Hundredths of each item in the scheme's order, separated by spaces; `-` for one without points. */
  readonly items_c: string | null;
};

/** Who holds a rank up to `places`: more than that many when the last rank is shared. */
export function queryLeaders(
  db: Database,
  { year, honour, places }: { year: number; honour: string; places: number },
): Promise<readonly Leader[]> {
  return db.query<Leader>(
    `
    with item as ${itemPoints}
    select r.application_id, r.subject_id, r.subject_name, r.city, r.state, r.rank::int as rank, r.previous_rank::int as previous_rank, r.tied,
      r.total_c::int as total_c, item.items_c
    from eval_result r
    left join item on item.application_id = r.application_id
    where r.year = $1 and r.honour = $2 and r.rank <= $3
    order by r.rank, r.application_id`,
    [year, honour, places],
  );
}
