import { type Assessed, assessAll, rankEntry } from "@mingchuang/rubric/assess";
import type { Eligibility } from "@mingchuang/rubric/eligibility";
import { RubricError } from "@mingchuang/rubric/errors";
import type { Facts } from "@mingchuang/rubric/facts";
import { type Ranked, rankSubjects } from "@mingchuang/rubric/rank";
import { scoreApplication } from "@mingchuang/rubric/score";
import type { Score, VetoResult } from "@mingchuang/rubric/score-result";
import { findVetoes } from "@mingchuang/rubric/veto";
import type { Database } from "@mingchuang/warehouse/database";
import { EvaluationError } from "./errors.ts";
import { type FactBook, queryFacts, type Round } from "./facts.ts";
import type { Run } from "./runs.ts";
import { type Applicant, queryApplicants, queryRegister, type Subject } from "./subjects.ts";

/** One application with all that was found out about it. */
export interface Judged {
  readonly applicant: Applicant;
  readonly facts: Facts;
  readonly eligibility: Eligibility;
  readonly score: Score;
  readonly ranked: Ranked;
}

/** A subject that did not apply, but of which a veto rule has something to say. */
export interface Watched {
  readonly subject: Subject;
  readonly facts: Facts;
  readonly vetoes: readonly VetoResult[];
}

export interface JudgedRun {
  readonly book: FactBook;
  /** Sorted by application id. */
  readonly judged: readonly Judged[];
  /** Sorted by subject id; of their rules only those that are not clear. */
  readonly watched: readonly Watched[];
}

/** How a run is judged. */
export interface Terms {
  /** Last day that counts. */
  readonly asOf: string;
  readonly round: Round;
}

/**
 * Scores and ranks the applications of one honour and year, and applies its vetoes to everybody in that year's register.
 *
 * @throws {EvaluationError} E105 with everything that does not fit the rubric, application by application.
 */
export async function judgeRun(db: Database, run: Run, terms: Terms): Promise<JudgedRun> {
  const { year, honour, policies } = run;
  const book = await queryFacts(db, { year, honour, policies, ...terms });
  const applicants = await queryApplicants(db, year, honour);
  const judged = judgeApplicants(run, applicants, book);
  const register = await queryRegister(db, run);
  return { book, judged, watched: watchOthers(run, register, applicants, book) };
}

/**
 * Assesses and ranks applications together. `asOf` moves the last day that counts, for a period within the year.
 *
 * @throws {EvaluationError} E105
 */
export function judgeApplicants(run: Run, applicants: readonly Applicant[], book: FactBook, asOf?: string): Judged[] {
  const facts = applicants.map((applicant) => {
    const known = book.factsOf(applicant.subject_id, applicant.application_id);
    return asOf === undefined ? known : { ...known, asOf };
  });
  const assessed = assessOrRefuse(run, applicants, facts);
  const entries = assessed.map((each, place) => rankEntry(each, applicants[place]?.application_id));
  const ranks = new Map(rankSubjects(run.honour, entries, run.policies).map((ranked) => [ranked.id, ranked]));
  return applicants.flatMap((applicant, place) => {
    const [each, ranked] = [assessed[place], ranks.get(applicant.application_id)];
    return each && ranked ? [{ applicant, ...each, ranked }] : [];
  });
}

function assessOrRefuse({ honour, policies }: Run, applicants: readonly Applicant[], all: readonly Facts[]): Assessed[] {
  try {
    return assessAll(honour, all, policies);
  } catch (failure) {
    if (!(failure instanceof RubricError)) throw failure;
    const details = applicants.flatMap(({ application_id }, place) => {
      const facts = all[place];
      const refusal = facts && refusalOf(() => scoreApplication(honour, facts, policies));
      return refusal ? [`${application_id}: ${refusal.message}`] : [];
    });
    throw new EvaluationError("E105", details.length > 0 ? details.join("\n  ") : failure.message, failure);
  }
}

function refusalOf(work: () => void): RubricError | null {
  try {
    work();
    return null;
  } catch (failure) {
    if (failure instanceof RubricError) return failure;
    throw failure;
  }
}

function watchOthers(run: Run, register: readonly Subject[], applicants: readonly Applicant[], book: FactBook): Watched[] {
  const nominated = new Set(applicants.map(({ subject_id }) => subject_id));
  return register
    .filter(({ subject_id }) => book.subjectsWithRecords.has(subject_id) && !nominated.has(subject_id))
    .map((subject) => {
      const facts = book.factsOf(subject.subject_id, null);
      return { subject, facts, vetoes: findVetoes(run.honour, facts, run.policies).filter(({ state }) => state !== "clear") };
    })
    .filter(({ vetoes }) => vetoes.length > 0);
}
