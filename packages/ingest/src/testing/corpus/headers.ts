import type { CorpusCase } from "./case.ts";
import { counted, header, merge, workbook } from "./counts.ts";

const levels = ["非常满意", "满意", "基本满意", "不满意", "非常不满意"];
const levelRow = { window_id: "W1", month: "2023-09-01", active_reviews: 15, level_5: 5, level_4: 4, level_3: 3, level_2: 2, level_1: 1 };

/** Headers that stand further down, over several rows, or are written as people write them. */
export const headerCases: readonly CorpusCase[] = [
  {
    name: "a title, the reporting unit and blank rows stand above the header",
    file: "headers/title-rows.xlsx",
    bytes: workbook({
      rows: [["示例市政务服务好差评统计表"], [], ["填报单位：示例单位", null, null, "2023年10月8日"], [], header, ["W1", "2023-09", 5, 1]],
      merges: [merge("A1:D1")],
    }),
    expect: { state: "loaded", rows: { review_counts: [{ ...counted("W1", "2023-09", 5, 1), row_no: 6 }] } },
  },
  {
    name: "a header of two rows is merged down where there is nothing to tell apart and across over the five levels",
    file: "headers/two-rows.xlsx",
    bytes: workbook({
      rows: [
        ["窗口编号", "统计月份", "主动评价量", "评价情况", null, null, null, null],
        [null, null, null, ...levels],
        ["W1", "2023-09", 15, 5, 4, 3, 2, 1],
        ["W2", "2023-09", 15, 5, 4, 3, 2, "x"],
      ],
      merges: ["A1:A2", "B1:B2", "C1:C2", "D1:H1"].map(merge),
    }),
    expect: { state: "loaded", rows: { review_counts: [levelRow] }, problems: [["统计!H4", "D202"]] },
  },
  {
    name: "a header of three rows is read by its lowest texts",
    file: "headers/three-rows.xlsx",
    bytes: workbook({
      rows: [
        ["窗口编号", "统计月份", "评价", null, null, null, null, null],
        [null, null, "总量", "评价情况", null, null, null, null],
        [null, null, "主动评价量", ...levels],
        ["W1", "2023-09", 15, 5, 4, 3, 2, 1],
      ],
      merges: ["A1:A3", "B1:B3", "C1:H1", "D2:H2"].map(merge),
    }),
    expect: { state: "loaded", rows: { review_counts: [{ ...levelRow, row_no: 4 }] } },
  },
  {
    name: "a header of two rows without a merge leaves blanks below and beside its texts",
    file: "headers/two-rows-unmerged.xlsx",
    bytes: workbook({
      rows: [
        ["窗口编号", "统计月份", "主动评价量", "评价情况"],
        [null, null, null, ...levels],
        ["W1", "2023-09", 15, 5, 4, 3, 2, 1],
      ],
    }),
    expect: { state: "loaded", rows: { review_counts: [levelRow] } },
  },
  {
    name: "the upper and the lower text together are a header: an opinion and its date, a self score and its item",
    file: "headers/joined.xlsx",
    bytes: workbook({
      name: "申报",
      rows: [
        ["申报编号", "年度", "荣誉", "申报对象编号", "纪检意见", null, "自评分", null],
        [null, null, null, null, "意见", "日期", "组织领导", "政务服务规范化"],
        ["A-头", 2023, "红旗窗口", "W1", "无违纪", "2023-08-20", 9, 18],
      ],
      merges: ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:H1"].map(merge),
    }),
    expect: {
      state: "loaded",
      rows: {
        applications: [{ application_id: "A-头", honour: "red-flag-window", opinion_discipline_on: "2023-08-20" }],
        self_scores: [
          { item: "conduct", self_score_c: 1800, cell: "H3" },
          { item: "organisation", self_score_c: 900, cell: "G3" },
        ],
      },
    },
  },
  {
    name: "headers carry line breaks, spaces, stars, units and full-width letters",
    file: "headers/written-as-people-do.xlsx",
    bytes: workbook({
      rows: [
        ["*窗口 编号", "统计\n月份", "办件量（件）", "主动评价量(条)"],
        ["W1", "2023-09", 5, 1],
      ],
    }),
    expect: { state: "loaded", rows: { review_counts: [counted("W1", "2023-09", 5, 1)] } },
  },
  {
    name: "a header in the fifteenth row is found",
    file: "headers/fifteenth-row.xlsx",
    bytes: workbook({ rows: [...Array.from({ length: 14 }, (_, index) => [`填表说明第${index + 1}条`]), header, ["W1", "2023-09", 5, 1]] }),
    expect: { state: "loaded", rows: { review_counts: [{ ...counted("W1", "2023-09", 5, 1), row_no: 16 }] } },
  },
  {
    name: "a header below fifteen rows of text is not found, and the refusal says in which row it is and what the limit is",
    file: "headers/sixteenth-row.xlsx",
    bytes: workbook({ rows: [...Array.from({ length: 15 }, (_, index) => [`填表说明第${index + 1}条`]), header, ["W1", "2023-09", 5, 1]] }),
    expect: { state: "refused", error: "F102" },
  },
  {
    name: "blank rows do not count among the fifteen",
    file: "headers/after-blank-rows.xlsx",
    bytes: workbook({ rows: [["示例市统计表"], ...Array.from({ length: 30 }, () => []), header, ["W1", "2023-09", 5, 1]] }),
    expect: { state: "loaded", rows: { review_counts: [{ ...counted("W1", "2023-09", 5, 1), row_no: 33 }] } },
  },
  {
    name: "a blank column within a table is part of it",
    file: "headers/blank-column.xlsx",
    bytes: workbook({
      rows: [
        ["窗口编号", null, "统计月份", "办件量", "主动评价量"],
        ["W1", null, "2023-09", 5, 1],
        ["W2", null, "2023-09", 5, "x"],
      ],
    }),
    expect: { state: "loaded", rows: { review_counts: [counted("W1", "2023-09", 5, 1)] }, problems: [["统计!E3", "D202"]] },
  },
  {
    name: "a column without a header and remarks beside the table are not read, and it is said",
    file: "headers/columns-without-header.xlsx",
    bytes: workbook({
      rows: [
        ["窗口编号", "统计月份", null, "办件量", "主动评价量"],
        ["W1", "2023-09", "补报", 5, 1],
        ["W2", "2023-09", null, 6, 1, null, "此处待核对"],
      ],
    }),
    expect: {
      state: "loaded",
      rows: { review_counts: [counted("W1", "2023-09", 5, 1), counted("W2", "2023-09", 6, 1)] },
      problems: [
        ["统计!C2", "F137"],
        ["统计!G3", "F137"],
      ],
    },
  },
  {
    name: "one level under two groups is a claim of two columns, and the refusal names both",
    file: "headers/two-groups.xlsx",
    bytes: workbook({
      rows: [
        ["窗口编号", "统计月份", "上年", null, "本年", null],
        [null, null, "办件量", "主动评价量", "办件量", "主动评价量"],
        ["W1", "2023-09", 5, 1, 6, 1],
      ],
      merges: ["A1:A2", "B1:B2", "C1:D1", "E1:F1"].map(merge),
    }),
    expect: { state: "refused", error: "F114" },
  },
  {
    name: "a two-row header survives being saved as CSV, where nothing is merged any more",
    file: "headers/two-rows.csv",
    bytes: () => Buffer.from(`窗口编号,统计月份,主动评价量,评价情况,,,,\n,,,${levels.join(",")}\nW1,2023-09,15,5,4,3,2,1\n`),
    expect: { state: "loaded", rows: { review_counts: [levelRow] } },
  },
];
