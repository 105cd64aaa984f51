import { findOutliers, type Outlier } from "@mingchuang/rubric/agreement/outliers";
import type { Ratings } from "@mingchuang/rubric/agreement/ratings";
import { ratingDeviations } from "@mingchuang/rubric/agreement/severity";
import type { PanelResultRow } from "@mingchuang/warehouse/queries/panel";
import { orderGraders } from "./order-graders.ts";

/** What one grader gave one applicant, and how far that is from the others. */
export interface DeviationCell {
  readonly grader: string;
  /** Points; null without a complete sheet. */
  readonly value: number | null;
  /** From the mean of the others; null without a value or without others. */
  readonly deviation: number | null;
  readonly outlier: Outlier | null;
}

/** One applicant with all graders beside one another, in the order in which people count. */
export interface DeviationRow {
  readonly application: string;
  readonly result: PanelResultRow | undefined;
  readonly cells: readonly DeviationCell[];
  /** From the lowest to the highest value; null with fewer than two. */
  readonly spread: number | null;
}

/** Every applicant who has a sheet, in the order of the ranking or the most disputed first. */
export function deviationRows(ratings: Ratings, results: readonly PanelResultRow[], order: "rank" | "spread"): readonly DeviationRow[] {
  const deviations = ratingDeviations(ratings);
  const graders = orderGraders(ratings.graders);
  const outliers = new Map(findOutliers(ratings).map((outlier) => [`${outlier.subject} ${outlier.grader}`, outlier] as const));
  const placeOf = new Map(results.map((result, place) => [result.application_id, place]));
  const rows = ratings.subjects.map((application, subject): DeviationRow => {
    const cells = graders.map((grader): DeviationCell => {
      const place = ratings.graders.indexOf(grader);
      return {
        grader,
        value: ratings.values[subject]?.[place] ?? null,
        deviation: deviations[subject]?.[place] ?? null,
        outlier: outliers.get(`${application} ${grader}`) ?? null,
      };
    });
    const known = cells.map(({ value }) => value).filter((value) => value !== null);
    const spread = known.length < 2 ? null : Math.max(...known) - Math.min(...known);
    return { application, result: results[placeOf.get(application) ?? -1], cells, spread };
  });
  const last = results.length;
  const byRank = (a: DeviationRow, b: DeviationRow) => (placeOf.get(a.application) ?? last) - (placeOf.get(b.application) ?? last);
  return rows.sort((a, b) => (order === "spread" ? (b.spread ?? -1) - (a.spread ?? -1) || byRank(a, b) : byRank(a, b)));
}
