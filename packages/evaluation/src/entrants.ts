import { daysOf, type Period } from "@mingchuang/rubric/period";
import { policiesInForce } from "@mingchuang/rubric/policy";
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
 * Reads the facts of every application of a run, as it was evaluated. `every-policy` also reads the records that lie too far back to count
 * under the policies in force but not under others: they are shown as left out, and change no result.
 */
export async function queryEntrants(
  db: Database,
  run: EvaluatedRun,
  reach: "in-force" | "every-policy" = "in-force",
): Promise<RunEntrants> {
  const policies = reach === "in-force" ? run.policies : policiesInForce(run.scheme, farthestPeriods(run));
  const book = await queryFacts(db, { ...run, policies });
  const applicants = await queryApplicants(db, run.year, run.honour);
  const entrants = applicants.map(({ application_id, subject_id }): Entrant => {
    return { id: application_id, facts: book.factsOf(subject_id, application_id) };
  });
  return { applicants, entrants };
}

/** The options in force, but of every policy on a period the one that begins first. */
function farthestPeriods({ scheme, choices, year, asOf, policies: { days } }: EvaluatedRun): Readonly<Record<string, string>> {
  const farthest = scheme.policies.flatMap((policy) => {
    if (policy.decides !== "period") return [];
    const firstDay = (setting: Period) => daysOf(setting, { year, asOf, days }).from;
    const [first] = policy.options.toSorted((a, b) => (firstDay(a.setting) < firstDay(b.setting) ? -1 : 1));
    return first === undefined ? [] : [[policy.id, first.id] as const];
  });
  return { ...choices, ...Object.fromEntries(farthest) };
}
