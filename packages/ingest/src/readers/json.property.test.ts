import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type NodeDatabase, openNodeDatabase } from "@mingchuang/warehouse/node";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readJson } from "./json.ts";
import { splitJson } from "./split-json.ts";

let db: NodeDatabase;
let folder: string;
let path: string;
beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
  folder = mkdtempSync(join(tmpdir(), "mingchuang-json-test-"));
  path = join(folder, "a.json");
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

const name = fc.constantFrom("甲", "乙", "1", "0", "a b", '"', "\\", "__proto__", "toString", "");
const number = fc.oneof(
  fc.tuple(fc.constantFrom("", "-"), fc.constantFrom("0", "7", "12345678901234567890")).map(([sign, digits]) => sign + digits),
  fc.constantFrom("0.10", "1e400", "1.0E-5", "9007199254740993", "0.30000000000000004"),
);
const text = fc.string({ maxLength: 8, unit: fc.constantFrom("a", '"', "\\", "\n", "{", "]", "，", "𠮷", "\u2028", " ") });
/** A value as JSON and as the text that a cell then shows. */
const value: fc.Arbitrary<readonly [json: string, cell: string | null]> = fc.oneof(
  number.map((digits) => [digits, digits] as const),
  text.map((characters) => [JSON.stringify(characters), characters] as const),
  fc.constantFrom(["null", null] as const, ["true", "true"] as const, ["false", "false"] as const),
  text.map((characters) => [`{"x":[${JSON.stringify(characters)},{}]}`, `{"x":[${JSON.stringify(characters)},{}]}`] as const),
);
const record = fc.uniqueArray(fc.tuple(name, value), { minLength: 1, maxLength: 5, selector: ([key]) => key });
const records = fc.array(record, { minLength: 1, maxLength: 12 });
const blank = fc.constantFrom("", " ", "\n", "\r\n\t");

type Members = readonly (readonly [string, readonly [string, string | null]])[];
const asJson = (members: Members, gap: string) =>
  `{${members.map(([key, [json]]) => `${JSON.stringify(key)}${gap}:${gap}${json}`).join(`,${gap}`)}}`;

async function readTable(file: string, content: string, sheet = "") {
  writeFileSync(join(folder, file), content);
  const { tables, format } = await readJson(join(folder, file), join(folder, "decoded.json"));
  const table = tables.find((each) => each.sheet === sheet);
  if (!table) throw new Error("no table");
  const headers = table.head[0]?.cells ?? [];
  const { expectedRows, malformed } = await table.stage(db.connection, 0, "staged", { headers, dateColumns: [] });
  const columns = headers.map((_, index) => `c${index}`);
  const rows = await db.query<{ row_no: number; cells: string }>(
    `select row_no, to_json([${columns.join(", ")}])::varchar as cells from staged order by rowid`,
  );
  expect(rows.length).toBe(expectedRows);
  return { format, headers, malformed, rows: rows.map(({ row_no, cells }) => ({ row_no, cells: JSON.parse(cells) as (string | null)[] })) };
}

function expectedTable(all: readonly Members[]) {
  const headers = [...new Set(all.flatMap((members) => members.map(([key]) => key)))];
  return { headers, rows: all.map((members) => headers.map((header) => members.find(([key]) => key === header)?.[1][1] ?? null)) };
}

test("what stands in the records of NDJSON is what stands in the cells, record by record, under names in order of first appearance", async () => {
  await fc.assert(
    fc.asyncProperty(records, fc.constantFrom("\n", "\r\n", "\n\n"), fc.constantFrom("", " "), async (all, end, gap) => {
      const { headers, rows, malformed } = await readTable("a.ndjson", all.map((members) => asJson(members, gap) + end).join(""));
      const expected = expectedTable(all);
      expect({ headers, malformed, rows: rows.map(({ cells }) => cells) }).toEqual({ ...expected, malformed: [] });
      const step = end === "\n\n" ? 2 : 1;
      expect(rows.map(({ row_no }) => row_no)).toEqual(all.map((_, index) => index * step + 1));
    }),
    { seed: 20230423, numRuns: 120 },
  );
});

test("and the same in a document, however it is spaced and wrapped", async () => {
  await fc.assert(
    fc.asyncProperty(records, blank, fc.boolean(), async (all, gap, isWrapped) => {
      const list = `[${gap}${all.map((members) => asJson(members, gap)).join(`${gap},${gap}`)}${gap}]`;
      const document = isWrapped ? `{"code":0,${gap}"data"${gap}:{"rows":${list}},"m":"]"}` : list;
      const { format, headers, rows, malformed } = await readTable("a.json", `${gap}${document}${gap}`, isWrapped ? "data.rows" : "");
      expect({ headers, malformed, rows: rows.map(({ cells }) => cells) }).toEqual({ ...expectedTable(all), malformed: [] });
      expect(format).toBe("json");
      expect(rows.map(({ row_no }) => row_no)).toEqual(all.map((_, index) => index + 1));
    }),
    { seed: 20230423, numRuns: 120 },
  );
});

test("whatever the bytes of NDJSON, every line that is not blank is a row or is rejected by its number", async () => {
  const junk = fc.array(
    fc.oneof(
      record.map((members) => asJson(members, "")),
      fc.string({ maxLength: 20, unit: fc.constantFrom("{", "}", '"', ":", ",", "a", "[", " ", "1") }),
    ),
    {
      maxLength: 20,
    },
  );
  await fc.assert(
    fc.asyncProperty(junk, async (lines) => {
      const { rows, malformed } = await readTable("a.jsonl", ['{"甲":1}', '{"甲":2}', ...lines].join("\n"));
      const numbers = [...rows.map(({ row_no }) => row_no), ...malformed.map(({ rowNo }) => rowNo)].sort((a, b) => a - b);
      expect(numbers).toEqual(["x", "x", ...lines].flatMap((line, index) => (line.trim() === "" ? [] : [index + 1])));
    }),
    { seed: 20230423, numRuns: 120 },
  );
});

test("a document is valid JSON or is refused: what is cut, or has a bracket or comma too many, never comes through", async () => {
  const damaged = fc.tuple(records, fc.nat(), fc.constantFrom("cut", "{", "}", "[", "]", ",", ":")).map(([all, at, how]) => {
    const whole = `{"a":${JSON.stringify([1])},"r":[${all.map(() => "{}").join(",")}]}`;
    const place = at % (whole.length + 1);
    return how === "cut" ? whole.slice(0, place) : whole.slice(0, place) + how + whole.slice(place);
  });
  await fc.assert(
    fc.asyncProperty(damaged, async (document) => {
      writeFileSync(path, document);
      const elements: string[] = [];
      let isWhole = true;
      try {
        for await (const { text: element } of splitJson(path)) elements.push(element);
      } catch {
        isWhole = false;
      }
      const isValid = (json: string) => {
        try {
          JSON.parse(json);
          return true;
        } catch {
          return false;
        }
      };
      expect(isWhole && elements.every(isValid)).toBe(isValid(document));
    }),
    { seed: 20230423, numRuns: 300 },
  );
});

test("elements are the same wherever the pieces of a long file end", async () => {
  const element = { 甲: '"]}\\'.repeat(40), 乙: [{ 丙: "，".repeat(30) }] };
  const all = Array.from({ length: 8000 }, (_, index) => ({ ...element, index }));
  writeFileSync(path, JSON.stringify({ 前: "x".repeat(1_100_000), 表: all }));
  let count = 0;
  for await (const { list, no, text: json } of splitJson(path)) {
    expect(list === "表" && no === count + 1 && json === JSON.stringify(all[count])).toBe(true);
    count += 1;
  }
  expect(count).toBe(8000);
});
