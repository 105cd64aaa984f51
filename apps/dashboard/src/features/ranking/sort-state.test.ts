import { expect, test } from "vitest";
import { formatSort, parseSort } from "./sort-state.ts";

const sortable = new Set(["rank", "total", "name"]);

test("a minus sign means falling, and the keys keep their order", () => {
  expect(parseSort("-total,name", sortable)).toEqual([
    { id: "total", desc: true },
    { id: "name", desc: false },
  ]);
});

test("a column that does not exist, or comes twice, is dropped", () => {
  expect(parseSort("gone,-total,total", sortable)).toEqual([{ id: "total", desc: true }]);
});

test("an address survives being read and written again, and the default order is not written", () => {
  expect(formatSort(parseSort("-total,name", sortable))).toBe("-total,name");
  expect(formatSort(parseSort(undefined, sortable))).toBeUndefined();
});
