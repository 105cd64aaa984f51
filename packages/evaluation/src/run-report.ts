import type { SqlRow } from "@mingchuang/warehouse/database";
import type { Round } from "./facts.ts";
import type { JudgedRun, Terms } from "./judge.ts";
import type { Run } from "./runs.ts";
import { hashScheme } from "./seal.ts";

/** A rank whose subjects a stage's cut goes through: the committee has to decide. */
export interface TieAtCut {
  readonly stage: string;
  readonly rank: number;
  readonly applications: readonly string[];
}

/** A row of `eval_run`, and the ties at the cuts of its stages. */
export interface RunReport {
  readonly year: number;
  readonly honour: string;
  readonly schemeId: string;
  readonly edition: string;
  /** Judged under the edition of another year. */
  readonly restated: boolean;
  readonly asOf: string;
  readonly round: Round;
  readonly applications: number;
  readonly ranked: number;
  readonly undecided: number;
  readonly vetoed: number;
  readonly unscored: number;
  readonly ineligible: number;
  readonly notApplied: number;
  /** Sheets that took no part in a score. */
  readonly sheetsDropped: number;
  readonly tiesAtCut: readonly TieAtCut[];
}

/** Sums a run up. */
export function reportRun(run: Run, { judged }: JudgedRun, { asOf, round }: Terms): RunReport {
  const { year, honour, scheme } = run;
  const count = (state: string) => judged.filter(({ ranked }) => ranked.state === state).length;
  const tiesAtCut = honour.stages.flatMap(({ id }) => {
    const tied = judged.filter(({ ranked }) => ranked.tiedAtCut.includes(id));
    const rank = tied[0]?.ranked.rank ?? null;
    return rank === null ? [] : [{ stage: id, rank, applications: tied.map(({ applicant }) => applicant.application_id) }];
  });
  return {
    year,
    honour: honour.id,
    schemeId: scheme.id,
    edition: scheme.edition,
    restated: scheme.year !== year,
    asOf,
    round,
    applications: judged.length,
    ranked: count("ranked"),
    undecided: count("undecided"),
    vetoed: count("vetoed"),
    unscored: count("unscored"),
    ineligible: count("ineligible"),
    notApplied: count("not_applied"),
    sheetsDropped: judged.reduce((sum, { score }) => sum + score.sheets.filter(({ kept }) => !kept).length, 0),
    tiesAtCut,
  };
}

/** What every run of an evaluation has in common: the store, the software, the time. */
export interface Seal {
  readonly storeHash: string;
  readonly software: string;
  readonly evaluatedAt: string;
}

/** A row of `eval_run`: the run and what it was judged by. */
export function runRow(run: Run, report: RunReport, seal: Seal): SqlRow {
  const { year, honour, edition, restated, asOf, round, applications, ranked, undecided, vetoed, unscored, ineligible } = report;
  return {
    year,
    honour,
    scheme_id: report.schemeId,
    edition,
    scheme_hash: hashScheme(run.scheme),
    restated,
    round,
    as_of: asOf,
    applications,
    ranked,
    undecided,
    vetoed,
    unscored,
    ineligible,
    not_applied: report.notApplied,
    store_hash: seal.storeHash,
    software: seal.software,
    evaluated_at: seal.evaluatedAt,
  };
}
