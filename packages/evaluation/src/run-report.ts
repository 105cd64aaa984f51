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
  /** Judged afresh under the edition of a later year. */
  readonly restated: boolean;
  /** Judged under the edition of an earlier year, which stays in force until there is a newer one. */
  readonly carriedOn: boolean;
  readonly asOf: string;
  readonly round: Round;
  readonly applications: number;
  readonly ranked: number;
  readonly undecided: number;
  readonly vetoed: number;
  readonly unscored: number;
  readonly ineligible: number;
  readonly notApplied: number;
  /** Subjects of the register that did not apply and of which a veto rule has something to say. */
  readonly watched: number;
  /** Sheets that took no part in a score. */
  readonly sheetsDropped: number;
  readonly tiesAtCut: readonly TieAtCut[];
}

/** Sums a run up. */
export function reportRun(run: Run, { judged, watched }: JudgedRun, { asOf, round }: Terms): RunReport {
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
    restated: year < scheme.year,
    carriedOn: year > scheme.year,
    asOf,
    round,
    applications: judged.length,
    ranked: count("ranked"),
    undecided: count("undecided"),
    vetoed: count("vetoed"),
    unscored: count("unscored"),
    ineligible: count("ineligible"),
    notApplied: count("not_applied"),
    watched: watched.length,
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
