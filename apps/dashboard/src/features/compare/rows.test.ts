import { readFileSync } from "node:fs";
import { parseDocuments, parseScheme } from "@mingchuang/rubric/parse-scheme";
import type { CandidateRow } from "@mingchuang/warehouse/queries/compare";
import type { SubjectItemRow } from "@mingchuang/warehouse/queries/subject";
import type { VetoRow } from "@mingchuang/warehouse/queries/vetoes";
import { expect, test } from "vitest";
import { parseSchemeBody } from "../../lib/scheme.ts";
import { scoreLine } from "../../ui/subject/score-line.fixture.ts";
import { applicant, resultRow } from "./applicant.fixture.ts";
import { plainCells, type RowGround } from "./beside-row.ts";
import { bonusRows, vetoRows } from "./bonus-rows.ts";
import { itemRows, stepRows } from "./score-rows.ts";
import { serviceRows, standingRows } from "./standing-rows.ts";

const data = new URL("../../../../../data/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, data), "utf8");
const body = parseScheme(read("schemes/zhejiang-2023.yaml"), parseDocuments(read("documents.yaml")));
const scheme = parseSchemeBody({ scheme_id: body.id, edition: body.edition, body: JSON.stringify(body) });
const honour = "red-flag-window";
const part = body.honours[0]?.rubric.items
  .flatMap((item) => (item.kind === "bonus" ? item.parts : []))
  .find(({ kind }) => kind === "levels");
const level = part?.kind === "levels" ? (part.levels[0]?.id ?? "") : "";

const item = (id: string, points_c: number, self_c: number | null = null): SubjectItemRow => {
  return { item: id, max_c: 1000, points_num: points_c, points_den: 1, points_c, self_c };
};
const start = scoreLine({ line_no: 1, item: "organisation", kind: "max", points_num: 1000 });
const taken = scoreLine({
  line_no: 2,
  item: "organisation",
  clause: "plan",
  kind: "fixed",
  points_num: -300,
  grader_id: "G1",
  reason: "没有方案",
});
const award = scoreLine({ line_no: 3, item: "bonus", clause: level, kind: "honour", points_num: 800, asked_c: 800, evidence: "示例荣誉" });
const veto: VetoRow = {
  subject_id: "W2",
  subject_name: null,
  application_id: "A2",
  window_id: "W2",
  window_name: null,
  city_code: "330100",
  city: null,
  rule: "V2",
  state: "near",
  threshold: 4,
  counted: 3,
  undecided: 0,
  excluded: 1,
  result_state: "ranked",
  rank: 2,
  total_c: 8700,
};
const first = applicant({ items: [item("organisation", 1000, 900), item("bonus", 0)], lines: [start] });
const second = applicant({
  result: resultRow({
    subject_id: "W2",
    application_id: "A2",
    total_num: 26_100,
    total_den: 3,
    total_c: 8700,
    rank: 2,
    good: 0,
    active: 0,
  }),
  items: [item("organisation", 700), item("bonus", 800)],
  lines: [start, taken, award],
  vetoes: [veto],
});
const unscored = applicant({
  result: resultRow({ subject_id: "W3", application_id: "A3", state: "unscored", rank: null }),
  items: [item("organisation", 1000)],
});
const candidate = (subject_id: string, city_rank: number | null): CandidateRow => {
  const rest = { subject_name: subject_id, city: "杭州市", domain: "fund", state: "ranked" as const, rank: city_rank };
  return { ...rest, subject_id, city_rank, city_of: 3, domain_rank: city_rank, domain_of: 3 };
};

const told = (key: string, values?: object) => (values ? `${key} ${Object.values(values).join(" ")}` : key);
const ground = (given: Partial<RowGround> = {}): RowGround => ({
  subjects: [first, second, unscored],
  candidates: [candidate("W1", 2), candidate("W2", 1), candidate("W3", null)],
  scheme,
  honour,
  names: { honour: body.honours[0], domain: (id) => id, level: (id) => id, stage: (id) => id, bonusPart: (id) => id },
  labelStep: ({ item: id, clause }) => `${id} ${clause}`,
  language: "zh",
  text: told,
  words: told,
  withheld: { vetoes: false, reasons: false },
  ...given,
});

test("differences are those from the first column, exact, and one without a complete score has no figure to be held against others", () => {
  const total = standingRows(ground()).find(({ key }) => key === "standing/total");
  expect(total?.cells.map(({ text, change }) => [text, change])).toEqual([
    ["90.00", undefined],
    ["87.00", "−3.00"],
    ["–", undefined],
  ]);
  const organisation = itemRows(ground()).find(({ key }) => key === "items/organisation");
  expect(organisation?.cells.map(({ text, change, bar }) => [text, change, bar])).toEqual([
    ["10.00", undefined, { share: 1, tick: 0.9 }],
    ["7.00", "−3.00", { share: 0.7, tick: null }],
    ["–", undefined, undefined],
  ]);
  expect(organisation?.differs).toBe(true);
});

test("a place says of how many, and none is made up for one without a rank", () => {
  const city = standingRows(ground()).find(({ key }) => key === "standing/rank-city");
  expect(city?.cells.map(({ text }) => text)).toEqual(["2 / 3", "1 / 3", "–"]);
});

test("a clause names who alone lost by it and why; where reasons are withheld none is shown", () => {
  const [row] = stepRows(ground());
  expect(row?.mark).toBe("mark-only 乙");
  expect(row?.cells.map(({ text, details }) => [text, details?.at(-1)])).toEqual([
    ["notLost", undefined],
    ["−3.00", "没有方案"],
    ["–", undefined],
  ]);
  const [withheld] = stepRows(ground({ withheld: { vetoes: false, reasons: true } }));
  expect(JSON.stringify(withheld)).not.toContain("没有方案");
});

test("a record of the bonus is named where it is published, and only counted where it is not", () => {
  const rowsOf = (evidence: string | null) =>
    JSON.stringify(bonusRows(ground({ subjects: [first, { ...second, lines: [start, { ...award, evidence }] }] })));
  expect(rowsOf("示例荣誉")).toContain(`bonusLine ${level} 示例荣誉 8.00`);
  expect(rowsOf(null)).toContain(`bonusLineBare ${level} 8.00`);
});

test("a rule near its threshold is told with its count, and withheld rules have no row at all", () => {
  const [row] = vetoRows(ground());
  expect(row?.cells.map(({ text }) => text)).toEqual(["–", "near 3 / 4", "–"]);
  expect(vetoRows(ground({ withheld: { vetoes: true, reasons: false } }))).toEqual([]);
});

test("a rate stands with what it is of, and without reviews there is none", () => {
  const [rate] = serviceRows(ground());
  expect(rate?.cells.slice(0, 2).map(({ text, details }) => [text, details])).toEqual([
    ["99.00", ["99 / 100"]],
    ["noReviews", undefined],
  ]);
});

test("a row goes to a file with its label, a column for each subject, and how they differ", () => {
  const [row] = stepRows(ground());
  expect(row && plainCells(row)).toEqual(["organisation plan", "notLost", "−3.00; ofGraders 1 7; 没有方案", "–", "mark-only 乙"]);
});
