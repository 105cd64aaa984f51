import fc from "fast-check";
import { expect, test } from "vitest";
import type { Database, SqlRow, SqlValue } from "./database.ts";
import { openAnswers, recordAnswers, writeAnswers } from "./prepared-answers.ts";

/** A database that has one table for each question, and nothing else. */
const databaseOf = (tables: ReadonlyMap<string, readonly SqlRow[]>): Database => ({
  query: async <Row extends SqlRow>(sql: string) => (tables.get(sql) ?? []) as readonly Row[],
  execute: () => Promise.resolve(),
  close: () => Promise.resolve(),
});

/** Records, writes into memory and opens again. */
async function throughFiles(asked: readonly (readonly [string, readonly SqlValue[]])[], db: Database) {
  const recording = recordAnswers(db);
  for (const [sql, parameters] of asked) await recording.db.query(sql, parameters);
  const contents = new Map<string, string>();
  const [list, ...others] = await writeAnswers(recording.answers(), async (text) => {
    const file = `file-${contents.size}`;
    contents.set(file, text);
    return { file };
  });
  const read: string[] = [];
  const parse = (file: string) => Promise.resolve(JSON.parse(contents.get(file) ?? "null") as unknown);
  const find = openAnswers(await parse(list?.file ?? ""), (file) => {
    read.push(file);
    return parse(file);
  });
  return { find, read, others };
}

const value = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
  fc.boolean(),
  fc.constant(null),
);
const table = fc
  .tuple(
    fc.uniqueArray(
      fc.string({ minLength: 1 }).filter((name) => name !== "__proto__"),
      { minLength: 1, maxLength: 5 },
    ),
    fc.nat({ max: 6 }),
  )
  .chain(([names, rows]) =>
    fc
      .array(fc.tuple(...names.map(() => value)), { minLength: rows, maxLength: rows })
      .map((cells) => cells.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i] ?? null])))),
  );

test("whatever was answered comes back row for row, column for column", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(table, { maxLength: 4 }), fc.array(value), async (tables, parameters) => {
      const known = new Map(tables.map((rows, i) => [`select ${i}`, rows] as const));
      const { find } = await throughFiles(
        [...known.keys()].map((sql) => [sql, parameters] as const),
        databaseOf(known),
      );
      for (const [sql, rows] of known) {
        const found = await find(sql, parameters);
        expect(found).toEqual(rows);
        expect(found?.map((row) => Object.keys(row))).toEqual(rows.map((row) => Object.keys(row)));
      }
    }),
  );
});

test("another question, or the same one with other values, has no answer", async () => {
  const { find } = await throughFiles([["select $1", [2023]]], databaseOf(new Map([["select $1", [{ n: 1 }]]])));
  expect(await find("select $1", [2023])).toEqual([{ n: 1 }]);
  expect(await find("select $1", [2022])).toBeNull();
  expect(await find("select $1", ["2023"])).toBeNull();
  expect(await find("select $1 ", [2023])).toBeNull();
});

test("a large answer is fetched by itself, and only when it is asked for", async () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => ({ window_id: `W${n}`, total_c: n }));
  const { find, read, others } = await throughFiles(
    [
      ["small", []],
      ["large", []],
    ],
    databaseOf(
      new Map<string, readonly SqlRow[]>([
        ["small", [{ n: 1 }]],
        ["large", rows],
      ]),
    ),
  );
  expect(others).toHaveLength(1);
  await find("small", []);
  expect(read).toEqual([]);
  expect(await find("large", [])).toEqual(rows);
  expect(read).toEqual([others[0]?.file]);
});

test("a number that JSON has no word for is left to the engine", async () => {
  const { find } = await throughFiles(
    [
      ["finite", []],
      ["infinite", []],
    ],
    databaseOf(
      new Map([
        ["finite", [{ n: 1 }]],
        ["infinite", [{ n: Number.POSITIVE_INFINITY }]],
      ]),
    ),
  );
  expect(await find("finite", [])).toEqual([{ n: 1 }]);
  expect(await find("infinite", [])).toBeNull();
});

test("what is no list is refused", () => {
  expect(() => openAnswers({ sql: "select 1" }, () => Promise.resolve(null))).toThrow();
});
