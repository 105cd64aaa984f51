import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countsOf, csv, onlyFile, openSandbox, type Sandbox } from "./testing/sandbox.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = openSandbox();
});
afterEach(() => sandbox.dispose());

const header = ["窗口编号", "统计月份", "办件量", "主动评价量"];
const day = (year: number, month: number, date: number, hour = 0) => new Date(Date.UTC(year, month - 1, date, hour));
const stored = (columns = "window_id, month, cases, active_reviews, row_no") =>
  sandbox.query(`select ${columns} from raw_review_counts order by row_no`);

test("a title, blank rows and a header further down are found, and rows keep the numbers that Excel shows", async () => {
  await sandbox.writeWorkbook("a.xlsx", [
    {
      name: "统计",
      rows: [
        ["示例市政务服务好差评统计表", null, null, null],
        [],
        ["填报单位：示例单位", null, null, null],
        [],
        header,
        ["W1", "2023-09", 5, 1],
        [],
        ["W2", "2023-09", 6, "x"],
        [null, null, " ", null],
      ],
      merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }],
    },
  ]);
  const file = onlyFile(await sandbox.ingest());
  expect(countsOf(file)).toEqual([2, 1, 1, 0]);
  expect(file.problems).toMatchObject([{ sheet: "统计", cell: "D8", field: "active_reviews", value: "x", code: "D202" }]);
  expect(await stored()).toEqual([{ window_id: "W1", month: "2023-09-01", cases: 5, active_reviews: 1, row_no: 6 }]);
});

test("a cell merged over several rows speaks for each of them", async () => {
  await sandbox.writeWorkbook("a.xlsx", [
    {
      name: "统计",
      rows: [header, ["W1", "2023-01", 1, 0], [null, "2023-02", 2, 0], [null, "2023-03", 3, 0], ["W2", "2023-01", 4, 0]],
      merges: [{ startRow: 1, startCol: 0, endRow: 3, endCol: 0 }],
    },
  ]);
  expect(countsOf(onlyFile(await sandbox.ingest()))).toEqual([4, 4, 0, 0]);
  expect(await stored("window_id, month")).toMatchObject([
    { window_id: "W1" },
    { window_id: "W1" },
    { window_id: "W1" },
    { window_id: "W2" },
  ]);
});

test("a header of two rows, merged where there is nothing to tell apart, is read", async () => {
  await sandbox.writeWorkbook("a.xlsx", [
    {
      name: "统计",
      rows: [
        ["窗口编号", "统计月份", "业务", null],
        [null, null, "办件量", "主动评价量"],
        ["W1", "2023-09", 5, 1],
      ],
      merges: [
        { startRow: 0, startCol: 0, endRow: 1, endCol: 0 },
        { startRow: 0, startCol: 1, endRow: 1, endCol: 1 },
        { startRow: 0, startCol: 2, endRow: 0, endCol: 3 },
      ],
    },
  ]);
  expect(countsOf(onlyFile(await sandbox.ingest()))).toEqual([1, 1, 0, 0]);
  expect(await stored()).toEqual([{ window_id: "W1", month: "2023-09-01", cases: 5, active_reviews: 1, row_no: 3 }]);
});

test("numbers as text, dates as dates, serials and text, and formulas with their last value all count", async () => {
  await sandbox.writeWorkbook("a.xlsx", [
    {
      name: "统计",
      rows: [
        header,
        ["W1", day(2023, 9, 1), "5", "1"],
        ["W2", 45170, 5, 1],
        ["W3", "2023年9月", "５", 1],
        ["W4", "2023-09", null, 1],
        [12345, "2023-09", 5, 1],
      ],
      cells: new Map([["4,2", { value: null, formula: "2+3", formulaResult: 5 }]]),
    },
  ]);
  const file = onlyFile(await sandbox.ingest());
  expect(file.problems).toEqual([]);
  expect(await stored("month, cases, active_reviews")).toEqual(Array(5).fill({ month: "2023-09-01", cases: 5, active_reviews: 1 }));
});

test("times keep their hour, and a serial with a fraction is a time", async () => {
  const columns = ["工单号", "窗口编号", "性质", "受理时间"];
  await sandbox.writeWorkbook("a.xlsx", [
    { name: "投诉", rows: [columns, ["C1", "W1", "投诉", day(2023, 9, 28, 13)], ["C2", "W1", "投诉", 45197.5]] },
  ]);
  await sandbox.ingest();
  expect(await sandbox.query("select received_at from raw_complaints order by complaint_id")).toEqual([
    { received_at: "2023-09-28 13:00:00" },
    { received_at: "2023-09-28 12:00:00" },
  ]);
});

test("a formula that was never computed or failed is rejected, not taken for blank", async () => {
  await sandbox.writeWorkbook("a.xlsx", [
    {
      name: "统计",
      rows: [header, ["W1", "2023-09", null, 1], ["W2", "2023-09", "#DIV/0!", 1]],
      cells: new Map([["1,2", { value: null, formula: "B9*2" }]]),
    },
  ]);
  const file = onlyFile(await sandbox.ingest());
  expect(countsOf(file)).toEqual([2, 0, 2, 0]);
  expect(file.problems.map(({ cell, value, code }) => [cell, value, code])).toEqual([
    ["C2", "=B9*2", "D213"],
    ["C3", "#DIV/0!", "D213"],
  ]);
});

test("several sheets of one workbook are several tables; notes and hidden sheets are skipped and named", async () => {
  await sandbox.writeWorkbook("a.xlsx", [
    { name: "填表说明", rows: [["本表按月填报"], ["一、窗口编号按名录填写"]] },
    { name: "一季度", rows: [header, ["W1", "2023-01", 5, 1]] },
    {
      name: "名录",
      rows: [
        ["年度", "窗口编号", "窗口名称", "层级", "领域", "备注"],
        [2023, "W1", "示例窗口", "市", "住建", "x"],
      ],
    },
    { name: "旧数", hidden: true, rows: [header, ["W9", "2023-01", 5, 1]] },
    { name: "空", rows: [] },
  ]);
  const file = onlyFile(await sandbox.ingest());
  expect(
    file.tables.map(({ sheet, kind, note, rowsIn, accepted, ignored }) => [sheet, kind, note, rowsIn, accepted, ignored]).sort(),
  ).toEqual(
    [
      ["填表说明", null, "F121", 2, 0, []],
      ["一季度", "review_counts", null, 1, 1, []],
      ["名录", "windows", null, 1, 1, [{ header: "备注", nearest: null }]],
      ["旧数", null, "F122", 2, 0, []],
    ].sort(),
  );
  expect(countsOf(file)).toEqual([2, 2, 0, 0]);
  expect(await stored("window_id")).toEqual([{ window_id: "W1" }]);
});

test("a sheet that is nearly a table stops the file instead of being skipped", async () => {
  await sandbox.writeWorkbook("a.xlsx", [
    { name: "一", rows: [header, ["W1", "2023-01", 5, 1]] },
    {
      name: "二",
      rows: [
        ["窗口编码", "渠道", "办件量", "主动评价量"],
        ["W2", "x", 5, 1],
      ],
    },
  ]);
  const file = onlyFile(await sandbox.ingest());
  expect(file).toMatchObject({ state: "refused", errorCode: "F102", errorDetail: expect.stringContaining("二: 最接近“好差评统计”") });
  expect(file.errorDetail).toContain("统计月份");
  expect(await stored()).toEqual([]);
});

test.each([
  [
    "an identifying column and one other known header over rows",
    [
      ["窗口编号", "季度", "办件量"],
      ["W2", "一", 5],
    ],
    "refused",
  ],
  ["an identifying column and one other known header, but no row", [["窗口编号", "季度", "办件量"]], "loaded"],
  [
    "two known headers of which none identifies a row",
    [
      ["设区市", "办件量"],
      ["杭州市", 5],
    ],
    "loaded",
  ],
] as const)("a sheet with %s beside a table: the file is %s", async (_name, rows, state) => {
  await sandbox.writeWorkbook("a.xlsx", [
    { name: "一", rows: [header, ["W1", "2023-01", 5, 1]] },
    { name: "附", rows: rows.map((row) => [...row]) },
  ]);
  expect(onlyFile(await sandbox.ingest())).toMatchObject({ state, errorCode: state === "refused" ? "F102" : null });
});

test("a column that means nothing is named with the missing one that it resembles, and with none that is there", async () => {
  const columns = ["评价编号", "窗口编号", "渠道名称", "评价时间", "评价等级", "差评原因", "原因认定", "窗口编号说明", "备注"];
  sandbox.write("差评.csv", csv(columns, ["B1", "W1", "浙里办", "2024-02-01 10:00", 1, "慢", "非客观", "x", "y"]));
  expect(onlyFile(await sandbox.ingest()).tables[0]?.ignored).toEqual([
    { header: "渠道名称", nearest: "评价渠道" },
    { header: "窗口编号说明", nearest: null },
    { header: "备注", nearest: null },
  ]);
});

test("a value that is not allowed is reported with those that are: of the column, of the schemes' honours and domains", async () => {
  sandbox.write(
    "a.csv",
    csv(["年度", "窗口编号", "窗口名称", "层级", "领域"], [2023, "W1", "甲", "乡镇", "住建"], [2023, "W2", "乙", "县级", "气象"]),
  );
  sandbox.write("b.csv", csv(["申报编号", "年度", "荣誉", "申报对象编号"], ["A1", 2023, "绿旗窗口", "W1"]));
  const allowed = (await sandbox.ingest()).files.flatMap(({ problems }) => problems.map(({ field, allowed }) => [field, allowed]));
  expect(allowed).toEqual([
    ["level", ["省", "市", "县"]],
    ["domain", expect.arrayContaining(["住建", "住房公积金"])],
    ["honour", expect.arrayContaining(["红旗窗口"])],
  ]);
});

describe("a file that is not what it claims is refused alone", () => {
  const ole = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(512)]);
  test.each<[string, string, string | Uint8Array, string]>([
    ["text named .xlsx", "b.xlsx", "窗口编号,月份\n", "F106"],
    ["an archive named .csv", "b.csv", Buffer.from("PK\u0003\u0004rest"), "F106"],
    ["a truncated workbook", "b.xlsx", Buffer.from("PK\u0003\u0004rest"), "F107"],
    ["an old workbook", "b.xls", ole, "F105"],
    ["a workbook with a password", "b.xlsx", ole, "F116"],
    ["an empty file", "b.csv", "", "F110"],
    ["an empty workbook", "b.xlsx", "", "F110"],
    ["bytes that are no text", "b.csv", Buffer.from([0x8f, 0xff, 0x81, 0xff, 0x0a, 0xff, 0xff]), "F109"],
    [
      "two columns of one field",
      "b.csv",
      csv(["窗口编号", "月份", "年月", "办件量", "主动评价量"], ["W1", "2023-01", "2023-02", 1, 1]),
      "F114",
    ],
    ["a table without a required column", "b.csv", csv(["年度", "窗口编号", "窗口名称", "领域"], [2023, "W1", "示例", "住建"]), "F124"],
  ])("%s", async (_name, path, content, code) => {
    sandbox.write("a.csv", csv(header, ["W1", "2023-01", 5, 1]));
    sandbox.write(path, content);
    const [good, bad] = (await sandbox.ingest()).files;
    expect(good).toMatchObject({ state: "loaded", accepted: 1 });
    expect(bad).toMatchObject({ path, state: "refused", errorCode: code, rowsIn: 0 });
  });
});

test("a workbook that would unpack to gigabytes is not opened", async () => {
  const entry = (signature: number, size: number) => {
    const bytes = Buffer.alloc(size);
    bytes.writeUInt32LE(signature);
    return bytes;
  };
  const local = entry(0x04034b50, 30);
  const central = entry(0x02014b50, 46);
  central.writeUInt32LE(0xf0000000, 24);
  const end = entry(0x06054b50, 22);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  sandbox.write("bomb.xlsx", Buffer.concat([local, central, end]));
  expect(onlyFile(await sandbox.ingest())).toMatchObject({ state: "refused", errorCode: "F108" });
});

test("a sheet of thousands of rows is read like a small one, whatever its cells hold", async () => {
  const rows = Array.from({ length: 6000 }, (_, index) => [`W${index}`, index % 7 === 0 ? `甲,"乙"\n${index}` : `举措${index}`]);
  await sandbox.writeWorkbook("a.xlsx", [{ name: "新举措", rows: [["对象编号", "举措名称"], ...rows, ["W1", null]] }]);
  const file = onlyFile(await sandbox.ingest());
  expect(countsOf(file)).toEqual([6001, 6000, 1, 0]);
  expect(file.problems).toMatchObject([{ cell: "B6002", code: "D201" }]);
  expect(await sandbox.query("select subject_id, title, row_no from raw_innovations order by row_no")).toEqual(
    rows.map(([subject_id, title], index) => ({ subject_id, title, row_no: index + 2 })),
  );
});
