import { readFileSync } from "node:fs";
import { parseDocuments, parseScheme } from "@mingchuang/rubric/parse-scheme";
import type { PanelEntryRow, PanelResultRow } from "@mingchuang/warehouse/queries/panel";
import { expect, test } from "vitest";
import { type PanelRows, readPanel } from "./read-panel.ts";

const read = (path: string) => readFileSync(new URL(`../../../../../data/${path}`, import.meta.url), "utf8");
const scheme = parseScheme(read("schemes/zhejiang-2023.yaml"), parseDocuments(read("documents.yaml")));
const [honour] = scheme.honours;
if (honour === undefined) throw new Error("no honour");

const applications = ["A", "B", "C"];
const result = (application: string, place: number): PanelResultRow => ({
  application_id: application,
  subject_id: `W-${application}`,
  subject_name: `示例窗口${application}`,
  city: "甲市",
  state: "ranked",
  rank: place + 1,
  total_num: 9000 - 500 * place,
  total_den: 1,
  counted_bad: 0,
  good: null,
  active: null,
});
const rowsOf = (application: string, round: string, grader: string, unmet: readonly string[]): PanelEntryRow[] =>
  honour.rubric.items.flatMap((item) =>
    item.kind === "deduction"
      ? item.clauses.map(({ id, deduct }): PanelEntryRow => {
          const points_c = unmet.includes(id) ? deduct * 100 : 0;
          const place = { fileId: "f", sheet: null, rowNo: 1, cell: "F4" };
          return { applicationId: application, round, grader, item: item.id, clause: id, kind: "fixed", points_c, ...place };
        })
      : [],
  );
const unmet = (place: number) => ["mail", "online", "identity"].slice(0, place);
const rows: PanelRows = {
  results: applications.map(result),
  sheets: applications.flatMap((application_id, place) =>
    ["G1", "G2"].map((grader_id) => ({ application_id, grader_id, points_c: 9000 - 500 * place, dropped_because: null, missing: null })),
  ),
  entries: applications.flatMap((application, place) => [
    ...["G1", "G2"].flatMap((grader) => rowsOf(application, "initial", grader, unmet(place))),
    ...["G1", "G8"].flatMap((grader) => rowsOf(application, "onsite", grader, unmet(grader === "G8" ? place : 0))),
  ]),
  terms: { round: "initial", choices: {} },
};

test("the round that made the results is shown unless another one is chosen, which has no results to adjust", () => {
  const panel = readPanel(scheme, honour, rows, undefined);
  expect(panel).toMatchObject({ round: "initial", rounds: ["initial", "onsite"], counts: true });
  expect(panel.agreement.intraclass?.coefficients.map(({ value }) => value)).toEqual([1, 1, 1, 1, 1, 1]);
  expect(panel.adjusted?.map(({ id, rawRank, adjustedRank }) => [id, rawRank, adjustedRank])).toEqual([
    ["A", 1, 1],
    ["B", 2, 2],
    ["C", 3, 3],
  ]);

  const onsite = readPanel(scheme, honour, rows, "onsite");
  expect(onsite).toMatchObject({ round: "onsite", counts: false, adjusted: null });
  expect(onsite.sheets.map(({ application, grader, hundredths }) => [application, grader, hundredths])).toEqual([
    ["A", "G1", 9000],
    ["A", "G8", 9000],
    ["B", "G1", 9000],
    ["B", "G8", 8500],
    ["C", "G1", 9000],
    ["C", "G8", 8000],
  ]);
  expect(readPanel(scheme, honour, rows, "nowhere").round).toBe("initial");
});

test("where rows are not published totals alone are compared", () => {
  const panel = readPanel(scheme, honour, { ...rows, entries: [] }, "onsite");
  expect(panel).toMatchObject({ round: "initial", rounds: ["initial"], items: [] });
  expect(panel.agreement.clauseAlpha).toBeNull();
  expect(panel.agreement.alpha?.alpha).toBe(1);
});

test("a row of another round that does not fit the rubric is refused by its number, not shown as if it did", () => {
  const wrong = rowsOf("A", "onsite", "G9", []).map((row, place) => (place === 0 ? { ...row, points_c: 100 } : row));
  expect(() => readPanel(scheme, honour, { ...rows, entries: [...rows.entries, ...wrong] }, "onsite")).toThrow(/R203/);
});
