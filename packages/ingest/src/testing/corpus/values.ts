import type { CorpusCase } from "./case.ts";
import { counted, header, workbook } from "./counts.ts";
import { handMade, row, rows, styled } from "./hand-made.ts";

const day = (year: number, month: number, date: number, hour = 0, minute = 0) => new Date(Date.UTC(year, month - 1, date, hour, minute));
const complaintHeader = ["工单号", "窗口编号", "性质", "受理时间"];
const indicatorHeader = ["对象编号", "指标", "期间", "指标值", "计量单位"];
const text = (value: string) => `<c r="{ref}" t="s"><v>${value}</v></c>`;

/** What a cell can hold and how it is written. */
export const valueCases: readonly CorpusCase[] = [
  {
    name: "digits are full width, numbers are text, thousands have commas",
    file: "values/numbers-as-text.xlsx",
    bytes: workbook({
      rows: [
        header,
        ["Ｗ１", "２０２３年９月", "１２", "3 "],
        ["W2", "2023-09", "1,234", "5.0"],
        ["W3", "2023-09", "12件", "1"],
        ["W4", "2023-09", "1,23", 1],
      ],
    }),
    expect: {
      state: "loaded",
      rows: { review_counts: [counted("W1", "2023-09", 12, 3), counted("W2", "2023-09", 1234, 5)] },
      problems: [
        ["统计!C4", "D202"],
        ["统计!C5", "D202"],
      ],
    },
  },
  {
    name: "a month is a date, a serial number, text in seven ways, and never 2023.1",
    file: "values/months.xlsx",
    bytes: workbook({
      rows: [
        header,
        ["W1", day(2023, 9, 1), 1, 0],
        ["W2", 45170, 2, 0],
        ["W3", "2023年9月", 3, 0],
        ["W4", "2023/9", 4, 0],
        ["W5", "2023-09", 5, 0],
        ["W6", "202309", 6, 0],
        ["W7", "2023.09", 7, 0],
        ["W8", "2023.1", 8, 0],
        ["W9", "9月", 9, 0],
      ],
    }),
    expect: {
      state: "loaded",
      rows: { review_counts: [1, 2, 3, 4, 5, 6, 7].map((n) => counted(`W${n}`, "2023-09", n, 0)) },
      problems: [
        ["统计!B10", "D205"],
        ["统计!B9", "D205"],
      ],
    },
  },
  {
    name: "times are cells of time, serial numbers with a fraction, and text; a day that never was is rejected",
    file: "values/times.xlsx",
    bytes: workbook({
      name: "投诉",
      rows: [
        complaintHeader,
        ["C1", "W1", "投诉", day(2023, 9, 28, 13, 5)],
        ["C2", "W1", "投诉", 45197.5],
        ["C3", "W1", "投诉", "2023年9月28日 13时05分"],
        ["C4", "W1", "投诉", "2023/9/28 13:05:30"],
        ["C5", "W1", "投诉", "20230928"],
        ["C6", "W1", "投诉", "2023-02-30"],
      ],
    }),
    expect: {
      state: "loaded",
      rows: {
        complaints: ["2023-09-28 13:05:00", "2023-09-28 12:00:00", "2023-09-28 13:05:00", "2023-09-28 13:05:30", "2023-09-28 00:00:00"].map(
          (received_at, index) => ({
            complaint_id: `C${index + 1}`,
            received_at,
          }),
        ),
      },
      problems: [["投诉!D7", "D204"]],
    },
  },
  {
    name: "days count from 1904: cells with a date format, and numbers that lost it",
    file: "values/date-1904.xlsx",
    bytes: () =>
      handMade({
        date1904: true,
        formats: [14, "yyyy-mm-dd hh:mm"],
        sheets: [
          {
            name: "投诉",
            data: rows([
              complaintHeader,
              ["C1", "W1", "投诉", styled(1, 43735)],
              ["C2", "W1", "投诉", styled(2, 43735.5)],
              ["C3", "W1", "投诉", 43735],
            ]),
          },
        ],
      }),
    expect: {
      state: "loaded",
      rows: {
        complaints: [
          { complaint_id: "C1", received_at: "2023-09-28 00:00:00" },
          { complaint_id: "C2", received_at: "2023-09-28 12:00:00" },
          { complaint_id: "C3", received_at: "2023-09-28 00:00:00" },
        ],
      },
    },
  },
  {
    name: "the formats of Chinese Excel are dates too: 31, 57 and those written out",
    file: "values/chinese-date-formats.xlsx",
    bytes: () =>
      handMade({
        formats: [31, 57, '[$-804]yyyy"年"m"月"d"日";@', 'yyyy"年"m"月"', "[DBNum1][$-804]yyyy年m月"],
        sheets: [{ data: rows([header, ...[1, 2, 3, 4, 5].map((style) => [`W${style}`, styled(style, 45170), style, 0])]) }],
      }),
    expect: { state: "loaded", rows: { review_counts: [1, 2, 3, 4, 5].map((n) => counted(`W${n}`, "2023-09", n, 0)) } },
  },
  {
    name: "the day that never was, a time without a day and a span of hours are no dates",
    file: "values/no-dates.xlsx",
    bytes: () =>
      handMade({
        formats: [14, 20, "[h]:mm"],
        sheets: [
          {
            name: "投诉",
            data: rows([
              complaintHeader,
              ["C1", "W1", "投诉", styled(1, 60)],
              ["C2", "W1", "投诉", styled(2, 0.5)],
              ["C3", "W1", "投诉", styled(3, 1.25)],
            ]),
          },
        ],
      }),
    expect: { state: "loaded", rows: { complaints: [] }, problems: [2, 3, 4].map((rowNo) => [`投诉!D${rowNo}`, "D204"] as const) },
  },
  {
    name: "a formula counts with its last result: a number, a text, a blank text, one shared by many cells",
    file: "values/formulas.xlsx",
    bytes: () =>
      handMade({
        sheets: [
          {
            data: rows([
              header,
              [
                '<c r="{ref}" t="str"><f>"W"&amp;1</f><v>W1</v></c>',
                "2023-09",
                '<c r="{ref}"><f t="shared" ref="C2:C3" si="0">2+3</f><v>5</v></c>',
                1,
              ],
              ["W2", "2023-09", '<c r="{ref}"><f t="shared" si="0"/><v>6</v></c>', 1],
              ["W3", "2023-09", '<c r="{ref}" t="str"><f>IF(D4&gt;9,D4,"")</f><v></v></c>', 1],
            ]),
          },
        ],
      }),
    expect: {
      state: "loaded",
      rows: { review_counts: [counted("W1", "2023-09", 5, 1), counted("W2", "2023-09", 6, 1), counted("W3", "2023-09", null, 1)] },
    },
  },
  {
    name: "a formula that was never computed is rejected with its text, not taken for blank",
    file: "values/formulas-never-computed.xlsx",
    bytes: () =>
      handMade({
        sheets: [
          {
            data: rows([
              header,
              ["W1", "2023-09", '<c r="{ref}"><f>B9*2</f></c>', 1],
              ["W2", "2023-09", '<c r="{ref}"><f t="shared" ref="C3:C4" si="0">汇总!B2</f><v></v></c>', 1],
              ["W3", "2023-09", '<c r="{ref}"><f t="shared" si="0"/><v/></c>', 1],
              ['<c r="{ref}"><f>"W"&amp;4</f></c>', "2023-09", 1, 1],
              ['<c r="{ref}"><f>名录!A5</f></c>', "2023-09", 1, 1],
            ]),
          },
        ],
      }),
    expect: {
      state: "loaded",
      rows: { review_counts: [] },
      problems: [
        ["统计!A5", "D213"],
        ["统计!A6", "D213"],
        ["统计!C2", "D213"],
        ["统计!C3", "D213"],
        ["统计!C4", "D213"],
      ],
    },
  },
  {
    name: "a formula that failed is rejected, whichever way it failed",
    file: "values/errors.xlsx",
    bytes: () =>
      handMade({
        sheets: [
          {
            data: rows([
              header,
              ...["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!"].map((error, index) => [
                `W${index}`,
                "2023-09",
                `<c r="{ref}" t="e"><v>${error}</v></c>`,
                1,
              ]),
            ]),
          },
        ],
      }),
    expect: {
      state: "loaded",
      rows: { review_counts: [] },
      problems: [2, 3, 4, 5, 6, 7, 8, 9].map((rowNo) => [`统计!C${rowNo}`, "D213"] as const),
    },
  },
  {
    name: "yes and no are ticked, typed, or true and false as Excel has them",
    file: "values/booleans.xlsx",
    bytes: workbook({
      name: "清单",
      rows: [
        ["对象编号", "清单要点", "是否做到", "检查日期"],
        ["W1", "亮身份", true, "2023-05-01"],
        ["W2", "亮身份", false, "2023-05-01"],
        ["W3", "亮身份", "√", "2023-05-01"],
        ["W4", "亮身份", "未做到", "2023-05-01"],
        ["W5", "亮身份", 1, "2023-05-01"],
        ["W6", "亮身份", "也许", "2023-05-01"],
      ],
    }),
    expect: {
      state: "loaded",
      rows: {
        checklists: [true, false, true, false, true].map((kept, index) => ({ subject_id: `W${index + 1}`, point: "identity", kept })),
      },
      problems: [["清单!C7", "D207"]],
    },
  },
  {
    name: "a number shown in per cent is the number that is shown, as if it had been typed with its sign",
    file: "values/percent.xlsx",
    bytes: () =>
      handMade({
        formats: [10, "0.0%;[Red]-0.0%"],
        sheets: [
          {
            name: "指标",
            data: rows([
              indicatorHeader,
              ["W1", "好评率", "2023Q1", styled(1, 0.986), "%"],
              ["W2", "好评率", "2023Q1", styled(2, "0.99980000000000002"), "%"],
              ["W3", "好评率", "2023Q1", "98.6％", "%"],
              ["W4", "好评率", "2023Q1", 98.6, "%"],
            ]),
          },
        ],
      }),
    expect: {
      state: "loaded",
      rows: { indicators: [98.6, 99.98, 98.6, 98.6].map((value, index) => ({ subject_id: `W${index + 1}`, value })) },
      problems: [2, 3, 4, 5].map((rowNo) => [`指标!B${rowNo}`, "D249"] as const),
    },
  },
  {
    name: "a number is the fifteen digits that Excel shows, without the noise of its binary form",
    file: "values/float-noise.xlsx",
    bytes: () =>
      handMade({
        sheets: [
          {
            name: "指标",
            data: rows([
              indicatorHeader,
              ["W1", "平均办理时限", "2023Q1", '<c r="{ref}"><v>0.30000000000000004</v></c>', "天"],
              ["W2", "平均办理时限", "2023Q1", '<c r="{ref}"><v>1.7500000000000002E0</v></c>', "天"],
            ]),
          },
        ],
      }),
    expect: {
      state: "loaded",
      rows: {
        indicators: [
          { subject_id: "W1", metric: "handling-days", value: 0.3 },
          { subject_id: "W2", metric: "handling-days", value: 1.75 },
        ],
      },
    },
  },
  {
    name: "text in several fonts is one text, and the reading of characters above them is none of it",
    file: "values/rich-text.xlsx",
    bytes: () =>
      handMade({
        texts: `<si><r><rPr><b/></rPr><t>示例</t></r><r><t xml:space="preserve"> 举措</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si><si><t/></si>`,
        sheets: [
          {
            name: "新举措",
            data: rows([
              ["对象编号", "举措名称", "佐证"],
              [
                "W1",
                text("0"),
                '<c r="{ref}" t="inlineStr"><is><r><t>照</t></r><r><rPr><i/></rPr><t>片</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
              ],
              ["W2", text("1"), text("2")],
            ]),
          },
        ],
      }),
    expect: {
      state: "loaded",
      rows: {
        innovations: [
          { subject_id: "W1", title: "示例 举措", evidence: "照片" },
          { subject_id: "W2", title: "東京", evidence: null },
        ],
      },
    },
  },
  {
    name: "line breaks, escaped characters, entities and raw sections in a cell are the text they stand for",
    file: "values/escapes.xlsx",
    bytes: () =>
      handMade({
        texts:
          "<si><t>第一行\n第二行_x000D_\n第三行</t></si><si><t>a&amp;b &lt;c&gt; &#20013;&#x6587; _x005F_x0041_</t></si><si><t><![CDATA[<原样> & 不变]]></t></si>",
        sheets: [
          {
            name: "新举措",
            data: rows([
              ["对象编号", "举措名称"],
              ["W1", text("0")],
              ["W2", text("1")],
              ["W3", text("2")],
            ]),
          },
        ],
      }),
    expect: {
      state: "loaded",
      rows: {
        innovations: [
          { subject_id: "W1", title: "第一行\n第二行\n第三行" },
          { subject_id: "W2", title: "a&b <c> 中文 _x0041_" },
          { subject_id: "W3", title: "<原样> & 不变" },
        ],
      },
    },
  },
  {
    name: "dates as the strict edition of the standard writes them",
    file: "values/iso-dates.xlsx",
    bytes: () =>
      handMade({
        sheets: [
          {
            name: "投诉",
            data: rows([
              complaintHeader,
              ["C1", "W1", "投诉", '<c r="{ref}" t="d"><v>2023-09-28T13:05:00</v></c>'],
              ["C2", "W1", "投诉", '<c r="{ref}" t="d"><v>2023-09-28</v></c>'],
            ]),
          },
        ],
      }),
    expect: {
      state: "loaded",
      rows: {
        complaints: [
          { complaint_id: "C1", received_at: "2023-09-28 13:05:00" },
          { complaint_id: "C2", received_at: "2023-09-28 00:00:00" },
        ],
      },
    },
  },
  {
    name: "cells and rows without a place of their own follow one another",
    file: "values/without-references.xlsx",
    bytes: () =>
      handMade({
        sheets: [
          {
            data: rows([header, ["W1", "2023-09", 5, 1]])
              .replaceAll(/ r="[A-Z]*\d+"/g, "")
              .concat(
                '<row><c t="inlineStr"><is><t>W2</t></is></c><c t="inlineStr"><is><t>2023-09</t></is></c><c s="0"/><c><v>2</v></c></row>',
              ),
          },
        ],
      }),
    expect: {
      state: "loaded",
      rows: {
        review_counts: [
          { ...counted("W1", "2023-09", 5, 1), row_no: 2 },
          { ...counted("W2", "2023-09", null, 2), row_no: 3 },
        ],
      },
    },
  },
  {
    name: "a blank, a dash and the word for nothing are not zero",
    file: "values/not-zero.xlsx",
    bytes: () =>
      handMade({
        sheets: [
          {
            data:
              row(1, header) + row(2, ["W1", "2023-09", null, 1]) + row(3, ["W2", "2023-09", "—", 1]) + row(4, ["W3", "2023-09", "无", 1]),
          },
        ],
      }),
    expect: {
      state: "loaded",
      rows: { review_counts: [counted("W1", "2023-09", null, 1)] },
      problems: [
        ["统计!C3", "D202"],
        ["统计!C4", "D202"],
      ],
    },
  },
];
