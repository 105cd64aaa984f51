import { describe, expect, test } from "vitest";
import type { TitleRecord } from "./timeline.ts";
import type { Title } from "./title.ts";
import { event, follow, quarterlyTitle, quarters, rectification, rectificationWithin } from "./title-fixture.ts";
import { titleSentence, titleStepSentence } from "./title-sentence.ts";

const told = (title: Title, records: readonly TitleRecord[], asOf: string) => {
  const history = follow(title, records, asOf);
  const last = history.steps.at(-1);
  if (last === undefined) throw new Error("nothing happened");
  return { step: titleStepSentence(title, last), state: titleSentence(title, history) };
};
const awarded = event("award", "2021-12-31");

describe("a step of a title's life is told", () => {
  test("with the quarters in a row and the rule that they fulfil", () => {
    const { step, state } = told(quarterlyTitle, [awarded, ...quarters("PFF")], "2022-09-30");
    expect(step).toEqual({
      zh: "2022Q3 不合格，连续 2 期（2022Q2、2022Q3）；按“连续两季不合格撤销称号”，由“已授牌”转为“已撤销、整改”。",
      en: '2022Q3 failed, 2 in a row (2022Q2, 2022Q3); by "Two quarters failed in a row" the state goes from "Awarded" to "Revoked".',
    });
    expect(state).toEqual({ zh: "已撤销、整改（自 2022-09-30）。", en: "Revoked since 2022-09-30." });
  });

  test("also where nothing changed", () => {
    expect(told(quarterlyTitle, [awarded, ...quarters("P")], "2022-03-31").step).toEqual({
      zh: "2022Q1 合格；状态不变，仍为“已授牌”。",
      en: '2022Q1 passed; the state stays "Awarded".',
    });
  });

  test("with the day that was set, and with the day that passed", () => {
    const records = [event("ordered", "2011-11-01", "2011-11-15")];
    expect(told(rectification, records, "2011-11-10").step).toEqual({
      zh: "2011-11-01 责令限期整改，期限 2011-11-15；按“工作松懈限期整改”，由“正常”转为“限期整改”。",
      en: '2011-11-01 Ordered to rectify, due by 2011-11-15; by "Found slack" the state goes from "Normal" to "To rectify".',
    });
    expect(told(rectification, records, "2011-11-16").step).toEqual({
      zh: "期限 2011-11-15 已过；按“逾期未改予以通报”，由“限期整改”转为“通报批评”。",
      en: 'the last day, 2011-11-15, has passed; by "Not rectified in time" the state goes from "To rectify" to "Publicly criticised".',
    });
  });

  test("with the days that were counted", () => {
    const { step } = told(rectificationWithin(15), [event("ordered", "2023-09-28")], "2023-10-26");
    expect(step.zh).toContain("期限 2023-10-25（2023-09-28 起 15 个工作日）已过");
    expect(step.en).toContain("2023-10-25 (15 working days from 2023-09-28)");
  });
});

describe("the state of a title is told", () => {
  test("with the day that is due, or that none was set", () => {
    expect(told(rectification, [event("ordered", "2011-11-01", "2011-11-15")], "2011-11-10").state).toEqual({
      zh: "限期整改（自 2011-11-01）。期限到 2011-11-15。",
      en: "To rectify since 2011-11-01. The last day is 2011-11-15.",
    });
    expect(told(rectification, [event("ordered", "2011-11-01")], "2011-11-10").state.zh).toContain("无法判断是否逾期");
  });

  test("with what its missing quarters could still change", () => {
    expect(told(quarterlyTitle, [awarded, ...quarters("F-F")], "2022-09-30").state).toEqual({
      zh: "已授牌（自 2021-12-31）。2022Q2 没有结果，补报后可能为：已授牌、已撤销、整改。",
      en: "Awarded since 2021-12-31. 2022Q2: no result; handed in, the state could be: Awarded, Revoked.",
    });
  });

  test("with the missing quarters that would change nothing", () => {
    expect(told(quarterlyTitle, [awarded, ...quarters("P-P")], "2022-09-30").state.zh).toContain("2022Q2 没有结果，补报后状态不会改变。");
  });
});
