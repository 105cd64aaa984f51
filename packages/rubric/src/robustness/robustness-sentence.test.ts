import { expect, test } from "vitest";
import { points } from "../points.ts";
import { scheme, windowHonour } from "../zhejiang-fixture.ts";
import type { CutFlip } from "./cut-flips.ts";
import type { RankRange } from "./rank-range.ts";
import { changeSentence, flipSentence, rangeSentence } from "./robustness-sentence.ts";

const range: RankRange = {
  id: "W1",
  rank: 9,
  best: 7,
  worst: 12,
  bestBy: { kind: "grader-left-out", grader: "G3" },
  worstBy: { kind: "policies", choices: { "graders-combined": "median" } },
  usual: { best: 8, worst: 11 },
  unranked: 0,
  cuts: [{ stage: "final", inside: { numerator: 3, denominator: 4 }, tied: { numerator: 0, denominator: 4 } }],
};

test("a range says its ends, by what they came about, and how often the cut is passed", () => {
  const { zh, en } = rangeSentence(scheme, windowHonour, range);
  expect(zh).toMatch(
    /^名次在第 7 至第 12 名之间（最好：去掉评委 G3；最差：改为“多位评委的合成：总分居中的一份.*”）；75\.00% 的情况下进入.*。$/,
  );
  expect(en).toMatch(
    /^Its rank lies between 7 and 12 \(best without grader G3; worst with "How graders are combined: .*"\); in 75\.00% of cases/,
  );
});

test("a rank that never moves, and one that is never there, are said so", () => {
  const still = { ...range, best: 9, worst: 9, bestBy: null, worstBy: null, cuts: [] };
  expect(rangeSentence(scheme, windowHonour, still)).toEqual({ zh: "名次始终是第 9 名。", en: "It always has rank 9." });
  expect(rangeSentence(scheme, windowHonour, { ...still, unranked: 2 }).zh).toBe("名次始终是第 9 名；2 种情况下没有名次。");
  expect(rangeSentence(scheme, windowHonour, { ...still, best: null, worst: null }).en).toBe("It has no rank in any case.");
});

test("weights name only the items that they move", () => {
  expect(changeSentence(scheme, windowHonour, { kind: "weights", percent: { organisation: 90, conduct: 100, bonus: 104.5 } })).toEqual({
    zh: "权重改为组织领导 90%、加分事项 104.5%",
    en: "with weights of 90% for Organisation, 104.5% for Bonus",
  });
  expect(changeSentence(scheme, windowHonour, { kind: "graders-drawn", draw: 7 }).zh).toBe("第 7 次重抽的评委");
});

test("a flip says where the subject stands and each smallest change", () => {
  const flip: CutFlip = {
    id: "W1",
    stage: "final",
    place: "outside",
    rival: "W2",
    points: { change: points(250, 7), levelIsEnough: false, items: ["bonus"] },
    weight: { part: "conduct", change: points(-21, 65), rival: "W2" },
    sheets: { graders: ["G1", "G4"] },
  };
  const { zh, en } = flipSentence(windowHonour, flip);
  expect(zh).toMatch(
    /名额之外；多 0\.36 分以上就会与 W2 换位；政务服务规范化的权重降低超过 32\.31% 也会换位；改动 2 份评分表（G1、G4）就可能换位。$/,
  );
  expect(en).toMatch(
    /over 0\.36 points more would change places with W2; so would a weight of .* more than 32\.31% less; 2 sheets \(G1, G4\) could do it\.$/,
  );
  const inside: CutFlip = {
    ...flip,
    place: "inside",
    points: { change: points(-100), levelIsEnough: true, items: [] },
    weight: null,
    sheets: null,
  };
  expect(flipSentence(windowHonour, inside).zh).toMatch(/名额之内；少 1\.00 分就会与 W2 换位。$/);
});
