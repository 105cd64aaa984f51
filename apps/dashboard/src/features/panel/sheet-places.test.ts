import type { PanelEntry } from "@mingchuang/rubric/agreement/published-panel";
import type { Honour } from "@mingchuang/rubric/scheme";
import { expect, test } from "vitest";
import { sheetPlaces } from "./sheet-places.ts";

const rules = {
  rubric: {
    items: [
      { id: "conduct", kind: "deduction", clauses: [{ id: "identity" }, { id: "attitude" }, { id: "guidance" }] },
      { id: "skill", kind: "graded" },
    ],
  },
} as unknown as Honour;

const entry = (grader: string, item: string, clause: string | null, kind: PanelEntry["kind"], hundredths: number | null): PanelEntry => {
  return { application: "A", grader, item, clause, kind, hundredths, origin: null };
};
const entries = [
  ...["G1", "G2", "G3"].map((grader) => entry(grader, "conduct", "identity", "fixed", 0)),
  entry("G1", "conduct", "attitude", "fixed", null),
  entry("G2", "conduct", "attitude", "fixed", 500),
  entry("G3", "conduct", "attitude", "fixed", 0),
  ...["G1", "G2", "G3"].map((grader) => entry(grader, "conduct", "guidance", "fixed", grader === "G1" ? 500 : 0)),
  entry("G2", "conduct", "guidance", "discretionary", 50),
  entry("G2", "conduct", null, "discretionary", 100),
  ...["G1", "G2", "G3"].map((grader, place) => entry(grader, "skill", null, "graded", 2000 + 100 * place)),
  { ...entry("G2", "conduct", "identity", "fixed", 500), application: "another" },
];

test("a sheet is held against the others where anybody took something off or left a blank, and at each graded item", () => {
  expect(
    sheetPlaces(rules, entries, "A", "G1").map(({ key, own, others, deducting, othersSum }) => [key, own, others, deducting, othersSum]),
  ).toEqual([
    ["conduct/fixed/attitude", null, 2, 1, 500],
    ["conduct/fixed/guidance", 500, 2, 0, 0],
    ["conduct/discretionary/", 0, 2, 1, 150],
    ["skill/graded/", 2000, 2, 2, 4300],
  ]);
});

test("what one grader took off at discretion in an item is added up, whichever clause it names", () => {
  const places = sheetPlaces(rules, entries, "A", "G2");
  expect(places.find(({ kind }) => kind === "discretionary")).toMatchObject({ own: 150, others: 2, deducting: 0 });
});
