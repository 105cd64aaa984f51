import { expect, test } from "vitest";
import { intraclassSentence, outlierSentence, severitySentence } from "./agreement-sentence.ts";
import { intraclassCorrelation } from "./intraclass.ts";
import { ratingsFrom, shroutFleiss } from "./published-ratings-fixture.ts";

test("a coefficient is graded from the lower end of its interval to the upper one", () => {
  const found = intraclassCorrelation(shroutFleiss);
  if (found === null) throw new Error("no coefficients");
  expect(intraclassSentence(found, "3,1")).toEqual({
    zh: "单个评委（松紧之差不算误差）的可靠性为差至优：ICC(3,1) = 0.71，95% 区间 0.34 – 0.95（4 位评委，6 个对象）。",
    en: "The reliability of one grader, strictness left aside is poor to excellent: ICC(3,1) = 0.71, 95% interval 0.34 – 0.95 (4 graders, 6 subjects).",
  });
  const agreed = intraclassCorrelation(ratingsFrom([70, 80, 90].map((value) => [value, value])));
  if (agreed === null) throw new Error("no coefficients");
  expect(intraclassSentence(agreed, "2,k")?.zh).toContain("的可靠性为优：ICC(2,k) = 1.00");
});

test("a grader is called strict or mild only when the interval leaves out 0", () => {
  const strict = { grader: "评委3", deviation: -3.456, low: -5, high: -1.9, subjects: 40, rank: 1 };
  expect(severitySentence(strict)).toEqual({
    zh: "评委3比其他评委偏严 3.46 分，95% 区间 1.90 – 5.00（共同评分 40 个对象）。",
    en: "评委3 is 3.46 points stricter than the other graders, 95% interval 1.90 – 5.00 over 40 subjects rated by others too.",
  });
  expect(severitySentence({ ...strict, high: 0.5 }).zh).toContain("看不出偏严或偏宽");
  expect(severitySentence({ ...strict, low: null, high: null }).en).toContain("as far as can be told");
  expect(severitySentence({ ...strict, deviation: 2, low: 1, high: 3 }).en).toContain("2.00 points milder");
});

test("an outlier is put as a question, with what was expected", () => {
  const outlier = { grader: "评委5", subject: "HQ-017", value: 61, expected: 84.25, distance: -23.25, score: -6 };
  expect(outlierSentence(outlier).zh).toBe("评委5给 HQ-017 评了 61.00 分，按其他评委的评分和该评委的习惯应在 84.25 分左右，请核对。");
});
