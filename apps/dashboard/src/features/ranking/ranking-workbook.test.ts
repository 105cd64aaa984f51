import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import type { RankingSheet } from "./ranking-sheet.ts";
import { rankingWorkbook } from "./ranking-workbook.ts";

const head = ["2023 年红旗窗口申报排名", "标准：示例（demo，2023 年版）"];
const sheet: RankingSheet = {
  columns: [
    { id: "rank", label: "名次", format: "#,##0" },
    { id: "name", label: "名称", format: undefined },
    { id: "total", label: "总分", format: "0.00" },
    { id: "item:organisation", label: "组织领导", format: "0.00" },
    { id: "item:service", label: "服务", format: "0.00" },
    { id: "state", label: "状态", format: undefined },
    { id: "item:bonus", label: "加分", format: "0.00" },
  ],
  rows: [
    [1, "示例窗口甲", 275 / 3, 28 / 3, 238 / 3, "在列", 3],
    [2, "=1+1", 90, 10, 79, "在列", 0],
    [null, "示例窗口丙", 80, 10, 70, "一票否决 V2 4 / 4", 0],
    [null, "示例窗口丁", null, null, null, "未评分", 2],
  ],
  total: { at: 2, adds: [3, 4, 6] },
  isSum: [true, false, true, false],
  frozen: 2,
};
const write = (given: RankingSheet) => rankingWorkbook({ sheetName: "排名", head, sheet: given, made: new Date("2023-12-31T00:00:00Z") });

test("the workbook reads back as it was written, with formulas for the totals that are sums and their values beside them", async () => {
  const [read] = (await readXlsx(await write(sheet), { readStyles: true })).sheets;
  const table = read?.rows.slice(head.length + 1).map((row) => row.map((cell) => cell ?? null));
  expect(read?.rows.slice(0, 2).map(([first]) => first)).toEqual(head);
  expect(read?.rows[2]).toEqual(sheet.columns.map(({ label }) => label));
  // what starts like a formula is written as text
  expect(table).toEqual(sheet.rows.map((row) => row.map((cell) => (cell === "=1+1" ? "'=1+1" : cell))));
  const formulas = [3, 4, 5, 6].map((row) => read?.cells?.get(`${row},2`)?.formula);
  expect(formulas).toEqual(["SUM(D4,E4,G4)", undefined, "SUM(D6,E6,G6)", undefined]);
  expect(read?.cells?.get("3,2")?.formulaResult).toBe(275 / 3);
  expect(read?.cells?.get("3,2")?.style?.numFmt).toBe("0.00");
});

test("items beside one another are summed as a range", async () => {
  const columns = [...sheet.columns.slice(0, 5), ...sheet.columns.slice(6), ...sheet.columns.slice(5, 6)];
  const rows = sheet.rows.map((row) => [...row.slice(0, 5), ...row.slice(6), ...row.slice(5, 6)]);
  const [read] = (await readXlsx(await write({ ...sheet, columns, rows, total: { at: 2, adds: [3, 4, 5] } }))).sheets;
  expect(read?.cells?.get("3,2")?.formula).toBe("SUM(D4:F4)");
});

test("header and name stay in sight, columns can be filtered, and every printed page repeats the header", async () => {
  const [read] = (await readXlsx(await write(sheet))).sheets;
  expect(read?.freezePane).toMatchObject({ rows: 3, columns: 2 });
  expect(read?.autoFilter?.range).toBe("A3:G7");
  expect(read?.pageSetup?.printTitlesRow).toMatch(/3/);
  const widths = read?.columns?.map(({ width }) => width ?? 0) ?? [];
  expect(widths).toHaveLength(sheet.columns.length);
  expect(Math.min(...widths)).toBeGreaterThanOrEqual(8);
  expect(widths[5]).toBeGreaterThan(widths[0] ?? 0);
});

const office = ["soffice", "libreoffice"].find((name) => spawnSync("which", [name]).status === 0);

test.skipIf(office === undefined)(
  "an office program that calculates anew comes to the same totals, whatever values stood beside the formulas",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "ranking-workbook-"));
    try {
      const settings = join(folder, "profile", "user");
      mkdirSync(settings, { recursive: true });
      writeFileSync(join(settings, "registrymodifications.xcu"), alwaysRecalculate);
      const wrong = sheet.rows.map((row, index) => (sheet.isSum[index] ? row.with(2, 1) : row));
      writeFileSync(join(folder, "ranking.xlsx"), await write({ ...sheet, rows: wrong }));
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
      const run = spawnSync(office ?? "", [
        profile,
        "--headless",
        "--convert-to",
        asShownInUtf8,
        "--outdir",
        folder,
        join(folder, "ranking.xlsx"),
      ]);
      expect(run.status).toBe(0);
      const lines = readFileSync(join(folder, "ranking.csv"), "utf8").trim().split(/\r?\n/).slice(3);
      expect(lines.map((line) => line.split(",").slice(1, 3))).toEqual([
        ["示例窗口甲", "91.67"],
        ["'=1+1", "90.00"],
        ["示例窗口丙", "80.00"],
        ["示例窗口丁", ""],
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);

const asShownInUtf8 = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true";
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;
