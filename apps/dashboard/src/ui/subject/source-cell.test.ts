import { expect, test } from "vitest";
import { sourcePlace } from "./source-cell.ts";

const row = (number: number) => `第 ${number} 行`;

test("a cell of a workbook is named by file, sheet and cell", () => {
  expect(sourcePlace({ path: "2023/评分表.xlsx", sheet: "窗口", row_no: 17, cell: "F17" }, row)).toBe("2023/评分表.xlsx · 窗口!F17");
});

test("a row of a text file is named by file and line", () => {
  expect(sourcePlace({ path: "2023/投诉.csv", sheet: "", row_no: 17 }, row)).toBe("2023/投诉.csv · 第 17 行");
});

test("a sheet whose row is kept back is named alone", () => {
  expect(sourcePlace({ path: "2023/〔评分表〕", sheet: "人员", row_no: null, cell: null }, row)).toBe("2023/〔评分表〕 · 人员");
});

test("without a file there is no place", () => {
  expect(sourcePlace({ path: null, sheet: "窗口", row_no: 17, cell: "F17" }, row)).toBeNull();
});
