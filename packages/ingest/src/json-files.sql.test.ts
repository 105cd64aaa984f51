import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { gb18030 } from "./testing/gb18030.ts";
import { countsOf, onlyFile, openSandbox, type Sandbox } from "./testing/sandbox.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = openSandbox();
});
afterEach(() => sandbox.dispose());

const complaint = (id: string, more: Readonly<Record<string, unknown>> = {}) => ({
  工单号: id,
  窗口编号: "W1",
  受理时间: "2023-09-01 10:00",
  性质: "投诉",
  ...more,
});
const window = (id: string) => ({ 名录年度: 2023, 窗口编号: id, 窗口名称: `示例窗口${id}`, 设区市: "杭州市", 层级: "县级", 领域: "住建" });
const lines = (...records: readonly unknown[]) => records.map((record) => `${JSON.stringify(record)}\n`).join("");
const complaints = () => sandbox.query("select complaint_id, sheet, row_no from raw_complaints order by row_no");
const ingestOnly = async (path: string, content: string | Uint8Array) => {
  sandbox.write(path, content);
  return onlyFile(await sandbox.ingest());
};

describe("one object a line", () => {
  test("is a table, with the line as the place of a row", async () => {
    const file = await ingestOnly("a.ndjson", `${lines(complaint("T1"))}\n${lines(complaint("T2"), complaint("T3", { 性质: "表扬" }))}`);
    expect(file).toMatchObject({ state: "loaded", format: "ndjson", encoding: "utf-8" });
    expect(countsOf(file)).toEqual([3, 2, 1, 0]);
    expect(file.problems).toMatchObject([{ rowNo: 4, cell: "第4行·性质", value: "表扬", code: "D206" }]);
    expect(await complaints()).toEqual([
      { complaint_id: "T1", sheet: "", row_no: 1 },
      { complaint_id: "T2", sheet: "", row_no: 3 },
    ]);
  });

  test("costs a broken line that line alone", async () => {
    const broken = ['{"工单号":"T2"', "[1]", "没有", '{"工单号":"T3","工单号":"T4"}', '{"工单号":"T5","窗口编号":"W\\u00001"}'];
    const file = await ingestOnly("a.jsonl", `${lines(complaint("T1"))}${broken.join("\n")}\n${lines(complaint("T9"))}`);
    expect(countsOf(file)).toEqual([7, 2, 5, 0]);
    expect(file.problems.map(({ cell, code }) => [cell, code])).toEqual([
      ["第2行", "D252"],
      ["第3行", "D252"],
      ["第4行", "D252"],
      ["第5行", "D255"],
      ["第6行", "D252"],
    ]);
  });

  test("and its last line cut off is that line rejected", async () => {
    const file = await ingestOnly("a.ndjson", lines(complaint("T1"), complaint("T2")).slice(0, -20));
    expect(countsOf(file)).toEqual([2, 1, 1, 0]);
    expect(file.problems).toMatchObject([{ cell: "第2行", code: "D252" }]);
  });

  test("is known by its content, also where the extension says .json", async () => {
    expect(await ingestOnly("a.json", lines(complaint("T1"), complaint("T2")))).toMatchObject({ format: "ndjson", accepted: 2 });
  });

  test("repeats a name with the same value without harm", async () => {
    expect(countsOf(await ingestOnly("a.ndjson", lines(complaint("T1")).replace("{", '{"工单号":"T1",')))).toEqual([1, 1, 0, 0]);
  });
});

describe("a JSON document", () => {
  test("that is a list of objects is one table, its rows told by their place in the list", async () => {
    const file = await ingestOnly("a.json", JSON.stringify([complaint("T1"), complaint("T2", { 受理时间: "九月" })], null, 2));
    expect(file).toMatchObject({ state: "loaded", format: "json" });
    expect(countsOf(file)).toEqual([2, 1, 1, 0]);
    expect(file.problems).toMatchObject([{ sheet: "", rowNo: 2, cell: "第2条·受理时间", code: "D204" }]);
  });

  test("with several lists has a table for each, named as the list is", async () => {
    const document = { 说明: "示例", 窗口: [window("W1"), window("W2")], 投诉: [complaint("T1")], 备注: ["一", "二"] };
    const file = await ingestOnly("a.json", JSON.stringify(document));
    expect(file.tables).toMatchObject([
      { sheet: "备注", kind: null, note: "F121", rowsIn: 2 },
      { sheet: "投诉", kind: "complaints", accepted: 1 },
      { sheet: "窗口", kind: "windows", accepted: 2 },
    ]);
  });

  test.each([
    ["a wrapper", { data: [complaint("T1")] }, "data"],
    ["a wrapper with what services add", { code: 0, msg: "ok", data: { total: 1, rows: [complaint("T1")] } }, "data.rows"],
    ["one object alone", complaint("T1"), ""],
  ])("%s", async (_name, document, sheet) => {
    for (const space of [0, 2]) {
      const file = await ingestOnly("a.json", JSON.stringify(document, null, space));
      expect(file).toMatchObject({ state: "loaded", tables: [{ sheet, kind: "complaints", accepted: 1 }] });
    }
  });

  test("costs an element that is no object that element alone", async () => {
    const file = await ingestOnly("a.json", `[${JSON.stringify(complaint("T1"))}, 5, {"工单号": }, ${JSON.stringify(complaint("T2"))}]`);
    expect(countsOf(file)).toEqual([4, 2, 2, 0]);
    expect(file.problems.map(({ cell, code }) => [cell, code])).toEqual([
      ["第2条", "D252"],
      ["第3条", "D252"],
    ]);
  });

  test.each([
    ["cut off", JSON.stringify([complaint("T1"), complaint("T2")]).slice(0, -30), "F126", "第1条之后"],
    ["with something behind its end", `${JSON.stringify([complaint("T1")])}]`, "F126", "第1行"],
    ["of lists of no objects", "[[1,2],[3,4]]", "F127", ""],
    ["empty", "[]", "F110", ""],
    ["of an empty list", '{"data": []}', "F110", ""],
    ["of blanks", " \n ", "F110", ""],
    ["of nothing", "", "F110", ""],
    ["that is text", "没有数据", "F126", "第1行"],
    ["that is a spreadsheet", "PK\u0003\u0004xxxxxxxx", "F106", ""],
  ])("%s is refused", async (_name, content, code, detail) => {
    const file = await ingestOnly("a.json", content);
    expect(file).toMatchObject({ state: "refused", errorCode: code });
    expect(file.errorDetail).toContain(detail);
    expect(countsOf(file)).toEqual([0, 0, 0, 0]);
  });
});

test("numbers keep their written text: no noise of binary fractions, nothing lost beyond 2^53", async () => {
  const record = JSON.stringify(complaint("T")).replace('"T"', "9007199254740993123").replace('"W1"', "0.10");
  await ingestOnly("a.ndjson", `${record}\n`);
  expect(await sandbox.query("select complaint_id, window_id from raw_complaints")).toEqual([
    { complaint_id: "9007199254740993123", window_id: "0.10" },
  ]);
});

test("names missing in some records are blank there, and the header is the names in order of first appearance", async () => {
  const file = await ingestOnly("a.ndjson", lines(complaint("T1"), { 甲: 1, ...complaint("T2", { 来源: "信箱", 乙: 2 }) }));
  expect(countsOf(file)).toEqual([2, 2, 0, 0]);
  expect(file.tables[0]?.ignored.map(({ header }) => header)).toEqual(["甲", "乙"]);
  expect(await sandbox.query("select complaint_id, source from raw_complaints order by 1")).toEqual([
    { complaint_id: "T1", source: null },
    { complaint_id: "T2", source: "信箱" },
  ]);
});

test("an object or a list in a cell is rejected where the field is used, once, and passed over where it is not", async () => {
  const file = await ingestOnly(
    "a.ndjson",
    lines(
      complaint("T1", { 附件: [{ name: "a" }] }),
      complaint("T2", { 来源: { code: 1 } }),
      complaint("T3", { 受理时间: ["2023-09-01"] }),
      complaint("T4", { 来源: '{"code":1}' }),
    ),
  );
  expect(countsOf(file)).toEqual([4, 2, 2, 0]);
  expect(file.problems.map(({ cell, code, value }) => [cell, code, value])).toEqual([
    ["第2行·来源", "D253", '{"code":1}'],
    ["第3行·受理时间", "D253", '["2023-09-01"]'],
  ]);
});

describe("the same records come out of every encoding", () => {
  const text = JSON.stringify([complaint("T1"), complaint("T2")]);
  const utf16 = Buffer.from(text, "utf16le");
  test.each<[string, string | Uint8Array, string]>([
    ["utf-8", text, "utf-8"],
    ["UTF-8 with a byte order mark", `\ufeff${text}`, "utf-8"],
    ["GB18030", gb18030(text), "gb18030"],
    ["UTF-16 without a byte order mark", utf16, "utf-16le"],
    ["UTF-16 with a byte order mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), "utf-16le"],
    ["UTF-16 big endian", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]).swap16(), "utf-16be"],
  ])("%s", async (_name, content, encoding) => {
    const file = await ingestOnly("a.json", content);
    expect(file).toMatchObject({ state: "loaded", encoding, accepted: 2 });
  });
});

test("a record longer than the limit is rejected by its line and the rest is read, in memory that does not grow with it", async () => {
  sandbox.write("a.ndjson", "");
  const out = createWriteStream(join(sandbox.folder, "a.ndjson"));
  out.write(lines(complaint("T1")));
  out.write('{"工单号":"');
  for (let mebibytes = 0; mebibytes < 96; mebibytes += 1) out.write(Buffer.alloc(1 << 20, 0x61));
  out.end(`"}\n${lines(complaint("T2"))}`);
  await once(out, "close");
  const before = process.memoryUsage().heapUsed;
  const file = onlyFile(await sandbox.ingest());
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 << 20);
  expect(countsOf(file)).toEqual([3, 2, 1, 0]);
  expect(file.problems).toMatchObject([{ cell: "第2行", code: "D254" }]);
});
