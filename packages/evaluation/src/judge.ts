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
  const scored = scoreAll(run, applicants, book);
  const ranks = new Map(
    rankSubjects(
      honour,
      scored.map(({ applicant, facts, score }) => ({ id: applicant.application_id, score, reviews: facts.reviews })),
      policies,
    ).map((ranked) => [ranked.id, ranked]),
  );
  const judged = scored.flatMap((each) => {
    const ranked = ranks.get(each.applicant.application_id);
    return ranked ? [{ ...each, ranked }] : [];
  });
  const register = await queryRegister(db, year, honour);
  return { judged, watched: watchOthers(run, register, applicants, book) };
}

function scoreAll(run: Run, applicants: readonly Applicant[], book: FactBook): Omit<Judged, "ranked">[] {
  const scored: Omit<Judged, "ranked">[] = [];
  const refused: RubricError[] = [];
  const details: string[] = [];
  for (const applicant of applicants) {
    const facts = book.factsOf(applicant.subject_id, applicant.application_id);
    try {
      scored.push({ applicant, facts, score: scoreApplication(run.honour, facts, run.policies) });
    } catch (failure) {
      if (!(failure instanceof RubricError)) throw failure;
      refused.push(failure);
      details.push(`${applicant.application_id}: ${failure.message}`);
    }
  }
  if (refused.length > 0) throw new EvaluationError("E105", details.join("\n  "), refused[0]);
  return scored;
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
