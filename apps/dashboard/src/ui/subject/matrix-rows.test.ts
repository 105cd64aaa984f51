import { readFileSync } from "node:fs";
import { parseDocuments, parseScheme } from "@mingchuang/rubric/parse-scheme";
import { expect, test } from "vitest";
import { matrixRows, sheetPlaces } from "./matrix-rows.ts";
import { scoreLine } from "./score-line.fixture.ts";

const read = (path: string) => readFileSync(new URL(`../../../../../data/${path}`, import.meta.url), "utf8");
const scheme = parseScheme(read("schemes/zhejiang-2023.yaml"), parseDocuments(read("documents.yaml")));
const honour = scheme.honours.find((each) => each.id === "red-flag-window");
const deduction = (grader_id: string, kind: "fixed" | "discretionary", clause: string | null, asked_c: number) =>
  scoreLine({ line_no: 1, item: "organisation", kind, clause, points_num: -asked_c, points_den: 7, asked_c, grader_id });

test("every clause of the rubric has a row, also those where nobody took anything off", () => {
  const rows = matrixRows(honour, []);
  expect(rows.filter((row) => row.item === "organisation").map((row) => row.clause)).toEqual(["plan", "publicity", "records"]);
  expect(rows.every((row) => row.byGrader.size === 0)).toBe(true);
  expect(rows.some((row) => row.item === "bonus")).toBe(false);
});

test("discretionary deductions of an item are one row, summed for each grader", () => {
  const rows = matrixRows(honour, [
    deduction("G1", "discretionary", null, 50),
    deduction("G1", "discretionary", "plan", 100),
    deduction("G2", "fixed", "plan", 300),
  ]);
  const discretionary = rows.find((row) => row.kind === "discretionary");
  expect([...(discretionary?.byGrader ?? [])]).toEqual([["G1", 150]]);
  expect(rows.find((row) => row.clause === "plan")?.byGrader.get("G2")).toBe(300);
});

test("the blank places of a sheet are named one by one", () => {
  const names = sheetPlaces("conduct/identity, politics", (item, clause) => `${item}:${clause ?? ""}`);
  expect(names).toEqual(["conduct:identity", "politics:"]);
});
