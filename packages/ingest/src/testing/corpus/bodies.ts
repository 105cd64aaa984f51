import type { CorpusCase } from "./case.ts";
import { counted, header, merge, workbook } from "./counts.ts";
import { handMade, merges, row, rows } from "./hand-made.ts";

/** What stands between and around the rows of data. */
export const bodyCases: readonly CorpusCase[] = [
  {
    name: "a cell merged over several rows speaks for each of them, and each is named by its own row",
    file: "bodies/merged-down.xlsx",
    bytes: workbook({
      rows: [header, ["W1", "2023-01", 1, 0], [null, "2023-02", "x", 0], [null, "2023-03", 3, 0], ["W2", "2023-01", 4, 0]],
      merges: [merge("A2:A4")],
    }),
    expect: {
      state: "loaded",
      rows: {
        review_counts: [
          { ...counted("W1", "2023-01", 1, 0), row_no: 2 },
          { ...counted("W1", "2023-03", 3, 0), row_no: 4 },
          { ...counted("W2", "2023-01", 4, 0), row_no: 5 },
        ],
      },
      problems: [["统计!C3", "D202"]],
    },
  },
  {
    name: "a cell merged across belongs to its first column, and the others are blank",
    file: "bodies/merged-across.xlsx",
    bytes: workbook({ rows: [header, ["W1", "2023-01", 7, null]], merges: [merge("C2:D2")] }),
    expect: { state: "loaded", rows: { review_counts: [counted("W1", "2023-01", 7, null)] } },
  },
  {
    name: "records two rows high are one row each",
    file: "bodies/two-rows-high.xlsx",
    bytes: workbook({
      rows: [header, ["W1", "2023-01", 1, 0], [], ["W2", "2023-01", 2, 0], []],
      merges: ["A2:A3", "B2:B3", "C2:C3", "D2:D3", "A4:A5", "B4:B5", "C4:C5", "D4:D5"].map(merge),
    }),
    expect: { state: "loaded", rows: { review_counts: [counted("W1", "2023-01", 1, 0), counted("W2", "2023-01", 2, 0)] } },
  },
  {
    name: "what a program left below a merged cell is not seen in Excel and does not count",
    file: "bodies/left-in-merged-cells.xlsx",
    bytes: () =>
      handMade({ sheets: [{ data: rows([header, ["W1", "2023-01", 1, 99], ["W9", "2023-02", 2, 0]]), after: merges("A2:A3", "C2:D2") }] }),
    expect: { state: "loaded", rows: { review_counts: [counted("W1", "2023-01", 1, null), counted("W1", "2023-02", 2, 0)] } },
  },
  {
    name: "totals are no data, wherever they stand and in whichever of the first columns they are named",
    file: "bodies/totals.xlsx",
    bytes: workbook({
      rows: [
        ["设区市", "窗口编号", "统计月份", "办件量", "主动评价量"],
        ["示例甲市", "W1", "2023-01", 1, 0],
        [null, "小 计", null, 1, 0],
        ["示例乙市", "W2", "2023-01", 2, 0],
        ["示例乙市小计", null, null, 2, 0],
        ["合　计", null, null, 3, 0],
        ["总计：", null, "2023-01", 3, 0],
        ["其中", "累计", "2023-01", 3, 0],
      ],
      merges: [merge("A2:A3")],
    }),
    expect: {
      state: "loaded",
      rows: { review_counts: [counted("W1", "2023-01", 1, 0), counted("W2", "2023-01", 2, 0)] },
      problems: [3, 5, 6, 7, 8].map((rowNo) => [`统计!A${rowNo}`, "D209"] as const),
    },
  },
  {
    name: "the title and the header come again on each page",
    file: "bodies/page-breaks.xlsx",
    bytes: workbook({
      rows: [
        ["示例市统计表"],
        header,
        ["W1", "2023-01", 1, 0],
        header,
        ["W2", "2023-01", 2, 0],
        ["示例市统计表"],
        header,
        ["W3", "2023-01", 3, 0],
      ],
      merges: [merge("A1:D1"), merge("A6:D6")],
    }),
    expect: {
      state: "loaded",
      rows: { review_counts: [counted("W1", "2023-01", 1, 0), counted("W2", "2023-01", 2, 0), counted("W3", "2023-01", 3, 0)] },
      problems: [["统计!A4", "D210"]],
    },
  },
  {
    name: "a header of two rows comes again with its merges",
    file: "bodies/page-breaks-stacked.xlsx",
    bytes: workbook({
      rows: [
        ["窗口编号", "统计月份", "业务", null],
        [null, null, "办件量", "主动评价量"],
        ["W1", "2023-01", 1, 0],
        ["窗口编号", "统计月份", "业务", null],
        [null, null, "办件量", "主动评价量"],
        ["W2", "2023-01", 2, 0],
      ],
      merges: ["A1:A2", "B1:B2", "C1:D1", "A4:A5", "B4:B5", "C4:D4"].map(merge),
    }),
    expect: {
      state: "loaded",
      rows: { review_counts: [counted("W1", "2023-01", 1, 0), counted("W2", "2023-01", 2, 0)] },
      problems: [
        ["统计!A4", "D210"],
        ["统计!A5", "D210"],
      ],
    },
  },
  {
    name: "notes, who filled it in and a sentence stand below the table",
    file: "bodies/notes.xlsx",
    bytes: workbook({
      rows: [
        header,
        ["W1", "2023-01", 1, 0],
        ["注：办件量含网上办件。"],
        ["制表人：职员甲0421"],
        ["本表数据截至2023年9月30日，由各窗口自行填报。"],
        [null, "填表说明：按月填报"],
      ],
      merges: [merge("A3:D3")],
    }),
    expect: {
      state: "loaded",
      rows: { review_counts: [counted("W1", "2023-01", 1, 0)] },
      problems: [3, 4, 5, 6].map((rowNo) => [`统计!A${rowNo}`, "D216"] as const),
    },
  },
  {
    name: "blank rows and rows of spaces between the data are passed over, and row numbers stay true",
    file: "bodies/blank-rows.xlsx",
    bytes: workbook({ rows: [header, [], ["W1", "2023-01", 1, 0], [" ", "　", null, null], [], [], ["W2", "2023-01", 2, 0], ["", " "]] }),
    expect: {
      state: "loaded",
      rows: {
        review_counts: [
          { ...counted("W1", "2023-01", 1, 0), row_no: 3 },
          { ...counted("W2", "2023-01", 2, 0), row_no: 7 },
        ],
      },
    },
  },
  {
    name: "rows that a filter hides and columns that are hidden are data like all others, and it is said",
    file: "bodies/hidden-rows-and-columns.xlsx",
    bytes: () =>
      handMade({
        sheets: [
          {
            before: '<cols><col min="1" max="1" width="10" hidden="1"/></cols>',
            data:
              row(1, header) +
              row(2, ["W1", "2023-01", 1, 0]) +
              row(3, ["W2", "2023-01", 2, 0], 'hidden="1"') +
              row(4, ["W3", "2023-01", 3, 0], 'hidden="true"'),
            after: '<autoFilter ref="A1:D4"/>',
          },
        ],
      }),
    expect: {
      state: "loaded",
      rows: { review_counts: [counted("W1", "2023-01", 1, 0), counted("W2", "2023-01", 2, 0), counted("W3", "2023-01", 3, 0)] },
      problems: [
        ["统计!3:3", "F136"],
        ["统计!A:A", "F136"],
      ],
    },
  },
  {
    name: "hidden sheets, and those hidden so that Excel does not list them, are not read and named; so is a page of notes",
    file: "bodies/hidden-sheets.xlsx",
    bytes: workbook(
      { name: "说明", rows: [["本表按月填报"], ["一、窗口编号按名录填写"]] },
      { name: "统计", rows: [header, ["W1", "2023-01", 1, 0]] },
      { name: "旧数", hidden: true, rows: [header, ["W8", "2023-01", 8, 0]] },
      { name: "底稿", veryHidden: true, rows: [header, ["W9", "2023-01", 9, 0]] },
    ),
    expect: {
      state: "loaded",
      rows: { review_counts: [counted("W1", "2023-01", 1, 0)] },
      skipped: [
        ["底稿", "F122"],
        ["旧数", "F122"],
        ["说明", "F121"],
      ],
    },
  },
  {
    name: "two rows of one key that contradict each other are both rejected; an exact repeat counts once",
    file: "bodies/repeats.xlsx",
    bytes: workbook({
      rows: [header, ["W1", "2023-01", 1, 0], ["W1", "2023-01", 2, 0], ["W2", "2023-01", 3, 0], ["Ｗ２", "2023年1月", "３", 0]],
    }),
    expect: {
      state: "loaded",
      rows: {
        review_counts: [
          { ...counted("W2", "2023-01", 3, 0), row_no: 4 },
          { ...counted("W2", "2023-01", 3, 0), row_no: 5 },
        ],
      },
      problems: [
        ["统计!A2", "D212"],
        ["统计!A3", "D212"],
      ],
    },
  },
];
