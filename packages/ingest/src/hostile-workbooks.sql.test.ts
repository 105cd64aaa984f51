import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startGuard } from "./readers/reading-guard.ts";
import type { ReportedFile } from "./report.ts";
import { type HandMade, handMade } from "./testing/corpus/hand-made.ts";
import { zip } from "./testing/corpus/zip.ts";
import { openSandbox, type Sandbox } from "./testing/sandbox.ts";

let sandbox: Sandbox;
beforeEach(() => {
  sandbox = openSandbox();
});
afterEach(() => sandbox.dispose());

const cells = (row: number, values: readonly string[]) =>
  `<row r="${row}">${values.map((value, index) => `<c r="${"ABCDE"[index]}${row}" t="inlineStr"><is><t>${value}</t></is></c>`).join("")}</row>`;
const header = cells(1, ["对象编号", "荣誉名称", "荣誉级别", "授予日期"]);
const row = (n: number) => cells(n, [`W${n}`, "示例荣誉", "省部级", "2023-01-05"]);
const honours = header + row(2);
const made = (data: string, more: Partial<HandMade> = {}, after = "") => handMade({ sheets: [{ data, after }], ...more });
const sheet = "xl/worksheets/sheet1.xml";

/** Changes the list of contents: `at` counts from the start of an entry of that name. */
function lie(bytes: Uint8Array, name: string, at: number, value: number, width: 2 | 4 = 4): Buffer {
  const out = Buffer.from(bytes);
  const entry = out.lastIndexOf(name) - 46;
  if (width === 2) out.writeUInt16LE(value, entry + at);
  else out.writeUInt32LE(value >>> 0, entry + at);
  return out;
}

/** Seconds of the processor that one file may take here; hostile files are named long before. */
const longest = 8;

/** Loads the files and answers with the outcome of each; a good one among them must come through, and nothing may take long. */
async function outcomes(files: Readonly<Record<string, Uint8Array>>): Promise<Record<string, string | null>> {
  for (const [name, bytes] of Object.entries(files)) sandbox.write(`${name}.xlsx`, bytes);
  sandbox.write("zz.xlsx", made(header + cells(2, ["好", "示例荣誉", "省部级", "2023-01-05"])));
  let [at, since] = ["", process.cpuUsage()];
  const slow: string[] = [];
  const report = await sandbox.ingest({
    onProgress: ({ path }) => {
      const { user, system } = process.cpuUsage(since);
      if (at !== "" && (user + system) / 1e6 > longest) slow.push(`${at}: ${(user + system) / 1e6} s`);
      [at, since] = [path, process.cpuUsage()];
    },
  });
  expect(slow).toEqual([]);
  const codes = new Map(report.files.map((file: ReportedFile) => [file.path, file.errorCode]));
  expect(codes.get("zz.xlsx")).toBeNull();
  return Object.fromEntries(Object.keys(files).map((name) => [name, codes.get(`${name}.xlsx`) ?? null]));
}

test("a workbook cut off anywhere is refused: in a header, within a part, in the list of contents, in its last bytes", async () => {
  const whole = Buffer.from(made(honours));
  const starts = ["PK\u0003\u0004", "PK\u0001\u0002", "PK\u0005\u0006"].flatMap((sign) => {
    const found: number[] = [];
    for (let at = whole.indexOf(sign, 0, "latin1"); at >= 0; at = whole.indexOf(sign, at + 1, "latin1")) found.push(at);
    return found;
  });
  const cuts = new Set([
    1,
    4,
    ...starts.flatMap((at) => [at, at + 3, at + 4, at + 15, at + 29, at + 45, at + 60]),
    whole.length - 1,
    whole.length - 21,
  ]);
  const files = Object.fromEntries([...cuts].filter((cut) => cut < whole.length).map((cut) => [`cut-${cut}`, whole.subarray(0, cut)]));
  const codes = await outcomes(files);
  expect(Object.keys(codes).length).toBeGreaterThan(60);
  expect(new Set(Object.values(codes))).toEqual(new Set(["F106", "F107", "F110"].filter((code) => Object.values(codes).includes(code))));
});

test("a list of contents that lies about its parts is found out by their bytes, not believed", async () => {
  const bomb = made(honours, {
    change: (parts) => ({ ...parts, [sheet]: Buffer.concat([Buffer.from(parts[sheet] ?? ""), Buffer.alloc(100 << 20, " ")]) }),
  });
  const ordinary = made(honours);
  const twice = Buffer.from(ordinary);
  twice.write("xl/worksheets/sheet1.xml".replace("sheet1", "SHEET1"), twice.lastIndexOf("xl/_rels/workbook.xml.rels"), "latin1");
  expect(
    await outcomes({
      "a-bomb-that-says-so": bomb,
      "a-bomb-that-says-it-is-small": lie(bomb, sheet, 24, 2000),
      "a-part-said-to-be-larger": lie(ordinary, sheet, 24, 5000),
      "gigabytes-announced": lie(ordinary, sheet, 24, 0xfffffff0),
      "packed-bytes-beyond-the-file": lie(ordinary, sheet, 20, 0x7fffffff),
      "a-part-that-lies-over-another": lie(ordinary, sheet, 42, 0),
      "a-part-beyond-the-file": lie(ordinary, sheet, 42, 0x7fffffff),
      "an-encrypted-part": lie(ordinary, sheet, 8, 0x0801, 2),
      "an-unknown-method": lie(ordinary, sheet, 10, 99, 2),
    }),
  ).toEqual({
    "a-bomb-that-says-so": "F108",
    "a-bomb-that-says-it-is-small": "F107",
    "a-part-said-to-be-larger": "F107",
    "gigabytes-announced": "F108",
    "packed-bytes-beyond-the-file": "F165",
    "a-part-that-lies-over-another": "F165",
    "a-part-beyond-the-file": "F165",
    "an-encrypted-part": "F116",
    "an-unknown-method": "F107",
  });
});

test("parts that are archives themselves, lead out of the package or are there by the ten thousand do no harm", async () => {
  const ordinary = made(honours);
  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`x/${index}`, ""]));
  const codes = await outcomes({
    "an-archive-inside": made(header + row(3), { extra: { "xl/embeddings/a.zip": "PK\u0003\u0004" } }),
    "only-an-archive-inside": zip({ "r.xlsx": ordinary }),
    "a-way-out": made(header + row(4), { extra: { "../../escaped.txt": "x", "/etc/escaped": "x", "C:\\escaped": "x" } }),
    "ten-thousand-parts": zip(many),
    "a-part-twice": zip({ [sheet]: "<a/>", [sheet.toUpperCase()]: "<a/>" }),
  });
  expect(codes).toEqual({
    "an-archive-inside": null,
    "only-an-archive-inside": "F107",
    "a-way-out": null,
    "ten-thousand-parts": "F108",
    "a-part-twice": "F107",
  });
  for (const place of [dirname(sandbox.folder), dirname(dirname(sandbox.folder))])
    expect(existsSync(join(place, "escaped.txt"))).toBe(false);
});

test("reading stops where it takes far more of the processor than the size of the file explains", () => {
  expect(() => startGuard(0).check()).not.toThrow();
  expect(() => startGuard(-100_000_000).check()).toThrow(/^F160/);
});

test("reading stops short of the end of the memory, and the process goes on with the next file", async () => {
  const text = Array.from({ length: 60 }, (_, index) => index.toString(36)).join("长");
  sandbox.write(
    "a.xlsx",
    made(header + Array.from({ length: 150_000 }, (_, n) => cells(n + 2, [`W${n}`, `${n}${text}`, "省部级", "2023-01-05"])).join("")),
  );
  sandbox.write("b.xlsx", made(honours));
  const child = [join(import.meta.dirname, "testing/ingest-child.ts"), sandbox.folder, sandbox.storePath];
  const { stdout, stderr } = spawnSync(process.execPath, ["--max-old-space-size=150", "--import", "tsx", ...child], { encoding: "utf8" });
  expect(stdout.trim().split("\n").at(-1), stderr).toBe('{"changed":true,"totals":{"rowsIn":1,"accepted":1,"rejected":0,"superseded":0}}');
  expect(await sandbox.query("select error_code from ingest_file order by path")).toEqual([{ error_code: "F161" }, { error_code: null }]);
});

describe("markup that is made to be expensive ends with a number, and soon", () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${"bcdefghij"[n]} "${`&${"abcdefghi"[n]};`.repeat(10)}">`).join("")}]>`;
  const into = (part: string, change: (xml: string) => string): Partial<HandMade> => ({
    change: (parts) => ({ ...parts, [part]: change(parts[part] ?? "") }),
  });

  test("entities: none is declared, resolved or fetched", async () => {
    const external = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>';
    const doctype = (type: string) => (xml: string) => xml.replace("?>\n", `?>\n${type}`);
    expect(
      await outcomes({
        "ten-to-the-ninth": made(header + row(2).replace("示例荣誉", "&j;"), into(sheet, doctype(laughs))),
        "a-file-of-the-machine": made(header + row(2).replace("示例荣誉", "&e;"), into(sheet, doctype(external))),
        "in-the-list-of-sheets": made(honours, into("xl/workbook.xml", doctype(laughs))),
        "in-the-styles": made(honours, into("xl/styles.xml", doctype(external))),
        "in-the-texts": made(honours, { texts: "<si><t>&e;</t></si>", ...into("xl/sharedStrings.xml", doctype(external)) }),
      }),
    ).toEqual({
      "ten-to-the-ninth": "F107",
      "a-file-of-the-machine": "F107",
      "in-the-list-of-sheets": "F107",
      "in-the-styles": "F107",
      "in-the-texts": "F107",
    });
  });

  test("sizes: a cell of seventeen million characters, cells beyond the last column and row, a million levels, a million formats", async () => {
    expect(
      await outcomes({
        "a-cell-without-end": made(header + row(2).replace("示例荣誉", "x".repeat(17_000_000))),
        "a-text-without-end": made(honours, { texts: `<si><t>${"x".repeat(17_000_000)}</t></si>` }),
        "the-column-after-the-last": made(`${honours}<row r="3"><c r="XFE3"><v>1</v></c></row>`),
        "the-row-after-the-last": made(`${honours}<row r="1048577"><c r="A1048577"><v>1</v></c></row>`),
        "a-cell-in-the-last-corner": made(`${header}${row(5)}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`),
        "a-million-levels": made(
          header + row(6),
          into(sheet, (xml) =>
            xml.replace("</worksheet>", `<extLst>${"<a>".repeat(1_000_000)}${"</a>".repeat(1_000_000)}</extLst></worksheet>`),
          ),
        ),
        "a-million-formats": made(
          header + row(7),
          into("xl/styles.xml", (xml) => xml.replace("</cellXfs>", `${'<xf numFmtId="14"/>'.repeat(1_000_000)}</cellXfs>`)),
        ),
      }),
    ).toEqual({
      "a-cell-without-end": "F108",
      "a-text-without-end": "F108",
      "the-column-after-the-last": "F107",
      "the-row-after-the-last": "F107",
      "a-cell-in-the-last-corner": null,
      "a-million-levels": null,
      "a-million-formats": null,
    });
  });

  test("merged ranges: one over all of the sheet, a million of them, many over one another, and one sheet listed ten thousand times", async () => {
    const merges = (list: readonly string[]) => `<mergeCells>${list.map((ref) => `<mergeCell ref="${ref}"/>`).join("")}</mergeCells>`;
    const rows = (count: number) => header + Array.from({ length: count }, (_, index) => row(index + 2)).join("");
    const listedAgain = (xml: string) =>
      xml.replace(/<sheet [^>]*>/, (tag) =>
        Array.from({ length: 10_000 }, (_, n) => tag.replace(/name="[^"]*"/, `name="表${n}"`)).join(""),
      );
    const codes = await outcomes({
      "one-over-all": made(honours, {}, merges(["A1:XFD1048576"])),
      "a-million": made(rows(10), {}, merges(Array.from({ length: 1_000_000 }, (_, n) => `F${n + 1}:G${n + 1}`))),
      "over-one-another": made(rows(3000), {}, merges(Array.from({ length: 20_000 }, () => "A2:D1048576"))),
      "many-as-they-may-be": made(header + row(9), {}, merges(Array.from({ length: 50_000 }, (_, n) => `F${n + 10}:G${n + 10}`))),
      "one-sheet-ten-thousand-times": made(rows(500), into("xl/workbook.xml", listedAgain)),
    });
    expect(codes).toEqual({
      "one-over-all": "F102",
      "a-million": "F108",
      "over-one-another": "F165",
      "many-as-they-may-be": null,
      "one-sheet-ten-thousand-times": "F165",
    });
  });
});
