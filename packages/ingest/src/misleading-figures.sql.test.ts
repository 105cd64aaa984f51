import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { countsOf, csv, onlyFile, openSandbox, type Sandbox } from "./testing/sandbox.ts";

/** Cells that look right and are not: what is read as if nothing were wrong would be a wrong figure that nobody notices. */
let sandbox: Sandbox;
beforeEach(() => {
  sandbox = openSandbox();
});
afterEach(() => sandbox.dispose());

const counts = ["窗口编号", "统计月份", "评价渠道", "办件量", "主动评价量"];
const stored = () =>
  sandbox.query(
    "select window_id, channel, cases from raw_review_counts where superseded_by is null order by window_id, channel nulls first",
  );
const problems = async () => onlyFile(await sandbox.ingest()).problems.map(({ code, cell, value }) => [code, cell, value]);

test("a row of all channels is one, however it says so, and no total to be left out", async () => {
  sandbox.write(
    "a.csv",
    csv(
      counts,
      ["W1", "2023-01", "大厅", 60, 60],
      ["W1", "2023-01", "浙里办", 40, 40],
      ["W1", "2023-01", "全部", 100, 100],
      ["W2", "2023-01", "合计", 7, 7],
    ),
  );
  expect(countsOf(onlyFile(await sandbox.ingest()))).toEqual([4, 4, 0, 0]);
  expect(await stored()).toEqual([
    { window_id: "W1", channel: null, cases: 100 },
    { window_id: "W1", channel: "大厅", cases: 60 },
    { window_id: "W1", channel: "浙里办", cases: 40 },
    { window_id: "W2", channel: null, cases: 7 },
  ]);
});

test("a month that lost a digit is no day of 1955", async () => {
  sandbox.write("a.csv", csv(counts, ["W1", "20231", "", 5, 5], ["W2", "45000", "", 5, 5]));
  expect(await problems()).toEqual([["D205", "第2行·统计月份", "20231"]]);
  expect(await sandbox.query("select month from raw_review_counts")).toEqual([{ month: "2023-03-01" }]);
});

describe("a number that Excel has rounded", () => {
  const complaints = ["工单号", "窗口编号", "性质", "受理时间"];

  test("is no id of a text file", async () => {
    sandbox.write("a.csv", csv(complaints, ["2.0230E+16", "W1", "投诉", "2023-03-01"], ["2023-E+3", "W1", "投诉", "2023-03-01"]));
    expect(await problems()).toEqual([["D282", "第2行·工单号", "2.0230E+16"]]);
  });

  test("is no id of a workbook, while one with fifteen digits is", async () => {
    await sandbox.writeWorkbook("a.xlsx", [
      {
        name: "投诉",
        rows: [complaints, [Number("20230101123456789"), "W1", "投诉", "2023-03-01"], [202301011234567, "W1", "投诉", "2023-03-01"]],
      },
    ]);
    expect(await problems()).toEqual([["D282", "A2", expect.stringMatching(/^2\.02301011234567\d*e\+16$/)]]);
    expect(await sandbox.query("select complaint_id from raw_complaints")).toEqual([{ complaint_id: "202301011234567" }]);
  });
});

test("counts in ten thousands and in shares are not taken for counts: the columns are named as not used", async () => {
  sandbox.write(
    "a.csv",
    csv(["窗口编号", "统计月份", "办件量（万件）", "主动评价量（条）", "非常满意（%）"], ["W1", "2023-01", 7, 50, 95]),
  );
  const file = onlyFile(await sandbox.ingest());
  expect(file.tables[0]?.ignored.map(({ header }) => header)).toEqual(["办件量（万件）", "非常满意（%）"]);
  expect(await sandbox.query("select cases, active_reviews, level_5 from raw_review_counts")).toEqual([
    { cases: null, active_reviews: 50, level_5: null },
  ]);
});

describe("a grader's blank in a later file", () => {
  const header = ["申报编号", "荣誉", "轮次", "评委编号", "评分项目", "条款", "扣分"];
  const sheet = (first: string, second: string) =>
    csv(
      header,
      ...[["plan", first] as const, ["publicity", second] as const].map(([clause, points]) => [
        "A1",
        "红旗窗口",
        "初审",
        "G1",
        "组织领导",
        clause,
        points,
      ]),
    );
  const scores = () => sandbox.query("select clause, points_c from raw_scores where superseded_by is null order by clause");

  test("does not take away a score: two sheets filled by half are one filled whole, whichever came first", async () => {
    sandbox.write("a.csv", sheet("3", ""));
    await sandbox.ingest();
    sandbox.write("b.csv", sheet("", "0"));
    const { totals } = await sandbox.ingest();
    expect(totals).toMatchObject({ rowsIn: 4, accepted: 2, rejected: 0, superseded: 2 });
    expect(await scores()).toEqual([
      { clause: "plan", points_c: 300 },
      { clause: "publicity", points_c: 0 },
    ]);
  });

  test("gives way to the score again when the file between is undone, and stays blank where nobody scored", async () => {
    sandbox.write("a.csv", sheet("3", ""));
    sandbox.write("b.csv", sheet("0", ""));
    sandbox.write("c.csv", sheet("", ""));
    await sandbox.ingest();
    expect(await scores()).toEqual([
      { clause: "plan", points_c: 0 },
      { clause: "publicity", points_c: null },
    ]);
    sandbox.write("b.csv", sheet("", ""));
    await sandbox.ingest();
    expect(await scores()).toEqual([
      { clause: "plan", points_c: 300 },
      { clause: "publicity", points_c: null },
    ]);
  });
});
