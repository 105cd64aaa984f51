import { describe, expect, test } from "vitest";
import { decisionEffects } from "./pending.ts";
import { decisionSentence, vetoRecordSentence, vetoSentence } from "./veto-sentence.ts";
import { windowHonour } from "./zhejiang-fixture.ts";

describe("a veto in words", () => {
  test("three counted and one undecided say what one decision would do", () => {
    const result = { rule: "V2", state: "undecided" as const, threshold: 4, counted: 3, undecided: 1, excluded: 2 };
    expect(vetoSentence(windowHonour, result)).toEqual({
      zh: "非客观原因差评过多：计入 3 条，待认定 1 条，不计 2 条，满 4 条否决，待认定。待认定的有 1 条计入即一票否决。",
      en: "Too many bad reviews without objective causes: 3 counted, 1 undecided, 2 not counted, vetoed from 4: undecided. If 1 of the undecided count, it is vetoed.",
    });
  });

  test("a clear rule says no more than its counts", () => {
    const result = { rule: "V1", state: "clear" as const, threshold: 1, counted: 0, undecided: 0, excluded: 0 };
    expect(vetoSentence(windowHonour, result).zh).toBe("违纪违法查实：计入 0 条，满 1 条否决，未触及否决。");
  });

  test("a record names the condition that decided", () => {
    expect(vetoRecordSentence(windowHonour, "V2", { disposition: "excluded", because: "channel" }).zh).toBe("不计入：评价渠道不符合。");
    expect(vetoRecordSentence(windowHonour, "V2", { disposition: "undecided", because: "cause" }).zh).toBe("待认定：原因认定尚未确定。");
    expect(vetoRecordSentence(windowHonour, "V2", { disposition: "excluded", because: "period" }).en).toBe(
      "Not counted: day does not fit.",
    );
    expect(vetoRecordSentence(windowHonour, "V4", { disposition: "undecided", because: "status" }).zh).toBe("待认定：认定状态尚未确定。");
    expect(vetoRecordSentence(windowHonour, "V2", { disposition: "counted", because: "cause" }).zh).toContain("计入");
  });
});

test("each way of deciding the pending records is a sentence", () => {
  const { effects } = decisionEffects({ counted: 2, undecided: 2, threshold: 4 });
  expect(effects.map((effect) => decisionSentence(effect).zh)).toEqual([
    "若待认定的都不计入：共 2 条，未触及否决。",
    "若待认定的有 1 条计入、1 条不计入：共 3 条，差一条即否决。",
    "若待认定的都计入：共 4 条，一票否决。",
  ]);
});
