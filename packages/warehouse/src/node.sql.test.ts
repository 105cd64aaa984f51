import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WarehouseError } from "./errors.ts";
import { type NodeDatabase, openNodeDatabase } from "./node.ts";

let db: NodeDatabase;
beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
});
afterAll(() => db.close());

const value = async (expression: string) => (await db.query<{ v: string | number | boolean | null }>(`select ${expression} as v`))[0]?.v;

describe("values leave the database as plain ones", () => {
  test.each([
    ["count(*)", 1],
    ["sum(9007199254740991::bigint)", 9007199254740991],
    ["92.5::decimal(6,2)", 92.5],
    ["0.1::double", 0.1],
    ["date '2021-04-09'", "2021-04-09"],
    ["timestamp '2023-09-28 08:05:09.123456'", "2023-09-28 08:05:09"],
    ["date_trunc('month', date '2023-09-28')::date", "2023-09-01"],
    ["date '1969-12-31'", "1969-12-31"],
    ["'示例'", "示例"],
    ["true", true],
    ["null::int", null],
  ])("%s is %j", async (expression, expected) => {
    expect(await value(expression)).toBe(expected);
  });

  test("an integer that cannot be told from its neighbour is refused, with its column", async () => {
    await expect(db.query("select 9007199254740993::bigint as cases")).rejects.toMatchObject({
      code: "W102",
      detail: "cases = 9007199254740993",
    });
  });

  test("a list is refused instead of leaking the driver's object", async () => {
    await expect(db.query("select [1, 2] as levels")).rejects.toMatchObject({ code: "W103" });
  });
});

test("parameters are bound by position, null included", async () => {
  const rows = await db.query("select $2 as b, $1 as a, $3::varchar as c, $4 as d, $5 as e", [1, "窗口", null, true, 0.5]);
  expect(rows).toEqual([{ b: "窗口", a: 1, c: null, d: true, e: 0.5 }]);
});

test("a refused statement comes back with its text and what the database said", async () => {
  const failure = await db.query("select nothing from nowhere").catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(WarehouseError);
  expect(failure).toMatchObject({ code: "W101", sql: "select nothing from nowhere" });
  expect((failure as Error).message).toContain("nowhere");
});

test("extensions are never fetched", async () => {
  expect(await value("current_setting('autoinstall_known_extensions')")).toBe(false);
  expect(await value("current_setting('autoload_known_extensions')")).toBe(false);
});

test("a file that is not there cannot be opened read-only", async () => {
  await expect(openNodeDatabase("/nonexistent/store.duckdb", { readOnly: true })).rejects.toMatchObject({ code: "W104" });
});
