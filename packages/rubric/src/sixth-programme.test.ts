import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { assessAll, rankEntry } from "./assess.ts";
import type { Facts, SheetEntry } from "./facts.ts";
import { parseScheme } from "./parse-scheme.ts";
import { policiesInForce } from "./policy.ts";
import { rankSubjects } from "./rank.ts";
import { runExample } from "./run-example.ts";
import { solver } from "./select/selection-fixture.ts";
import { selectStages } from "./select/stages.ts";
import { record } from "./zhejiang-fixture.ts";

const town = { issuer: "某镇", number: null, date: null, title: "月度红旗窗口办法（虚构）" };
const scheme = parseScheme(readFileSync(new URL("sixth-fixture.yaml", import.meta.url), "utf8"), { "town-rules": town });
const policies = policiesInForce(scheme);
const [honour] = scheme.honours;
if (honour === undefined) throw new Error("the sixth programme has one honour");

/** A window in the second quarter of 2024, whose rate of cases closed in time makes its place; the others have the same of all else. */
function windowFacts(id: string, street: string, closed: number, kind = "plain"): Facts {
  const entry = { grader: "巡查员", item: "rounds", kind: "fixed", hundredths: 0, reason: null, evidence: null, origin: null } as const;
  const entries: SheetEntry[] = ["badge", "queue"].map((clause) => ({ ...entry, clause }));
  return {
    subjectId: id,
    year: 2024,
    asOf: "2024-06-30",
    fields: { staff_count: 1, street, kind },
    entries,
    records: {
      checklists: ["tidy", "greet"].map((point) => record("checklists", `${id}-${point}`, "2024-05-31", { point, kept: true })),
      indicators: [record("indicators", `${id}-i`, "2024-06-30", { metric: "on-time", numerator: closed, denominator: 100 })],
    },
    reviews: null,
    selfScores: {},
  };
}

const all = [
  windowFacts("A", "东街", 99),
  windowFacts("B", "东街", 98),
  windowFacts("C", "东街", 97),
  windowFacts("D", "西街", 96),
  windowFacts("E", "西街", 95),
  windowFacts("F", "南街", 94),
  windowFacts("G", "北街", 90),
  windowFacts("H", "北街", 81, "pilot"),
  windowFacts("I", "南街", 69),
  { ...windowFacts("J", "南街", 100), fields: { staff_count: 0, street: "南街", kind: "plain" } },
];

test("its own example holds", () => {
  for (const example of honour.examples) expect(runExample(scheme, honour, example)).toEqual([]);
});

test("a sixth programme is scored, ranked and selected without a line of code", async () => {
  const assessed = assessAll(honour, all, policies);
  const ranked = rankSubjects(
    honour,
    assessed.map((each) => rankEntry(each)),
    policies,
  );
  expect(ranked.map(({ id, rank, state }) => [id, rank ?? state])).toEqual([
    ...["A", "B", "C", "D", "E", "F", "G", "H"].map((id, place) => [id, place + 1]),
    ["I", "vetoed"],
    ["J", "ineligible"],
  ]);

  const contenders = ranked.flatMap(({ id, rank, state }) => {
    const found = assessed.find(({ facts }) => facts.subjectId === id);
    if (found === undefined) return [];
    const { facts, score, eligibility } = found;
    const { total, vetoes } = score;
    return [{ id, label: id, rank, state, total, vetoes, eligibility: eligibility.rules, excluded: [], fields: facts.fields }];
  });
  const given = { decisions: [], waivers: [], labels: {}, contenders };
  const stages = await selectStages(scheme, honour, policies, () => given, solver);
  const last = stages.at(-1)?.selection;
  // Five places: C would be the third of its street, and the pilot window H stays in, before F and G who rank better.
  expect(last?.status === "impossible" ? [] : last?.chosen).toEqual(["A", "B", "D", "E", "H"]);
});

test("a window in any quarter is judged by that quarter alone", () => {
  const score = (asOf: string) => assessAll(honour, [{ ...windowFacts("A", "东街", 99), asOf }], policies)[0]?.score.scored;
  expect([score("2024-06-30"), score("2024-09-30"), score("2024-03-31")]).toEqual([true, false, false]);
});
