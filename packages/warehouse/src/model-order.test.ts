import { expect, test } from "vitest";
import { orderModels } from "./model-order.ts";
import { type ModelStage, readModels } from "./models.ts";

const names = (models: readonly { readonly name: string }[]) => models.map(({ name }) => name);

test("a model comes after those it selects from, others by name", () => {
  const models = [
    { name: "mart_c", sql: "select * from mart_d" },
    { name: "mart_b", sql: "select 1" },
    { name: "mart_d", sql: "select * from stg_x join mart_a using (id)" },
    { name: "mart_a", sql: "select 1" },
  ];
  expect(names(orderModels(models))).toEqual(["mart_a", "mart_b", "mart_d", "mart_c"]);
});

test("a name in a comment is no reference", () => {
  const models = [
    { name: "mart_a", sql: "-- see mart_b\nselect 1" },
    { name: "mart_b", sql: "select * from mart_a" },
  ];
  expect(names(orderModels(models))).toEqual(["mart_a", "mart_b"]);
});

test("models that refer to one another in a circle are refused, with the circle", () => {
  const models = [
    { name: "mart_a", sql: "select * from mart_b" },
    { name: "mart_b", sql: "select * from mart_a" },
  ];
  expect(() => orderModels(models)).toThrow(expect.objectContaining({ code: "W108", detail: "mart_a → mart_b → mart_a" }));
});

test.each<ModelStage>(["staging", "marts", "tables", "evaluation"])("every model of %s states its grain in its first line", (stage) => {
  const models = readModels(stage);
  expect(models.length).toBeGreaterThan(0);
  for (const { name, sql } of models) expect(sql, name).toMatch(/^-- grain: one row/);
});

test("every mart that is built has its table declared", () => {
  expect(names(readModels("tables"))).toEqual(expect.arrayContaining(names(readModels("marts"))));
});
