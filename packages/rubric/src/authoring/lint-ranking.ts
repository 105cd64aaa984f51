import { type Policies, settle } from "../policy.ts";
import type { Honour } from "../scheme.ts";
import type { Path } from "../yaml-text.ts";
import { type SchemeWarning, warning } from "./scheme-warning.ts";

/** Steps of a tie-break that can never tell anybody apart. */
export function lintRanking({ rubric: { ranking } }: Honour, policies: Policies, path: Path): SchemeWarning[] {
  const at: Path = [...path, "rubric", "ranking"];
  return settle(policies, "tie-breaks", ranking.tieBreaks).flatMap((step, place, steps) => {
    if (steps.indexOf(step) < place) return [warning("R314", at, `“${step}”重复`, `“${step}” repeats`)];
    if (step !== "counted-records" || ranking.countedRecords !== undefined) return [];
    return [warning("R314", at, "没有写明比较哪条否决规则计入的记录", "no veto rule is named whose counted records are compared")];
  });
}
