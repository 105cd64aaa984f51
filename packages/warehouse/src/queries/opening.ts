import { z } from "zod";
import type { Database } from "../database.ts";
import { queryCityItems, queryCityScores, queryCityYears } from "./cities.ts";
import { queryCounties } from "./counties.ts";
import { queryCities, queryFiles, queryMeta, queryPolicies, queryRuns, querySchemes, queryWithheld, queryYears } from "./meta.ts";
import { leadingPlaces, queryCutTies, queryLeaders, queryMissingMonths, queryWarnings, queryYearFigures } from "./overview.ts";
import { queryRanking, queryRunCounts, queryShownResults } from "./ranking.ts";
import { queryPolicyChoices, queryStages, queryVerdicts } from "./selection.ts";
import { queryGroupMonths, queryReturningSubjects, queryWindowChoices } from "./trends.ts";
import { queryVetoes } from "./vetoes.ts";

/** Of a scheme no more than the sizes of its selections. */
const Stages = z.object({
  honours: z.array(z.object({ id: z.string(), stages: z.array(z.object({ size: z.number() })).optional() })).optional(),
});

/**
 * Asks what the first screens ask: the shell, overview, ranking, vetoes, cities, trends and selection of every programme year.
 * Publication keeps the answers, so that these pages need not wait for the engine (a browser test holds the two together).
 */
export async function askOpening(db: Database): Promise<void> {
  const runs = await queryRuns(db);
  const schemes = await querySchemes(db);
  for (const query of [queryMeta, queryYears, queryCities, queryWithheld, queryCounties, queryPolicies, queryFiles, queryWindowChoices])
    await query(db);
  for (const by of ["province", "city", "domain"] as const) await queryGroupMonths(db, { by });
  for (const { year, honour, scheme_id: schemeId } of runs) {
    const body = schemes.find((scheme) => scheme.scheme_id === schemeId)?.body ?? "{}";
    const stages = Stages.parse(JSON.parse(body)).honours?.find(({ id }) => id === honour)?.stages ?? [];
    const cuts = stages.map(({ size }) => size).sort((a, b) => b - a);
    const of = { year, honour };
    for (const query of [
      queryRanking,
      queryRunCounts,
      queryShownResults,
      queryVetoes,
      queryWarnings,
      queryCityScores,
      queryStages,
      queryVerdicts,
    ])
      await query(db, of);
    await queryYearFigures(db, { honour });
    await queryCityItems(db, { honour });
    await queryReturningSubjects(db, { honour });
    await queryMissingMonths(db, { year });
    await queryCityYears(db, { honour, finalSize: cuts.at(-1) ?? leadingPlaces });
    await queryCutTies(db, { ...of, cuts });
    await queryLeaders(db, { ...of, places: leadingPlaces });
    await queryPolicyChoices(db, { schemeId, honour });
  }
}
