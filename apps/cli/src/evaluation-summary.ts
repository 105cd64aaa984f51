import type { Scheme } from "@mingchuang/rubric/scheme";
import type { Database } from "@mingchuang/warehouse/database";

/** One year of one honour in figures: how many subjects stand where, and which cuts go through equal ranks. */
export interface YearSummary {
  readonly year: number;
  readonly honour: string;
  readonly edition: string;
  readonly restated: boolean;
  readonly applications: number;
  readonly ranked: number;
  readonly undecided: number;
  readonly vetoed: number;
  readonly unscored: number;
  /** Places (10, 20) at which the subjects on both sides of the line have one rank: the committee has to decide. */
  readonly tiedCuts: readonly number[];
}

type Run = Omit<YearSummary, "tiedCuts"> & { readonly scheme_id: string };

export async function summariseEvaluation(db: Database, schemes: readonly Scheme[]): Promise<YearSummary[]> {
  const runs = await db.query<Run>(`
    select year, honour, scheme_id, edition, restated, applications, ranked, undecided, vetoed, unscored
    from eval_run order by year, honour
  `);
  const groups = await db.query<{ year: number; honour: string; rank: number; size: number }>(`
    select year, honour, rank, count(*)::int as size from eval_result where rank is not null group by all
  `);
  return runs.map(({ scheme_id, ...run }) => {
    const honour = schemes.find(({ id }) => id === scheme_id)?.honours.find(({ id }) => id === run.honour);
    const sizes = (honour?.stages ?? []).map(({ size }) => size);
    const isTied = (cut: number) =>
      groups.some(({ year, honour, rank, size }) => year === run.year && honour === run.honour && rank <= cut && rank + size - 1 > cut);
    return { ...run, tiedCuts: [...new Set(sizes)].filter(isTied).sort((a, b) => a - b) };
  });
}

/** A policy in force that the source does not state. */
export type SilentPolicy = { readonly policy: string; readonly value: string; readonly label_zh: string; readonly label_en: string };

export function querySilentPolicies(db: Database): Promise<readonly SilentPolicy[]> {
  return db.query<SilentPolicy>(`
    select distinct policy, value, label_zh, label_en from eval_policy where silent order by policy, value
  `);
}
