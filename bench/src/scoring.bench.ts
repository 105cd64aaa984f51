import type { Facts, SheetEntry } from "@mingchuang/rubric/facts";
import { policiesInForce } from "@mingchuang/rubric/policy";
import { scoreApplication } from "@mingchuang/rubric/score";
import { compare } from "./measure.ts";
import { zhejiang } from "./zhejiang.ts";

const sheets = 100_000;
const honour = zhejiang.honours.find(({ subject }) => subject === "window");
if (!honour) throw new Error("the scheme has no honour for windows");
const policies = policiesInForce(zhejiang);
const clauses = honour.rubric.items.flatMap((item) =>
  item.kind === "deduction" ? item.clauses.map((clause) => ({ item: item.id, clause })) : [],
);

/** A full sheet of one grader: every clause, about one in eight unmet, two discretionary deductions; with honours and bad reviews. */
function factsOf(n: number): Facts {
  const origin = (row: number) => ({ fileId: "0123456789abcdef", sheet: "窗口", row, cell: `F${row}` });
  const entries: SheetEntry[] = clauses.map(({ item, clause }, i) => {
    const unmet = (n * 31 + i * 17) % 8 === 0;
    const hundredths = unmet ? clause.deduct * 100 : 0;
    return {
      grader: "G1",
      item,
      clause: clause.id,
      kind: "fixed",
      hundredths,
      reason: unmet ? "现场核查发现未达到要求" : null,
      evidence: unmet ? "现场照片与检查记录" : null,
      origin: origin(i),
    };
  });
  for (const item of ["standardisation", "conduct"]) {
    entries.push({
      grader: "G1",
      item,
      clause: null,
      kind: "discretionary",
      hundredths: 50 + (n % 4) * 50,
      reason: "部分公示内容更新不及时",
      evidence: "现场照片",
      origin: origin(40),
    });
  }
  return {
    subjectId: `W${n}`,
    year: 2023,
    asOf: "2023-12-31",
    fields: {},
    entries,
    records: {
      honours: ["national", "city", "county"].slice(0, n % 4).map((level, i) => ({
        id: `H${n}-${i}`,
        kind: "honours",
        on: `202${1 + (i % 3)}-05-04`,
        fields: { title: `示例荣誉${i}`, level },
        origin: origin(i),
      })),
      innovations: [{ id: `I${n}`, kind: "innovations", on: "2023-03-01", fields: { title: "示例举措" }, origin: origin(1) }],
      bad_reviews: Array.from({ length: n % 5 }, (_, i) => ({
        id: `R${n}-${i}`,
        kind: "bad_reviews",
        on: `2023-0${1 + i}-11`,
        fields: { channel: "浙江政务服务网", cause: ["objective", "not_objective", "undecided"][i % 3] ?? null },
        origin: origin(i),
      })),
      complaints: [],
      findings: [],
    },
    reviews: { good: 9_990 + (n % 10), active: 10_000 },
    selfScores: { organisation: 1000 },
  };
}

const text = Array.from({ length: sheets }, (_, n) => JSON.stringify(factsOf(n)));
const facts = text.map((line) => JSON.parse(line) as Facts);

await compare(`scoring ${sheets.toLocaleString("en")} sheets with explanations and vetoes`, 5, [
  { name: "JSON.parse of the same sheets", run: () => text.reduce((n, line) => n + (JSON.parse(line) as Facts).entries.length, 0) },
  { name: "scoreApplication", run: () => facts.reduce((n, each) => n + scoreApplication(honour, each, policies).items.length, 0) },
]);
