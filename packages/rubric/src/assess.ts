import { checkEligibility, type Eligibility } from "./eligibility.ts";
import type { Facts } from "./facts.ts";
import type { Policies } from "./policy.ts";
import type { RankEntry } from "./rank.ts";
import type { Honour } from "./scheme.ts";
import { scoreApplication } from "./score.ts";
import type { Score } from "./score-result.ts";
import { standingsOf } from "./standings.ts";

/** One application with all that its honour's rules make of it. */
export interface Assessed {
  /** What was known of it, with its standings where the rubric is one of ranks. */
  readonly facts: Facts;
  readonly eligibility: Eligibility;
  readonly score: Score;
}

/**
 * Assesses all applications for one honour together, since limits and places depend on the others. Who may not have the honour, or did
 * not apply in time, takes no place from anybody. The result has the order of `all`.
 *
 * @throws {RubricError} as `scoreApplication` and `standingsOf`.
 */
export function assessAll(honour: Honour, all: readonly Facts[], policies: Policies): Assessed[] {
  const checked = all.map((facts) => ({ facts, eligibility: checkEligibility(honour, facts, policies, all) }));
  const contenders = checked.filter(({ eligibility: { verdict } }) => verdict === "eligible" || verdict === "undecided");
  const standings = standingsOf(
    honour,
    contenders.map(({ facts }) => facts),
    policies,
  );
  return checked.map(({ facts, eligibility }) => {
    const placed: Facts = { ...facts, standings: standings.get(facts) ?? {} };
    return { facts: placed, eligibility, score: scoreApplication(honour, placed, policies) };
  });
}

/** What `rankSubjects` needs to know of an assessed application. */
export function rankEntry({ facts, eligibility, score }: Assessed, id: string = facts.subjectId): RankEntry {
  return { id, score, reviews: facts.reviews, eligibility: eligibility.verdict, fields: facts.fields };
}
