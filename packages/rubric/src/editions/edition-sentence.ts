import type { Bilingual } from "../bilingual.ts";
import { formatHundredths, formatPoints, type Points } from "../points.ts";
import type { Honour } from "../scheme.ts";
import { labelledParts } from "../sentence.ts";
import type { Restatement } from "./restate.ts";
import type { Effects } from "./split-change.ts";

/** How much of a change of points the rule made, and how much the performance. */
export function effectsSentence(what: Bilingual, { before, after, change, rule, performance }: Effects): Bilingual {
  const [was, is, by] = [formatPoints(before), formatPoints(after), signed(change)];
  return {
    zh: `${what.zh}由 ${was} 变为 ${is}（${by}）：标准变化 ${signed(rule)}，工作变化 ${signed(performance)}。`,
    en: `${what.en} went from ${was} to ${is} (${by}): ${signed(rule)} by the rule, ${signed(performance)} by the performance.`,
  };
}

/** The same of a rank, in places; a smaller rank is better. */
export function rankEffectsSentence({ before, after, change, rule, performance }: Effects): Bilingual {
  const [was, is] = [places(before), places(after)];
  const parts = [change, rule, performance].map((each) => `${each.numerator > 0 ? "+" : ""}${places(each)}`);
  return {
    zh: `名次由第 ${was} 名变为第 ${is} 名（${parts[0]}）：标准变化 ${parts[1]}，工作变化（含其他对象）${parts[2]}。`,
    en: `The rank went from ${was} to ${is} (${parts[0]}): ${parts[1]} by the rule, ${parts[2]} by the performance of all.`,
  };
}

/** What of a year's sheets did not fit another edition; `honour` is that edition's, `own` the one that they were graded under. */
export function restatementSentence(honour: Honour, own: Honour, { kind, item, clause, times }: Restatement): Bilingual {
  const { zh, en } = nameIn(honour, item, clause) ?? nameIn(own, item, clause) ?? { zh: clause ?? item, en: clause ?? item };
  switch (kind) {
    case "figure":
      return { zh: `“${zh}”的 ${times} 处扣分按该版次的分值计。`, en: `${times} deductions for "${en}" cost what this edition says.` };
    case "scaled":
      return {
        zh: `“${zh}”的 ${times} 处给分按满分的同一比例计。`,
        en: `${times} scores of "${en}" are taken as the same share of its maximum.`,
      };
    case "bounded":
      return {
        zh: `“${zh}”的 ${times} 处扣分超过该版次的满分，按满分计。`,
        en: `${times} deductions from "${en}" are held to what it has here.`,
      };
    case "dropped":
      return { zh: `该版次不评“${zh}”，${times} 处评分不计。`, en: `This edition does not score "${en}": ${times} entries are left out.` };
    case "unasked":
      return {
        zh: `该版次要评“${zh}”，当年有 ${times} 份评分表没有评。`,
        en: `This edition asks for "${en}", which ${times} sheets of the year did not judge.`,
      };
    case "level":
      return {
        zh: `该版次没有“${zh}”这一级，${times} 项荣誉不计。`,
        en: `This edition has no level "${en}": ${times} honours are left out.`,
      };
  }
}

function nameIn({ rubric }: Honour, itemId: string, clause: string | null): Bilingual | null {
  const item = rubric.items.find(({ id }) => id === itemId);
  if (item === undefined) return null;
  return clause === null ? item.label : (labelledParts(item).find(({ id }) => id === clause)?.label ?? null);
}

function signed(amount: Points): string {
  return `${amount.numerator > 0 ? "+" : ""}${formatPoints(amount)}`;
}

/** Whole places without decimals, halves with one. */
function places({ numerator, denominator }: Points): string {
  return denominator === 1 ? String(numerator) : formatHundredths(Math.round((numerator * 100) / denominator)).replace(/0$/, "");
}
