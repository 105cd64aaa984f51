import { gb18030 } from "../gb18030.ts";
import type { CorpusCase } from "./case.ts";
import { counted, header } from "./counts.ts";

const lines = (separator: string, end: string, ...more: readonly string[]) =>
  [header.join(separator), ["W1", "2023-09", "5", "1"].join(separator), ...more, ""].join(end);
const loaded = { state: "loaded", rows: { review_counts: [counted("W1", "2023-09", 5, 1)] } } as const;
const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16();

/** Text files in every encoding and with every separator, whole and torn. */
export const textCases: readonly CorpusCase[] = [
  {
    name: "UTF-8 with a byte order mark",
    file: "texts/utf-8-bom.csv",
    bytes: () => Buffer.from(`\ufeff${lines(",", "\r\n")}`),
    expect: loaded,
  },
  { name: "GB18030, as Excel in China saves CSV", file: "texts/gb18030.csv", bytes: () => gb18030(lines(",", "\r\n")), expect: loaded },
  {
    name: "UTF-16, little end first",
    file: "texts/utf-16-le.csv",
    bytes: () => Buffer.from(`\ufeff${lines(",", "\n")}`, "utf16le"),
    expect: loaded,
  },
  { name: "UTF-16, big end first", file: "texts/utf-16-be.csv", bytes: () => utf16be(lines(",", "\n")), expect: loaded },
  { name: "semicolons", file: "texts/semicolons.csv", bytes: () => Buffer.from(lines(";", "\n")), expect: loaded },
  { name: "vertical bars", file: "texts/bars.csv", bytes: () => Buffer.from(lines("|", "\n")), expect: loaded },
  { name: "tabs under the name that says so", file: "texts/tabs.tsv", bytes: () => Buffer.from(lines("\t", "\n")), expect: loaded },
  {
    name: "lines end with a carriage return alone, as on an old Mac",
    file: "texts/cr.csv",
    bytes: () => Buffer.from(lines(",", "\r")),
    expect: loaded,
  },
  {
    name: "line ends of both kinds are mixed",
    file: "texts/mixed-ends.csv",
    bytes: () => Buffer.from(`${header.join(",")}\r\nW1,2023-09,5,1\nW2,2023-09,6,x\r\n`),
    expect: { ...loaded, problems: [["第3行·主动评价量", "D202"]] },
  },
  {
    name: "a quoted cell holds the separator, quotes and a line break, and the lines after it keep their numbers",
    file: "texts/quoted.csv",
    bytes: () => Buffer.from('对象编号,举措名称,佐证\nW1,"甲,乙\n""丙""",x\nW2,,y\n'),
    expect: {
      state: "loaded",
      rows: { innovations: [{ subject_id: "W1", title: '甲,乙\n"丙"', row_no: 2 }] },
      problems: [["第4行·举措名称", "D201"]],
    },
  },
  {
    name: "a quote that is never closed costs its own line and no other",
    file: "texts/unclosed-quote.csv",
    bytes: () => Buffer.from(`${header.join(",")}\n"W9,2023-09,5,1\nW1,2023-09,5,1\n`),
    expect: { ...loaded, problems: [["第2行", "D211"]] },
  },
  {
    name: "a line with a cell too few is rejected by itself, one with blank cells too many is read",
    file: "texts/cells-too-few.csv",
    bytes: () => Buffer.from(`${header.join(",")}\nW8,2023-09,5\nW1,2023-09,5,1,,\n`),
    expect: { ...loaded, problems: [["第2行", "D211"]] },
  },
  {
    name: "a title, a blank line and notes around the table",
    file: "texts/titled.csv",
    bytes: () => Buffer.from(`示例市统计表,,,\n\n${header.join(",")}\nW1,2023-09,5,1\n合计,,5,1\n注：示例,,,\n`),
    expect: {
      ...loaded,
      problems: [
        ["第5行·窗口编号", "D209"],
        ["第6行·窗口编号", "D216"],
      ],
    },
  },
  {
    name: "bytes that are no text in any of the encodings",
    file: "texts/no-text.csv",
    bytes: () => Buffer.from([0x8f, 0xff, 0x81, 0xff, 0x0a, 0xff, 0xff]),
    expect: { state: "refused", error: "F109" },
  },
  {
    name: "a workbook named .csv",
    file: "texts/workbook.csv",
    bytes: () => Buffer.from("PK\u0003\u0004rest"),
    expect: { state: "refused", error: "F106" },
  },
  { name: "nothing at all", file: "texts/empty.csv", bytes: () => Buffer.alloc(0), expect: { state: "refused", error: "F110" } },
  {
    name: "a JSON list of objects, some without a key, some with a number as text",
    file: "texts/list.json",
    bytes: () =>
      Buffer.from(
        JSON.stringify([
          { 窗口编号: "W1", 统计月份: "2023-09", 办件量: 5, 主动评价量: "1" },
          { 窗口编号: "W2", 统计月份: "2023-09", 主动评价量: 2 },
          { 窗口编号: "W3", 统计月份: "2023-09", 办件量: "五", 主动评价量: 2 },
        ]),
      ),
    expect: {
      state: "loaded",
      rows: { review_counts: [counted("W1", "2023-09", 5, 1), counted("W2", "2023-09", null, 2)] },
      problems: [["第3条·办件量", "D202"]],
    },
  },
  {
    name: "NDJSON with a byte order mark, blank lines and one line that is torn",
    file: "texts/lines.ndjson",
    bytes: () =>
      Buffer.from(
        '\ufeff{"窗口编号":"W1","统计月份":"2023-09","办件量":5,"主动评价量":1}\n\n{"窗口编号":"W2","统计月份":\n{"窗口编号":"W3","统计月份":"2023-09","办件量":6,"主动评价量":1}\n',
      ),
    expect: {
      state: "loaded",
      rows: { review_counts: [counted("W1", "2023-09", 5, 1), counted("W3", "2023-09", 6, 1)] },
      problems: [["第3行", "D252"]],
    },
  },
  {
    name: "a JSON document that breaks off",
    file: "texts/broken.json",
    bytes: () => Buffer.from('[{"窗口编号":"W1","统计月份":"2023-09"'),
    expect: { state: "refused", error: "F126" },
  },
  {
    name: "a JSON document without a list of objects",
    file: "texts/no-list.json",
    bytes: () => Buffer.from("[1, 2, 3]"),
    expect: { state: "refused", error: "F127" },
  },
];
