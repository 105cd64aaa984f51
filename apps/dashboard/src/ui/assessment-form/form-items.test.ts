import { readFileSync } from "node:fs";
import { parseDocuments, parseScheme } from "@mingchuang/rubric/parse-scheme";
import { comparePoints, formatPoints, points, sumPoints } from "@mingchuang/rubric/points";
import type { Honour } from "@mingchuang/rubric/scheme";
import type { SubjectItemRow } from "@mingchuang/warehouse/queries/subject";
import { expect, test } from "vitest";
import { scoreLine } from "../subject/score-line.fixture.ts";
import { formItems } from "./form-items.ts";

const read = (path: string) => readFileSync(new URL(`../../../../../data/${path}`, import.meta.url), "utf8");
const documents = parseDocuments(read("documents.yaml"));
const honoursOf = (scheme: string): readonly Honour[] => parseScheme(read(`schemes/${scheme}.yaml`), documents).honours;
const zhejiang = (id: string): Honour => {
  const found = honoursOf("zhejiang-2023").find((honour) => honour.id === id);
  if (found === undefined) throw new Error(id);
  return found;
};
const item = (id: string, max_c: number, points_num: number, points_den = 1, self_c: number | null = null): SubjectItemRow => ({
  item: id,
  max_c,
  points_num,
  points_den,
  points_c: Math.round(points_num / points_den),
  self_c,
});

test.each(["zhejiang-2023", "suzhou-2019", "hunan-2011", "fenghua-2022", "template-plan"])(
  "the form of every honour of %s has each of its items once, in its order, and no empty item",
  (scheme) => {
    for (const honour of honoursOf(scheme)) {
      const form = formItems(honour, [], []);
      expect(form.map(({ id }) => id)).toEqual(honour.rubric.items.map(({ id }) => id));
      for (const { rows } of form) expect(rows.length).toBeGreaterThan(0);
    }
  },
);

test("the form of a window has every clause with its deduction, a row for what is taken off at discretion, and the parts of the bonus with their caps", () => {
  const form = formItems(zhejiang("red-flag-window"), [], []);
  expect(form[0]?.rows.map(({ key, figure }) => [key, figure])).toEqual([
    ["plan", 300],
    ["publicity", 300],
    ["records", 300],
    ["discretionary", null],
  ]);
  expect(form.slice(1, 5).map(({ rows }) => rows.map(({ figure }) => figure))).toEqual(Array(4).fill([500, 500, 500, 500, null]));
  const bonus = form[5]?.rows ?? [];
  expect(bonus.map(({ key, figure }) => [key, figure])).toEqual([
    ["honours", 800],
    ["innovations", 200],
  ]);
  expect(bonus.map(({ levels }) => levels.map(({ hundredths }) => hundredths))).toEqual([[800, 500, 300, 100], [100]]);
});

test("without a score nothing stands in the form as if it were one", () => {
  for (const { points: scored, selfHundredths } of formItems(zhejiang("red-flag-window"), [], [])) {
    expect([scored, selfHundredths]).toEqual([null, null]);
  }
});

test("the rows of an item add up exactly to what it has, with a floor given back and seven graders", () => {
  const lines = [
    scoreLine({ line_no: 1, item: "organisation", kind: "max", points_num: 1000 }),
    ...["plan", "publicity", "records"].map((clause, index) =>
      scoreLine({
        line_no: index + 2,
        item: "organisation",
        kind: "fixed",
        clause,
        points_num: -300,
        points_den: 7,
        asked_c: 300,
        grader_id: "G1",
      }),
    ),
    scoreLine({ line_no: 5, item: "organisation", kind: "discretionary", points_num: -250, points_den: 7, asked_c: 250, grader_id: "G1" }),
    scoreLine({
      line_no: 6,
      item: "organisation",
      kind: "discretionary",
      clause: "plan",
      points_num: -50,
      points_den: 7,
      asked_c: 50,
      grader_id: "G2",
    }),
    scoreLine({ line_no: 7, item: "organisation", kind: "floor", points_num: 150, points_den: 7, grader_id: "G1" }),
  ];
  const [form] = formItems(zhejiang("red-flag-window"), lines, [item("organisation", 1000, 7000 - 1050, 7, 950)]);
  expect(form?.rows.map(({ key, lines: own }) => [key, own.length])).toEqual([
    ["plan", 1],
    ["publicity", 1],
    ["records", 1],
    ["discretionary", 2],
    ["floor", 1],
  ]);
  const sum = sumPoints([points(1000), ...(form?.rows ?? []).map((row) => row.points)]);
  expect(comparePoints(sum, form?.points ?? points(0))).toBe(0);
  expect(form?.selfHundredths).toBe(950);
});

test("a bonus shows what each part kept under its cap, and records that did not count stay in sight", () => {
  const honour = (line_no: number, clause: string, earned: number, reason: string | null = null) =>
    scoreLine({ line_no, item: "bonus", clause, kind: "honour", points_num: earned, asked_c: 500, evidence: `示例荣誉${line_no}`, reason });
  const lines = [
    honour(1, "provincial", 500),
    honour(2, "provincial", 500),
    honour(3, "city", 0, "same-honour"),
    scoreLine({ line_no: 4, item: "bonus", clause: "honours", kind: "cap", points_num: -200, asked_c: 1000 }),
  ];
  const bonus = formItems(zhejiang("red-flag-window"), lines, [item("bonus", 1000, 800)]).find(({ id }) => id === "bonus");
  expect(bonus?.rows.map((row) => [row.key, formatPoints(row.points), row.lines.length])).toEqual([
    ["honours", "8.00", 3],
    ["innovations", "0.00", 0],
  ]);
});

test("the form of a person has one row an item, with what every grader gave and their mean", () => {
  const given = [1900, 2000].map((asked_c, index) =>
    scoreLine({ line_no: index, item: "politics", kind: "graded", points_num: asked_c, points_den: 2, asked_c, grader_id: `G${index}` }),
  );
  const form = formItems(zhejiang("service-pioneer"), given, [item("politics", 2000, 3900, 2)]);
  expect(form.map(({ rows }) => rows.length)).toEqual([1, 1, 1, 1, 2]);
  expect(form[0]?.rows.map((row) => [row.figure, formatPoints(row.points), row.lines.length])).toEqual([[2000, "19.50", 2]]);
});
