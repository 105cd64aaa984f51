import type { Database } from "../database.ts";
import { itemPoints } from "./item-points.ts";

export type ResultState = "ranked" | "undecided" | "vetoed" | "unscored" | "ineligible" | "not_applied";

/** One application of a year and honour with all a ranking shows of it; flat, since a list may have 100,000 of them. */
export type RankingRow = {
  readonly application_id: string;
  readonly subject_id: string;
  readonly subject_name: string;
  readonly window_id: string;
  readonly window_name: string | null;
  readonly city_code: string;
  readonly city: string;
  readonly county_code: string | null;
  readonly county: string | null;
  readonly domain: string;
  readonly level: string;
  readonly state: ResultState;
  readonly total_num: number;
  readonly total_den: number;
  readonly total_c: number;
  readonly base_c: number;
  readonly bonus_c: number;
  readonly self_c: number | null;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly tie_broken_by: "total" | "bad_reviews" | "good_rate" | "none";
  readonly counted_bad: number;
  readonly good: number | null;
  readonly active: number | null;
  readonly sheets_kept: number;
  readonly sheets_dropped: number;
  readonly previous_rank: number | null;
  readonly previous_total_c: number | null;
  /** Hundredths of each item in the scheme's order, separated by spaces, `-` where there are none: `1000 1850 -`. */
  readonly items_c: string | null;
  /** Veto rules that are not clear: `V2:near:3:0:4` (rule, state, counted, undecided, threshold), separated by spaces. */
  readonly vetoes: string | null;
  /** The tier that the subject applied in, where the scheme has tiers: ranks are then those of the tier. */
  readonly tier: string | null;
};

/** How many applications came to what, all counted, also those whose rows a profile leaves out. */
export type RunCounts = {
  readonly applications: number;
  readonly ranked: number;
  readonly undecided: number;
  readonly vetoed: number;
  readonly unscored: number;
  readonly ineligible: number;
  readonly not_applied: number;
};

export async function queryRunCounts(db: Database, { year, honour }: { year: number; honour: string }): Promise<RunCounts | null> {
  const [counts] = await db.query<RunCounts>(
    `
    select applications::int as applications, ranked::int as ranked, undecided::int as undecided, vetoed::int as vetoed,
      unscored::int as unscored, ineligible::int as ineligible, not_applied::int as not_applied
    from eval_run
    where year = $1 and honour = $2`,
    [year, honour],
  );
  return counts ?? null;
}

/** How many applications of a year and honour the file has results of; a profile may leave some out. */
export async function queryShownResults(db: Database, { year, honour }: { year: number; honour: string }): Promise<number> {
  const [row] = await db.query<{ readonly n: number }>("select count(*)::int as n from eval_result where year = $1 and honour = $2", [
    year,
    honour,
  ]);
  return row?.n ?? 0;
}

/** Every application of a year and honour, in the order of application numbers. The order of merit is `rank`'s business. */
export function queryRanking(db: Database, { year, honour }: { year: number; honour: string }): Promise<readonly RankingRow[]> {
  return db.query<RankingRow>(
    `
    with
      item as ${itemPoints},
      veto as (
        select subject_id, string_agg(concat_ws(':', rule, state, counted, undecided, threshold), ' ' order by rule) as vetoes
        from eval_veto
        where year = $1 and honour = $2 and state <> 'clear'
        group by subject_id
      )
    select
      r.application_id, r.subject_id, r.subject_name, r.window_id, w.name as window_name,
      r.city_code, r.city, r.county_code, r.county, r.domain, r.level, r.state,
      r.total_num::double as total_num, r.total_den::double as total_den,
      r.total_c::int as total_c, r.base_c::int as base_c, r.bonus_c::int as bonus_c, r.self_c::int as self_c,
      r.rank::int as rank, r.tied, r.tie_broken_by, r.counted_bad::int as counted_bad, r.good::int as good, r.active::int as active,
      r.sheets_kept::int as sheets_kept, r.sheets_dropped::int as sheets_dropped,
      r.previous_rank::int as previous_rank, r.previous_total_c::int as previous_total_c,
      item.items_c, veto.vetoes, a.tier
    from eval_result r
    left join mart_application a on a.application_id = r.application_id and a.year = r.year
    left join mart_window w on w.window_id = r.window_id and w.year = r.year
    left join item on item.application_id = r.application_id
    left join veto on veto.subject_id = r.subject_id
    where r.year = $1 and r.honour = $2
    order by r.application_id`,
    [year, honour],
  );
}

/** The items of one application as exact ratios of hundredths, `organisation=7000/7 bonus=800/1`; those without points are left out. */
export type ExactItemsRow = { readonly application_id: string; readonly items: string };

/** The exact points of every item of a year and honour: what a sheet must add up, since rounded items need not come to the rounded total. */
export function queryExactItems(db: Database, { year, honour }: { year: number; honour: string }): Promise<readonly ExactItemsRow[]> {
  return db.query<ExactItemsRow>(
    `
    select application_id, string_agg(concat(item, '=', points_num, '/', points_den), ' ' order by seq) as items
    from eval_item
    where year = $1 and honour = $2 and points_num is not null
    group by application_id
    order by application_id`,
    [year, honour],
  );
}
