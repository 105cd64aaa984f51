import { expect, test } from "vitest";
import { z } from "zod";
import { flag, globalSearch, integer, list, oneOf, parseSearch, stringifySearch, text } from "./search-state.ts";

const schema = z.object({ city: list(), sort: oneOf(["official", "score"]), q: text(), year: integer(), open: flag() });
const reopen = (search: Record<string, unknown>) => schema.parse(parseSearch(stringifySearch(search)));

test("an address is written plainly, in the order of its names", () => {
  expect(stringifySearch({ year: 2023, city: ["330100", "330200"] })).toBe("?city=330100,330200&year=2023");
});

test("what was written is read again as the same state", () => {
  const state = { city: ["330100", "330200"], sort: "score" as const, q: "公积金 & 住建", year: 2022, open: true };
  expect(reopen(state)).toEqual(state);
});

test("empty values are not written", () => {
  expect(stringifySearch({ city: [], q: undefined, note: "", none: null })).toBe("");
});

test.each([
  ["sort", "sideways", "official"],
  ["year", "soon", undefined],
  ["year", "20.5", undefined],
  ["open", "perhaps", false],
  ["q", "", undefined],
])("%s=%s becomes its default instead of an error", (name, value, expected) => {
  expect(schema.parse({ [name]: value })[name as "q"]).toBe(expected);
});

test("a list may come as text from the address or as a list from a link", () => {
  expect(schema.parse({ city: "330100,,330200" }).city).toEqual(["330100", "330200"]);
  expect(schema.parse({ city: ["330100"] }).city).toEqual(["330100"]);
});

test("an empty address is Chinese, follows the system's brightness and shows the windows of the latest year", () => {
  expect(globalSearch.parse({})).toEqual({ year: undefined, honour: "red-flag-window", lang: "zh", theme: "auto" });
});
