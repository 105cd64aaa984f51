import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDocuments, parseScheme } from "../parse-scheme.ts";
import { runExample } from "../run-example.ts";
import type { Honour, Scheme } from "../scheme.ts";
import { schemeJsonSchema } from "../scheme-json-schema.ts";
import { scheme } from "../zhejiang-fixture.ts";
import { compareEditions } from "./compare-editions.ts";
import { differenceSentence } from "./difference-sentence.ts";
import { next } from "./edition-fixture.ts";
import { fieldNames } from "./field-names.ts";

const differences = compareEditions(scheme, next);
const told = (kind: string) => differences.filter((each) => each.kind === kind).map((each) => differenceSentence(each).zh);

describe("the invented edition of 2024 against that of 2023", () => {
  test("two deductions moved and the cap on new measures rose", () => {
    expect(told("points")).toEqual([
      "红旗窗口 · 政务服务规范化 · 亮明身份、仪表与用语：不满足时扣分由 5 改为 4。",
      "红旗窗口 · 政务服务规范化 · 态度与效率：不满足时扣分由 5 改为 6。",
      "红旗窗口 · 加分事项 · 推出服务新举措：上限由 2 改为 3。",
    ]);
  });

  test("three bad reviews veto a window", () => {
    expect(told("threshold")).toEqual(["红旗窗口 · 非客观原因差评过多：否决门槛由 4 改为 3。"]);
    expect(differences.find(({ kind }) => kind === "threshold")).toMatchObject({
      path: ["honours", "red-flag-window", "rubric", "vetoes", "V2", "threshold"],
      sources: {
        before: { document: "zj-2023-notice", clause: "附件5·7·2" },
        after: { document: "zj-2024-example", clause: "附件5·7·2" },
      },
    });
  });

  test("what the source left open is stated now", () => {
    expect(told("policy")).toEqual(["同分的处理：来源是否规定由来源未规定改为来源已规定。"]);
  });

  test("another document in place of the old one is told once, a clause that moved by itself", () => {
    expect(told("citation")).toEqual([
      "整个方案：出处由《2023 年度“建设红旗窗口、争当服务先锋”主题活动通知（含附件 1–6）》正文改为《2024 年度示例通知（虚构，照 2023 年通知改了几处）》正文。",
      "整个方案：依据由《2023 年度主题活动所依据的文件》全文改为无。",
      "红旗窗口 · 政务服务廉洁化 · 监督有效、投诉有办：出处由《2023 年度“建设红旗窗口、争当服务先锋”主题活动通知（含附件 1–6）》附件5·5·4 改为《2024 年度示例通知（虚构，照 2023 年通知改了几处）》附件5·5·5。",
    ]);
  });

  test("a name that changed is a label and no rule", () => {
    expect(told("label")).toContain("红旗窗口 · 政务服务规范化 · 导办帮办服务：名称由导办服务改为导办帮办服务。");
    expect(differences.filter(({ kind }) => ["added", "removed", "rule", "order"].includes(kind))).toEqual([]);
  });

  test("its examples come out", () => {
    for (const honour of next.honours) {
      for (const example of honour.examples) expect(runExample(next, honour, example)).toEqual([]);
    }
    expect(next.honours.flatMap(({ examples }) => examples).length).toBeGreaterThan(24);
  });
});

/** The scheme with its first honour changed. */
function withWindow(change: (honour: Honour) => Honour): Scheme {
  const [first, ...others] = scheme.honours;
  if (first === undefined) throw new Error("the scheme has honours");
  return { ...scheme, honours: [change(first), ...others] };
}

const withItems = (change: (items: Honour["rubric"]["items"]) => Honour["rubric"]["items"]) =>
  withWindow((honour) => ({ ...honour, rubric: { ...honour.rubric, items: change(honour.rubric.items) } }));

describe("one change at a time", () => {
  const sentences = (changed: Scheme) =>
    compareEditions(scheme, changed).map((each) => [each.kind, differenceSentence(each).zh, differenceSentence(each).en]);

  test("a clause that is gone is removed with its figure, and added the other way round", () => {
    const without = withItems((items) =>
      items.map((item) => (item.kind === "deduction" ? { ...item, clauses: item.clauses.filter(({ id }) => id !== "mail") } : item)),
    );
    expect(sentences(without)).toEqual([
      [
        "removed",
        "红旗窗口 · 政务服务便利化 · 邮寄服务：取消（不满足时扣分 5）。",
        "Red-flag window · Convenience · Mail service: removed (deduction when unmet 5).",
      ],
    ]);
    expect(compareEditions(without, scheme).map(({ kind, path }) => [kind, path.at(-1)])).toEqual([["added", "mail"]]);
  });

  test("items in another order are the same items", () => {
    const [difference, ...others] = compareEditions(
      scheme,
      withItems((items) => items.toReversed()),
    );
    expect(others).toEqual([]);
    expect(difference).toMatchObject({ kind: "order", path: ["honours", "red-flag-window", "rubric", "items"] });
  });

  test("a value in place of a policy is a change of policy, and says what decided before", () => {
    const fixed = withWindow((honour) => ({
      ...honour,
      rubric: { ...honour.rubric, ranking: { ...honour.rubric.ranking, tieBreaks: [] } },
    }));
    expect(sentences(fixed)).toEqual([
      [
        "policy",
        "红旗窗口：排序 · 同分处理由政策“同分的处理”所定改为无。",
        'Red-flag window: ranking · tie-breaks from as the policy "Equal totals" decides to none.',
      ],
    ]);
  });

  test("a default is told by the names of the options", () => {
    const trimmed: Scheme = {
      ...scheme,
      policies: scheme.policies.map((policy) => (policy.id === "graders-combined" ? { ...policy, default: "trimmed-mean" } : policy)),
    };
    expect(sentences(trimmed).map(([kind, zh]) => [kind, zh])).toEqual([
      ["policy", "多位评委的合成：默认选项由各份评分表的平均改为去掉总分最高和最低各一份后平均。"],
    ]);
  });

  test("examples are no rules", () => {
    expect(
      compareEditions(
        scheme,
        withWindow((honour) => ({ ...honour, examples: [] })),
      ),
    ).toEqual([]);
  });
});

const folder = new URL("../../../../data/schemes/", import.meta.url);
const documents = parseDocuments(readFileSync(new URL("../documents.yaml", folder), "utf8"));
const schemeFiles = readdirSync(folder).filter((name) => name.endsWith(".yaml"));

test.each(schemeFiles)("%s does not differ from itself", (file) => {
  const [one, other] = [1, 2].map(() => parseScheme(readFileSync(new URL(file, folder), "utf8"), documents));
  if (one === undefined || other === undefined) throw new Error("two were read");
  expect(compareEditions(one, other)).toEqual([]);
});

test("every field of the language has a name in both languages", () => {
  const fields = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { properties } = value as { properties?: Record<string, unknown> };
    if (typeof properties === "object") for (const field of Object.keys(properties)) fields.add(field);
    for (const [key, inner] of Object.entries(value)) if (key !== "examples") visit(inner);
  };
  visit(schemeJsonSchema());
  const left = ["zh", "en", "edition", "year", "examples", "name", "given", "expect"];
  expect([...fields].filter((field) => !(field in fieldNames) && !left.includes(field))).toEqual([]);
});
