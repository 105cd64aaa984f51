import { describe, expect, test } from "vitest";
import { scoreApplication } from "./score.ts";
import { lineSentence, rankSentence } from "./sentence.ts";
import { defaults, discretionary, facts, honourRecord, personHonour, record, sheet, windowHonour } from "./zhejiang-fixture.ts";

const honours = [
  honourRecord("a", "示例文明窗口", "national", "2022-05-01"),
  honourRecord("b", "示例文明窗口", "city", "2022-05-01"),
  honourRecord("c", "示例标兵", "provincial", "2023-01-01"),
  honourRecord("d", "示例旧誉", "county", "2015-01-01"),
];
const innovations = [record("innovations", "m", "2023-03-01", { title: "示例举措" })];
const entries = [
  ...sheet(windowHonour, "评委1", { mail: 5 }).map((entry) =>
    entry.clause === "mail" ? { ...entry, reason: "没有邮寄", evidence: "照片 1" } : entry,
  ),
  discretionary("评委1", "organisation", 0.5),
  ...["评委2", "评委3"].flatMap((grader) => sheet(windowHonour, grader)),
];
const { items } = scoreApplication(windowHonour, facts({ entries, records: { honours, innovations } }), defaults);
const told = (item: string) => (items.find((each) => each.item === item)?.lines ?? []).map((line) => lineSentence(windowHonour, line));

describe("a step of a score in words", () => {
  test("a deduction names the clause, what was taken off, what counts, the reason and the evidence", () => {
    expect(told("convenience")).toEqual([
      { zh: "政务服务便利化满分 20.00 分。", en: "Convenience starts from 20.00 points." },
      {
        zh: "评委1认为“邮寄服务”未达到，扣 5.00 分，计入 -1.67 分，原因：没有邮寄，佐证：照片 1。",
        en: '评委1 found "Mail service" unmet and took off 5.00, which counts -1.67; reason: 没有邮寄; evidence: 照片 1.',
      },
    ]);
  });

  test("a discretionary deduction names its item", () => {
    expect(told("organisation")[1]?.zh).toBe("评委1在“组织领导”酌情扣 0.50 分，计入 -0.17 分，原因：台账缺页，佐证：照片 3。");
  });

  test("the bonus says what counts, what does not and why, and what is over a cap", () => {
    expect(told("bonus").map(({ zh }) => zh)).toEqual([
      "国家级“示例文明窗口”，加 8.00 分。",
      "省部级“示例标兵”，加 5.00 分。",
      "设区市级“示例文明窗口”不加分：同名荣誉已按最高一级计分。",
      "县级“示例旧誉”不加分：早于计分期间。",
      "“近三年获得荣誉”合计 13.00 分，超过上限，减去 5.00 分。",
      "推出服务新举措“示例举措”，加 1.00 分。",
    ]);
    expect(told("bonus")[3]?.en).toBe("County “示例旧誉” adds nothing: it is from before the period.".replaceAll(/[“”]/g, '"'));
  });

  test("a grader who is not named is a grader", () => {
    const line = items.find(({ item }) => item === "convenience")?.lines[1];
    if (line === undefined) throw new Error("there is a deduction");
    expect(lineSentence(windowHonour, { ...line, grader: null, reason: null, evidence: null }).en).toBe(
      'A grader found "Mail service" unmet and took off 5.00, which counts -1.67.',
    );
  });

  test("a graded item says what was given", () => {
    const score = scoreApplication(personHonour, facts({ entries: sheet(personHonour, "评委1", { skill: 21.5 }) }), defaults);
    const [line] = score.items[2]?.lines ?? [];
    if (line === undefined) throw new Error("there is a score");
    expect(lineSentence(personHonour, line).zh).toBe("评委1给“业务技术过硬”21.50 分，计入 21.50 分。");
  });

  test("an item that the scheme does not have stands for itself", () => {
    const line = items[0]?.lines[0];
    if (line === undefined) throw new Error("there is a starting line");
    expect(lineSentence(windowHonour, { ...line, item: "gone" }).zh).toBe("gone满分 10.00 分。");
  });
});

describe("a rank in words", () => {
  test("it says what decided among equal totals", () => {
    expect(rankSentence(windowHonour, { rank: 5, decidedBy: "bad_reviews", tiedAtCut: [] })).toEqual({
      zh: "第 5 名。与他人总分相同，按计入的差评多少分出先后。",
      en: "Rank 5. Others have the same total; the number of counted bad reviews decided.",
    });
  });

  test("a tie at a cut is left to the committee", () => {
    expect(rankSentence(windowHonour, { rank: 10, decidedBy: "none", tiedAtCut: ["final"] }).zh).toContain(
      "组委会认定的名额线正在并列者之间",
    );
  });

  test("without a rank it says so", () => {
    expect(rankSentence(windowHonour, { rank: null, decidedBy: "none", tiedAtCut: [] }).en).toBe("It has no rank.");
  });
});
