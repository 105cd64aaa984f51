import { expect, test } from "vitest";
import { parseItems } from "./parse-items.ts";

test("an item without points is nothing and keeps the others in their places; without any there are none", () => {
  expect(parseItems("1000 - 800")).toEqual([1000, null, 800]);
  expect(parseItems("")).toEqual([]);
  expect(parseItems(null)).toEqual([]);
});
