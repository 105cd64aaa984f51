import type { Bilingual } from "../bilingual.ts";
import { formatPoints, type Points } from "../points.ts";
import type { RankState } from "../rank.ts";
import type { Honour } from "../scheme.ts";
import { labelledParts } from "../sentence.ts";
import { decisionSentence } from "../veto-sentence.ts";
import type { ClauseOf } from "./lift.ts";
import type { CutChange, EqualTotal, PendingEffect, PendingRule, Release, WhatWouldChange } from "./what-would-change.ts";

type NameOf = (id: string) => string;

/** What would change the outcome for a subject, sentence by sentence; empty when there is nothing to say. */
export function changeSentences(honour: Honour, change: WhatWouldChange, nameOf: NameOf = (id) => id): Bilingual[] {
  return [
    ...change.cuts.map((cut) => cutSentence(honour, cut, nameOf)),
    ...change.equals.map((equal) => equalSentence(equal, nameOf)),
    ...change.pending.flatMap((rule) => pendingSentences(honour, rule)),
    ...change.releases.map((release) => releaseSentence(honour, release)),
    ...(change.ifReleased === null ? [] : [releasedSentence(change.ifReleased)]),
  ];
}

/** How far a subject is from a cut, over whom, and with which clauses it would be over it. */
export function cutSentence(honour: Honour, { stage, place, rival, change, ifLevel, lift, unmet }: CutChange, nameOf: NameOf): Bilingual {
  const found = honour.stages.find(({ id }) => id === stage);
  const { zh, en } = found?.label ?? { zh: stage, en: stage };
  const [other, by] = [nameOf(rival), formatPoints(size(change))];
  const level = change.numerator === 0;
  const gap = level
    ? { zh: `与 ${other} 总分相同`, en: `its total is that of ${other}` }
    : { zh: `与 ${other} 相差 ${by}`, en: `${by} away from ${other}` };
  if (place === "inside") return { zh: `在“${zh}”线内，${gap.zh}。`, en: `Inside the cut of "${en}": ${gap.en}.` };
  const there =
    place === "tied"
      ? { zh: `“${zh}”线上并列`, en: `Level at the cut of "${en}"` }
      : { zh: `在“${zh}”线外`, en: `Outside the cut of "${en}"` };
  const equal =
    level || ifLevel === "outside"
      ? { zh: "", en: "" }
      : ifLevel === "inside"
        ? { zh: "，追平即入围", en: "; drawing level is enough" }
        : { zh: "，追平则并列", en: "; drawing level would make a tie at the cut" };
  const way =
    honour.rubric.ranking.better === "lower" || !honour.rubric.items.some(({ kind }) => kind === "deduction")
      ? null
      : liftText(honour, lift, unmet);
  const how = way ?? { zh: "", en: "" };
  return { zh: `${there.zh}，${gap.zh}${equal.zh}。${how.zh}`, en: `${there.en}: ${gap.en}${equal.en}.${how.en}` };
}

function liftText(honour: Honour, lift: CutChange["lift"], unmet: CutChange["unmet"]): Bilingual {
  if (unmet.length === 0) return { zh: "没有未达到的条款，所失的分不在条款上。", en: " No clause is unmet; what it lost lies elsewhere." };
  if (lift === null) return { zh: "所有条款都达到也不够。", en: " Even meeting every clause would not do." };
  const names = lift.clauses.map((clause) => clauseName(honour, clause));
  const total = formatPoints(lift.total);
  return {
    zh: `至少再达到 ${names.length} 条即可入围：${names.map((name) => `“${name.zh}”`).join("、")}，总分为 ${total}。`,
    en: ` Meeting ${names.length === 1 ? "one more clause" : `${names.length} more clauses`} would do: ${names.map((name) => `"${name.en}"`).join(", ")}, for a total of ${total}.`,
  };
}

function clauseName({ rubric }: Honour, { item, clause }: ClauseOf): Bilingual {
  const found = rubric.items.find(({ id }) => id === item);
  const part = found === undefined ? undefined : labelledParts(found).find(({ id }) => id === clause);
  return part?.label ?? { zh: clause, en: clause };
}

function equalSentence({ id, decidedBy, order }: EqualTotal, nameOf: NameOf): Bilingual {
  const name = nameOf(id);
  if (order === "level") return { zh: `与 ${name} 总分相同，名次并列。`, en: `Its total and its rank are those of ${name}.` };
  const by = decidedBy === "good_rate" ? { zh: "好评率", en: "the good rate" } : { zh: "计入的差评", en: "the counted bad reviews" };
  const side = order === "before" ? { zh: "在后", en: "behind it" } : { zh: "在前", en: "before it" };
  return { zh: `与 ${name} 总分相同，按${by.zh}排${side.zh}。`, en: `Its total is that of ${name}; by ${by.en} it comes ${side.en}.` };
}

function pendingSentences(honour: Honour, { rule, effects }: PendingRule): Bilingual[] {
  const { zh, en } = vetoName(honour, rule);
  return effects.map((effect) => {
    const [decided, then] = [decisionSentence(effect), outcomeText(effect)];
    return { zh: `${zh}：${decided.zh}${then.zh}`, en: `${en}: ${decided.en}${then.en}` };
  });
}

function outcomeText({ rank, rankState, moves }: PendingEffect): Bilingual {
  const own = rankText({ state: rankState, rank });
  const others = moves.length;
  const moved =
    others === 0 ? { zh: "，各名次不变", en: "; no rank changes" } : { zh: `，共有 ${others} 个名次变动`, en: `; ${others} ranks change` };
  return { zh: `${own.zh}${moved.zh}。`, en: ` ${own.en}${moved.en}.` };
}

function releaseSentence(honour: Honour, { rule, records, atLeast }: Release): Bilingual {
  const { zh, en } = vetoName(honour, rule);
  return {
    zh: `${zh}：计入的 ${records.length} 条中至少 ${atLeast} 条改为不计入，才不再否决。`,
    en: `${en}: at least ${atLeast} of the ${records.length} counted would have to be decided otherwise.`,
  };
}

function releasedSentence(standing: { readonly state: RankState; readonly rank: number | null }): Bilingual {
  const { zh, en } = rankText(standing);
  return { zh: `若不再否决：${zh}。`, en: `Without the veto: ${en}.` };
}

function rankText({ state, rank }: { readonly state: RankState; readonly rank: number | null }): Bilingual {
  if (rank === null)
    return state === "vetoed" ? { zh: "一票否决，没有名次", en: "vetoed, without a rank" } : { zh: "没有名次", en: "no rank" };
  return state === "undecided"
    ? { zh: `暂列第 ${rank} 名`, en: `rank ${rank} for the time being` }
    : { zh: `第 ${rank} 名`, en: `rank ${rank}` };
}

function vetoName({ rubric }: Honour, rule: string): Bilingual {
  return rubric.vetoes.find(({ id }) => id === rule)?.label ?? { zh: rule, en: rule };
}

function size(change: Points): Points {
  return { ...change, numerator: Math.abs(change.numerator) };
}
