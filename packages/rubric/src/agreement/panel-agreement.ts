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

/** How far the graders of one honour and year agree. What cannot be told, for want of graders or of differences, is null or empty. */
export interface PanelAgreement {
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
  readonly adjusted: readonly AdjustedTotal[];
}

/**
 * All statistics of agreement for a contest.
 *
 * @throws {RubricError} R201–R205, R214 when a sheet does not fit the rubric.
 */
export function panelAgreement(contest: Contest): PanelAgreement {
  const { honour, contestants, policies } = contest;
  const ratings = ratingsOf(honour, contestants, policies, { by: "total" });
  const { panels } = graderEffects(ratings);
  return {
    ratings,
    intraclass: intraclassCorrelation(ratings),
    concordance: kendallConcordance(ratings),
    alpha: krippendorffAlpha(ratings, "interval"),
    clauseAlpha: krippendorffAlpha(ratingsOf(honour, contestants, policies, { by: "clause" }), "nominal"),
    items: honour.rubric.items.filter(isSheetItem).map(({ id }) => {
      return { item: id, intraclass: intraclassCorrelation(ratingsOf(honour, contestants, policies, { by: "item", item: id })) };
    }),
    severities: graderSeverities(ratings),
    outliers: findOutliers(ratings),
    panels: panels.map((panel) => panel.map((grader) => ratings.graders[grader] ?? "")),
    adjusted: adjustedTotals(contest),
  };
}
