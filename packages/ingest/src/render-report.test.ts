import { expect, test } from "vitest";
import { renderReport } from "./render-report.ts";
import type { IngestReport } from "./report.ts";

const counts = { rowsIn: 3, accepted: 1, rejected: 1, superseded: 1 };
const report: IngestReport = {
  files: [
    {
      path: "scores-2023.xlsx",
      fileId: "0123456789abcdef",
      state: "loaded",
      format: "xlsx",
      encoding: null,
      mapping: null,
      errorCode: null,
      errorDetail: null,
      tables: [{ sheet: "Sheet2", kind: "scores", note: null, ignoredColumns: "备注", ...counts }],
      problems: [{ sheet: "Sheet2", rowNo: 17, cell: "F17", field: "deducted", value: "25", code: "R214", severity: "rejected" }],
      problemCount: 22,
      ...counts,
    },
  ],
  skipped: [{ path: "说明.docx", code: "F104" }],
  totals: counts,
  changed: true,
  milliseconds: 12,
};

test("the Chinese report names file, account, cell, value, code and cure", () => {
  expect(renderReport(report, "zh").split("\n")).toEqual([
    "scores-2023.xlsx  已导入  共 3 行：入库 1，退回 1，被取代 1  (xlsx)",
    "  Sheet2: 未用的列：备注",
    "  Sheet2!F17  “25”  R214 评分超出本项分值。改为 0 至本项分值之间的分数，再导入；这一行没有入库。",
    "  另有 2 个问题，见数据库 ingest_problem 表",
    "说明.docx  未读取  F104 不支持这种文件格式，文件未读取。另存为 .xlsx 或 .csv 后再放入文件夹；与数据无关的文件可以不管。",
    "1 个文件，共 3 行：入库 1，退回 1，被取代 1",
  ]);
});

test("the English report says the same, and says when nothing changed", () => {
  const lines = renderReport({ ...report, changed: false }, "en").split("\n");
  expect(lines[0]).toBe("scores-2023.xlsx  loaded  3 rows: 1 accepted, 1 rejected, 1 superseded  (xlsx)");
  expect(lines.at(-1)).toBe("1 file(s), 3 rows: 1 accepted, 1 rejected, 1 superseded · the store did not change");
});
