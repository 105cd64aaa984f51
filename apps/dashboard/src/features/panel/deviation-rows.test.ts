import type { Ratings } from "@mingchuang/rubric/agreement/ratings";
import type { PanelResultRow } from "@mingchuang/warehouse/queries/panel";
import { expect, test } from "vitest";
import { light, palettes } from "../../ui/palette.ts";
import { cellId, deviationCells, deviationGround } from "./deviation-cells.ts";
import { deviationRows } from "./deviation-rows.ts";

const result = (application: string, rank: number | null): PanelResultRow => ({
  application_id: application,
  subject_id: `W-${application}`,
  subject_name: `示例窗口${application}`,
  city: "甲市",
  state: rank === null ? "vetoed" : "ranked",
  rank,
  total_num: 9000,
  total_den: 1,
  counted_bad: 0,
  good: null,
  active: null,
});
const results = [result("B", 1), result("A", 2), result("C", null)];
const ratings: Ratings = {
  subjects: ["A", "B", "C"],
  graders: ["G1", "G2", "G3"],
  values: [
    [80, 86, 83],
    [88, 89, null],
    [70, null, null],
  ],
};

test("a deviation is from the mean of the others; without others, or without a complete sheet, there is none", () => {
  const [b, a, c] = deviationRows(ratings, results, "rank");
  expect(a?.cells.map(({ deviation }) => deviation)).toEqual([-4.5, 4.5, 0]);
  expect(b?.cells.map(({ deviation }) => deviation)).toEqual([-1, 1, null]);
  expect(c?.cells.map(({ value, deviation }) => [value, deviation])).toEqual([
    [70, null],
    [null, null],
    [null, null],
  ]);
});

test("rows follow the ranking, or the most disputed come first", () => {
  expect(deviationRows(ratings, results, "rank").map(({ application }) => application)).toEqual(["B", "A", "C"]);
  expect(deviationRows(ratings, results, "spread").map(({ application, spread }) => [application, spread])).toEqual([
    ["A", 6],
    ["B", 1],
    ["C", null],
  ]);
});

test("one far rating among many alike is an outlier and has a frame", () => {
  const subjects = Array.from({ length: 12 }, (_, place) => `A${String(place).padStart(2, "0")}`);
  const values = subjects.map((_, place) => [80 + place, 80.5 + place, 79.5 + place + (place % 2), place === 5 ? 60 : 80 + place]);
  const rows = deviationRows({ subjects, graders: ["G1", "G2", "G3", "G4"], values }, [], "rank");
  const marked = deviationCells(rows, light).filter((cell) => cell.marked);
  expect(marked.map(({ id, lines }) => [id, lines])).toEqual([[cellId("A05", "G4"), ["−25.3"]]]);
});

test("a cell is the stronger the farther, in two hues that its sign repeats, in light and dark", () => {
  for (const palette of Object.values(palettes)) {
    const grounds = [-10, -5, -2, 0, 2, 5, 10].map((deviation) => deviationGround(deviation, 10, palette));
    expect(new Set(grounds).size).toBe(7);
    expect(grounds[3]).toBe(palette.wash);
  }
  expect(deviationGround(0, 0, light)).toBe(light.wash);
});
