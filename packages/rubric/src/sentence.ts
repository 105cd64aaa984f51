import type { Bilingual } from "./bilingual.ts";
import type { UncountedReason } from "./mechanisms/bonus.ts";
import type { Measure } from "./mechanisms/composite.ts";
import type { RankedPart } from "./mechanisms/ranks.ts";
import { formatHundredths, formatPoints } from "./points.ts";
import type { DecidedBy } from "./rank.ts";
import type { Honour, Item } from "./scheme.ts";
import type { Line } from "./score-result.ts";

/** What a sentence needs to know of a line; the line itself, or what a page has read of it. */
export type ToldLine = Pick<Line, "item" | "clause" | "kind" | "points" | "askedHundredths" | "grader" | "reason" | "evidence">;

const uncounted: Readonly<Record<UncountedReason, Bilingual>> = {
  undated: { zh: "没有日期", en: "it has no date" },
  "before-period": { zh: "早于计分期间", en: "it is from before the period" },
  "after-period": { zh: "晚于计分期间", en: "it is from after the period" },
  "same-honour": { zh: "同名荣誉已按最高一级计分", en: "the same honour counts at its highest level already" },
};

/** One step of a score in words, with its figures; names come from the scheme, and an unknown id stands for itself. */
export function lineSentence(honour: Honour, line: ToldLine): Bilingual {
  const item = honour.rubric.items.find(({ id }) => id === line.item);
  const name = item?.label ?? { zh: line.item, en: line.item };
  const grader = { zh: line.grader ?? "评委", en: line.grader ?? "A grader" };
  const part = partLabel(item, line.clause) ?? name;
  const [asked, counted] = [formatHundredths(line.askedHundredths ?? 0), formatPoints(line.points)];
  switch (line.kind) {
    case "max":
      return { zh: `${name.zh}满分 ${counted} 分。`, en: `${name.en} starts from ${counted} points.` };
    case "fixed":
      return withReason(line, {
        zh: `${grader.zh}认为“${part.zh}”未达到，扣 ${asked} 分，计入 ${counted} 分`,
        en: `${grader.en} found "${part.en}" unmet and took off ${asked}, which counts ${counted}`,
      });
    case "discretionary":
      return withReason(line, {
        zh: `${grader.zh}在“${part.zh}”酌情扣 ${asked} 分，计入 ${counted} 分`,
        en: `${grader.en} took off ${asked} at discretion from "${part.en}", which counts ${counted}`,
      });
    case "floor":
      return {
        zh: `${grader.zh}对“${name.zh}”扣到了下限以下，补回 ${counted} 分。`,
        en: `${grader.en} took "${name.en}" below its floor; ${counted} is given back.`,
      };
    case "graded":
      return withReason(line, {
        zh: `${grader.zh}给“${name.zh}”${asked} 分，计入 ${counted} 分`,
        en: `${grader.en} gave "${name.en}" ${asked}, which counts ${counted}`,
      });
    case "point":
      return line.askedHundredths === 0
        ? { zh: `“${part.zh}”未做到，计 0 分。`, en: `"${part.en}" is not kept and brings nothing.` }
        : { zh: `“${part.zh}”做到，计 ${counted} 分。`, en: `"${part.en}" is kept and brings ${counted}.` };
    case "indicator":
      return { zh: `“${part.zh}”为 ${asked}，计 ${counted} 分。`, en: `"${part.en}" is ${asked}, which brings ${counted}.` };
    case "appraisal":
      return { zh: `“${part.zh}”得 ${asked} 分，计 ${counted} 分。`, en: `"${part.en}" came to ${asked}, which brings ${counted}.` };
    case "place":
      return {
        zh: `“${part.zh}”的名次是 ${asked}，按权重计 ${counted}（越小越好）。`,
        en: `"${part.en}" put it in place ${asked}, which counts ${counted} by its weight (less is better).`,
      };
    case "cap":
      return {
        zh: `“${part.zh}”合计 ${asked} 分，超过上限，减去 ${formatPoints(positive(line))} 分。`,
        en: `"${part.en}" comes to ${asked}, over its cap; ${formatPoints(positive(line))} is taken off.`,
      };
    default: {
      const title = line.evidence === null ? { zh: "", en: "" } : { zh: `“${line.evidence}”`, en: ` "${line.evidence}"` };
      const why = uncounted[line.reason as UncountedReason] ?? null;
      return why === null
        ? { zh: `${part.zh}${title.zh}，加 ${counted} 分。`, en: `${part.en}${title.en} adds ${counted}.` }
        : { zh: `${part.zh}${title.zh}不加分：${why.zh}。`, en: `${part.en}${title.en} adds nothing: ${why.en}.` };
    }
  }
}

function withReason({ reason, evidence }: ToldLine, { zh, en }: Bilingual): Bilingual {
  const because = reason === null ? { zh: "", en: "" } : { zh: `，原因：${reason}`, en: `; reason: ${reason}` };
  const shown = evidence === null ? { zh: "", en: "" } : { zh: `，佐证：${evidence}`, en: `; evidence: ${evidence}` };
  return { zh: `${zh}${because.zh}${shown.zh}。`, en: `${en}${because.en}${shown.en}.` };
}

function positive({ points }: ToldLine): ToldLine["points"] {
  return { ...points, numerator: Math.abs(points.numerator) };
}

/** The name of a clause, of a level or of a part of the bonus. */
function partLabel(item: Item | undefined, clause: string | null): Bilingual | null {
  if (item === undefined || clause === null || item.kind === "graded") return null;
  return labelledParts(item).find(({ id }) => id === clause)?.label ?? { zh: clause, en: clause };
}

type Labelled = { readonly id: string; readonly label: Bilingual };

/** All that an item names besides itself: clauses, parts, levels, points of a checklist, at whatever depth. */
export function labelledParts(part: Item | Measure | RankedPart): Labelled[] {
  switch (part.kind) {
    case "deduction":
      return part.clauses;
    case "checklist":
      return part.points;
    case "bonus":
      return part.parts.flatMap((inner) => [inner, ...(inner.kind === "levels" ? inner.levels : [])]);
    case "composite":
      return part.parts.flatMap((inner) => [inner, ...labelledParts(inner)]);
    case "ranks":
    case "places":
      return part.parts.flatMap((inner) => [inner, ...labelledParts(inner)]);
    default:
      return [];
  }
}

const decisions: Readonly<Record<DecidedBy, Bilingual>> = {
  total: { zh: "总分与前后均不相同。", en: "No one beside it has the same total." },
  bad_reviews: {
    zh: "与他人总分相同，按计入的差评多少分出先后。",
    en: "Others have the same total; the number of counted bad reviews decided.",
  },
  good_rate: {
    zh: "与他人总分和计入的差评都相同，按好评率分出先后。",
    en: "Others have the same total and as many counted bad reviews; the good rate decided.",
  },
  none: { zh: "按规定的各项都不能分出先后，名次并列。", en: "Nothing declared tells them apart; they share the rank." },
};

/** How a rank came about, and whether a cut goes through those who share it. */
export function rankSentence(
  honour: Honour,
  ranked: { readonly rank: number | null; readonly decidedBy: DecidedBy; readonly tiedAtCut: readonly string[] },
): Bilingual {
  if (ranked.rank === null) return { zh: "没有名次。", en: "It has no rank." };
  const { zh, en } = decisions[ranked.decidedBy];
  const cuts = honour.stages.filter(({ id }) => ranked.tiedAtCut.includes(id));
  if (cuts.length === 0) return { zh: `第 ${ranked.rank} 名。${zh}`, en: `Rank ${ranked.rank}. ${en}` };
  const at = { zh: cuts.map(({ label }) => label.zh).join("、"), en: cuts.map(({ label }) => label.en).join(", ") };
  return {
    zh: `第 ${ranked.rank} 名。${zh}${at.zh}的名额线正在并列者之间，须由组委会决定并写明理由。`,
    en: `Rank ${ranked.rank}. ${en} The cut of ${at.en} goes through those who share it: the committee decides and writes down why.`,
  };
}
