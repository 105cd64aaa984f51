import type { SourceColumn, SourceRow } from "@mingchuang/warehouse/queries/lineage";
import { expect, test } from "vitest";
import { cellOf, partsOf } from "./source-cells.ts";

const row: SourceRow = {
  kind: "review_counts",
  recordId: "2023-03",
  graderId: null,
  figures: { cases: 10 },
  fileId: "f1",
  path: "统计.xlsx",
  format: "xlsx",
  sheet: "甲",
  rowNo: 25,
  cell: null,
  supersededBy: null,
  supersededByPath: null,
};
const column = (field: string, place: string, header_row = 3): SourceColumn => {
  return { file_id: "f1", sheet: "甲", kind: "review_counts", header_row, field, header: `${field}的表头`, place };
};

test("the cell is the column's place and the row", () => {
  expect(cellOf(row, "cases", [column("cases", "C")])).toEqual({ header: "cases的表头", cell: "C25" });
});

test("of two tables on a sheet the row belongs to the one whose head is the nearest above it", () => {
  const columns = [column("cases", "C", 3), column("cases", "D", 20), column("cases", "E", 40)];
  expect(cellOf(row, "cases", columns)?.cell).toBe("D25");
});

test("a text file has a header and no cell", () => {
  expect(cellOf({ ...row, format: "csv" }, "cases", [column("cases", "办件量")])).toEqual({ header: "cases的表头", cell: null });
});

test("a row whose place is withheld has its header alone", () => {
  expect(cellOf({ ...row, rowNo: null }, "cases", [column("cases", "C")])).toEqual({ header: "cases的表头", cell: null });
});

test("good reviews come from their own column, or from the three levels where there is none", () => {
  expect(cellOf(row, "good", [column("good_reported", "K")])?.cell).toBe("K25");
  expect(partsOf(row, "good", [column("good_reported", "K")])).toEqual([]);
  expect(cellOf(row, "good", [column("level_5", "E")])).toBeNull();
  expect(partsOf(row, "good", [column("level_5", "E")])).toEqual(["level_5", "level_4", "level_3"]);
});

test("points have the cell that the store keeps", () => {
  const score: SourceRow = { ...row, kind: "scores", cell: "F17" };
  expect(cellOf(score, "points", [])).toEqual({ header: null, cell: "F17" });
});
