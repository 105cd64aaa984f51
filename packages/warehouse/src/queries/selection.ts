import type { Database } from "../database.ts";

/** One stage of a selection as it came out; `stage` is null when the selection was refused as a whole. */
export type StageRow = {
  readonly stage: string | null;
  readonly seq: number;
  readonly status: "settled" | "open" | "impossible" | "refused";
  /** A place of an earlier stage is still open, and those who may fill it take part. */
  readonly provisional: boolean;
  readonly least: number | null;
  readonly most: number | null;
  readonly chosen: number;
  readonly open: number;
  readonly vacant: number | null;
  readonly sentence_zh: string | null;
  readonly sentence_en: string | null;
};

/** The stages of a year and honour, the nominations first. */
export function queryStages(db: Database, { year, honour }: { year: number; honour: string }): Promise<readonly StageRow[]> {
  return db.query<StageRow>(
    `
    select stage, seq::int as seq, status, provisional, least::int as least, most::int as most, chosen::int as chosen,
      open::int as open, vacant::int as vacant, sentence_zh, sentence_en
    from eval_stage
    where year = $1 and honour = $2
    order by seq`,
    [year, honour],
  );
}

/** What became of one application at one stage, with what the rules of a selection look at. */
export type VerdictRow = {
  readonly stage: string;
  readonly application_id: string;
  readonly subject_id: string;
  readonly subject_name: string | null;
  readonly rank: number | null;
  readonly outcome: "in" | "open" | "out";
  readonly reason: "rank" | "moved-up" | "needed" | "committee" | "tied" | "barred" | "full" | "displaced" | "below";
  /** Why it cannot be chosen at all, when `reason` is `barred`. */
  readonly bar: string | null;
  /** The rules that decided, `, ` between them; those it stands against likewise (application ids). */
  readonly rules: string | null;
  readonly behind: string | null;
  /** How far their total is ahead, exactly, in hundredths. */
  readonly behind_num: number | null;
  readonly behind_den: number | null;
  readonly sentence_zh: string | null;
  readonly sentence_en: string | null;
  readonly state: string;
  /** Null for who has no complete score. */
  readonly total_num: number | null;
  readonly total_den: number | null;
  readonly total_c: number | null;
  readonly city_code: string | null;
  readonly city: string | null;
  readonly county: string | null;
  readonly domain: string | null;
  readonly level: string | null;
  readonly tier: string | null;
  readonly unit: string | null;
  readonly window_name: string | null;
};

/** Every application at every stage of a year and honour: by stage, then by rank, those without one last. */
export function queryVerdicts(db: Database, { year, honour }: { year: number; honour: string }): Promise<readonly VerdictRow[]> {
  return db.query<VerdictRow>(
    `
    with application as (
      select year, honour, application_id, min(tier) as tier, min(unit) as unit
      from mart_application
      where year = $1 and honour = $2
      group by all
    )
    select
      v.stage, v.application_id, v.subject_id, v.subject_name, v.rank::int as rank, v.outcome, v.reason, v.bar, v.rules, v.behind,
      v.behind_num::double as behind_num, v.behind_den::double as behind_den, v.sentence_zh, v.sentence_en,
      r.state, r.total_num::double as total_num, r.total_den::double as total_den, r.total_c::int as total_c,
      r.city_code, r.city, r.county, r.domain, r.level, a.tier, coalesce(a.unit, w.unit) as unit, w.name as window_name
    from eval_selection v
    join eval_stage s on s.year = v.year and s.honour = v.honour and s.stage = v.stage
    join eval_result r on r.year = v.year and r.honour = v.honour and r.application_id = v.application_id
    left join application a on a.application_id = v.application_id
    left join mart_window w on w.window_id = r.window_id and w.year = r.year
    where v.year = $1 and v.honour = $2
    order by s.seq, v.rank nulls last, v.application_id`,
    [year, honour],
  );
}

/** A policy that a run was judged under, and the option in force. */
export type PolicyChoice = { readonly policy: string; readonly value: string };

export function queryPolicyChoices(
  db: Database,
  { schemeId, honour }: { schemeId: string; honour: string },
): Promise<readonly PolicyChoice[]> {
  return db.query<PolicyChoice>(
    "select policy, min(value) as value from eval_policy where scheme_id = $1 and honour = $2 group by policy order by policy",
    [schemeId, honour],
  );
}
