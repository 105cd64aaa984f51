import type { Bilingual } from "./bilingual.ts";
import { type DecisionEffect, decisionEffects } from "./pending.ts";
import type { Honour } from "./scheme.ts";
import type { VetoRecord, VetoResult, VetoState } from "./score-result.ts";
import { countOf } from "./veto.ts";

/** What a sentence needs to know of a veto's result. */
export type ToldVeto = Pick<VetoResult, "rule" | "state" | "threshold" | "counted" | "undecided" | "excluded">;

const states: Readonly<Record<VetoState, Bilingual>> = {
  vetoed: { zh: "一票否决", en: "vetoed" },
  undecided: { zh: "待认定", en: "undecided" },
  near: { zh: "差一条即否决", en: "one short of a veto" },
  clear: { zh: "未触及否决", en: "no veto" },
};

/** A rule's result in words: what was counted against which threshold, and what the pending decisions would do. */
export function vetoSentence(honour: Honour, result: ToldVeto): Bilingual {
  const rule = honour.rubric.vetoes.find(({ id }) => id === result.rule);
  const name = rule?.label ?? { zh: result.rule, en: result.rule };
  const { counted, undecided, excluded, threshold } = result;
  const open = undecided === 0 ? { zh: "", en: "" } : { zh: `，待认定 ${undecided} 条`, en: `, ${undecided} undecided` };
  const left = excluded === 0 ? { zh: "", en: "" } : { zh: `，不计 ${excluded} 条`, en: `, ${excluded} not counted` };
  const { vetoesFrom } = decisionEffects(result);
  const pending =
    result.state !== "undecided" || vetoesFrom === null
      ? { zh: "", en: "" }
      : { zh: `待认定的有 ${vetoesFrom} 条计入即一票否决。`, en: ` If ${vetoesFrom} of the undecided count, it is vetoed.` };
  return {
    zh: `${name.zh}：计入 ${counted} 条${open.zh}${left.zh}，满 ${threshold} 条否决，${states[result.state].zh}。${pending.zh}`,
    en: `${name.en}: ${counted} counted${open.en}${left.en}, vetoed from ${threshold}: ${states[result.state].en}.${pending.en}`,
  };
}

/** Why a record was counted, left undecided or left out. `because` is `period` or the field of the condition that decided. */
export function vetoRecordSentence(honour: Honour, ruleId: string, record: Pick<VetoRecord, "disposition" | "because">): Bilingual {
  const rule = honour.rubric.vetoes.find(({ id }) => id === ruleId);
  const condition = rule === undefined ? undefined : countOf(rule).conditions.find(({ field }) => field === record.because);
  const what = condition?.label ?? (record.because === "period" ? { zh: "日期", en: "day" } : { zh: record.because, en: record.because });
  switch (record.disposition) {
    case "counted":
      return { zh: "计入：日期和各项条件都符合。", en: "Counted: its day and every condition fit." };
    case "undecided":
      return { zh: `待认定：${what.zh}尚未确定。`, en: `Undecided: ${what.en} is not known yet.` };
    case "excluded":
      return { zh: `不计入：${what.zh}不符合。`, en: `Not counted: ${what.en} does not fit.` };
  }
}

/** What one way of deciding the pending records would lead to. */
export function decisionSentence({ counting, notCounting, counted, state }: DecisionEffect): Bilingual {
  const { zh, en } = states[state];
  if (notCounting === 0) return { zh: `若待认定的都计入：共 ${counted} 条，${zh}。`, en: `If all pending count: ${counted}, ${en}.` };
  if (counting === 0) return { zh: `若待认定的都不计入：共 ${counted} 条，${zh}。`, en: `If no pending one counts: ${counted}, ${en}.` };
  return {
    zh: `若待认定的有 ${counting} 条计入、${notCounting} 条不计入：共 ${counted} 条，${zh}。`,
    en: `If ${counting} of the pending count and ${notCounting} do not: ${counted}, ${en}.`,
  };
}
