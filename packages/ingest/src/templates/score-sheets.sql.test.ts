import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { readXlsx, type Sheet } from "hucre/xlsx";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WorkbookParts } from "../returns/workbook-parts.ts";
import { csv, openSandbox, type Sandbox } from "../testing/sandbox.ts";
import { testCodes } from "../testing/test-codes.ts";
import { queryApplications, scoreSheetWorkbook } from "./score-sheets.ts";

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = openSandbox();
  sandbox.write(
    "申报.csv",
    csv(
      ["申报编号", "方案编号", "年度", "荣誉", "申报对象编号", "申报对象名称"],
      ["A1", "zhejiang-2023", 2023, "红旗窗口", "W1", "示例甲窗口"],
      ["A2", "", 2023, "红旗窗口", "W2", "示例乙窗口"],
      ["A3", "zhejiang-2023", 2023, "服务先锋", "P1", "职员甲0001"],
      ["A0", "zhejiang-2023", 2022, "红旗窗口", "W1", "示例甲窗口"],
    ),
  );
  await sandbox.ingest();
});
afterEach(() => sandbox.dispose());

async function scoreSheet(): Promise<Uint8Array> {
  const db = await openNodeDatabase(sandbox.storePath, { readOnly: true });
  try {
    const { year, applications } = await queryApplications(db, testCodes, "zhejiang-2023", null);
    return await scoreSheetWorkbook({ scheme: "zhejiang-2023", grader: "评委A", round: "initial", year }, applications, testCodes);
  } finally {
    await db.close();
  }
}

const stored = () =>
  sandbox
    .query<{ row: string }>(
      `select concat_ws(' ', application_id, honour, round, grader_id, item, clause, kind, coalesce(points_c::varchar, '—'), reason, scored_at) as row
      from raw_scores where superseded_by is null order by application_id, kind desc, row_no`,
    )
    .then((rows) => rows.map(({ row }) => row));

test("a grader's workbook lists every clause of this year's applications, with what may be filled in and a live total", async () => {
  const { sheets } = await readXlsx(await scoreSheet(), { readStyles: true });
  expect(sheets.map(({ name }) => name)).toEqual(["总览", "红旗窗口", "服务先锋", "酌情扣分"]);
  const [overview, windows, persons, discretionary] = sheets as [Sheet, Sheet, Sheet, Sheet];
  const pick = (sheet: Sheet, row: number) => [0, 1, 6, 7, 8, 9].map((column) => sheet.rows[row]?.[column]);
  expect(windows.rows).toHaveLength(1 + 2 * 4);
  expect([pick(windows, 1), pick(windows, 8)]).toEqual([
    ["A1", "示例甲窗口", "组织领导", "1 方案与保障", "扣分", 3],
    ["A2", "示例乙窗口", "政务服务廉洁化", "1 依法行政", "扣分", 5],
  ]);
  expect(pick(persons, 2)).toEqual(["A3", "职员甲0001", "廉洁自律过硬", null, "给分", 20]);
  expect(windows.dataValidations?.map(({ values, range }) => [values, range])).toEqual([
    [["0", "3"], "K2 K3 K6 K7"],
    [["0", "5"], "K4 K5 K8 K9"],
  ]);
  expect(persons.dataValidations).toMatchObject([{ type: "decimal", formula2: "20" }]);
  for (const sheet of sheets) expect(sheet.protection).toMatchObject({ sheet: true });
  expect(sheets.map(({ protection }) => protection?.password)).toEqual([undefined, undefined, undefined, undefined]);
  expect(windows.cells?.get("1,10")?.style?.protection?.locked).toBe(false);
  expect(windows.cells?.get("1,0")?.style?.protection?.locked).not.toBe(false);
  expect(overview.cells?.get("6,3")?.formula).toBe(
    `MAX(0,10-SUMIFS('红旗窗口'!$K$2:$K$9,'红旗窗口'!$A$2:$A$9,$A7,'红旗窗口'!$G$2:$G$9,"组织领导")-SUMIFS('酌情扣分'!$K$2:$K$201,'酌情扣分'!$A$2:$A$201,$A7,'酌情扣分'!$G$2:$G$201,"组织领导"))`,
  );
  expect(discretionary.cells?.get("1,5")?.formula).toBe('IF($A2="","","评委A")');
});

test("handed in as it is, every row is there and not yet scored, which is not 0", async () => {
  sandbox.write("评分.xlsx", await scoreSheet());
  const report = await sandbox.ingest();
  const file = report.files.find(({ path }) => path === "评分.xlsx");
  expect(file?.problems).toEqual([]);
  expect(file?.tables.map(({ sheet, note, rowsIn, accepted }) => [sheet, note, rowsIn, accepted])).toEqual([
    ["总览", "F140", 11, 0],
    ["服务先锋", null, 2, 2],
    ["红旗窗口", null, 8, 8],
    ["酌情扣分", null, 0, 0],
  ]);
  expect((await stored()).every((row) => row.includes("—"))).toBe(true);
});

/** Types into cells as Excel does: the rest of the workbook stays as it is. */
function fill(workbook: Uint8Array, sheets: Readonly<Record<string, Readonly<Record<string, string | number>>>>): Uint8Array {
  const parts = new WorkbookParts(workbook);
  for (const { name, path } of parts.sheets()) {
    const typed = Object.entries(sheets[name] ?? {}).reduce((xml, [cell, value]) => {
      const own = new RegExp(`<c r="${cell}"([^>]*?)(?: t="\\w+")?([^>]*?)(?:/>|>.*?</c>)`);
      expect(xml).toMatch(own);
      const content = typeof value === "number" ? `><v>${value}</v>` : ` t="inlineStr"><is><t>${value}</t></is>`;
      return xml.replace(own, (_, before: string, after: string) => `<c r="${cell}"${before}${after}${content}</c>`);
    }, parts.read(path));
    parts.write(path, typed);
  }
  return parts.toBytes();
}

test("what a grader fills in comes back without a loss, and blanks stay blank", async () => {
  const filled = fill(await scoreSheet(), {
    红旗窗口: { K2: 0, K3: 3, O3: 45207 },
    服务先锋: { L2: 18.5 },
    // what Excel computes once an application is chosen
    酌情扣分: {
      A2: "A2",
      B2: "示例乙窗口",
      C2: "zhejiang-2023",
      D2: "红旗窗口",
      E2: "初审",
      F2: "评委A",
      G2: "政务服务规范化",
      I2: "酌情扣分",
      K2: 1.5,
      M2: "+原因",
      N2: "佐证1",
    },
  });
  sandbox.write("评分.xlsx", filled);
  const report = await sandbox.ingest();
  expect(report.files.find(({ path }) => path === "评分.xlsx")?.problems).toEqual([]);
  expect((await stored()).filter((row) => !row.includes("—"))).toEqual([
    "A1 red-flag-window initial 评委A organisation plan fixed 0",
    "A1 red-flag-window initial 评委A organisation publicity fixed 300 2023-10-08",
    "A2 red-flag-window initial 评委A conduct discretionary 150 +原因",
    "A3 service-pioneer initial 评委A politics graded 1850",
  ]);
  expect(await stored()).toHaveLength(11);
});
