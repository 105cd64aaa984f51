import { type Assessed, assessAll, rankEntry } from "../assess.ts";
import type { Facts } from "../facts.ts";
import { type Ranked, rankSubjects } from "../rank.ts";
import type { Edition } from "./edition.ts";
import { type Restatement, restate, type Unasked } from "./restate.ts";

/** One year's applications under some edition; `notes` says, by subject, what of the sheets did not fit it as it was. */
export interface YearUnder {
  readonly assessed: readonly Assessed[];
  readonly ranked: readonly Ranked[];
  readonly notes: Readonly<Record<string, readonly Restatement[]>>;
}

/**
 * Evaluates the applications of one year, graded under `own`, under any edition of the honour. The year of the facts stays what it is:
 * periods and deadlines of the edition are read in that year.
 *
 * @throws {RubricError} R2xx when the facts do not fit the edition that they were graded under.
 */
export function evaluateUnder(edition: Edition, own: Edition, all: readonly Facts[], unasked: Unasked = "unknown"): YearUnder {
  const restated = all.map((facts) => restate(facts, own, edition, unasked));
  const assessed = assessAll(
    edition.honour,
    restated.map(({ facts }) => facts),
    edition.policies,
  );
  const ranked = rankSubjects(
    edition.honour,
    assessed.map((each) => rankEntry(each)),
    edition.policies,
  );
  const notes = restated.flatMap(({ facts, notes }) => (notes.length === 0 ? [] : [[facts.subjectId, notes] as const]));
  return { assessed, ranked, notes: Object.fromEntries(notes) };
}
