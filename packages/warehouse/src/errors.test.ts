import { expect, test } from "vitest";
import { WarehouseError, warehouseErrors } from "./errors.ts";

test("a failure says its code, in both languages, the particulars and the statement", () => {
  const { message } = new WarehouseError("W101", "no such table", "select 1 from nowhere\n");
  expect(message).toMatch(/^W101 {2}/);
  expect(message).toContain(warehouseErrors.W101.zh);
  expect(message).toContain(warehouseErrors.W101.en);
  expect(message.endsWith("no such table\n  select 1 from nowhere")).toBe(true);
});

test.each(Object.entries(warehouseErrors))("%s says what happened and what to do, in Chinese and in English", (_, error) => {
  for (const text of [error.zh, error.cureZh]) expect(text).toMatch(/\p{Script=Han}.*。$/u);
  for (const text of [error.en, error.cureEn]) expect(text).toMatch(/^[A-Z][^\p{Script=Han}]+\.$/u);
});
