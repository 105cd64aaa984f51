import type { Database } from "../database.ts";

/** An application with what its result was decided on (JSON), and the result that was published. */
export type TrialFactsRow = {
  readonly application_id: string;
  readonly subject_id: string;
  readonly subject_name: string | null;
  readonly city: string | null;
  readonly label: string;
  readonly facts: string;
  readonly excluded: string;
  readonly state: string;
  readonly rank: number | null;
  /** The exact total, in hundredths; null for who has no complete score. */
  readonly total_num: number | null;
  readonly total_den: number | null;
  readonly total_c: number | null;
  readonly tied: boolean;
};

/** Every application of a year and honour, in the order of the result. */
export function queryTrialFacts(db: Database, { year, honour }: { year: number; honour: string }): Promise<readonly TrialFactsRow[]> {
  return db.query<TrialFactsRow>(
    `
    select r.application_id, r.subject_id, r.subject_name, r.city, f.label, f.facts, f.excluded, r.state, r.rank::int as rank,
      r.total_num::double as total_num, r.total_den::double as total_den, r.total_c::int as total_c, r.tied
    from eval_result r
    join eval_facts f on f.year = r.year and f.honour = r.honour and f.application_id = r.application_id
    where r.year = $1 and r.honour = $2
    order by r.rank nulls last, r.application_id`,
    [year, honour],
  );
}

/** What was published about one application at one stage. */
export type TrialOutcomeRow = {
  readonly stage: string;
  readonly application_id: string;
  readonly outcome: "in" | "open" | "out";
};

/** Every application at every stage of a year and honour. */
export function queryTrialOutcomes(db: Database, { year, honour }: { year: number; honour: string }): Promise<readonly TrialOutcomeRow[]> {
  return db.query<TrialOutcomeRow>(
    "select stage, application_id, outcome from eval_selection where year = $1 and honour = $2 order by stage, application_id",
    [year, honour],
  );
}
