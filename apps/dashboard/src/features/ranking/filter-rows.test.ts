import { expect, test } from "vitest";
import { filterRows } from "./filter-rows.ts";
import { rankingRow } from "./ranking-row.fixture.ts";

const nothing: Parameters<typeof filterRows>[1] = { city: [], county: [], domain: [], level: [], state: [], q: undefined };
const rows = [
  rankingRow({ application_id: "A1", city_code: "330100", domain: "housing", subject_name: "示例湖滨窗口" }),
  rankingRow({ application_id: "A2", city_code: "330200", domain: "fund", vetoes: "V1:undecided:0:1:1 V2:near:3:0:4", state: "undecided" }),
  rankingRow({ application_id: "A3", city_code: "330200", domain: "housing", vetoes: "V2:vetoed:4:0:4", state: "vetoed", tied: true }),
];
const numbers = (filter: Partial<typeof nothing>) => filterRows(rows, { ...nothing, ...filter }).map((row) => row.application_id);

test("values of one filter are alternatives, filters narrow each other", () => {
  expect(numbers({ city: ["330100", "330200"], domain: ["housing"] })).toEqual(["A1", "A3"]);
});

test("no filter leaves the very same rows, so that nothing is computed again", () => {
  expect(filterRows(rows, nothing)).toBe(rows);
});

test("near means a rule that is one short, whatever the subject's own state", () => {
  expect(numbers({ state: ["near"] })).toEqual(["A2"]);
  expect(numbers({ state: ["vetoed", "tied"] })).toEqual(["A3"]);
});

test("every word of a search must be found, in names or numbers, case apart", () => {
  expect(numbers({ q: "湖滨 a1" })).toEqual(["A1"]);
  expect(numbers({ q: "湖滨 a2" })).toEqual([]);
});
