import type { PanelSheet } from "@mingchuang/rubric/agreement/published-panel";
import { expect, test } from "vitest";
import { droppedSheets, graderShares } from "./dropped-sheets.ts";
import { orderGraders } from "./order-graders.ts";

const sheet = (application: string, grader: string, points: number, because: PanelSheet["droppedBecause"] = null): PanelSheet => {
  return {
    application,
    grader,
    hundredths: points * 100,
    missing: because === "incomplete" ? ["conduct/attitude"] : [],
    droppedBecause: because,
  };
};
const sheets = [
  sheet("A", "G1", 80, "trimmed"),
  sheet("A", "G2", 85),
  sheet("A", "G3", 90, "trimmed"),
  sheet("A", "G4", 88, "incomplete"),
  sheet("B", "G1", 85, "trimmed"),
  sheet("B", "G2", 85),
  sheet("B", "G3", 85, "trimmed"),
];

test("a sheet that is left out is the highest or the lowest by its total, among equal ones by the order in which they are left out", () => {
  expect(droppedSheets(sheets, ["B", "A"]).map(({ application, grader, as }) => [application, grader, as])).toEqual([
    ["B", "G1", "lowest"],
    ["B", "G3", "highest"],
    ["A", "G1", "lowest"],
    ["A", "G4", "incomplete"],
    ["A", "G3", "highest"],
  ]);
});

test("of each grader what is kept and what is left out add up to all of the grader's sheets", () => {
  const shares = graderShares(sheets, droppedSheets(sheets, ["A", "B"]));
  expect(shares.map(({ grader, kept, highest, lowest, incomplete }) => [grader, kept, highest, lowest, incomplete])).toEqual([
    ["G1", 0, 0, 2, 0],
    ["G2", 2, 0, 0, 0],
    ["G3", 0, 2, 0, 0],
    ["G4", 0, 0, 0, 1],
  ]);
  expect(shares.reduce((sum, { kept, highest, lowest, incomplete }) => sum + kept + highest + lowest + incomplete, 0)).toBe(sheets.length);
});

test("graders come in the order in which people count", () => {
  expect(orderGraders(["评委10", "评委2", "评委1", "评委2"])).toEqual(["评委1", "评委2", "评委10"]);
});
