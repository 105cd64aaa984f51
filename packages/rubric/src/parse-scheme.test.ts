import { describe, expect, test } from "vitest";
import { RubricError, rubricErrors } from "./errors.ts";
import { parseDocuments, parseScheme } from "./parse-scheme.ts";
import { documents, documentsText, scheme, schemeText } from "./zhejiang-fixture.ts";

/** The error of a scheme in which `from` was replaced by `to`, once. */
function errorAfter(from: string, to: string): RubricError {
  if (!schemeText.includes(from)) throw new Error(`the scheme does not contain ${from}`);
  try {
    parseScheme(schemeText.replace(from, to), documents);
  } catch (error) {
    if (error instanceof RubricError) return error;
    throw error;
  }
  throw new Error(`the scheme loaded with ${to}`);
}

const firstSource = '              source: { document: zj-2023-notice, clause: "附件5·1·1" }\n';

const lineOf = (text: string) => schemeText.slice(0, schemeText.indexOf(text)).split("\n").length;

describe("a scheme with a mistake does not load, and the error says where and what", () => {
  test.each([
    ["R101", "broken indentation", "        - id: organisation\n", "       - id: organisation\n", null],
    ["R101", "a key given twice", "full: 100\n", "full: 100\n      full: 100\n", null],
    [
      "R102",
      "an item without a maximum",
      "kind: deduction\n          max: 10\n",
      "kind: deduction\n",
      "honours[red-flag-window].rubric.items[organisation].max",
    ],
    [
      "R103",
      "a misspelt entry",
      "discretionary: true",
      "discretionery: true",
      "honours[red-flag-window].rubric.items[organisation].discretionery",
    ],
    ["R104", "points as text", "max: 10\n", "max: ten\n", "honours[red-flag-window].rubric.items[organisation].max"],
    [
      "R104",
      "a third of a hundredth",
      "deduct: 3\n",
      "deduct: 3.333\n",
      "honours[red-flag-window].rubric.items[organisation].clauses[plan].deduct",
    ],
    ["R104", "an unknown mechanism", "kind: deduction", "kind: magic", "honours[red-flag-window].rubric.items[organisation].kind"],
    ["R104", "a month that is none", 'to: "08-30"', 'to: "13-30"', "calendar[apply].to"],
    ["R105", "a clause without a source", firstSource, "", "honours[red-flag-window].rubric.items[organisation].clauses[plan].source"],
    [
      "R105",
      "a source without its place",
      'clause: "附件5·1·1" }',
      "}",
      "honours[red-flag-window].rubric.items[organisation].clauses[plan].source.clause",
    ],
    ["R106", "a document nobody listed", "zj-2022-68", "zj-2021-1", "basis[1].document"],
    ["R107", "two clauses of one id", "id: publicity", "id: plan", "honours[red-flag-window].rubric.items[organisation].clauses[plan].id"],
    [
      "R108",
      "maxima that do not add up",
      "kind: deduction\n          max: 20",
      "kind: deduction\n          max: 25",
      "honours[red-flag-window].rubric.full",
    ],
    ["R109", "a default that is no option", "default: zero", "default: ten", "policies[item-floor].default"],
    [
      "R110",
      "a policy that does not exist",
      "policy: item-floor",
      "policy: item-flor",
      "honours[red-flag-window].rubric.deductions.floor.policy",
    ],
    [
      "R110",
      "a policy that decides something else",
      "floor: { policy: item-floor }",
      "floor: { policy: tie }",
      "honours[red-flag-window].rubric.deductions.floor.policy",
    ],
    [
      "R110",
      "a period that ends with nothing in the calendar",
      "until: apply",
      "until: aply",
      "policies[recent-three-years].options[months-36].setting.until",
    ],
    [
      "R110",
      "a method that is not listed",
      "checked: [documents]",
      "checked: [telepathy]",
      "honours[red-flag-window].rubric.items[organisation].checked[1]",
    ],
    [
      "R110",
      "a tie-break on a veto that does not exist",
      "countedRecords: V2",
      "countedRecords: V9",
      "honours[red-flag-window].rubric.ranking.countedRecords",
    ],
    [
      "R111",
      "a clause that costs more than its item",
      "deduct: 3\n",
      "deduct: 11\n",
      "honours[red-flag-window].rubric.items[organisation].clauses[plan].deduct",
    ],
    [
      "R111",
      "a level above its cap",
      "points: 8\n",
      "points: 9\n",
      "honours[red-flag-window].rubric.items[bonus].parts[honours].levels[national].points",
    ],
    [
      "R112",
      "an example of a clause that does not exist",
      "unmet: [plan, publicity, records] }",
      "unmet: [plan, publicity, record] }",
      "honours[red-flag-window].examples[three unmet clauses of item 1 leave one point].given.unmet",
    ],
    [
      "R114",
      "deductions without their rules",
      / *deductions:\n.*\n.*\n.*\n/.exec(schemeText)?.[0] ?? "",
      "",
      "honours[red-flag-window].rubric",
    ],
  ])("%s: %s", (code, _, from, to, path) => {
    const error = errorAfter(from, to);
    expect(error.problems.map((problem) => problem.code)).toContain(code);
    const problem = error.problems.find((each) => each.code === code);
    if (path !== null) expect(problem?.place?.path).toBe(path);
    expect(problem?.place?.line).toBeGreaterThan(0);
    expect(error.message).toContain(rubricErrors[error.code].zh);
    expect(error.message).toContain(rubricErrors[error.code].en);
  });

  test("the line is that of the entry in the file", () => {
    expect(errorAfter("default: zero", "default: ten").place?.line).toBe(lineOf("default: zero"));
    expect(errorAfter("countedRecords: V2", "countedRecords: V9").place?.line).toBe(lineOf("countedRecords: V2"));
  });

  test("what is missing has the line of what should hold it", () => {
    expect(errorAfter(firstSource, "").place?.line).toBe(lineOf("- id: plan"));
  });

  test("all mistakes are told at once, in the order of the file", () => {
    const broken = schemeText.replace("default: zero", "default: ten").replace("countedRecords: V2", "countedRecords: V9");
    expect(() => parseScheme(broken, documents)).toThrow(/R109[\s\S]*R110/);
  });

  test("the detail is in both languages and quotes what was written", () => {
    expect(errorAfter("max: 10\n", "max: ten\n").detail).toEqual({
      zh: '写的是 "ten"，应为数字',
      en: 'it says "ten", it should be a number',
    });
  });

  test("a text that is no scheme at all is refused", () => {
    expect(() => parseScheme("", documents)).toThrow(/R104/);
    expect(() => parseScheme("- 1\n- 2", documents)).toThrow(/R104/);
  });
});

describe("the scheme of Zhejiang 2023", () => {
  test("it brings the documents that it cites, and only those", () => {
    const more = { ...documents, "other-2020": { issuer: "某局", number: null, date: null, title: "另一文件" } };
    expect(Object.keys(parseScheme(schemeText, more).documents).toSorted()).toEqual(["zj-2022-68", "zj-2023-notice"]);
  });

  test("it is plain data: written as JSON and read again it is the same", () => {
    expect(JSON.parse(JSON.stringify(scheme))).toEqual(scheme);
  });

  test("the sizes, quotas and stages are those of the notice", () => {
    const sizes = scheme.honours.map(({ id, quotas, stages }) => [id, quotas[0]?.most, ...stages.map(({ size }) => size)]);
    expect(sizes).toEqual([
      ["red-flag-window", 4, 20, 10],
      ["service-pioneer", 6, 40, 20],
    ]);
    expect(scheme.recommenders?.cities).toHaveLength(11);
  });

  test("every policy in it that the source is silent on says why, in both languages", () => {
    expect(scheme.policies.filter(({ silent }) => silent).length).toBeGreaterThanOrEqual(13);
    for (const { why } of scheme.policies) expect([why.zh.length > 5, why.en.length > 5]).toEqual([true, true]);
  });

  test("every policy decides something in it, but for the procedures", () => {
    const used = JSON.stringify(scheme.honours.map(({ examples: _, ...honour }) => honour));
    const idle = scheme.policies.filter(({ id, decides }) => decides !== "procedure" && !used.includes(`"policy":"${id}"`));
    expect(idle.map(({ id }) => id)).toEqual([]);
  });
});

describe("the list of documents", () => {
  test("each document is read", () => {
    expect(documents["zj-2022-68"]?.number).toBe("浙建政服发〔2022〕68号");
  });

  test("a document without its issuer is refused with its place", () => {
    expect(() => parseDocuments(documentsText.replace(/ {2}issuer: .*\n/, ""))).toThrow(/^R113 [\s\S]*zj-2023-notice.issuer/);
  });
});
