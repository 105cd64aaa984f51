import type { Bilingual } from "../bilingual.ts";
import { type AgreementGrade, gradeOf } from "./agreement-reading.ts";
import type { IntraclassCorrelation, IntraclassForm } from "./intraclass.ts";
import type { Outlier } from "./outliers.ts";
import type { Severity } from "./severity.ts";

const words: Readonly<Record<AgreementGrade, Bilingual>> = {
  excellent: { zh: "优", en: "excellent" },
  good: { zh: "良", en: "good" },
  moderate: { zh: "中", en: "moderate" },
  poor: { zh: "差", en: "poor" },
};

const asked: Readonly<Record<IntraclassForm, Bilingual>> = {
  "1,1": { zh: "每个对象由不同评委评分时，单个评委", en: "one grader, were each subject given graders of its own" },
  "2,1": { zh: "单个评委（松紧之差算误差）", en: "one grader, strictness counted as an error" },
  "3,1": { zh: "单个评委（松紧之差不算误差）", en: "one grader, strictness left aside" },
  "1,k": { zh: "每个对象由不同评委评分时，全体评委的平均", en: "the mean of all, were each subject given graders of its own" },
  "2,k": { zh: "全体评委的平均（松紧之差算误差）", en: "the mean of all graders, strictness counted as an error" },
  "3,k": { zh: "全体评委的平均（松紧之差不算误差）", en: "the mean of all graders, strictness left aside" },
};

/** One coefficient in words. The grade is that of the interval's lower end to its upper end, since the value alone promises too much. */
export function intraclassSentence({ coefficients, subjects, graders }: IntraclassCorrelation, form: IntraclassForm): Bilingual | null {
  const found = coefficients.find((each) => each.form === form);
  if (found === undefined) return null;
  const [low, high] = [words[gradeOf(found.low)], words[gradeOf(found.high)]];
  const grade = low.zh === high.zh ? low : { zh: `${low.zh}至${high.zh}`, en: `${low.en} to ${high.en}` };
  const figures = `ICC(${form}) = ${print(found.value)}`;
  const interval = `${print(found.low)} – ${print(found.high)}`;
  return {
    zh: `${asked[form].zh}的可靠性为${grade.zh}：${figures}，95% 区间 ${interval}（${graders} 位评委，${subjects} 个对象）。`,
    en: `The reliability of ${asked[form].en} is ${grade.en}: ${figures}, 95% interval ${interval} (${graders} graders, ${subjects} subjects).`,
  };
}

/** Whether a grader is stricter or milder than the others, and by how much; not while the interval includes 0. */
export function severitySentence({ grader, deviation, low, high, subjects }: Severity): Bilingual {
  const size = print(Math.abs(deviation));
  const over = { zh: `（共同评分 ${subjects} 个对象）`, en: ` over ${subjects} subjects rated by others too` };
  if (low === null || high === null || (low <= 0 && high >= 0)) {
    return {
      zh: `${grader}与其他评委平均相差 ${size} 分，看不出偏严或偏宽${over.zh}。`,
      en: `${grader} is ${size} points from the other graders on average: neither strict nor mild as far as can be told${over.en}.`,
    };
  }
  const [zh, en] = deviation < 0 ? ["偏严", "stricter"] : ["偏宽", "milder"];
  const interval = deviation < 0 ? `${print(-high)} – ${print(-low)}` : `${print(low)} – ${print(high)}`;
  return {
    zh: `${grader}比其他评委${zh} ${size} 分，95% 区间 ${interval}${over.zh}。`,
    en: `${grader} is ${size} points ${en} than the other graders, 95% interval ${interval}${over.en}.`,
  };
}

/** A rating far from the others, as a question. */
export function outlierSentence({ grader, subject, value, expected }: Outlier): Bilingual {
  return {
    zh: `${grader}给 ${subject} 评了 ${print(value)} 分，按其他评委的评分和该评委的习惯应在 ${print(expected)} 分左右，请核对。`,
    en: `${grader} gave ${subject} ${print(value)}; by the other graders and this one's habit about ${print(expected)} was to be expected. Please check.`,
  };
}

function print(value: number): string {
  return Number.isFinite(value)
    ? value
        .toFixed(2)
        .replace(/^-(?=0\.00$)/, "")
        .replace("-", "−")
    : "−∞";
}
