import { expect, test } from "vitest";
import { messages } from "./messages.ts";
import { rankingDefaults, rankingSearch } from "./search.ts";
import { filterWords, sortWords } from "./view-words.ts";

const text = (key: keyof typeof messages.zh, values: Readonly<Record<string, string | number>> = {}) =>
  messages.zh[key].replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name]));
const names = {
  city: (code: string) => ({ "330100": "杭州市", "330200": "宁波市" })[code] ?? code,
  county: (code: string) => code,
  domain: (id: string) => ({ fund: "公积金" })[id] ?? id,
  level: (id: string) => id,
};
const filter = { ...rankingSearch.parse({}), ...rankingDefaults };

test("filters are told in words, several values of one as alternatives, what is looked for as it was typed", () => {
  expect(filterWords({ ...filter, city: ["330100", "330200"], domain: ["fund"], state: ["near"], q: "示例" }, names, text)).toBe(
    "设区市：杭州市、宁波市；领域：公积金；状态：临近否决；查找：示例",
  );
});

test("no filter is said to be none, and an unknown value stands for itself", () => {
  expect(filterWords(filter, names, text)).toBe("无");
  expect(filterWords({ ...filter, city: ["999999"], state: ["odd"] }, names, text)).toBe("设区市：999999；状态：odd");
});

test("the order is told key by key, the order of merit by its name", () => {
  const labelOf = (id: string) => ({ bonus: "加分", total: "总分" })[id] ?? id;
  expect(sortWords([], labelOf, text)).toBe("名次（默认）");
  expect(
    sortWords(
      [
        { id: "bonus", desc: true },
        { id: "total", desc: false },
      ],
      labelOf,
      text,
    ),
  ).toBe("加分 降序；总分 升序");
});
