import { expect, test } from "vitest";
import { type Column, sortRows } from "./data-table.tsx";

const by: Column<{ value: string | number | null }> = { id: "value", label: "值", value: (row) => row.value };
const rows = (...values: (string | number | null)[]) => values.map((value) => ({ value }));

test("numbers are sorted as numbers, and what was not handed in comes last either way", () => {
  expect(sortRows(rows(10, null, 9), by, false).map(({ value }) => value)).toEqual([9, 10, null]);
  expect(sortRows(rows(10, null, 9), by, true).map(({ value }) => value)).toEqual([10, 9, null]);
});

test("Chinese names are sorted by pinyin, with their numbers as numbers", () => {
  expect(sortRows(rows("舟山市", "窗口10", "窗口9", "杭州市"), by, false).map(({ value }) => value)).toEqual([
    "窗口9",
    "窗口10",
    "杭州市",
    "舟山市",
  ]);
});

test("without a column the rows stay as they came", () => {
  const given = rows(2, 1);
  expect(sortRows(given, undefined, false)).toBe(given);
});
