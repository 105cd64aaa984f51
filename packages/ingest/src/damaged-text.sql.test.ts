import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { gb18030 } from "./testing/gb18030.ts";
import { countsOf, csv, onlyFile, openSandbox, type Sandbox } from "./testing/sandbox.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = openSandbox();
});
afterEach(() => sandbox.dispose());

const header = ["工单号", "窗口编号", "受理时间", "性质", "投诉内容"];
const row = (id: string, text = "排队太久") => [id, "W1", "2023-09-01 10:00", "投诉", text];
const plain = csv(header, row("T1"), row("T2"), row("T3"));
const ids = () =>
  sandbox.query("select complaint_id as id, row_no from raw_complaints order by row_no").then((rows) => rows.map(({ id }) => id));
const ingestOnly = async (content: string | Uint8Array, path = "a.csv") => {
  sandbox.write(path, content);
  return onlyFile(await sandbox.ingest());
};

describe("a file cut in the middle of a character is refused, not read with a wrong last word", () => {
  const cut = (bytes: Uint8Array, by = 1) => Buffer.from(bytes).subarray(0, bytes.length - by);
  const whole = plain.trimEnd();
  const utf16 = Buffer.from(`\ufeff${whole}`, "utf16le");
  test.each<[string, Uint8Array]>([
    ["UTF-8, one byte short", cut(Buffer.from(whole))],
    ["UTF-8, two bytes short", cut(Buffer.from(whole), 2)],
    ["GB18030", cut(gb18030(whole))],
    ["UTF-16", cut(utf16)],
    ["UTF-16 big endian", cut(Buffer.from(utf16).swap16())],
  ])("%s", async (_name, bytes) => {
    expect(await ingestOnly(bytes)).toMatchObject({ state: "refused", errorCode: "F132", rowsIn: 0 });
  });
});

test("a byte that is no UTF-8 in a UTF-8 file is named by its line, not taken for another encoding", async () => {
  const bytes = Buffer.from(plain);
  bytes[bytes.lastIndexOf(Buffer.from("排队")) + 1] = 0x41;
  const file = await ingestOnly(bytes);
  expect(file).toMatchObject({ state: "refused", errorCode: "F109" });
  expect(file.errorDetail).toContain("第4行");
});

test("UTF-16 without a byte order mark is known also where nearly all of it is Chinese", async () => {
  const text = csv(header, ...Array.from({ length: 20 }, (_, index) => row(`工单${index}`, "一".repeat(200))));
  expect(await ingestOnly(Buffer.from(text, "utf16le"))).toMatchObject({ encoding: "utf-16le", accepted: 20 });
  expect(await ingestOnly(Buffer.from(text, "utf16le").swap16())).toMatchObject({ encoding: "utf-16be" });
});

test("a record with NUL bytes is rejected by its line, and so is a tail of them", async () => {
  const file = await ingestOnly(`${csv(header, row("T1"), row("T2", "a\0b"), row("T3"))}${"\0".repeat(5000)}`);
  expect(file).toMatchObject({ encoding: "utf-8" });
  expect(countsOf(file)).toEqual([4, 2, 2, 0]);
  expect(file.problems.map(({ cell, code }) => [cell, code])).toEqual([
    ["第3行", "D211"],
    ["第5行", "D211"],
  ]);
  expect(await ids()).toEqual(["T1", "T3"]);
});

describe("separators", () => {
  test.each([
    ["sep=;\n", ";"],
    ["sep=|\r\n", "|"],
    ['\ufeff"sep=\t"\n', "\t"],
  ])("Excel's own first line %j decides, and is no row", async (first, separator) => {
    const text = plain.replaceAll("排队太久", '"a,b,c,d,e"').replaceAll(/,(?=[^\n]*)/g, (comma, at: number, all: string) => {
      const quotes = all.slice(all.lastIndexOf("\n", at) + 1, at).split('"').length - 1;
      return quotes % 2 === 0 ? separator : comma;
    });
    expect(await ingestOnly(`${first}${text}`)).toMatchObject({ state: "loaded", separator, accepted: 3, rowsIn: 3 });
  });

  test("the Chinese comma separates where nothing else does, and is a character of the text where something else does", async () => {
    expect(await ingestOnly(plain.replaceAll(",", "，"))).toMatchObject({ separator: "，", accepted: 3 });
    expect(await ingestOnly(csv(header, row("T1", "慢，远，贵，累，烦"), row("T2", "慢，远，贵，累，烦")))).toMatchObject({
      separator: ",",
      accepted: 2,
    });
  });

  test("at the end of lines are no columns, whether all lines have them or only some", async () => {
    const trailing = plain.replaceAll("\n", ",,,\n");
    for (const text of [
      trailing,
      trailing.replace(",,,\n", "\n"),
      plain.replace("\n", ",,,\n"),
      trailing.replace("T2,W1", "T2,W2").replace("排队太久,,,\n", "排队太久,\n"),
    ]) {
      expect(countsOf(await ingestOnly(text))).toEqual([3, 3, 0, 0]);
    }
  });
});

test("titles above the header may have other numbers of columns, quotes and line breaks", async () => {
  const file = await ingestOnly(`示例市投诉台账\n\n"填报单位：示例\n中心",,2023年\n${csv(header, row("T1"), row("T2", "x"))}`);
  expect(countsOf(file)).toEqual([2, 2, 0, 0]);
  expect(await sandbox.query("select complaint_id as id, row_no from raw_complaints order by 2")).toEqual([
    { id: "T1", row_no: 6 },
    { id: "T2", row_no: 7 },
  ]);
});

test("lines that end in CR, LF and CRLF by turns keep their numbers", async () => {
  const ends = ["\r\n", "\n", "\r"];
  const lines = csv(header, ...Array.from({ length: 30 }, (_, index) => row(`T${index}`)))
    .trimEnd()
    .split("\n");
  lines[20] = (lines[20] ?? "").replace("投诉", "表扬");
  const file = await ingestOnly(lines.map((line, index) => line + ends[index % 3]).join(""));
  expect(countsOf(file)).toEqual([30, 29, 1, 0]);
  expect(file.problems).toMatchObject([{ cell: "第21行·性质" }]);
});

describe("a line that never ends", () => {
  const write = async (parts: readonly (string | number)[]) => {
    const out = createWriteStream(join(sandbox.folder, "a.csv"));
    for (const part of parts) {
      if (typeof part === "string") out.write(part);
      else
        for (let left = part; left > 0; left -= 1) {
          if (!out.write(Buffer.alloc(1 << 20, 0x61))) await once(out, "drain");
        }
    }
    out.end();
    await once(out, "close");
    const before = process.memoryUsage().heapUsed;
    const file = onlyFile(await sandbox.ingest());
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(96 << 20);
    return file;
  };

  test("is rejected by its number, and what is before and behind it is read", async () => {
    const file = await write([csv(header, row("T1")), "T2,W1,2023-09-01,投诉,", 200, `\n${csv(row("T3"))}`]);
    expect(countsOf(file)).toEqual([3, 2, 1, 0]);
    expect(file.problems).toMatchObject([{ cell: "第3行", code: "D254" }]);
    expect(await ids()).toEqual(["T1", "T3"]);
  });

  test("behind a quote that opens is not taken into memory either", async () => {
    const file = await write([csv(header, row("T1")), 'T2,W1,2023-09-01,投诉,"', 64, `\n${csv(row("T3"))}`]);
    expect(countsOf(file)).toEqual([3, 2, 1, 0]);
    expect(await ids()).toEqual(["T1", "T3"]);
  });

  test("as the whole of a file is refused for want of a header", async () => {
    expect(await write([64])).toMatchObject({ state: "refused", errorCode: "F102" });
  });
});

test("a cell just within the limit is stored whole", async () => {
  const text = "长".repeat(300_000);
  expect(countsOf(await ingestOnly(csv(header, row("T1", text))))).toEqual([1, 1, 0, 0]);
  expect(await sandbox.query("select length(text)::int as n from raw_complaints")).toEqual([{ n: 300_000 }]);
});

test("bytes of no text at all under the name of a table are refused", async () => {
  let state = 42;
  const noise = Uint8Array.from({ length: 200_000 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state >> 16;
  });
  expect((await ingestOnly(noise)).errorCode).toMatch(/^F1(02|09|32)$/);
});
