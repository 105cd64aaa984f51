import type { IngestReport, ReportedFile } from "@mingchuang/ingest/report";
import { expect, test } from "vitest";
import { renderIngestReport, renderIngestSummary } from "./ingest-report.ts";

const counts = { rowsIn: 3, accepted: 1, rejected: 1, superseded: 1 };
const none = { rowsIn: 0, accepted: 0, rejected: 0, superseded: 0 };
const loaded: ReportedFile = {
  path: "1窗口.xlsx",
  fileId: "0123456789abcdef",
  state: "loaded",
  format: "xlsx",
  encoding: null,
  separator: null,
  mapping: null,
  laidDown: null,
  errorCode: null,
  errorDetail: null,
  tables: [
    {
      sheet: "名录",
      kind: "windows",
      note: null,
      ignored: [
        { header: "层次", nearest: "层级" },
        { header: "备注", nearest: null },
      ],
      ...counts,
    },
    { sheet: "旧", kind: null, note: "F122", ignored: [], ...none, rowsIn: 2 },
    { sheet: "填表说明", kind: null, note: "F121", ignored: [], ...none, rowsIn: 4 },
  ],
  problems: [
    { sheet: "名录", rowNo: 3, cell: "C3", field: "domain", value: "气象", code: "D206", severity: "rejected", allowed: ["住建", "城管"] },
  ],
  problemCount: 1,
  ...counts,
};
const second: ReportedFile = { ...loaded, path: "2窗口.xlsx", problems: [], problemCount: 0 };
const broken: ReportedFile = {
  ...loaded,
  ...none,
  path: "名录.csv",
  state: "refused",
  errorCode: "F117",
  errorDetail: "窗口名录: 名录年度",
  tables: [],
  problems: [],
  problemCount: 0,
};
const report = (...files: ReportedFile[]): IngestReport => {
  return {
    files,
    skipped: [{ path: "说明.docx", code: "F104" }],
    totals: counts,
    changed: true,
    milliseconds: 12,
    unused: { overrides: [], mappings: [] },
  };
};
const lineWith = (text: string, part: string) => text.split("\n").find((line) => line.includes(part));

test("a refused file is told with its sentence, what is wrong in it and what to do, in the language of the terminal", () => {
  expect(lineWith(renderIngestSummary(report(broken), "r.md", "zh"), "F117")).toMatch(
    /名录\.csv {2}F117 .+--year 2024.+（窗口名录: 名录年度）/,
  );
  expect(lineWith(renderIngestSummary(report(broken), "r.md", "en"), "F117")).toMatch(/F117 The table has no year column.+--year 2024/);
});

test("a file refused before stays refused in summary and report while nothing about it changes", () => {
  const again = report({ ...broken, state: "unchanged" });
  expect(renderIngestSummary(again, "r.md", "zh")).toContain("退回 1 个文件：");
  const page = renderIngestReport(again);
  expect(page).toContain("| 名录.csv | 被退回 / refused | 0 | 0 | 0 | 0 |");
  expect(page).toContain("## 被退回的文件 / Files refused");
});

test("hidden sheets are named each with their rows; pages of notes alike are named once", () => {
  const said = renderIngestSummary(report(loaded, second), "r.md", "zh").split("\n");
  expect(said.filter((line) => line.includes("F122"))).toEqual([
    expect.stringContaining("1窗口.xlsx 旧（非空 2 行，含表头）"),
    expect.stringContaining("2窗口.xlsx 旧（非空 2 行，含表头）"),
  ]);
  expect(said.filter((line) => line.includes("F121"))).toEqual([expect.stringContaining("填表说明（非空 4 行，含表头），另有 1 张表同此")]);
});

test("a column that was not used is named once, with the missing one that it may be", () => {
  const zh = renderIngestSummary(report(loaded, second), "r.md", "zh");
  expect(lineWith(zh, "层次")).toBe("  1窗口.xlsx 名录  「层次」，另有 1 张表同此  表中没有“层级”列：若就是它，请改表头后重新导入");
  expect(lineWith(zh, "备注")).toBe("  1窗口.xlsx 名录  「备注」，另有 1 张表同此");
  expect(lineWith(renderIngestSummary(report(loaded), "r.md", "en"), "层次")).toContain("no column “层级”");
});

test("a value that is not allowed is followed by those that are, on the terminal and on the page", () => {
  expect(lineWith(renderIngestSummary(report(loaded), "r.md", "zh"), "「气象」")).toContain("名录!C3  「气象」 D206 不在规定的取值之内。");
  expect(lineWith(renderIngestSummary(report(loaded), "r.md", "zh"), "「气象」")).toMatch(/可填：住建、城管$/);
  expect(lineWith(renderIngestReport(report(loaded)), "气象")).toContain("（住建、城管） |");
});

test("the page holds all that the terminal says, in both languages", () => {
  const page = renderIngestReport(report(loaded, broken));
  for (const part of ["1窗口.xlsx 旧（非空 2 行 / 2 rows not blank）", "「层次」：表中没有“层级”列", "名录.csv：F117", "说明.docx：F104"]) {
    expect(page).toContain(part);
  }
});

test("files left out for one reason are named together, and the settings of the folder are not among them", () => {
  const skipped = ["a.docx", "b.pdf", "workspace.yaml"].map((path) => ({ path, code: "F104" as const }));
  const said = renderIngestSummary({ ...report(loaded), skipped }, "r.md", "zh");
  expect(lineWith(said, "F104")).toMatch(/^ {2}a\.docx、b\.pdf {2}F104 /);
  expect(said).not.toContain("workspace.yaml");
});

test("names and values from files cannot forge a line of the account, turn text around or hide in it", () => {
  const path = "a\n合计 9999 9999 0 0\u202exslx.csv";
  const hostile: IngestReport = {
    files: [{ ...loaded, path, problems: loaded.problems.map((problem) => ({ ...problem, value: "\u001b[2J" })) }],
    unused: { overrides: [], mappings: [] },
    skipped: [],
    totals: counts,
    changed: true,
    milliseconds: 1,
  };
  const texts = [renderIngestSummary(hostile, "report.md", "zh"), renderIngestReport(hostile)];
  for (const text of texts) {
    expect(text).toContain("\\u202exslx.csv");
    expect(text).toContain("\\u001b[2J");
    expect(text.split("\n").filter((line) => line.startsWith("合计"))).toHaveLength(text === texts[0] ? 1 : 0);
  }
});
