import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { merge, workbook } from "../testing/corpus/counts.ts";
import { csv, openSandbox, type Sandbox } from "../testing/sandbox.ts";
import { undoDocument } from "../undo.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = openSandbox();
});
afterEach(() => sandbox.dispose());

const register = csv(["名录年度", "窗口编号", "窗口名称", "设区市", "层级", "领域"], [2023, "W1", "示例窗口", "示例市", "市", "住建"]);
const form = (deeds: string) =>
  workbook({
    name: "申报表",
    rows: [["2023年度红旗窗口申报表"], ["窗口名称", "示例窗口"], ["主要事迹", deeds], ["窗口主管单位意见", "同意\n2023年8月2日"]],
  })();
const list = workbook({
  name: "推荐表",
  rows: [["2023年红旗窗口推荐汇总表"], ["序号", "窗口名称", "主管单位"], [1, "示例窗口", "示例局"]],
  merges: [merge("A1:C1")],
});
const applications = () =>
  sandbox.query(
    `select application_id, deeds, unit, path, superseded_by is null as counts from raw_applications join ingest_file using (file_id) order by seq`,
  );
const id = "2023-red-flag-window-W1";

describe("a form names its subject", () => {
  test("in a register that comes with it, whichever is first by name", async () => {
    sandbox.write("a.xlsx", await form("甲"));
    sandbox.write("b.csv", register);
    await sandbox.ingest();
    expect(await applications()).toMatchObject([{ application_id: id, counts: true }]);
  });

  test("in a register that comes later: until then its row is rejected, and loading it again changes nothing", async () => {
    sandbox.write("a.xlsx", await form("甲"));
    const [file] = (await sandbox.ingest()).files;
    expect(file).toMatchObject({ state: "loaded", rejected: 1, problems: [{ code: "D256", cell: "B2", value: "示例窗口" }] });
    expect((await sandbox.ingest()).changed).toBe(false);
    sandbox.write("b.csv", register);
    const again = await sandbox.ingest();
    expect(again.files.find(({ path }) => path === "a.xlsx")).toMatchObject({ state: "loaded", accepted: 1, rejected: 0 });
    expect((await sandbox.ingest()).changed).toBe(false);
  });

  test("in the register of the same workbook", async () => {
    sandbox.write(
      "a.xlsx",
      await workbook(
        { name: "申报表", rows: [["2023年度红旗窗口申报表"], ["窗口名称", "示例窗口"], ["主要事迹", "甲"], ["单位意见", "同意"]] },
        {
          name: "名录",
          rows: register
            .trim()
            .split("\n")
            .map((line) => line.split(",")),
        },
      )(),
    );
    await sandbox.ingest();
    expect(await applications()).toMatchObject([{ application_id: id, counts: true }]);
  });
});

test("an application that already has a number keeps it, and a score sheet finds it", async () => {
  sandbox.write("a.csv", register);
  sandbox.write("b.csv", csv(["申报编号", "年度", "荣誉", "申报对象编号"], ["SB-7", 2023, "红旗窗口", "W1"]));
  sandbox.write(
    "c.xlsx",
    await workbook({
      name: "评分表",
      rows: [["2023年红旗窗口评分表"], ["窗口名称：示例窗口  评委：G1  轮次：初审"], ["考核项目", "分值", "考核分"], ["组织领导", 10, 10]],
    })(),
  );
  await sandbox.ingest();
  expect(await sandbox.query("select distinct application_id from raw_scores")).toEqual([{ application_id: "SB-7" }]);
});

test("what the rows of a form leave out is noted at a cell of the form", async () => {
  sandbox.write("a.csv", register);
  sandbox.write("b.csv", csv(["申报编号", "年度", "荣誉", "申报对象编号"], ["SB-7", 2023, "红旗窗口", "W1"]));
  sandbox.write(
    "c.xlsx",
    await workbook({
      name: "评分表",
      rows: [
        ["2023年红旗窗口评分表"],
        ["窗口名称", "示例窗口", "评委", "G1", "轮次", "初审"],
        ["考核项目", "分值", "考核分"],
        ["组织领导", 10, 10],
      ],
    })(),
  );
  await sandbox.ingest({ compare: true });
  expect(await sandbox.query("select cell, code, value from ingest_problem where origin = 'store' and sheet = '评分表'")).toEqual([
    { cell: "D2", code: "D269", value: "SB-7 initial G1 · 2 / 4" },
  ]);
});

describe("a nominee of a list whose application is there is not taken in twice", () => {
  const counting = async () => (await applications()).filter(({ counts }) => counts);

  test.each([
    ["before", ["1.xlsx", "2.xlsx"]],
    ["behind", ["2.xlsx", "1.xlsx"]],
  ] as const)("when the list is %s it by name", async (_name, [listPath, formPath]) => {
    sandbox.write("0.csv", register);
    sandbox.write(listPath, await list());
    sandbox.write(formPath, await form("甲"));
    expect((await sandbox.ingest()).totals).toMatchObject({ rowsIn: 3, accepted: 2, superseded: 1 });
    expect(await counting()).toMatchObject([{ application_id: id, deeds: "甲", path: formPath }]);
  });

  test("when the list comes later; and it is once the application is gone", async () => {
    sandbox.write("0.csv", register);
    sandbox.write("1.xlsx", await form("甲"));
    await sandbox.ingest();
    sandbox.write("2.xlsx", await list());
    const file = (await sandbox.ingest()).files.find(({ path }) => path === "2.xlsx");
    expect(file).toMatchObject({ rowsIn: 0, problems: [{ code: "F138", cell: "B3", severity: "warning" }] });
    expect(await counting()).toMatchObject([{ deeds: "甲" }]);
    expect((await sandbox.ingest()).changed).toBe(false);
    await undoDocument({ storePath: sandbox.storePath, path: "1.xlsx" });
    await sandbox.ingest();
    expect(await counting()).toMatchObject([{ application_id: id, unit: "示例局", path: "2.xlsx" }]);
  });

  test("also when the list is corrected and handed in again", async () => {
    sandbox.write("0.csv", register);
    sandbox.write("1.xlsx", await list());
    await sandbox.ingest();
    sandbox.write(
      "1.xlsx",
      await workbook({
        name: "推荐表",
        rows: [["2023年红旗窗口推荐汇总表"], ["序号", "窗口名称", "主管单位"], [1, "示例窗口", "更名局"]],
      })(),
    );
    await sandbox.ingest();
    expect(await applications()).toMatchObject([
      { unit: "示例局", counts: false },
      { unit: "更名局", counts: true },
    ]);
  });
});

test("each value of a form is known by the whole cell that it stands in", async () => {
  sandbox.write("a.csv", register);
  sandbox.write("b.xlsx", await form("甲"));
  await sandbox.ingest();
  const places = await sandbox.query<{ field: string; place: string }>(
    "select field, place from ingest_column where kind = 'applications' and field in ('deeds', 'subject_name', 'opinion_unit_on', 'application_id') order by field",
  );
  expect(places).toEqual([
    { field: "application_id", place: "B2" },
    { field: "deeds", place: "B3" },
    { field: "opinion_unit_on", place: "B4" },
    { field: "subject_name", place: "B2" },
  ]);
});
