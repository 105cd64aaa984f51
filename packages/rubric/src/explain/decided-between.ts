import { type Policies, type Settings, settle } from "../policy.ts";
import { type DecidedBy, type RankEntry, rankSubjects } from "../rank.ts";
import type { Honour } from "../scheme.ts";

const names: Readonly<Record<Settings["tie-breaks"][number], DecidedBy>> = { "counted-records": "bad_reviews", "good-rate": "good_rate" };

/**
 * What puts one subject before another: the first of the declared criteria after which they no longer share a rank; `none` when they
 * share it to the end, or one of them has no rank. The others count too: an unknown good rate of a third with the same total leaves all
 * three together.
 */
export function decidedBetween(honour: Honour, entries: readonly RankEntry[], policies: Policies): (a: string, b: string) => DecidedBy {
  const { rubric } = honour;
  const breaks = settle(policies, "tie-breaks", rubric.ranking.tieBreaks);
  const rankings = [...breaks.keys(), breaks.length].map((used) => {
    const ranking = { ...rubric.ranking, tieBreaks: breaks.slice(0, used) };
    const ranked = rankSubjects({ ...honour, rubric: { ...rubric, ranking } }, entries, policies);
    return new Map(ranked.map(({ id, rank }) => [id, rank]));
  });
  return (a, b) => {
    const used = rankings.findIndex((ranks) => (ranks.get(a) ?? null) !== (ranks.get(b) ?? null));
    const last = breaks[used - 1];
    if (used === 0) return "total";
    return last === undefined ? "none" : names[last];
  };
}
