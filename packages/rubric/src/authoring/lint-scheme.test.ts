import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseScheme } from "../parse-scheme.ts";
import { documents, scheme, schemeText } from "../zhejiang-fixture.ts";
import { lintDocuments, lintScheme } from "./lint-scheme.ts";
import { placeInText } from "./place-in-text.ts";

/** The scheme of the fixture with some of its text replaced, each once. */
function altered(changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the scheme does not contain ${from}`);
    return text.replace(from, to);
  }, schemeText);
}

const warningsOf = (text: string) =>
  placeInText(text, lintScheme(parseScheme(text, documents))).map(({ code, place, detail }) => ({ code, ...place, detail }));

const known = warningsOf(schemeText);

/** The warnings that the changes bring about. */
function warningsAfter(...changes: readonly (readonly [from: string, to: string])[]) {
  const before = new Set(known.map(({ code, path }) => `${code} ${path}`));
  return warningsOf(altered(changes)).filter(({ code, path }) => !before.has(`${code} ${path}`));
}

const organisation = "honours[red-flag-window].rubric.items[organisation]";
const domainsQuota = "        per: city\n        most: 4\n        hard: true\n";

test("three clauses of 3 in an item of 10 leave 1 point, and that is all there is to say of Zhejiang's items", () => {
  const line = schemeText.split("\n").findIndex((text) => text.includes("id: organisation")) + 1;
  expect(known.filter(({ code }) => code !== "R342")).toEqual([
    {
      code: "R301",
      path: `${organisation}.clauses`,
      line: schemeText.split("\n").findIndex((text, place) => place > line && text.includes("clauses:")) + 1,
      detail: {
        zh: "3 条共扣 3 + 3 + 3 = 9 分，满分 10 分，还剩 1 分",
        en: "3 clauses cost 3 + 3 + 3 = 9 of 10, which leaves 1",
      },
    },
  ]);
});

test.each<[code: string, name: string, path: string, ...changes: (readonly [string, string])[]]>([
  ["R302", "clauses that cost more than the item has", `${organisation}.clauses`, ["deduct: 3\n", "deduct: 5\n"]],
  ["R303", "a floor that is the maximum", `${organisation}.max`, ["setting: 0 }", "setting: 10 }"]],
  ["R304", "caps that add up to less than the bonus", "honours[red-flag-window].rubric.items[bonus].max", ["cap: 2\n", "cap: 1\n"]],
  [
    "R311",
    "a rule about reviews of one cause that counts those of another",
    "honours[red-flag-window].rubric.vetoes[V2]",
    ["          threshold: 4\n", "          threshold: 4\n          where: { cause: [objective] }\n"],
  ],
  ["R313", "a rule that repeats another", "honours[red-flag-window].rubric.vetoes[V3]", ["finding: handling_error", "finding: discipline"]],
  [
    "R314",
    "a tie-break by counted records without a rule that counts them",
    "honours[red-flag-window].rubric.ranking",
    [", countedRecords: V2", ""],
  ],
  [
    "R314",
    "a tie-break that repeats",
    "honours[red-flag-window].rubric.ranking",
    ["setting: [counted-records, good-rate]", "setting: [good-rate, good-rate]"],
  ],
  ["R315", "a shortlist larger than 11 cities may nominate", "honours[red-flag-window].stages[shortlist].size", ["size: 20", "size: 45"]],
  ["R315", "a final larger than its shortlist", "honours[red-flag-window].stages[final].size", ["size: 10\n", "size: 21\n"]],
  [
    "R317",
    "four domains to be covered by three nominations",
    "honours[red-flag-window].coverage[domains]",
    [domainsQuota, domainsQuota.replace("4", "3")],
  ],
  [
    "R316",
    "places that do not add up to the stage",
    "honours[red-flag-window].places[by-level].places",
    [
      "    stages:\n",
      "    places:\n      - id: by-level\n        label: { zh: 按层级, en: By level }\n        per: level\n        places: [{ of: city, size: 5 }, { of: county, size: 4 }]\n        source: { document: zj-2023-notice, clause: 正文 }\n    stages:\n",
    ],
  ],
  [
    "R318",
    "a staff of at least 5 and at most 2",
    "honours[red-flag-window].eligibility[staff]",
    [
      "    quotas:\n",
      "    eligibility:\n      - { id: staff, label: { zh: 人数, en: Staff }, source: { document: zj-2023-notice, clause: 正文 }, kind: number, field: staff_count, least: 5, most: 2 }\n    quotas:\n",
    ],
  ],
  [
    "R320",
    "a mark for passing above full points",
    "honours[red-flag-window].rubric.passing",
    ["      vetoes:\n", "      passing: { least: 101, floors: true, targets: false }\n      vetoes:\n"],
  ],
  ["R331", "a policy that nothing refers to", "policies[complaint-window]", ["{ policy: complaint-window }", "{ policy: programme-year }"]],
  ["R332", "two options of one setting", "policies[honour-counting].options", ["setting: every-award }", "setting: highest-level }"]],
  [
    "R333",
    "a silent policy whose reason is its own name",
    "policies[complaint-window].why",
    ["zh: 服务投诉没有写时间范围。", "zh: 时间范围"],
  ],
])("%s: %s", (code, _, path, ...changes) => {
  const warnings = warningsAfter(...changes);
  expect(warnings.map((each) => [each.code, each.path])).toContainEqual([code, path]);
  expect(warnings.every(({ line }) => line !== null && line > 1)).toBe(true);
});

const planText = readFileSync(new URL("../../../../data/schemes/template-plan.yaml", import.meta.url), "utf8");

test("what the template plan contradicts itself in is reported figure by figure, in the order of its lines", () => {
  const contradictions = warningsOf(planText).filter(({ code }) => code === "R305");
  expect(contradictions.map(({ detail }) => detail.zh)).toEqual([
    "奖励资金：“写明的合计”为 300 万元，“按名额和标准计算”为 20 × 10 + 100 × 5 = 700 万元",
    "经费预算的构成：“按用途”为 300 / 500 / 400 / 300 / 200 / 300 万元，“按来源”为 800 / 400 / 600 / 200 万元",
    "标准的组数和条数：“另一处写的”为 4 / 32，“一处写的”为 8 / 32",
  ]);
});

test.each<[code: string, name: string, path: RegExp, from: string, to: string]>([
  ["R312", "a target of 1,000 %", /parts\[good-rate\]\.target$/, "target: 98\n", "target: 980\n"],
  ["R312", "a floor of 950 % that vetoes", /vetoes\[F1\]\.limit$/, "limit: 95\n", "limit: 950\n"],
  ["R319", "a floor above its target", /parts\[good-rate\]\.target$/, "floor: 95\n", "floor: 99\n"],
  ["R321", "a state that nothing leads to", /titles\[red-flag\]\.states\[star\]$/, "        to: star\n", "        to: held\n"],
  [
    "R321",
    "runs of an honour that passes nothing",
    /titles\[red-flag\]\.transitions\[revoke\]$/,
    "      passing: { policy: passing }\n",
    "",
  ],
  [
    "R321",
    "a transition that an earlier one always takes",
    /titles\[red-flag\]\.transitions\[star\]$/,
    "when: { kind: run, outcome: passed, length: 4 }",
    "when: { kind: run, outcome: failed, length: 2 }",
  ],
])("%s: %s", (code, _, path, from, to) => {
  expect(planText).toContain(from);
  const found = warningsOf(planText.replace(from, to)).filter((each) => each.code === code);
  expect(found.map((each) => each.path)).toEqual(expect.arrayContaining([expect.stringMatching(path)]));
});

test("a veto rule that no example looks at is named", () => {
  const without = schemeText.replaceAll(/ {6}- name: falsified material[\s\S]*?V4: vetoed \} \}\n/g, "");
  expect(
    warningsOf(without)
      .filter(({ code }) => code === "R342")
      .map(({ path }) => path),
  ).toEqual(expect.arrayContaining(["honours[red-flag-window].rubric.vetoes[V4]"]));
});

test("a document that no scheme cites is named, and one that is cited is not", () => {
  const unused = { issuer: "某厅", number: null, date: null, title: "旧通知" };
  expect(lintDocuments({ ...documents, unused }, [scheme]).map(({ path }) => path)).toContainEqual(["unused"]);
  expect(lintDocuments(scheme.documents, [scheme])).toEqual([]);
});
