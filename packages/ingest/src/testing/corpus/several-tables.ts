import type { CorpusCase } from "./case.ts";
import { counted, header, merge, workbook } from "./counts.ts";

const innovationHeader = ["对象编号", "举措名称"];

/** More than one table on a sheet. */
export const severalTablesCases: readonly CorpusCase[] = [
  {
    name: "two tables of one kind stand one below the other, each with its title",
    file: "several-tables/stacked.xlsx",
    bytes: workbook({
      rows: [["一季度"], header, ["W1", "2023-01", 1, 0], [], ["二季度"], header, ["W1", "2023-04", 4, 0], ["W2", "2023-04", "x", 0]],
      merges: [merge("A1:D1"), merge("A5:D5")],
    }),
    expect: {
      state: "loaded",
      rows: { review_counts: [counted("W1", "2023-01", 1, 0), counted("W1", "2023-04", 4, 0)] },
      problems: [["统计!C8", "D202"]],
    },
  },
  {
    name: "a title merged across divides two tables of different kinds without a blank row",
    file: "several-tables/stacked-kinds.xlsx",
    bytes: workbook({
      rows: [["一、统计"], header, ["W1", "2023-01", 1, 0], ["二、新举措"], innovationHeader, ["W1", "示例举措"], ["W1", null]],
      merges: [merge("A1:D1"), merge("A4:D4")],
    }),
    expect: {
      state: "loaded",
      rows: { review_counts: [counted("W1", "2023-01", 1, 0)], innovations: [{ subject_id: "W1", title: "示例举措", row_no: 6 }] },
      problems: [["统计!B7", "D201"]],
    },
  },
  {
    name: "a table that has its columns in another order begins anew at its header",
    file: "several-tables/other-order.xlsx",
    bytes: workbook({ rows: [header, ["W1", "2023-01", 1, 0], ["统计月份", "窗口编号", "主动评价量", "办件量"], ["2023-02", "W1", 2, 9]] }),
    expect: { state: "loaded", rows: { review_counts: [counted("W1", "2023-01", 1, 0), counted("W1", "2023-02", 9, 2)] } },
  },
  {
    name: "two tables of different kinds stand side by side, a blank column between them and one title above both",
    file: "several-tables/side-by-side.xlsx",
    bytes: workbook({
      rows: [
        ["示例市报表"],
        [...header, null, ...innovationHeader],
        ["W1", "2023-01", 1, 0, null, "W1", "甲举措"],
        ["W2", "2023-01", 2, "x", null, null, null],
        [null, null, null, null, null, "W2", null],
      ],
      merges: [merge("A1:G1")],
    }),
    expect: {
      state: "loaded",
      rows: { review_counts: [counted("W1", "2023-01", 1, 0)], innovations: [{ subject_id: "W1", title: "甲举措" }] },
      problems: [
        ["统计!D4", "D202"],
        ["统计!G5", "D201"],
      ],
    },
  },
  {
    name: "a list too long for the page goes on in columns to its right, under the same header",
    file: "several-tables/side-by-side-one-kind.xlsx",
    bytes: workbook({
      rows: [
        [...header, null, ...header],
        ["W1", "2023-01", 1, 0, null, "W3", "2023-01", 3, 0],
        ["W2", "2023-01", 2, 0, null, "W4", "2023-01", 4, "x"],
      ],
    }),
    expect: {
      state: "loaded",
      rows: {
        review_counts: [
          { ...counted("W1", "2023-01", 1, 0), sheet: "统计" },
          { ...counted("W2", "2023-01", 2, 0), sheet: "统计" },
          { ...counted("W3", "2023-01", 3, 0), sheet: "统计·F列起" },
        ],
      },
      problems: [["统计!I3", "D202"]],
    },
  },
  {
    name: "a wide table stands above two narrow ones that are side by side",
    file: "several-tables/wide-above-narrow.xlsx",
    bytes: workbook({
      rows: [
        ["评价编号", "窗口编号", "评价时间", "评价等级", "原因认定", "差评原因"],
        ["B-宽", "W1", "2023-02-01 10:00", 1, "非客观", "慢"],
        [],
        [...innovationHeader, null, ...header.slice(0, 2), "主动评价量"],
        ["W1", "乙举措", null, "W1", "2023-01", 3],
      ],
    }),
    expect: {
      state: "loaded",
      rows: {
        bad_reviews: [{ review_id: "B-宽", level: 1, cause: "not_objective" }],
        innovations: [{ subject_id: "W1", title: "乙举措" }],
        review_counts: [counted("W1", "2023-01", null, 3)],
      },
    },
  },
  {
    name: "a table that starts at column C in row 5 names its cells truly",
    file: "several-tables/not-at-a1.xlsx",
    bytes: workbook({
      rows: [[], [], [], [], [null, null, ...header], [null, null, "W1", "2023-01", 1, 0], [null, null, "W2", "2023-01", "x", 0]],
    }),
    expect: {
      state: "loaded",
      rows: { review_counts: [{ ...counted("W1", "2023-01", 1, 0), row_no: 6 }] },
      problems: [["统计!E7", "D202"]],
    },
  },
  {
    name: "a second table that lacks a required column stops the file by name instead of becoming rows of the first",
    file: "several-tables/second-lacks-column.xlsx",
    bytes: workbook({ rows: [header, ["W1", "2023-01", 1, 0], [], ["窗口编码", "渠道", "办件量", "主动评价量"], ["W2", "x", 5, 1]] }),
    expect: { state: "refused", error: "F102" },
  },
  {
    name: "several sheets of one workbook are several tables",
    file: "several-tables/sheets.xlsx",
    bytes: workbook(
      { name: "一月", rows: [header, ["W1", "2023-01", 1, 0]] },
      { name: "二月", rows: [header, ["W1", "2023-02", 2, 0], ["W1", "二月", 2, 0]] },
      { name: "空", rows: [] },
    ),
    expect: {
      state: "loaded",
      rows: { review_counts: [counted("W1", "2023-01", 1, 0), counted("W1", "2023-02", 2, 0)] },
      problems: [["二月!B3", "D205"]],
    },
  },
];
