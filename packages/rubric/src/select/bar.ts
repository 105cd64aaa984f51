import type { Bilingual } from "../bilingual.ts";
import type { Honour, SchemeFile } from "../scheme.ts";
import { vetoSentence } from "../veto-sentence.ts";
import type { Bar } from "./problem.ts";
import type { Contender } from "./stage-problem.ts";

/**
 * What keeps an application from being chosen at a stage, the first reason there is: it was late, is not eligible, is vetoed or not
 * scored; another honour is held; it did not come through the stage before. Who is undecided may go on only where vetoes are not
 * looked at again.
 */
export function barOf(
  scheme: Pick<SchemeFile, "honours">,
  honour: Honour,
  { id, state, vetoes, eligibility, excluded }: Contender,
  stage: { readonly rechecks: boolean; readonly passed: ReadonlySet<string> | null },
): Bar | null {
  if (state === "unscored") {
    return { kind: state, because: { zh: "没有完整的评分", en: "it has no complete score" }, source: honour.rubric.source };
  }
  const veto = vetoes.find((each) => each.state === state);
  const failed = eligibility.find((each) => {
    if (state === "not_applied") return each.state === "unmet" && each.otherwise === "not-applied";
    return each.state === (state === "undecided" ? "undecided" : "unmet");
  });
  if (state !== "ranked" && (state !== "undecided" || stage.rechecks)) {
    if (veto !== undefined) return { kind: state, because: vetoSentence(honour, veto), source: veto.source };
    if (failed !== undefined) return { kind: state, because: failedSentence(honour, failed), source: failed.source };
  }
  const [other] = excluded;
  if (other !== undefined) return { kind: "holds-other", because: otherSentence(scheme, honour, other), source: other.source };
  if (stage.passed === null || stage.passed.has(id)) return null;
  return { kind: "not-passed", because: { zh: "没有通过上一阶段", en: "it did not come through the stage before" }, source: null };
}

function failedSentence(honour: Honour, { rule, state, given }: Contender["eligibility"][number]): Bilingual {
  const label = honour.eligibility.find(({ id }) => id === rule)?.label ?? { zh: rule, en: rule };
  const shown = given === null ? { zh: "", en: "" } : { zh: `（${given}）`, en: ` (${given})` };
  return state === "undecided"
    ? { zh: `“${label.zh}”尚未确定${shown.zh}`, en: `"${label.en}" is not known yet${shown.en}` }
    : { zh: `不符合“${label.zh}”${shown.zh}`, en: `"${label.en}" is not met${shown.en}` };
}

function otherSentence({ honours }: Pick<SchemeFile, "honours">, honour: Honour, excluded: Contender["excluded"][number]): Bilingual {
  const other = honours.find(({ id }) => id === excluded.honour)?.label ?? { zh: excluded.honour, en: excluded.honour };
  const rule = honour.excludes.find(({ id }) => id === excluded.rule)?.label ?? { zh: excluded.rule, en: excluded.rule };
  return { zh: `${rule.zh}：与“${other.zh}”的 ${excluded.holder} 相同`, en: `${rule.en}: the same as ${excluded.holder} of "${other.en}"` };
}
