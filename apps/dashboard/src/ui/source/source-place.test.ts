import { expect, test } from "vitest";
import { placeInFile, sourcePlace } from "./source-place.ts";

const text = (key: "rowPlace" | "recordPlace", { row }: { readonly row: number }) => `第 ${row} ${key === "rowPlace" ? "行" : "条"}`;

test("a cell of a workbook is named by file, sheet and cell", () => {
  expect(sourcePlace({ path: "2023/评分表.xlsx", sheet: "窗口", row_no: 17, cell: "F17" }, text)).toBe("2023/评分表.xlsx · 窗口!F17");
});

test("a row of a text file is named by file and line, a record of JSON or Parquet by its number", () => {
  const at = (path: string) => sourcePlace({ path, sheet: "", row_no: 17 }, text);
  expect(at("2023/投诉.csv")).toBe("2023/投诉.csv · 第 17 行");
  expect(at("2023/投诉.ndjson")).toBe("2023/投诉.ndjson · 第 17 行");
  expect(at("2023/投诉.json")).toBe("2023/投诉.json · 第 17 条");
  expect(at("评价/2023-01.PARQUET")).toBe("评价/2023-01.PARQUET · 第 17 条");
});

test("a row of a sheet is named with its sheet", () => {
  expect(sourcePlace({ path: "2023/统计.xlsx", sheet: "统计", row_no: 7 }, text)).toBe("2023/统计.xlsx · 统计 第 7 行");
});

test("a sheet whose row is kept back is named alone", () => {
  expect(sourcePlace({ path: "2023/〔评分表〕", sheet: "人员", row_no: null, cell: null }, text)).toBe("2023/〔评分表〕 · 人员");
});

test("without a file there is no place, and without a place only the file", () => {
  const nowhere = { sheet: "", row_no: null };
  expect(sourcePlace({ path: null, sheet: "窗口", row_no: 17, cell: "F17" }, text)).toBeNull();
  expect(sourcePlace({ path: "投诉.csv", ...nowhere }, text)).toBe("投诉.csv");
  expect(placeInFile({ path: "投诉.csv", ...nowhere }, text)).toBeNull();
});
