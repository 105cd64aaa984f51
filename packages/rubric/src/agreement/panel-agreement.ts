import type { Contest } from "../robustness/contest.ts";
import { isSheetItem } from "../sheets.ts";
import { type AdjustedTotal, adjustedTotals } from "./adjusted-totals.ts";
import { type Concordance, kendallConcordance } from "./concordance.ts";
import { graderEffects } from "./grader-effects.ts";
import { type IntraclassCorrelation, intraclassCorrelation } from "./intraclass.ts";
import { type KrippendorffAlpha, krippendorffAlpha } from "./krippendorff.ts";
import { findOutliers, type Outlier } from "./outliers.ts";
import { type Ratings, ratingsOf } from "./ratings.ts";
import { graderSeverities, type Severity } from "./severity.ts";

/** What is compared of the sheets: their totals, and where they are known the items and clauses by themselves. */
export interface PanelRatings {
  readonly total: Ratings;
  readonly clauses: Ratings | null;
  readonly items: readonly { readonly item: string; readonly ratings: Ratings }[];
}

/** How far the graders of one honour and year agree. What cannot be told, for want of graders or of differences, is null or empty. */
export interface Agreement {
  /** The totals of the sheets that were compared. */
  readonly ratings: Ratings;
  readonly intraclass: IntraclassCorrelation | null;
  readonly concordance: Concordance | null;
  /** By the distance of totals, with blanks. */
  readonly alpha: KrippendorffAlpha | null;
  /** Whether graders find the same clauses met and unmet; null where no item has clauses. */
  readonly clauseAlpha: KrippendorffAlpha | null;
  readonly items: readonly { readonly item: string; readonly intraclass: IntraclassCorrelation | null }[];
  readonly severities: readonly Severity[];
  readonly outliers: readonly Outlier[];
  /** Panels of graders who share no subject with another panel: across them nobody's severity can be compared. */
  readonly panels: readonly (readonly string[])[];
}

export interface PanelAgreement extends Agreement {
  readonly adjusted: readonly AdjustedTotal[];
}

/** All statistics of agreement of what graders gave. */
export function agreementOf({ total, clauses, items }: PanelRatings): Agreement {
  const { panels } = graderEffects(total);
  return {
    ratings: total,
    intraclass: intraclassCorrelation(total),
    concordance: kendallConcordance(total),
    alpha: krippendorffAlpha(total, "interval"),
    clauseAlpha: clauses === null ? null : krippendorffAlpha(clauses, "nominal"),
    items: items.map(({ item, ratings }) => ({ item, intraclass: intraclassCorrelation(ratings) })),
    severities: graderSeverities(total),
    outliers: findOutliers(total),
    panels: panels.map((panel) => panel.map((grader) => total.graders[grader] ?? "")),
  };
}

/**
 * All statistics of agreement for a contest.
 *
 * @throws {RubricError} R201–R205, R214 when a sheet does not fit the rubric.
 */
export function panelAgreement(contest: Contest): PanelAgreement {
  const { honour, contestants, policies } = contest;
  const total = ratingsOf(honour, contestants, policies, { by: "total" });
  const clauses = ratingsOf(honour, contestants, policies, { by: "clause" });
  const items = honour.rubric.items.filter(isSheetItem).map(({ id }) => {
    return { item: id, ratings: ratingsOf(honour, contestants, policies, { by: "item", item: id }) };
  });
  return { ...agreementOf({ total, clauses, items }), adjusted: adjustedTotals(contest, total) };
}
