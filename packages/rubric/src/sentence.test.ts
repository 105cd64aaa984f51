import { describe, expect, test } from "vitest";
import { assessAll } from "./assess.ts";
import { policiesInForce } from "./policy.ts";
import { bareFacts, honourOf, hunan, suzhou, template } from "./programmes-fixture.ts";
import type { Honour, Scheme } from "./scheme.ts";
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

describe("a step of a measured item in words", () => {
  const tell = (scheme: Scheme, honour: Honour, given: Parameters<typeof bareFacts>[0], kind: string) => {
    const [assessed] = assessAll(honour, [bareFacts(given)], policiesInForce(scheme, {}));
    const lines = assessed?.score.items.flatMap((item) => item.lines) ?? [];
    return lines.filter((line) => line.kind === kind).map((line) => lineSentence(honour, line));
  };

  test("a place says where it was and what it counts by its weight", () => {
    const appraisals = Object.entries({ bimonthly: 4, democratic: 2, third_party: 8 }).map(([source, rank]) =>
      record("appraisals", source, "2019-12-20", { source, rank }),
    );
    const fields = { subject_kind: "window", tier: "own", staff_count: 2, deeds_length: 9, submitted_on: "2019-12-16" };
    const given = { year: 2019, asOf: "2019-12-31", fields, records: { appraisals } };
    expect(tell(suzhou, honourOf(suzhou, "service-collective"), given, "place").map(({ zh }) => zh)).toEqual([
      "“双月考核名次”的名次是 4.00，按权重计 2.00（越小越好）。",
      "“年终民主测评名次”的名次是 2.00，按权重计 0.50（越小越好）。",
      "“第三方调查名次”的名次是 8.00，按权重计 2.00（越小越好）。",
    ]);
  });

  test("a point of a checklist is kept or not, an appraisal and an indicator name their figure", () => {
    const honour = honourOf(hunan, "satisfying-window");
    const points = [
      "shown-identity",
      "shown-image",
      "shown-pledge",
      "model-post",
      "model-window",
      "model-brand",
      "by-public",
      "by-members",
    ];
    points.push("by-leaders", "skill", "conduct", "results", "matters", "basis", "rules", "procedure", "outcomes");
    const checklists = points.map((point) => record("checklists", point, "2011-11-30", { point, kept: point !== "outcomes" }));
    const appraisals = ["recommendation", "leaders", "public"].map((source) =>
      record("appraisals", source, "2011-12-20", { source, score: 82.5 }),
    );
    const given = { year: 2011, asOf: "2011-12-31", records: { checklists, appraisals } };
    expect(tell(hunan, honour, given, "point").slice(-2)).toEqual([
      { zh: "“公开程序”做到，计 1.00 分。", en: '"Procedure made public" is kept and brings 1.00.' },
      { zh: "“公开结果”未做到，计 0 分。", en: '"Results made public" is not kept and brings nothing.' },
    ]);
    expect(tell(hunan, honour, given, "appraisal")[0]).toEqual({
      zh: "“推荐”得 82.50 分，计 20.63 分。",
      en: '"Recommendation" came to 82.50, which brings 20.63.',
    });
    const line = { item: "composite", clause: "good-rate", points: { numerator: 0, denominator: 1 }, askedHundredths: 9600 } as const;
    const told = lineSentence(honourOf(template, "three-type-window"), {
      ...line,
      kind: "indicator",
      grader: null,
      reason: null,
      evidence: null,
    });
    expect(told).toEqual({ zh: "“好评率”为 96.00，计 0.00 分。", en: '"Good rate" is 96.00, which brings 0.00.' });
  });
});
