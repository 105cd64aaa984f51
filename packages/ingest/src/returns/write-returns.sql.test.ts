import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { unzipSync } from "fflate";
import { type CellValue, openXlsx, readXlsx, type Sheet, saveXlsx } from "hucre/xlsx";
import { afterEach, beforeEach, expect, test } from "vitest";
import { countsOf, csv, onlyFile, openSandbox, type Sandbox } from "../testing/sandbox.ts";
import { testCodes } from "../testing/test-codes.ts";
import { writeReturns } from "./write-returns.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = openSandbox();
});
afterEach(() => sandbox.dispose());

const header = ["窗口编号", "统计月份", "办件量", "主动评价量"];
const returnedFolder = () => join(sandbox.folder, "../returned");
const returns = () =>
  writeReturns({ storePath: sandbox.storePath, folder: sandbox.folder, returnedFolder: returnedFolder(), codes: testCodes });
const bytesOf = (copy: string) => readFileSync(join(returnedFolder(), copy));
const sheetsOf = async (copy: string) => (await readXlsx(bytesOf(copy), { readStyles: true })).sheets;
const ingest = async () => onlyFile(await sandbox.ingest());
const current = () =>
  sandbox
    .query<{ row: string }>(
      "select concat_ws(' ', window_id, strftime(month, '%Y-%m'), cases, active_reviews) as row from raw_review_counts where superseded_by is null order by 1",
    )
    .then((rows) => rows.map(({ row }) => row));

/** What a cell shows of our marks: `solid` or `lightUp`, and its comment. */
function marksOf(sheet: Sheet | undefined): Record<string, string> {
  const marks: Record<string, string> = {};
  for (const [place, { style, comment }] of sheet?.cells ?? []) {
    const fill = style?.fill?.type === "pattern" ? style.fill.pattern : "none";
    if (comment || fill === "lightUp" || (fill === "solid" && JSON.stringify(style).includes("FFADAB")))
      marks[place] = `${fill} ${comment?.text.replaceAll("\n", " ") ?? ""}`;
  }
  return marks;
}

/** What a clerk does: opens a copy with another program, changes cells, saves it. */
async function correct(copy: string, sheet: number, changes: Record<string, CellValue>, to: string): Promise<void> {
  const workbook = await openXlsx(bytesOf(copy));
  for (const [place, value] of Object.entries(changes)) {
    const [row = 0, column = 0] = place.split(",").map(Number);
    const target = workbook.sheets[sheet] as Sheet;
    (target.rows[row] as CellValue[])[column] = value;
    const cell = target.cells?.get(place);
    if (cell) target.cells?.set(place, { ...cell, value, type: typeof value === "number" ? "number" : "string" });
  }
  sandbox.write(to, await saveXlsx(workbook));
}

async function writeMixed(path: string): Promise<void> {
  const green = { type: "pattern" as const, pattern: "solid" as const, fgColor: { rgb: "00B050" } };
  await sandbox.writeWorkbook(path, [
    {
      name: "统计'1 月",
      rows: [
        ["示例市"],
        [],
        header,
        ["W1", "2023-09", 5, 1],
        ["W2", "2023-13", "约10", 1],
        ["W3", "2023-09", 1, 2],
        ["W4"],
        ["合计", null, 7],
      ],
      merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }],
      columns: [{ width: 30 }],
      cells: new Map([
        ["3,3", { value: 1, formula: "2-1", formulaResult: 1, style: { fill: green } }],
        ["4,2", { value: "约10", comment: { author: "某人", text: "原有批注" } }],
      ]),
    },
    { name: "另表", rows: [["别的"]] },
  ]);
}

test("a returned workbook marks and comments each bad cell, apart by pattern and words, and lists them all with links", async () => {
  await writeMixed("甲/a.xlsx");
  await sandbox.ingest();
  expect(await returns()).toEqual([{ path: "甲/a.xlsx", copy: "甲/a.xlsx", form: "workbook", rejected: 2, warnings: 1 }]);
  const [data, other, list] = await sheetsOf("甲/a.xlsx");
  expect(marksOf(data)).toEqual({
    "4,1": expect.stringMatching(/^solid ✗ 退回 \/ Rejected {2}D205 {2}B5 「2023-13」 应为月份.+This should be a month/),
    "4,2": expect.stringMatching(/^solid 原有批注 —— 明窗 Mingchuang —— ✗ 退回 \/ Rejected {2}D202 {2}C5 「约10」/),
    "5,2": expect.stringMatching(/^lightUp △ 提醒 \/ Warning {2}D224 {2}C6 「2 > 1」/),
    "6,1": expect.stringMatching(/^solid ✗ 退回 \/ Rejected {2}D201 {2}B7 必填的单元格是空的/),
  });
  expect([other?.name, marksOf(other)]).toEqual(["另表", {}]);
  expect(list?.name).toBe("退回说明");
  const problems = list?.rows.filter(([number]) => typeof number === "number").map((row) => row.slice(1, 7));
  expect(problems).toEqual([
    ["✗ 退回 Rejected", "统计'1 月", "B5", "统计月份", "2023-13", "D205"],
    ["✗ 退回 Rejected", "统计'1 月", "C5", "办件量", "约10", "D202"],
    ["△ 提醒 Warning", "统计'1 月", "C6", "办件量", "2 > 1", "D224"],
    ["✗ 退回 Rejected", "统计'1 月", "B7", "统计月份", null, "D201"],
    ["○ 不是数据 No data", "统计'1 月", "A8", null, "合计", "D209"],
  ]);
  const links = [...(list?.cells ?? [])].flatMap(([, { hyperlink }]) => (hyperlink ? [hyperlink.location] : []));
  expect(links).toEqual(["B5", "C5", "C6", "B7", "A8"].map((cell) => `'统计''1 月'!${cell}`));
});

test("what is not marked stays: values, formulas, formats, merges, widths, and every other part byte for byte", async () => {
  await writeMixed("a.xlsx");
  await sandbox.ingest();
  await returns();
  const original = readFileSync(join(sandbox.folder, "a.xlsx"));
  const [before] = (await readXlsx(original, { readStyles: true })).sheets;
  const [after] = await sheetsOf("a.xlsx");
  expect(after?.rows.map((row) => row.slice(0, 4))).toEqual(before?.rows.map((row) => row.slice(0, 4)));
  expect([after?.merges, after?.columns]).toEqual([before?.merges, before?.columns]);
  expect(after?.cells?.get("3,3")).toEqual(before?.cells?.get("3,3"));
  const [from, to] = [unzipSync(original), unzipSync(bytesOf("a.xlsx"))];
  const changed = Object.keys(from).filter((part) => Buffer.compare(from[part] ?? Buffer.of(), to[part] ?? Buffer.of()) !== 0);
  expect(changed.sort()).toEqual([
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
    "xl/comments1.xml",
    "xl/drawings/vmlDrawing1.vml",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/worksheets/sheet1.xml",
  ]);
});

test("a corrected copy under the original's name takes its place: marks, comments and the list do not disturb", async () => {
  await writeMixed("a.xlsx");
  await sandbox.ingest();
  await returns();
  await correct("a.xlsx", 0, { "4,1": "2023-09", "4,2": 10, "5,2": 3 }, "a.xlsx");
  const file = await ingest();
  expect(countsOf(file)).toEqual([5, 3, 2, 0]);
  expect(file.tables.map(({ sheet, kind, note }) => [sheet, kind, note])).toEqual([
    ["另表", null, "F121"],
    ["统计'1 月", "review_counts", null],
    ["退回说明", null, "F140"],
  ]);
  expect(await current()).toEqual(["W1 2023-09 5 1", "W2 2023-09 10 1", "W3 2023-09 3 2"]);
});

test("a copy of a copy marks only what is still wrong, keeps others' comments, and has one list", async () => {
  await writeMixed("a.xlsx");
  await sandbox.ingest();
  await returns();
  await correct("a.xlsx", 0, { "4,1": "2023-09", "4,2": 10 }, "a.xlsx");
  await sandbox.ingest();
  expect(await returns()).toMatchObject([{ rejected: 1, warnings: 1 }]);
  const sheets = await sheetsOf("a.xlsx");
  expect(sheets.map(({ name }) => name)).toEqual(["统计'1 月", "另表", "退回说明"]);
  expect(marksOf(sheets[0])).toEqual({
    "4,2": "none 原有批注",
    "5,2": expect.stringMatching(/^lightUp △/),
    "6,1": expect.stringMatching(/^solid ✗/),
  });
  expect(sheets[2]?.rows.filter(([number]) => typeof number === "number")).toHaveLength(3);
});

test("a corrected copy beside the original supersedes it also when everything is loaded at once", async () => {
  await writeMixed("a.xlsx");
  await sandbox.ingest();
  await returns();
  await correct("a.xlsx", 0, { "4,1": "2023-09", "4,2": 10, "5,2": 3 }, "a - 副本.xlsx");
  const fresh = openSandbox();
  try {
    for (const path of ["a.xlsx", "a - 副本.xlsx"]) fresh.write(path, readFileSync(join(sandbox.folder, path)));
    await Promise.all([sandbox.ingest(), fresh.ingest()]);
    const rows = ["W1 2023-09 5 1", "W2 2023-09 10 1", "W3 2023-09 3 2"];
    expect(await current()).toEqual(rows);
    expect(await fresh.query("select count(*)::int as n from raw_review_counts where superseded_by is null and cases = 3")).toEqual([
      { n: 1 },
    ]);
  } finally {
    fresh.dispose();
  }
});

test("of a text file the rejected rows alone come back, as text that never becomes a formula, and count once corrected", async () => {
  const rows = [
    header,
    ["W1", "2023-08", "=1+1", "1"],
    ["W2", "2023-08", "5", "7"],
    ["007", "2023-08", "-3", "1"],
    ["W5", "2023-08", "5", "1"],
  ];
  sandbox.write("b.csv", csv(...rows));
  await sandbox.ingest();
  expect(await returns()).toEqual([{ path: "b.csv", copy: "b.csv.xlsx", form: "rows", rejected: 2, warnings: 1 }]);
  const [data, list] = await sheetsOf("b.csv.xlsx");
  expect(data?.rows).toEqual([header, ["W1", "2023-08", "=1+1", "1"], ["007", "2023-08", "-3", "1"]]);
  expect(Object.keys(marksOf(data))).toEqual(["1,2", "2,2"]);
  expect([...(data?.cells?.values() ?? [])].every(({ formula, style }) => formula === undefined && style?.numFmt === "@")).toBe(true);
  const xml = new TextDecoder().decode(unzipSync(bytesOf("b.csv.xlsx"))["xl/styles.xml"]);
  expect([...xml.matchAll(/<xf [^>]*numFmtId="49"[^>]*>/g)].every(([format]) => format.includes('quotePrefix="1"'))).toBe(true);
  expect(list?.rows.filter(([number]) => typeof number === "number").map((row) => row[3])).toEqual([
    "第2行·办件量",
    "第3行·办件量",
    "第4行·办件量",
  ]);
  await correct("b.csv.xlsx", 0, { "1,2": "2", "2,2": "3" }, "b.csv.xlsx");
  const report = await sandbox.ingest();
  expect(report.files.map(countsOf)).toEqual([
    [4, 2, 2, 0],
    [2, 2, 0, 0],
  ]);
  expect(await current()).toEqual(["007 2023-08 3 1", "W1 2023-08 2 1", "W2 2023-08 5 7", "W5 2023-08 5 1"]);
});

test("rows that contradict one another come back as they were handed in", async () => {
  sandbox.write(
    "b.csv",
    csv(
      ["*窗口编号", "月份", "备注", "办件数", "主动评价"],
      ["W1", "2023年9月", "甲_x0041_", "１", "0"],
      ["W1", "2023-09", "乙", "2", "0"],
    ),
  );
  expect(await ingest()).toMatchObject({ rejected: 2 });
  await returns();
  const [data] = await sheetsOf("b.csv.xlsx");
  expect(data?.rows).toEqual([
    ["*窗口编号", "月份", "备注", "办件数", "主动评价"],
    ["W1", "2023年9月", "甲_x0041_", "１", "0"],
    ["W1", "2023-09", "乙", "2", "0"],
  ]);
});

test("nothing is written for clean files or for rows that are no data, and copies that are no longer right go", async () => {
  sandbox.write("甲/a.csv", csv(header, ["W1", "2023-08", "x", "1"]));
  sandbox.write("b.csv", csv(header, ["W2", "2023-08", "1", "1"], ["合计", "", "1", "1"]));
  await sandbox.ingest();
  expect((await returns()).map(({ copy }) => copy)).toEqual(["甲/a.csv.xlsx"]);
  sandbox.write("甲/a.csv", csv(header, ["W1", "2023-08", "1", "1"]));
  await sandbox.ingest();
  expect(await returns()).toEqual([]);
  expect(existsSync(returnedFolder())).toBe(false);
});

test("a copy that is still right keeps what somebody has corrected in it meanwhile", async () => {
  sandbox.write("a.csv", csv(header, ["W1", "2023-08", "x", "1"]));
  await sandbox.ingest();
  await returns();
  writeFileSync(join(returnedFolder(), "a.csv.xlsx"), "being corrected");
  sandbox.write("c.csv", csv(header, ["W9", "2023-08", "1", "1"]));
  await sandbox.ingest();
  expect(await returns()).toHaveLength(1);
  expect(bytesOf("a.csv.xlsx").toString()).toBe("being corrected");
});

test("a workbook that changed since it was loaded comes back as its rejected rows", async () => {
  await writeMixed("a.xlsx");
  await sandbox.ingest();
  await sandbox.writeWorkbook("a.xlsx", [{ name: "统计", rows: [header] }]);
  expect(await returns()).toMatchObject([{ copy: "a.xlsx.xlsx", form: "rows" }]);
  const [data] = await sheetsOf("a.xlsx.xlsx");
  expect(data?.rows.map((row) => row[0])).toEqual(["窗口编号", "W2", "W4"]);
});

test("a rejected row of a Parquet file, whose cells are numbers, comes back as a workbook", async () => {
  const db = await openNodeDatabase(":memory:");
  await db.execute(
    `copy (select 'W0002' as 窗口编号, '2023-13' as 统计月份, 1 as 办件量, true as 主动评价量) to '${join(sandbox.folder, "p.parquet")}' (format parquet)`,
  );
  await db.close();
  await ingest();
  const [copy] = await returns();
  expect(copy).toMatchObject({ path: "p.parquet", form: "rows", rejected: 1 });
  expect((await sheetsOf("p.parquet.xlsx"))[0]?.rows[1]).toEqual(["W0002", "2023-13", "1", "true"]);
});

test("a returned copy that is handed in beside its file has a copy of its own", async () => {
  sandbox.write("a.csv", csv(header, ["W1", "2023-13", 5, 1], ["W2", "2023-13", 5, 1]));
  await sandbox.ingest();
  await returns();
  sandbox.write("a.csv.xlsx", bytesOf("a.csv.xlsx"));
  await sandbox.ingest();
  const copies = await returns();
  expect(copies.map(({ path }) => path)).toEqual(["a.csv", "a.csv.xlsx"]);
  expect(new Set(copies.map(({ copy }) => copy)).size).toBe(2);
  for (const { copy } of copies) expect(existsSync(join(returnedFolder(), copy))).toBe(true);
});
