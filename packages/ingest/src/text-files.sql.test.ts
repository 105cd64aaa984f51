import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { gb18030 } from "./testing/gb18030.ts";
import { countsOf, csv, onlyFile, openSandbox, type Sandbox } from "./testing/sandbox.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = openSandbox();
});
afterEach(() => sandbox.dispose());

const header = [
  "窗口编号",
  "统计月份",
  "评价渠道",
  "办件量",
  "主动评价量",
  "默认评价量",
  "非常满意",
  "满意",
  "基本满意",
  "不满意",
  "非常不满意",
];
const row = (id: string, month = "2023-09") => [id, month, "浙江政务服务网", 100, 10, 5, 5, 3, 1, 1, 0];
const plain = csv(header, row("W1"), row("W2"));
const stored = () => sandbox.query("select window_id, month, channel, cases, good, bad, row_no from raw_review_counts order by row_no");
const expected = [
  { window_id: "W1", month: "2023-09-01", channel: "浙江政务服务网", cases: 100, good: 9, bad: 1, row_no: 2 },
  { window_id: "W2", month: "2023-09-01", channel: "浙江政务服务网", cases: 100, good: 9, bad: 1, row_no: 3 },
];

describe("the same rows come out of every encoding, separator and line end", () => {
  const utf16 = (text: string) => Buffer.from(text, "utf16le");
  test.each<[string, string, string | Uint8Array, string]>([
    ["UTF-8", "a.csv", plain, "utf-8"],
    ["UTF-8 with a byte order mark", "a.csv", `\ufeff${plain}`, "utf-8"],
    ["GB18030", "a.csv", gb18030(plain), "gb18030"],
    ["UTF-16 with a byte order mark", "a.csv", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(plain)]), "utf-16le"],
    ["UTF-16 big endian", "a.csv", Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(plain).swap16()]), "utf-16be"],
    ["tabs", "a.tsv", plain.replaceAll(",", "\t"), "utf-8"],
    ["semicolons", "a.csv", plain.replaceAll(",", ";"), "utf-8"],
    ["bars", "a.csv", plain.replaceAll(",", "|"), "utf-8"],
    ["CRLF", "a.csv", plain.replaceAll("\n", "\r\n"), "utf-8"],
    ["CRLF and LF mixed", "a.csv", plain.replace("\n", "\r\n"), "utf-8"],
    ["LF first and CRLF later", "a.csv", `${plain.trimEnd()}\r\n`, "utf-8"],
    ["CR alone", "a.csv", plain.replaceAll("\n", "\r"), "utf-8"],
    ["no line end at the end", "a.csv", plain.trimEnd(), "utf-8"],
    ["quotes around every cell", "a.csv", plain.replace(/[^,\n]+/g, '"$&"'), "utf-8"],
  ])("%s", async (_name, path, content, encoding) => {
    sandbox.write(path, content);
    const file = onlyFile(await sandbox.ingest());
    expect(file).toMatchObject({ state: "loaded", encoding });
    expect(countsOf(file)).toEqual([2, 2, 0, 0]);
    expect(await stored()).toEqual(expected);
  });
});

test("line numbers are those of the file, behind blank lines, titles and cells with line breaks", async () => {
  sandbox.write(
    "a.csv",
    `示例统计,,,,,,,,,,\n\n${csv(header)}${csv(row("W1"))}\n\n${csv(["W2", "2023-09", '"两\n行"', 1, 1, 0, 1, 0, 0, 0, 0])}${csv(row("W3", "九月"))}`,
  );
  const file = onlyFile(await sandbox.ingest());
  expect(countsOf(file)).toEqual([3, 2, 1, 0]);
  expect(file.problems).toEqual([
    { sheet: "", rowNo: 9, cell: "第9行·统计月份", field: "month", value: "九月", code: "D205", severity: "rejected", allowed: [] },
  ]);
  expect(await sandbox.query("select window_id, row_no, channel from raw_review_counts order by row_no")).toEqual([
    { window_id: "W1", row_no: 4, channel: "浙江政务服务网" },
    { window_id: "W2", row_no: 7, channel: "两\n行" },
  ]);
});

test("an unclosed quote costs its own line and no other", async () => {
  const rows = Array.from({ length: 400 }, (_, index) => row(`W${index}`));
  const lines = csv(header, ...rows).split("\n");
  lines[100] = `W99,2023-09,"浙江政务服务网,100,10,5,5,3,1,1,0`;
  lines[200] = lines[200]?.replace("浙江政务服务网", '"浙江"') ?? "";
  sandbox.write("a.csv", lines.join("\n"));
  const file = onlyFile(await sandbox.ingest());
  expect(countsOf(file)).toEqual([400, 399, 1, 0]);
  expect(file.problems).toMatchObject([{ rowNo: 101, cell: "第101行", code: "D211" }]);
});

test("an unclosed quote in the last line costs that line alone", async () => {
  sandbox.write("a.csv", `${csv(header, row("W1"), row("W2"))}W3,2023-09,"浙江`);
  const file = onlyFile(await sandbox.ingest());
  expect(countsOf(file)).toEqual([3, 2, 1, 0]);
  expect(file.problems).toMatchObject([{ rowNo: 4, code: "D211" }]);
});

test("lines with too few or too many columns are malformed; blank surplus is not", async () => {
  sandbox.write("a.csv", `${csv(header, row("W1"))}W2,2023-09\n${csv([...row("W3"), "x"], [...row("W4"), null])}`);
  const file = onlyFile(await sandbox.ingest());
  expect(countsOf(file)).toEqual([4, 2, 2, 0]);
  expect(file.problems).toMatchObject([
    { rowNo: 3, code: "D211" },
    { rowNo: 4, code: "D211" },
  ]);
});

test("ten broken rows among a thousand leave 990 stored and ten listed with their exact cells", async () => {
  const rows: (string | number | null)[][] = Array.from({ length: 1000 }, (_, index) => row(`W${index}`));
  const broken: [index: number, column: number, value: string | null, code: string][] = [
    [3, 0, null, "D201"],
    [57, 1, "2023-13", "D205"],
    [58, 1, "2023.1", "D205"],
    [200, 3, "12.5", "D202"],
    [201, 3, "-4", "D202"],
    [333, 3, "100件", "D202"],
    [500, 4, "11", "D221"],
    [640, 6, "#REF!", "D213"],
    [777, 9, "一", "D202"],
    [999, 1, null, "D201"],
  ];
  for (const [index, column, value] of broken) (rows[index] ?? [])[column] = value;
  sandbox.write("a.csv", csv(header, ...rows));
  const file = onlyFile(await sandbox.ingest());
  expect(countsOf(file)).toEqual([1000, 990, 10, 0]);
  expect(file.problems.map(({ cell, code, severity }) => [cell, code, severity])).toEqual(
    broken.map(([index, column, , code]) => [`第${index + 2}行·${header[column]}`, code, "rejected"]),
  );
  const [text] = await sandbox.query<{ row_text: string }>("select row_text from ingest_problem where row_no = 59");
  expect(JSON.parse(text?.row_text ?? "")).toMatchObject({ 窗口编号: "W57", 统计月份: "2023-13" });
});

test("totals, repeated headers, notes and blank rows are no data; all but the blank ones are accounted for", async () => {
  sandbox.write(
    "a.csv",
    csv(
      header,
      row("W1"),
      header,
      row("W2"),
      Array(11).fill(null),
      ["合 计", null, null, 200, 20, 10, 10, 6, 2, 2, 0],
      ["注：数据截至九月底", ...Array(10).fill(null)],
    ),
  );
  const file = onlyFile(await sandbox.ingest());
  expect(countsOf(file)).toEqual([5, 2, 3, 0]);
  expect(file.problems.map(({ rowNo, code }) => [rowNo, code])).toEqual([
    [3, "D210"],
    [6, "D209"],
    [7, "D216"],
  ]);
});

test("full-width digits, separators of thousands, blanks around and Chinese months are read", async () => {
  sandbox.write("a.csv", csv(header, [" Ｗ１ ", "2023年9月", "　", '"1,234"', "１０", " 5 ", "5.0", 3, 1, 1, 0]));
  expect(countsOf(onlyFile(await sandbox.ingest()))).toEqual([1, 1, 0, 0]);
  expect(
    await sandbox.query("select window_id, month, channel, cases, active_reviews, default_reviews, level_5 from raw_review_counts"),
  ).toEqual([{ window_id: "W1", month: "2023-09-01", channel: null, cases: 1234, active_reviews: 10, default_reviews: 5, level_5: 5 }]);
});

test("a blank count stays unknown, and good and bad are taken as handed in where there are no levels", async () => {
  sandbox.write(
    "a.csv",
    csv(["窗口编号", "月份", "主动评价数", "好评数", "差评数"], ["W1", "2023-09", null, null, null], ["W2", "202309", 10, 9, 1]),
  );
  expect(countsOf(onlyFile(await sandbox.ingest()))).toEqual([2, 2, 0, 0]);
  expect(await sandbox.query("select window_id, active_reviews, level_5, good, bad, cases from raw_review_counts order by 1")).toEqual([
    { window_id: "W1", active_reviews: null, level_5: null, good: null, bad: null, cases: null },
    { window_id: "W2", active_reviews: 10, level_5: null, good: 9, bad: 1, cases: null },
  ]);
});

test("more reviews than cases is worth a word, not a rejection", async () => {
  sandbox.write("a.csv", csv(header, ["W1", "2023-09", null, 5, 10, 5, 5, 3, 1, 1, 0]));
  const file = onlyFile(await sandbox.ingest());
  expect(countsOf(file)).toEqual([1, 1, 0, 0]);
  expect(file.problems).toMatchObject([{ cell: "第2行·办件量", value: "10 > 5", code: "D224", severity: "warning" }]);
});
