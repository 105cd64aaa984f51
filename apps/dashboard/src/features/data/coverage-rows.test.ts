import type { GroupMonth } from "@mingchuang/warehouse/queries/trends";
import { expect, test } from "vitest";
import { light } from "../../ui/palette.ts";
import { coverageCells } from "./coverage-cells.ts";
import { coverageOf, gapStep } from "./coverage-rows.ts";

const month = (key: string, name: string, reporting: number, expected: number): GroupMonth => {
  return { key, month: `${name}-01`, cases: null, active: null, good: null, bad: null, reporting, expected };
};
const rows = [month("330100", "2023-01", 3, 4), month("330200", "2023-01", 5, 5), month("330100", "2022-12", 4, 4)];

test("only the months of the year are there, and what is missing is a part of what was due, not zero", () => {
  const coverage = coverageOf(rows, 2023);
  expect(coverage).toMatchObject({ months: ["2023-01"], reporting: 8, expected: 9 });
  expect(coverageOf(rows, 2021)).toMatchObject({ months: [], reporting: 0, expected: 0 });
});

test("a gap is the graver the larger its share", () => {
  expect([40, 39, 33, 20, 3].map((reporting) => gapStep({ reporting, expected: 40 }))).toEqual([0, 1, 2, 3, 4]);
  expect(gapStep({ reporting: 0, expected: 0 })).toBe(0);
});

test("a cell says how many are there of how many; on a phone only how many are missing", () => {
  const coverage = coverageOf(rows, 2023);
  const cities = [
    { city_code: "330100", city: "甲市" },
    { city_code: "330200", city: "乙市" },
  ];
  const wide = coverageCells(coverage, cities, { narrow: false, chosen: null }, light);
  expect(wide.map(({ id, lines }) => [id, lines[0]])).toEqual([
    ["330100.2023-01", "3/4"],
    ["330200.2023-01", "5"],
  ]);
  const narrow = coverageCells(coverage, cities, { narrow: true, chosen: { city: "330100", month: "2023-01" } }, light);
  expect(narrow.map(({ lines, marked }) => [lines[0], marked])).toEqual([
    ["1", true],
    ["", false],
  ]);
});
