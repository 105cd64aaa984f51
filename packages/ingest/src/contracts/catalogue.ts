import { applications } from "./applications.ts";
import { appraisals } from "./appraisals.ts";
import { badReviews } from "./bad-reviews.ts";
import { checklists } from "./checklists.ts";
import { complaints } from "./complaints.ts";
import type { Contract } from "./contract.ts";
import { findings } from "./findings.ts";
import { honours } from "./honours.ts";
import { indicators } from "./indicators.ts";
import { innovations } from "./innovations.ts";
import { people } from "./people.ts";
import { reviewCounts } from "./review-counts.ts";
import { reviews } from "./reviews.ts";
import { scores } from "./scores.ts";
import { titleEvents } from "./title-events.ts";
import { windowChanges } from "./window-changes.ts";
import { windows } from "./windows.ts";

/** Every kind of table that can be handed in. */
export const contracts: readonly Contract[] = [
  windows,
  windowChanges,
  people,
  reviewCounts,
  reviews,
  badReviews,
  complaints,
  applications,
  honours,
  innovations,
  scores,
  findings,
  indicators,
  appraisals,
  checklists,
  titleEvents,
];

/** The kinds whose rows lie in a table `raw_<kind>` of the store. */
export const rowContracts: readonly Contract[] = contracts.filter(({ isEvents }) => !isEvents);

/** The contract of a kind. @throws {Error} when there is no such kind. */
export function contractOf(kind: string): Contract {
  const contract = contracts.find((candidate) => candidate.kind === kind);
  if (!contract) throw new Error(`unknown kind of table: ${kind}`);
  return contract;
}
