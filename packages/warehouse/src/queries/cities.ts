import type { Database } from "../database.ts";
import { itemPoints } from "./item-points.ts";
import { registeredMonths, yearsOfHonour } from "./registered-months.ts";

/** A city in a year: service from the counts, applications from the results. Null where nothing was handed in. */
export type CityYear = {
  readonly year: number;
  readonly city_code: string;
  readonly city: string;
  readonly windows: number;
  readonly cases: number | null;
  readonly active: number | null;
  readonly good: number | null;
  readonly bad: number | null;
  readonly nominated: number;
  readonly scored: number;
  /** Sum of the scored nominees' exact totals in hundredths, rounded once: divide by `scored` for their mean. */
  readonly total_sum_c: number | null;
  readonly best_rank: number | null;
  readonly vetoed: number;
  readonly undecided: number;
  /** Nominees at or above the rank of the final list, vetoed ones left out. */
  readonly within_final: number;
  /** Domains among the nominations, sorted, separated by spaces. */
  readonly domains: string | null;
};

/** Every city in every year of the honour or of the register; `finalSize` is the number of places of the last stage. */
export function queryCityYears(db: Database, { honour, finalSize }: { honour: string; finalSize: number }): Promise<readonly CityYear[]> {
  return db.query<CityYear>(
    `
    with
      run as (${yearsOfHonour}),
      register as (select year, city_code, count(*)::int as windows from mart_window group by year, city_code),
      service as (
        select year, city_code, sum(cases)::bigint as cases, sum(active_reviews)::bigint as active, sum(good)::bigint as good,
          sum(bad)::bigint as bad
        from (${registeredMonths})
        group by year, city_code
      ),
      result as (
        select year, city_code, count(*)::int as nominated, count(*) filter (where state not in ('unscored', 'not_applied'))::int as scored,
          round(sum(cast(total_num as double) / total_den) filter (where state not in ('unscored', 'not_applied')))::int as total_sum_c,
          min(rank)::int as best_rank, count(*) filter (where state = 'vetoed')::int as vetoed,
          count(*) filter (where state = 'undecided')::int as undecided, count(*) filter (where rank <= $2)::int as within_final,
          string_agg(distinct domain, ' ' order by domain) as domains
        from eval_result
        where honour = $1
        group by year, city_code
      )
    select run.year::int as year, c.city_code, c.city, coalesce(g.windows, 0)::int as windows, s.cases, s.active, s.good, s.bad,
      coalesce(r.nominated, 0)::int as nominated, coalesce(r.scored, 0)::int as scored, r.total_sum_c, r.best_rank,
      coalesce(r.vetoed, 0)::int as vetoed, coalesce(r.undecided, 0)::int as undecided, coalesce(r.within_final, 0)::int as within_final, r.domains
    from run
    cross join mart_city c
    left join register g on g.year = run.year and g.city_code = c.city_code
    left join service s on s.year = run.year and s.city_code = c.city_code
    left join result r on r.year = run.year and r.city_code = c.city_code
    order by run.year, c.sort, c.city_code`,
    [honour, finalSize],
  );
}

/** A nominee's total, for the spread within its city. */
export type CityScore = {
  readonly city_code: string;
  readonly subject_id: string;
  readonly subject_name: string;
  readonly domain: string;
  readonly county: string | null;
  readonly state: "ranked" | "undecided" | "vetoed";
  readonly rank: number | null;
  readonly previous_rank: number | null;
  readonly total_c: number;
  /** Hundredths of each item in the scheme's order, separated by spaces; `-` for one without points. */
  readonly items_c: string | null;
};

export function queryCityScores(db: Database, { year, honour }: { year: number; honour: string }): Promise<readonly CityScore[]> {
  return db.query<CityScore>(
    `
    with item as ${itemPoints}
    select r.city_code, r.subject_id, r.subject_name, r.domain, r.county, r.state, r.rank::int as rank, r.previous_rank::int as previous_rank,
      r.total_c::int as total_c, item.items_c
    from eval_result r
    left join item on item.application_id = r.application_id
    where r.year = $1 and r.honour = $2 and r.state not in ('unscored', 'not_applied')
    order by r.city_code, r.total_c desc, r.subject_id`,
    [year, honour],
  );
}

/** What the nominees of a city reach in an item, and of how much; in hundredths, summed over the nominees. */
export type CityItem = {
  readonly year: number;
  readonly city_code: string;
  readonly item: string;
  readonly seq: number;
  readonly applications: number;
  readonly points_sum_c: number;
  readonly max_sum_c: number;
};

export function queryCityItems(db: Database, { honour }: { honour: string }): Promise<readonly CityItem[]> {
  return db.query<CityItem>(
    `
    select r.year::int as year, r.city_code, i.item, min(i.seq)::int as seq, count(*)::int as applications,
      round(sum(cast(i.points_num as double) / i.points_den))::int as points_sum_c, sum(i.max_c)::int as max_sum_c
    from eval_item i
    join eval_result r on r.year = i.year and r.honour = i.honour and r.application_id = i.application_id
    where i.honour = $1 and r.state not in ('unscored', 'not_applied')
    group by r.year, r.city_code, i.item
    order by r.year, r.city_code, seq, i.item`,
    [honour],
  );
}

/** A registered window of a city with its year's service, whether it was nominated or not. */
export type CityWindow = {
  readonly window_id: string;
  readonly name: string;
  readonly county: string | null;
  readonly domain: string;
  readonly cases: number | null;
  readonly active: number | null;
  readonly good: number | null;
  readonly bad: number | null;
};

/** The windows of a city with the most bad reviews among their active ones, at most `limit`; those without any are left out. */
export function queryWindowsInNeed(
  db: Database,
  { year, cityCode, limit }: { year: number; cityCode: string; limit: number },
): Promise<readonly CityWindow[]> {
  return db.query<CityWindow>(
    `
    select w.window_id, w.name, w.county, w.domain, sum(m.cases)::bigint as cases, sum(m.active_reviews)::bigint as active,
      sum(m.good)::bigint as good, sum(m.bad)::bigint as bad
    from mart_window w
    join mart_window_month m on m.window_id = w.window_id and year(m.month) = w.year
    where w.year = $1 and w.city_code = $2
    group by w.window_id, w.name, w.county, w.domain
    having sum(m.bad) > 0 and sum(m.active_reviews) > 0
    order by cast(sum(m.bad) as double) / sum(m.active_reviews) desc, sum(m.bad) desc, w.window_id
    limit $3`,
    [year, cityCode, limit],
  );
}
