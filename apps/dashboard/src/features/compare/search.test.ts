import { expect, test } from "vitest";
import { parseSearch, stringifySearch } from "../../lib/search-state.ts";
import { compareSearch, distinct, moved } from "./search.ts";

test("ids may be written one by one or as a list, and are kept in their order, each once", () => {
  const read = (address: string) => distinct(compareSearch.parse(parseSearch(address)).id);
  expect(read("?id=W2&id=W1&id=W2")).toEqual(["W2", "W1"]);
  expect(read("?id=W2,W1,W2")).toEqual(["W2", "W1"]);
  expect(read("")).toEqual([]);
  expect(stringifySearch({ id: ["W2", "W1"] })).toBe("?id=W2,W1");
});

test("a subject changes places with its neighbour, and stays at either end", () => {
  expect(moved(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], "b", 1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b"], "a", -1)).toEqual(["a", "b"]);
  expect(moved(["a", "b"], "b", 1)).toEqual(["a", "b"]);
});
