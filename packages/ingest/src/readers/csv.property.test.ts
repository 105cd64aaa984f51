import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WarehouseError } from "@mingchuang/warehouse/errors";
import { type NodeDatabase, openNodeDatabase } from "@mingchuang/warehouse/node";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readCsv } from "./csv.ts";

let db: NodeDatabase;
let folder: string;
beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
  folder = mkdtempSync(join(tmpdir(), "mingchuang-csv-test-"));
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

const width = 3;
const cell = fc.oneof(
  fc.constantFrom("", "a", "示例", "1", " x "),
  fc.string({ maxLength: 6, unit: fc.constantFrom("a", "，", ",", '"', "\n", " ", "é", "𠮷", ";") }),
);
const records = fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 30 });
const ends = fc.constantFrom("\n", "\r\n");

const quoted = (text: string, end: string) => (/[",\n]| $|^ /.test(text) ? `"${text.replaceAll('"', '""').replaceAll("\n", end)}"` : text);
const isBlank = (row: readonly string[]) => row.every((text) => text.trim() === "");

async function readBoth(content: string | Uint8Array) {
  const path = join(folder, "a.csv");
  writeFileSync(path, content);
  const [table] = (await readCsv(path, join(folder, "decoded.csv"), "csv")).tables;
  if (!table) throw new Error("no table");
  const fast = (await table.stageFast?.(0)) ?? null;
  const careful = await table.stage(db.connection, 0, "careful", { headers: [], dateColumns: [] });
  const rows = async (relation: string) =>
    (await db.query<{ row: string }>(`select to_json([c0, c1, c2])::varchar as row from ${relation}`)).map(({ row }) => row);
  return { fast, fastRows: fast ? await rows(fast.relation) : null, careful, carefulRows: await rows("careful") };
}

test("a well-formed file is read by the fast reader, which agrees with the careful one, the count of records and the lines", async () => {
  await fc.assert(
    fc.asyncProperty(records, ends, async (rows, end) => {
      fc.pre(rows.every((row) => !isBlank(row)));
      const body = rows.map((row) => row.map((text) => quoted(text, end)).join(",") + end).join("");
      const { fast, fastRows, careful, carefulRows } = await readBoth(`h1,h2,h3${end}${body}`);
      expect(careful.malformed).toEqual([]);
      expect(careful.expectedRows).toBe(rows.length);
      expect(fast?.expectedRows).toBe(rows.length);
      const unix = (row: string) => row.replaceAll("\\r\\n", "\\n").replaceAll('""', "null");
      expect(fastRows?.map(unix)).toEqual(carefulRows.map(unix));
      const lines = fast?.lines;
      const lineOf = (record: number) => {
        const step = (lines?.records ?? []).findLastIndex((from) => from <= record);
        return record + (lines?.offsets[step] ?? Number.NaN);
      };
      const trueLines = (await db.query<{ row_no: number }>("select row_no from careful order by rowid")).map(({ row_no }) => row_no);
      expect(rows.map((_, record) => lineOf(record))).toEqual(trueLines);
    }),
    { seed: 20230423, numRuns: 150 },
  );
});

test("whatever the bytes, every line is in a record, malformed or blank, and the fast reader is never wrong by a row unnoticed", async () => {
  const junk = fc.string({ maxLength: 120, unit: fc.constantFrom("a", ",", '"', "\n", "\r", "示", " ", "\r\n", '""', "b") });
  await fc.assert(
    fc.asyncProperty(junk, async (text) => {
      const { fast, fastRows, careful, carefulRows } = await readBoth(`h1,h2,h3\n${text}`).catch((cause: unknown) => {
        if (cause instanceof WarehouseError && cause.detail.startsWith("Invalid Input Error"))
          return { fast: null, fastRows: null, careful: null, carefulRows: [] };
        throw cause;
      });
      if (!careful) return;
      expect(careful.expectedRows).toBe(carefulRows.length);
      const lines = text.split(/\r\n|\n|\r/);
      const full = lines.filter((line) => line.trim() !== "").length;
      const inCells = carefulRows.join("").split("\\n").length - 1;
      expect(carefulRows.length + careful.malformed.length + inCells).toBeGreaterThanOrEqual(full);
      if (fast && fastRows?.length === fast.expectedRows && careful.malformed.length === 0)
        expect(fastRows.length).toBe(carefulRows.length);
    }),
    { seed: 20230423, numRuns: 400 },
  );
});
