import type { Run } from "@mingchuang/warehouse/queries/meta";
import type { SchemeLabels } from "./scheme.ts";

/** Years judged under the edition of another year: a later one's, for comparison, or an earlier one's, which stays in force. */
export interface ToldEdition {
  readonly how: "restated" | "carriedOn";
  readonly edition: string;
  readonly years: readonly number[];
}

/** What must be said of the runs that somebody applied in; nothing of those judged under the edition of their own year. */
export function toldEditions(runs: readonly Run[], schemes: readonly SchemeLabels[]): readonly ToldEdition[] {
  const judged = runs.filter(({ applications }) => applications > 0);
  return schemes.flatMap(({ schemeId, edition, body }) => {
    const own = judged.filter((run) => run.scheme_id === schemeId);
    const years = (of: readonly Run[]) => [...new Set(of.map(({ year }) => year))];
    return [
      { how: "restated" as const, edition, years: years(own.filter(({ restated }) => restated)) },
      { how: "carriedOn" as const, edition, years: years(own.filter(({ restated, year }) => !restated && year > (body.year ?? year))) },
    ].filter((told) => told.years.length > 0);
  });
}
