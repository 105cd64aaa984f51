import type { Bilingual } from "@mingchuang/rubric/bilingual";
import type { Settings } from "@mingchuang/rubric/policy";
import type { SchemeFile } from "@mingchuang/rubric/scheme";
import { fieldWords, valueWords } from "./field-words.ts";

type Calendar = SchemeFile["calendar"];
type Words = { readonly [K in keyof Settings]: (setting: Settings[K], calendar: Calendar) => Bilingual };

/** Short words for settings that are one of a few. */
const said =
  <Value extends string>(texts: Readonly<Record<Value, Bilingual>>) =>
  (value: Value) =>
    texts[value];

/** What a rule says where it states a value itself, and no policy decides it. */
const words: Words = {
  "deduction-unit": said({
    clause: { zh: "每个编号条款至多扣一次", en: "each numbered clause once" },
    duty: { zh: "条款中每一个要求各扣一次", en: "once for each duty in a clause" },
  }),
  floor: (floor) => (floor === null ? { zh: "不设下限", en: "no floor" } : { zh: `不低于 ${floor} 分`, en: `not below ${floor}` }),
  "discretionary-bound": said({
    "what-is-left": { zh: "至多扣到项目剩余的分", en: "no more than the item has left" },
    unbounded: { zh: "只受项目下限约束", en: "held by the floor of the item only" },
  }),
  "honour-counting": said({
    "highest-level": { zh: "同名荣誉只按最高一级计一次", en: "each honour once, at its highest level" },
    "every-award": { zh: "每次获得都计", en: "each award counts" },
  }),
  period: (period, calendar) => {
    const { zh, en } = until(period.until, calendar);
    if ("months" in period) return { zh: `到${zh}为止的 ${period.months} 个月`, en: `${period.months} months up to ${en}` };
    if ("calendarMonths" in period) {
      return { zh: `到${zh}所在月为止的 ${period.calendarMonths} 个自然月`, en: `${period.calendarMonths} calendar months up to ${en}` };
    }
    if (period.calendarYears === 1) return { zh: `活动当年，到${zh}`, en: `the programme year, up to ${en}` };
    return { zh: `连活动当年共 ${period.calendarYears} 个自然年，到${zh}`, en: `${period.calendarYears} calendar years, up to ${en}` };
  },
  condition: ({ counts, undecided }) => {
    if (counts === "any") return { zh: "不限", en: "any" };
    const list = (among: readonly unknown[]) => ({
      zh: among.map((value) => valueWords(value).zh).join("、"),
      en: among.map((value) => valueWords(value).en).join(", "),
    });
    const [counted, open] = [list(counts), list(undecided)];
    if (undecided.length === 0) return counted;
    return { zh: `${counted.zh}（${open.zh}的待认定）`, en: `${counted.en} (${open.en}: undecided)` };
  },
  combination: (combination) => {
    if (combination.method === "mean") return { zh: "各份评分表的平均", en: "mean of the sheets" };
    if (combination.method === "median") return { zh: "总分居中的评分表", en: "the middle sheet by total" };
    const { eachSide } = combination;
    return { zh: `去掉最高和最低各 ${eachSide} 份后平均`, en: `mean without the ${eachSide} highest and lowest` };
  },
  "incomplete-sheet": said({
    exclude: { zh: "不计入", en: "takes no part" },
    wait: { zh: "补齐之前不计分", en: "nothing is scored until it is complete" },
  }),
  "tie-breaks": (steps) => {
    if (steps.length === 0) return { zh: "一律并列", en: "one rank" };
    const names = steps.map((step) =>
      step === "good-rate"
        ? { zh: "好评率高者在前", en: "the higher good rate" }
        : { zh: "计入的记录少者在前", en: "fewer counted records" },
    );
    return { zh: names.map(({ zh }) => zh).join("，再比"), en: names.map(({ en }) => en).join(", then ") };
  },
  weights: (weights) =>
    weights === "equal"
      ? { zh: "权重相同", en: "equal weights" }
      : { zh: Object.values(weights).join(" : "), en: Object.values(weights).join(" : ") },
  tally: ({ add, subtract }) => {
    const tell = (language: "zh" | "en") =>
      [add.map((field) => fieldWords(field)[language]).join(" + "), ...subtract.map((field) => fieldWords(field)[language])].join(" − ");
    return { zh: tell("zh"), en: tell("en") };
  },
  "missing-part": said({
    wait: { zh: "补齐之前不计分", en: "nothing is scored until it is there" },
    reweigh: { zh: "权重由其余部分分担", en: "the other parts share its weight" },
    nothing: { zh: "计 0 分", en: "it brings nothing" },
  }),
  "indicator-award": said({
    met: { zh: "达到目标得全分，否则不得分", en: "all by its target, otherwise nothing" },
    progress: { zh: "按从基线到目标走完的比例得分", en: "by the share of the way from the baseline to the target" },
  }),
  "rank-ties": said({
    best: { zh: "并列取靠前的名次", en: "equals take the better rank" },
    mean: { zh: "并列取平均名次", en: "equals take the mean rank" },
    dense: { zh: "并列后名次不空缺", en: "no rank is skipped after equals" },
  }),
  allowance: ({ each, total }) => ({ zh: `每类可增减 ${each} 个，合计可增减 ${total} 个`, en: `±${each} in each, ±${total} in all` }),
  day: (day) => ({ zh: day, en: day }),
  grades: (grades) => ({
    zh: grades.map(({ label, from }) => `${label.zh} ≥ ${from}`).join("，"),
    en: grades.map(({ label, from }) => `${label.en} ≥ ${from}`).join(", "),
  }),
  passing: ({ least, floors, targets }) => {
    const parts = [
      ...(least === null ? [] : [{ zh: `总分满 ${least}`, en: `a total of ${least}` }]),
      ...(floors ? [{ zh: "底线全部守住", en: "every floor holds" }] : []),
      ...(targets ? [{ zh: "目标全部达到", en: "every target is reached" }] : []),
    ];
    return { zh: parts.map(({ zh }) => zh).join("，"), en: parts.map(({ en }) => en).join(", ") };
  },
  "over-limit": said({
    "applicant-chooses": { zh: "由申报单位选择，选定之前待认定", en: "the applicant chooses; undecided until then" },
    "first-submitted": { zh: "先报送的保留", en: "those handed in first stay" },
  }),
  "day-type": said({ calendar: { zh: "自然日", en: "calendar days" }, working: { zh: "工作日", en: "working days" } }),
  "missing-period": said({ breaks: { zh: "打断连续", en: "it ends the run" }, skips: { zh: "跳过不计", en: "it is skipped" } }),
  "run-start": said({
    state: { zh: "从进入当前状态算起", en: "counted since the present state began" },
    ever: { zh: "从首期算起", en: "counted since the first period" },
  }),
};

function until(day: string, calendar: Calendar): Bilingual {
  const entry = calendar.find(({ id }) => id === day);
  return entry === undefined ? { zh: "评价截止日", en: "the as-of day" } : { zh: entry.to, en: entry.to };
}

/** A setting in words, as a rule states it. */
export function settingWords<K extends keyof Settings>(decides: K, setting: Settings[K], calendar: Calendar): Bilingual {
  return words[decides](setting, calendar);
}
