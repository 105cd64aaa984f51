import { afterEach, beforeEach, expect, test } from "vitest";
import { csv, openSandbox, type Sandbox } from "./testing/sandbox.ts";
import { testCodes } from "./testing/test-codes.ts";
import { redoDocument, undoDocument } from "./undo.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = openSandbox();
});
afterEach(() => sandbox.dispose());

const load = (into = sandbox) => into.ingest({ compare: true });
const found = (from = sandbox) =>
  from
    .query<{ problem: string }>(
      `select concat_ws(' ', path, sheet, cell, code, value) as problem from ingest_problem join ingest_file using (file_id)
      where origin = 'store' order by 1`,
    )
    .then((rows) => rows.map(({ problem }) => problem));
const balances = (from = sandbox) => from.query("select * from ingest_account where rows_in <> accepted + rejected + superseded");

const registerOf = (...windows: readonly (readonly string[])[]) =>
  csv(["名录年度", "窗口编号", "窗口名称", "设区市", "县(市、区)", "层级", "领域", "启用日期", "停用日期"], ...windows);
const windowRow = (id: string, county = "西湖区", opened = "", closed = "") => [
  "2023",
  id,
  "示例窗口",
  "杭州市",
  county,
  "县级",
  "住建",
  opened,
  closed,
];
const countsHeader = ["窗口编号", "统计月份", "评价渠道", "办件量", "主动评价量", "好评数", "差评数"];
const applications = ["申报编号", "方案编号", "年度", "荣誉", "申报对象编号", "自评·组织领导", "自评·政务服务规范化"];
const scores = ["申报编号", "轮次", "评委编号", "评分项目", "条款", "扣分"];

test("rows that name windows are not noted one by one while nobody has handed in a register", async () => {
  sandbox.write("a.csv", csv(countsHeader, ["W1", "2023-09", "", "5", "1", "1", "0"], ["W2", "2023-09", "", "5", "1", "1", "0"]));
  await load();
  expect(await found()).toEqual([]);
});

test("a window that no register has is noted at its cell, and the note goes when the register comes", async () => {
  sandbox.write("0.csv", registerOf(windowRow("W9")));
  await sandbox.writeWorkbook("a.xlsx", [
    { name: "统计", rows: [["示例市"], countsHeader, ["W1", "2023-09", null, 5, 1, 1, 0], ["W2", "2023-09", null, 5, 1, 1, 0]] },
  ]);
  const { files } = await load();
  expect(await found()).toEqual(["a.xlsx 统计 A3 D262 W1 · 2023-09", "a.xlsx 统计 A4 D262 W2 · 2023-09"]);
  expect(files.find(({ path }) => path === "a.xlsx")).toMatchObject({ accepted: 2, rejected: 0, problemCount: 2 });
  sandbox.write("b.csv", registerOf(windowRow("W1")));
  expect((await load()).changed).toBe(true);
  expect(await found()).toEqual(["a.xlsx 统计 A4 D262 W2 · 2023-09"]);
  expect((await load()).changed).toBe(false);
});

test("an application, a person and a subject that nobody knows are noted where they are named", async () => {
  sandbox.write("0.csv", registerOf(windowRow("W1")));
  sandbox.write("1.csv", csv(["年度", "人员编号", "姓名", "窗口编号"], ["2023", "P1", "职员甲0001", "W1"]));
  sandbox.write("2.csv", csv(applications, ["A1", "zhejiang-2023", "2023", "红旗窗口", "W1", "", ""]));
  sandbox.write("b.csv", csv(["工单号", "窗口编号", "人员编号", "性质", "受理时间"], ["C1", "W9", "P9", "投诉", "2023-03-01"]));
  sandbox.write("c.csv", csv(["对象编号", "荣誉名称", "级别", "授予日期"], ["W8", "示例荣誉", "市级", "2022-12-30"]));
  sandbox.write(
    "a.csv",
    csv([...scores, "方案编号", "荣誉"], ["A9", "初审", "G1", "组织领导", "方案与保障", "3", "zhejiang-2023", "红旗窗口"]),
  );
  await load();
  expect(await found()).toEqual([
    "a.csv  第2行·申报编号 D262 A9 · G1",
    "a.csv  第2行·评委编号 D269 A9 initial G1 · 1 / 4",
    "b.csv  第2行·人员编号 D262 C1 · P9",
    "b.csv  第2行·窗口编号 D262 C1 · W9",
    "c.csv  第2行·对象编号 D262 示例荣誉 · W8",
  ]);
});

test("a district abolished in 2021 and a county of another city are noted, of windows of that year and not before", async () => {
  sandbox.write("a.csv", registerOf(windowRow("W1", "下城区"), windowRow("W2", "海曙区"), windowRow("W3")));
  sandbox.write("b.csv", registerOf(["2020", ...windowRow("W4", "下城区").slice(1)]));
  await load();
  expect(await found()).toEqual([
    "a.csv  第2行·县(市、区) D263 W1 2023 · 330103 下城区 杭州市",
    "a.csv  第3行·设区市 D263 W2 2023 · county 杭州市 海曙区",
  ]);
});

test("counts of a month in which a window is not open, channels that do not add up, and bad reviews that are not listed are noted", async () => {
  sandbox.write("a.csv", registerOf(windowRow("W1", "西湖区", "2023-03-15", "2023-06-10"), windowRow("W2")));
  const month = (window: string, when: string, channel: string, bad: number) => [
    window,
    when,
    channel,
    "9",
    "5",
    String(5 - bad),
    String(bad),
  ];
  sandbox.write(
    "b.csv",
    csv(
      countsHeader,
      month("W1", "2023-02", "", 0),
      month("W1", "2023-03", "", 0),
      month("W1", "2023-07", "", 0),
      month("W2", "2023-01", "", 1),
      month("W2", "2023-02", "", 2),
      month("W2", "2023-02", "浙里办", 0),
    ),
  );
  sandbox.write(
    "c.csv",
    csv(
      ["评价编号", "窗口编号", "评价时间", "评价等级", "原因认定"],
      ["R1", "W2", "2023-01-05", "1", "客观"],
      ["R2", "W2", "2023-02-05", "1", "客观"],
    ),
  );
  await load();
  expect(await found()).toEqual([
    "b.csv  第2行·统计月份 D264 W1 2023-02 · 2023-03-15 – 2023-06-10",
    "b.csv  第4行·统计月份 D264 W1 2023-07 · 2023-03-15 – 2023-06-10",
    "b.csv  第6行·办件量 D266 W2 2023-02 · 差评数 2，各渠道之和 0",
    "b.csv  第6行·差评数 D267 W2 2023-02 · 差评数 2，明细 1 条",
  ]);
});

test("counts are held against bad reviews among all reviews at once, not only when the folder is read again", async () => {
  sandbox.write("a.csv", registerOf(windowRow("W1")));
  sandbox.write("b.csv", csv(countsHeader, ["W1", "2023-01", "", "9", "5", "3", "2"]));
  sandbox.write(
    "c.csv",
    csv(
      ["评价编号", "办件编号", "窗口编号", "评价渠道", "评价等级", "评价时间", "默认评价"],
      ["R1", "B1", "W1", "大厅", "1", "2023-01-05 10:00", "否"],
    ),
  );
  await load();
  const noted = ["b.csv  第2行·差评数 D267 W1 2023-01 · 差评数 2，明细 1 条"];
  expect(await found()).toEqual(noted);
  expect((await load()).changed).toBe(false);
  expect(await found()).toEqual(noted);
  await undoDocument({ storePath: sandbox.storePath, path: "c.csv", codes: testCodes });
  expect(await found()).toEqual([]);
});

test("a month handed in twice with different figures is said at the row that counts, and only while both documents are there", async () => {
  sandbox.write("a.csv", csv(countsHeader, ["W1", "2023-01", "", "9", "5", "5", "0"], ["W1", "2023-02", "", "9", "5", "5", "0"]));
  sandbox.write("b.csv", csv(countsHeader, ["W1", "2023-01", "", "9", "5", "4", "1"], ["W1", "2023-02", "", "9", "5", "5", "0"]));
  sandbox.write("c.csv", registerOf(windowRow("W1")));
  await load();
  expect(await found()).toEqual(["b.csv  第2行·统计月份 D265 W1 2023-01 · a.csv: 好评数 5 → 4；差评数 0 → 1"]);
  sandbox.write("a.csv", csv(countsHeader, ["W1", "2023-01", "", "9", "5", "4", "1"]));
  await load();
  expect((await found()).filter((problem) => problem.includes("D265"))).toEqual([]);
});

test("two sheets under one grader's id, a sheet filled in half, and self scores for some items are noted", async () => {
  sandbox.write("a.csv", registerOf(windowRow("W1")));
  sandbox.write("b.csv", csv(applications, ["A1", "zhejiang-2023", "2023", "红旗窗口", "W1", "9", ""]));
  const sheet = (...points: readonly string[]) =>
    csv(
      scores,
      ...[
        ["组织领导", "方案与保障"],
        ["组织领导", "宣传与自查"],
        ["政务服务规范化", "亮明身份"],
        ["政务服务廉洁化", "依法行政"],
      ].map(([item = "", clause = ""], index) => ["A1", "初审", "G1", item, clause, points[index] ?? ""]),
    );
  sandbox.write("c.csv", sheet("0", "0", "0", ""));
  await load();
  expect(await found()).toEqual([
    "b.csv  第2行·申报编号 D268 A1 · 政务服务规范化、政务服务廉洁化",
    "c.csv  第2行·评委编号 D269 A1 initial G1 · 3 / 4",
  ]);
  sandbox.write("d.csv", sheet("3", "0", "0", "0"));
  await load();
  expect(await found()).toEqual([
    "b.csv  第2行·申报编号 D268 A1 · 政务服务规范化、政务服务廉洁化",
    "d.csv  第2行·评委编号 D265 A1 initial G1 · c.csv: 1 处分数不同",
  ]);
});

const changes = ["原窗口编号", "现窗口编号", "变更类型", "变更日期"];

test("changes of windows that run in a circle, contradict one another or do not fit the registers are noted at their cells", async () => {
  sandbox.write("a.csv", registerOf(windowRow("W1"), windowRow("W2"), windowRow("W3"), windowRow("W4")));
  sandbox.write("b.csv", csv(changes, ["W1", "W2", "重新编号", "2023-01-01"], ["W2", "W1", "合并", "2023-06-01"]));
  sandbox.write("c.csv", csv(changes, ["W3", "W4", "合并", "2023-05-01"], ["W3", "", "撤销", "2023-05-01"]));
  sandbox.write("d.csv", csv(changes, ["W8", "W4", "合并", "2022-05-01"], ["W4", "W9", "重新编号", "2022-05-01"]));
  await load();
  expect(await found()).toEqual([
    "b.csv  第2行·现窗口编号 D272 W1 → W2 · 2023-01-01",
    "b.csv  第3行·现窗口编号 D272 W2 → W1 · 2023-06-01",
    "c.csv  第2行·变更类型 D273 W3 · merged W4 2023-05-01",
    "c.csv  第3行·变更类型 D273 W3 · closed 2023-05-01",
    "d.csv  第2行·原窗口编号 D274 W8 · 名录中没有 W8",
    "d.csv  第3行·原窗口编号 D274 W4 · renumbered 2022-05-01 2023",
    "d.csv  第3行·原窗口编号 D274 W4 · 名录中没有 W9",
  ]);
});

test("a register that is undone leaves its windows unknown again, and known once it is brought back", async () => {
  sandbox.write("a.csv", csv(countsHeader, ["W1", "2023-09", "", "5", "1", "1", "0"]));
  sandbox.write("b.csv", registerOf(windowRow("W1")));
  sandbox.write("c.csv", registerOf(windowRow("W2")));
  await load();
  expect(await found()).toEqual([]);
  const register = { storePath: sandbox.storePath, path: "b.csv", codes: testCodes };
  await undoDocument(register);
  expect(await found()).toEqual(["a.csv  第2行·窗口编号 D262 W1 · 2023-09"]);
  await redoDocument(register);
  expect(await found()).toEqual([]);
});

test("the same files give the same notes whatever came first, and the account balances", async () => {
  const files: readonly (readonly [string, string])[] = [
    ["a.csv", registerOf(windowRow("W1", "下城区"), windowRow("W2"))],
    ["b.csv", csv(countsHeader, ["W1", "2023-01", "", "9", "5", "4", "1"], ["W9", "2023-01", "", "9", "5", "5", "0"])],
    ["c.csv", csv(["评价编号", "窗口编号", "评价时间", "评价等级", "原因认定"], ["R1", "W7", "2023-01-05", "1", "客观"])],
  ];
  const other = openSandbox();
  try {
    for (const [path, content] of files) {
      sandbox.write(path, content);
      await load();
    }
    for (const [path, content] of [...files].reverse()) {
      other.write(path, content);
      await load(other);
    }
    expect(await found()).toHaveLength(4);
    expect(await found(other)).toEqual(await found());
    expect([await balances(), await balances(other)]).toEqual([[], []]);
  } finally {
    other.dispose();
  }
});
