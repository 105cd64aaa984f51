import type { Entrant } from "@mingchuang/rubric/robustness/contest";
import type { Database } from "@mingchuang/warehouse/database";
import type { EvaluatedRun } from "./evaluated-run.ts";
import { queryFacts } from "./facts.ts";
import { type Applicant, queryApplicants } from "./subjects.ts";

/** Who applied for one honour in one year, and what is known of each; both by application, in the order of their ids. */
export interface RunEntrants {
  readonly applicants: readonly Applicant[];
  readonly entrants: readonly Entrant[];
}

/**
 * Reads the facts of every application of a run. `as-evaluated` hands over just the records that the evaluation looked at; `whole-past` also
 * those that lie too far back for it, which another policy or edition may count. Under the policies in force no result depends on which.
 */
export async function queryEntrants(db: Database, run: EvaluatedRun, reach: "as-evaluated" | "whole-past"): Promise<RunEntrants> {
  const { honour } = run;
  // It is vetoes that bound how far back records are read.
  const unbound = { ...honour, rubric: { ...honour.rubric, vetoes: [] } };
  const book = await queryFacts(db, reach === "as-evaluated" ? run : { ...run, honour: unbound });
  const applicants = await queryApplicants(db, run.year, honour);
  const entrants = applicants.map(({ application_id, subject_id }): Entrant => {
    return { id: application_id, facts: book.factsOf(subject_id, application_id) };
  });
  return { applicants, entrants };
}
