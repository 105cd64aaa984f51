import type { PanelSheet } from "@mingchuang/rubric/agreement/published-panel";
import { expect, test } from "vitest";
import { expectedApplications, sheetProgress } from "./sheet-progress.ts";

const sheet = (application: string, grader: string, blanks: number): PanelSheet => {
  const missing = Array.from({ length: blanks }, (_, place) => `item/clause-${place}`);
  return { application, grader, hundredths: 9000, missing, droppedBecause: blanks > 0 ? "incomplete" : null };
};

test("of each grader the sheets that are complete, partly filled, empty and not handed in add up to what is expected", () => {
  const sheets = [sheet("A", "G2", 0), sheet("B", "G2", 1), sheet("C", "G2", 4), sheet("A", "G1", 0), sheet("B", "G1", 0)];
  const rows = sheetProgress(sheets, ["A", "B", "C", "D"], 4);
  expect(rows).toEqual([
    { grader: "G1", expected: 4, complete: 2, partly: 0, blank: 0, absent: 2, blankPlaces: 0 },
    { grader: "G2", expected: 4, complete: 1, partly: 1, blank: 1, absent: 1, blankPlaces: 5 },
  ]);
  for (const { expected, complete, partly, blank, absent } of rows) expect(complete + partly + blank + absent).toBe(expected);
});

test("a sheet of an application that nobody has to grade is not counted", () => {
  expect(sheetProgress([sheet("A", "G1", 0), sheet("X", "G1", 0)], ["A"], 4)[0]).toMatchObject({ expected: 1, complete: 1, absent: 0 });
});

test("who applied too late is not to be graded, who is vetoed is", () => {
  const results = ["ranked", "vetoed", "not_applied"].map((state, place) => ({ application_id: `A${place}`, state }));
  expect(expectedApplications(results, [], "initial")).toEqual(["A0", "A1"]);
});

test("in a later round only those are to be graded whom anybody graded", () => {
  const results = ["A", "B", "C"].map((application_id) => ({ application_id, state: "ranked" }));
  expect(expectedApplications(results, [sheet("B", "G1", 0), sheet("C", "G2", 1)], "onsite")).toEqual(["B", "C"]);
});
