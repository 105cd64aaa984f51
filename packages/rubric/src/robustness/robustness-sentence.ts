import type { Bilingual } from "../bilingual.ts";
import { formatHundredths, formatPoints, roundRatio } from "../points.ts";
import { printRate } from "../rates.ts";
import type { Honour, SchemeFile } from "../scheme.ts";
import type { CutFlip } from "./cut-flips.ts";
import type { Change, RankRange } from "./rank-range.ts";

/** What was changed, in words; names of policies, options and items come from the scheme, unknown ids stand for themselves. */
export function changeSentence(scheme: Pick<SchemeFile, "policies">, honour: Honour, change: Change): Bilingual {
  switch (change.kind) {
    case "graders-drawn":
      return { zh: `第 ${change.draw} 次重抽的评委`, en: `the panel of draw ${change.draw}` };
    case "grader-left-out":
      return { zh: `去掉评委 ${change.grader}`, en: `without grader ${change.grader}` };
    case "weights": {
      const moved = Object.entries(change.percent).filter(([, percent]) => percent !== 100);
      const told = moved.map(([part, percent]) => ({ name: partName(honour, part), percent: Number(percent.toFixed(2)) }));
      return {
        zh: `权重改为${told.map(({ name, percent }) => `${name.zh} ${percent}%`).join("、")}`,
        en: `with weights of ${told.map(({ name, percent }) => `${percent}% for ${name.en}`).join(", ")}`,
      };
    }
    case "policies": {
      const told = Object.entries(change.choices).map(([id, option]) => optionName(scheme, id, option));
      return { zh: `改为${told.map(({ zh }) => zh).join("、")}`, en: `with ${told.map(({ en }) => en).join(", ")}` };
    }
  }
}

/** Where a subject ends up, by what it got there, and how often it passes each stage. */
export function rangeSentence(scheme: Pick<SchemeFile, "policies">, honour: Honour, range: RankRange): Bilingual {
  const { best, worst, bestBy, worstBy, unranked } = range;
  if (best === null || worst === null) return { zh: "在任何一种情况下都没有名次。", en: "It has no rank in any case." };
  const moved =
    best === worst
      ? { zh: `名次始终是第 ${best} 名`, en: `It always has rank ${best}` }
      : {
          zh: `名次在第 ${best} 至第 ${worst} 名之间${reached(scheme, honour, bestBy, worstBy, "zh")}`,
          en: `Its rank lies between ${best} and ${worst}${reached(scheme, honour, bestBy, worstBy, "en")}`,
        };
  const cuts = range.cuts.map(({ stage, inside }) => {
    const label = honour.stages.find(({ id }) => id === stage)?.label ?? { zh: stage, en: stage };
    return { zh: `${printRate(inside)}% 的情况下进入${label.zh}`, en: `in ${printRate(inside)}% of cases it passes ${label.en}` };
  });
  const without = unranked === 0 ? [] : [{ zh: `${unranked} 种情况下没有名次`, en: `in ${unranked} cases it has no rank` }];
  const parts = [moved, ...cuts, ...without];
  return { zh: `${parts.map(({ zh }) => zh).join("；")}。`, en: `${parts.map(({ en }) => en).join("; ")}.` };
}

function reached(
  scheme: Pick<SchemeFile, "policies">,
  honour: Honour,
  best: Change | null,
  worst: Change | null,
  language: "zh" | "en",
): string {
  const [up, down] = language === "zh" ? ["最好：", "最差："] : ["best ", "worst "];
  const told = [
    ...(best === null ? [] : [`${up}${changeSentence(scheme, honour, best)[language]}`]),
    ...(worst === null ? [] : [`${down}${changeSentence(scheme, honour, worst)[language]}`]),
  ];
  if (told.length === 0) return "";
  return language === "zh" ? `（${told.join("；")}）` : ` (${told.join("; ")})`;
}

/** The smallest changes that would move a subject across a cut. */
export function flipSentence(honour: Honour, { place, rival, stage, points: needed, weight, sheets }: CutFlip): Bilingual {
  const label = honour.stages.find(({ id }) => id === stage)?.label ?? { zh: stage, en: stage };
  const now = {
    inside: { zh: `在${label.zh}名额之内`, en: `It is within the places of ${label.en}` },
    tied: { zh: `在${label.zh}名额线上并列`, en: `It shares the last place of ${label.en}` },
    outside: { zh: `在${label.zh}名额之外`, en: `It is outside the places of ${label.en}` },
  }[place];
  const size = formatPoints({ ...needed.change, numerator: Math.abs(needed.change.numerator) });
  const [sign, signEn] = needed.change.numerator < 0 ? ["少", "fewer"] : ["多", "more"];
  const beyond = needed.levelIsEnough ? { zh: "", en: "" } : { zh: "以上", en: "over " };
  const told = [
    now,
    {
      zh: `${sign} ${size} 分${beyond.zh}就会与 ${rival} 换位`,
      en: `${beyond.en}${size} points ${signEn} would change places with ${rival}`,
    },
    ...(weight === null ? [] : [weightText(honour, weight)]),
    ...(sheets === null
      ? []
      : [
          {
            zh: `改动 ${sheets.graders.length} 份评分表（${sheets.graders.join("、")}）就可能换位`,
            en: `${sheets.graders.length} sheets (${sheets.graders.join(", ")}) could do it`,
          },
        ]),
  ];
  return { zh: `${told.map(({ zh }) => zh).join("；")}。`, en: `${told.map(({ en }) => en).join("; ")}.` };
}

function weightText(honour: Honour, { part, change }: NonNullable<CutFlip["weight"]>): Bilingual {
  const name = partName(honour, part);
  const percent = formatHundredths(roundRatio(Math.abs(change.numerator), change.denominator, 10_000));
  const [zh, en] = change.numerator < 0 ? ["降低", "less"] : ["提高", "more"];
  return { zh: `${name.zh}的权重${zh}超过 ${percent}% 也会换位`, en: `so would a weight of ${name.en} more than ${percent}% ${en}` };
}

function optionName({ policies }: Pick<SchemeFile, "policies">, id: string, option: string): Bilingual {
  const policy = policies.find((each) => each.id === id);
  const chosen = policy?.options.find((each) => each.id === option);
  const [of, is] = [policy?.label ?? { zh: id, en: id }, chosen?.label ?? { zh: option, en: option }];
  return { zh: `“${of.zh}：${is.zh}”`, en: `"${of.en}: ${is.en}"` };
}

/** The label of an item, or of a part of a composed item (`item/part`). */
function partName(honour: Honour, part: string): Bilingual {
  const [item, inner] = part.split("/");
  const found = honour.rubric.items.find(({ id }) => id === item);
  return (inner === undefined ? found?.label : labelWithin(found, inner)) ?? { zh: part, en: part };
}

function labelWithin(part: unknown, id: string): Bilingual | undefined {
  const { parts = [] } = (part ?? {}) as { parts?: readonly { readonly id: string; readonly label: Bilingual }[] };
  for (const each of parts) {
    const found = each.id === id ? each.label : labelWithin(each, id);
    if (found !== undefined) return found;
  }
  return undefined;
}
