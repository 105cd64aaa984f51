import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countsOf, csv, onlyFile, openSandbox, type Sandbox } from "./testing/sandbox.ts";
import { testCodes } from "./testing/test-codes.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = openSandbox();
});
afterEach(() => sandbox.dispose());

const header = ["申报编号", "荣誉", "轮次", "评委编号", "评分项目", "条款", "评分类型", "扣分", "给分", "扣分原因", "佐证"];
type Cell = string | number | null;
/** Rows of one grader's sheet: honour, item, clause, kind, deducted, given, reason, evidence. */
const sheet = (...rows: Cell[][]) =>
  csv(header, ...rows.map((row) => header.map((_, column) => ["A1", row[0], "初审", "G1", ...row.slice(1)][column] ?? null)));
const stored = () => sandbox.query("select item, clause, kind, points_c from raw_scores order by row_no");
const codes = async () => onlyFile(await sandbox.ingest()).problems.map(({ code, field }) => [code, field]);

test("items and clauses are found by id, label, number and label, or a clause's number", async () => {
  sandbox.write(
    "a.csv",
    sheet(
      ["红旗窗口", "organisation", "plan", "扣分", 3],
      ["红旗窗口", "组织领导", "2", "扣分", 0],
      [null, "2、政务服务规范化", "（1）亮明身份", null, "５"],
      ["服务先锋", "廉洁自律过硬", null, "给分", null, "18.5"],
      ["服务先锋", "integrity", null, null, null, 19],
      ["红旗窗口", "integrity", "lawful", null, 5],
    ),
  );
  const file = onlyFile(await sandbox.ingest());
  expect(file.problems.map(({ code, rowNo }) => [code, rowNo])).toEqual([
    ["D212", 5],
    ["D212", 6],
  ]);
  expect(await stored()).toEqual([
    { item: "organisation", clause: "plan", kind: "fixed", points_c: 300 },
    { item: "organisation", clause: "publicity", kind: "fixed", points_c: 0 },
    { item: "conduct", clause: "identity", kind: "fixed", points_c: 500 },
    { item: "integrity", clause: "lawful", kind: "fixed", points_c: 500 },
  ]);
});

test("a blank score is not zero: the row is kept as not yet scored", async () => {
  sandbox.write("a.csv", sheet(["红旗窗口", "组织领导", "plan", "扣分", null], ["服务先锋", "政治素质过硬", null, "给分", null, null]));
  expect(countsOf(onlyFile(await sandbox.ingest()))).toEqual([2, 2, 0, 0]);
  expect(await stored()).toEqual([
    { item: "organisation", clause: "plan", kind: "fixed", points_c: null },
    { item: "politics", clause: null, kind: "graded", points_c: null },
  ]);
});

describe("what the rubric does not allow is rejected", () => {
  test.each<[string, Cell[], [string, string][]]>([
    ["an unknown item", ["红旗窗口", "组织", "plan", "扣分", 3], [["D241", "item"]]],
    ["an item id that two honours share, without the honour", [null, "integrity", null, "给分", null, 5], [["D241", "item"]]],
    ["a clause of another item", ["红旗窗口", "组织领导", "identity", "扣分", 3], [["D242", "clause"]]],
    ["a fixed deduction without a clause", ["红旗窗口", "组织领导", null, "扣分", 3], [["D242", "clause"]]],
    ["a graded item with a clause", ["服务先锋", "政治素质过硬", "x", "给分", null, 5], [["D242", "clause"]]],
    ["the bonus", ["红旗窗口", "加分事项", null, "给分", null, 8], [["D243", "item"]]],
    ["another amount than the clause's", ["红旗窗口", "组织领导", "plan", "扣分", 2], [["D244", "deducted"]]],
    ["a deduction beyond the item", ["红旗窗口", "政务服务规范化", "identity", "扣分", 25], [["R214", "deducted"]]],
    ["points beyond the item", ["服务先锋", "政治素质过硬", null, "给分", null, 21], [["R214", "given"]]],
    [
      "a discretionary deduction beyond the item",
      ["红旗窗口", "组织领导", null, "酌情扣分", 11, null, "原因", "照片1"],
      [["R214", "deducted"]],
    ],
    ["a discretionary deduction of nothing", ["红旗窗口", "组织领导", null, "酌情扣分", 0, null, "原因", "照片1"], [["D245", "deducted"]]],
    [
      "a discretionary deduction without a reason",
      ["红旗窗口", "组织领导", null, "酌情扣分", 1, null, null, "照片1"],
      [["D245", "reason"]],
    ],
    [
      "a discretionary deduction without evidence",
      ["红旗窗口", "组织领导", null, "酌情扣分", 1, null, "原因", null],
      [["D245", "evidence"]],
    ],
    ["a deduction from a graded item", ["服务先锋", "政治素质过硬", null, "扣分", 5], [["D246", "kind"]]],
    ["points given in the column of deductions", ["服务先锋", "政治素质过硬", null, "给分", 5], [["D247", "deducted"]]],
  ])("%s", async (_name, row, problems) => {
    sandbox.write("a.csv", sheet(row));
    expect(await codes()).toEqual(problems);
    expect(await stored()).toEqual([]);
  });
});

test("a discretionary deduction with amount, reason and evidence is accepted, with or without a clause", async () => {
  sandbox.write(
    "a.csv",
    sheet(
      ["红旗窗口", "组织领导", null, "酌情扣分", "0.5", null, "台账不全", "照片1"],
      ["红旗窗口", "组织领导", "plan", "酌情扣分", 1, null, "方案过期", "附件2"],
    ),
  );
  expect(await codes()).toEqual([]);
  expect(await stored()).toMatchObject([
    { points_c: 50, clause: null },
    { points_c: 100, clause: "plan" },
  ]);
});

test("in a workbook the stored score names the cell it came from, and a rejected one the cell at fault", async () => {
  await sandbox.writeWorkbook("panel.xlsx", [
    {
      name: "窗口",
      rows: [
        ["评分表（示例）"],
        header,
        ["A1", "红旗窗口", "初审", "G1", "组织领导", "plan", "扣分", 3],
        ["A1", "红旗窗口", "初审", "G1", "政务服务规范化", "1", "扣分", 25],
      ],
    },
    { name: "人员", rows: [header, ["A2", "服务先锋", "初审", "G1", "政治素质过硬", null, "给分", null, 18]] },
  ]);
  const file = onlyFile(await sandbox.ingest());
  expect(countsOf(file)).toEqual([3, 2, 1, 0]);
  expect(file.problems).toMatchObject([{ sheet: "窗口", cell: "H4", code: "R214", value: "25" }]);
  expect(await sandbox.query("select sheet, cell, points_c from raw_scores order by sheet desc")).toEqual([
    { sheet: "窗口", cell: "H3", points_c: 300 },
    { sheet: "人员", cell: "I2", points_c: 1800 },
  ]);
});

test("one grader may take points off an item for two reasons; one reason with two amounts is a contradiction", async () => {
  sandbox.write(
    "a.csv",
    sheet(
      ["红旗窗口", "组织领导", null, "酌情扣分", "0.5", null, "台账不全", "照片1"],
      ["红旗窗口", "组织领导", null, "酌情扣分", 1, null, "方案过期", "附件2"],
      ["红旗窗口", "政务服务规范化", null, "酌情扣分", 1, null, "用语不规范", "照片3"],
      ["红旗窗口", "政务服务规范化", null, "酌情扣分", 2, null, "用语不规范", "照片3"],
    ),
  );
  expect(countsOf(onlyFile(await sandbox.ingest()))).toEqual([4, 2, 2, 0]);
  expect(await stored()).toMatchObject([{ points_c: 50 }, { points_c: 100 }]);
});

describe("self scores", () => {
  const columns = [
    "申报编号",
    "年度",
    "荣誉",
    "申报对象编号",
    "自评·组织领导",
    "自评分（政务服务规范化）",
    "自评·政治素质过硬",
    "自评·创新",
  ];

  test("become a row an item, with the application's lineage and their own cell", async () => {
    await sandbox.writeWorkbook("a.xlsx", [
      {
        name: "申报",
        rows: [columns, ["A1", 2023, "红旗窗口", "W1", 9.5, 20, null, 3], ["A2", 2023, "服务先锋", "P1", null, null, 19, null]],
      },
    ]);
    const file = onlyFile(await sandbox.ingest());
    expect(file.problems).toMatchObject([
      { code: "F123", cell: "H1", severity: "warning" },
      { code: "D248", cell: "H2" },
    ]);
    expect(await sandbox.query("select application_id, item, self_score_c, cell, row_no from raw_self_scores order by all")).toEqual([
      { application_id: "A2", item: "politics", self_score_c: 1900, cell: "G3", row_no: 3 },
    ]);
  });

  test("must lie within the item and belong to the honour applied for", async () => {
    sandbox.write(
      "a.csv",
      csv(
        columns.slice(0, 7),
        ["A1", 2023, "红旗窗口", "W1", 11, 20, null],
        ["A2", 2023, "服务先锋", "P1", 5, null, 19],
        ["A3", 2023, "红旗窗口", "W2", 10, 0, null],
      ),
    );
    const file = onlyFile(await sandbox.ingest());
    expect(countsOf(file)).toEqual([3, 1, 2, 0]);
    expect(file.problems.map(({ code, cell }) => [code, cell])).toEqual([
      ["R214", "第2行·自评·组织领导"],
      ["D248", "第3行·自评·组织领导"],
    ]);
    expect(await sandbox.query("select item, self_score_c from raw_self_scores order by 1")).toEqual([
      { item: "conduct", self_score_c: 0 },
      { item: "organisation", self_score_c: 1000 },
    ]);
  });
});

describe("with two editions that have one honour", () => {
  const [item] = testCodes.items;
  const bothEditions = {
    ...testCodes,
    honours: [...testCodes.honours, { scheme: "zhejiang-2024", honour: "red-flag-window", label: "红旗窗口" }],
    items: item ? [...testCodes.items, { ...item, scheme: "zhejiang-2024" }] : [],
    clauses: testCodes.clauses.flatMap((clause) =>
      clause.clause === "plan" ? [clause, { ...clause, scheme: "zhejiang-2024", deductHundredths: 200 }] : [clause],
    ),
  };
  const applications = csv(["申报编号", "方案编号", "年度", "荣誉", "申报对象编号"], ["A1", "zhejiang-2024", 2024, "红旗窗口", "W1"]);
  const row: Cell[] = ["红旗窗口", "组织领导", "plan", "扣分", 2];

  test("the edition that the application names decides", async () => {
    sandbox.write("1.csv", applications);
    sandbox.write("2.csv", sheet(row));
    expect((await sandbox.ingest({ codes: bothEditions })).files.flatMap(({ problems }) => problems)).toEqual([]);
    expect(await sandbox.query("select scheme_id, honour, clause, points_c from raw_scores")).toEqual([
      { scheme_id: "zhejiang-2024", honour: "red-flag-window", clause: "plan", points_c: 200 },
    ]);
  });

  test("the honour may be left to the application too", async () => {
    sandbox.write("1.csv", applications);
    sandbox.write("2.csv", sheet([null, ...row.slice(1)]));
    await sandbox.ingest({ codes: bothEditions });
    expect(await stored()).toMatchObject([{ clause: "plan", points_c: 200 }]);
  });

  test("without an application and an edition nobody knows what the sheet may say", async () => {
    sandbox.write("2.csv", sheet(row));
    expect((await sandbox.ingest({ codes: bothEditions })).files[0]?.problems).toMatchObject([{ code: "D241", field: "item" }]);
  });

  test("a row that names its edition needs no application", async () => {
    sandbox.write(
      "2.csv",
      csv([...header, "方案编号"], ["A1", "红旗窗口", "初审", "G1", ...row.slice(1), null, null, null, "zhejiang-2023"]),
    );
    expect((await sandbox.ingest({ codes: bothEditions })).files[0]?.problems).toMatchObject([{ code: "D244", value: "2" }]);
  });
});
