import { points } from "@mingchuang/rubric/points";
import { expect, test } from "vitest";
import { parseExactItems } from "./exact-items.ts";
import { placeRows } from "./place-rows.ts";
import { formats, rankingColumns } from "./ranking-columns.tsx";
import { rankingRow } from "./ranking-row.fixture.ts";
import { rankingSheet } from "./ranking-sheet.ts";

const items = [
  { id: "organisation", label: "组织领导", maxHundredths: 1000, isBonus: false },
  { id: "service", label: "服务", maxHundredths: 8000, isBonus: false },
  { id: "bonus", label: "加分", maxHundredths: 1000, isBonus: true },
];
// Thirds: 9.33⅓ + 79.33⅓ + 3 = 91.66⅔, while the rounded items come to 91.66.
const thirds = { application_id: "A1", rank: 1, total_num: 27500, total_den: 3, total_c: 9167, items_c: "933 7933 300" };
const { rows, cuts } = placeRows(
  [
    rankingRow(thirds),
    rankingRow({ application_id: "A2", rank: 2, total_num: 9000, total_c: 9000, items_c: "1000 8000 0", subject_name: "=1+1" }),
    rankingRow({ application_id: "A3", rank: null, state: "vetoed", total_num: 8000, total_c: 8000, items_c: "1000 7000 0" }),
    rankingRow({ application_id: "A4", rank: null, state: "unscored", total_num: 0, total_den: 0, total_c: 0, items_c: "- - 200" }),
  ],
  [],
);
const exact = new Map(
  Object.entries({
    A1: "organisation=2800/3 service=23800/3 bonus=300/1",
    A2: "organisation=1000/1 service=7900/1 bonus=0/1",
    A3: "organisation=1000/1 service=7000/1 bonus=0/1",
    A4: "bonus=200/1",
  }).map(([id, text]) => [id, parseExactItems(text)]),
);
const columns = rankingColumns({
  text: (key) => key,
  rows,
  cuts,
  items,
  lineName: (stage) => stage,
  domainName: (domain) => domain,
  levelName: (level) => level,
  stateName: (row) => row.state,
  tierName: null,
  lowerIsBetter: false,
  ofPersons: false,
  groupRank: null,
  spanOf: null,
  narrow: false,
  isPicking: false,
});
const only = (...ids: string[]) => columns.filter(({ id }) => ids.includes(id ?? ""));
const frozen = ["rank", "name"];
const sheetOf = (...ids: string[]) => rankingSheet({ rows, columns: only(...ids), frozen, items, exact });

test("exact items are read as ratios of hundredths", () => {
  expect([...parseExactItems("organisation=2800/3 bonus=300/1")]).toEqual([
    ["organisation", points(2800, 3)],
    ["bonus", points(300)],
  ]);
  expect(parseExactItems("").size).toBe(0);
});

test("the bar becomes one column for each item, where it stands, and the total adds up just these", () => {
  const sheet = sheetOf("rank", "name", "total", "items", "state");
  expect(sheet.columns.map(({ id }) => id)).toEqual(["rank", "name", "total", "item:organisation", "item:service", "item:bonus", "state"]);
  expect(sheet.total).toEqual({ at: 2, adds: [3, 4, 5] });
  expect(sheet.frozen).toBe(2);
});

test("the columns of the sheet stand as those of the page do, and as many stay in sight, those of the bar counted each", () => {
  const ordered = ["city", "items", "name", "rank"].flatMap((id) => only(id));
  const sheet = rankingSheet({ rows, columns: ordered, frozen: ["city", "items", "name"], items, exact });
  expect(sheet.columns.map(({ id }) => id)).toEqual(["city", "item:organisation", "item:service", "item:bonus", "name", "rank"]);
  expect(sheet.frozen).toBe(5);
  expect(rankingSheet({ rows, columns: ordered, frozen: [], items, exact }).frozen).toBe(0);
});

test("items that the total needs and the page does not show follow the shown columns, each of them once", () => {
  const sheet = sheetOf("rank", "name", "total", "item:service", "city");
  expect(sheet.columns.map(({ id }) => id)).toEqual(["rank", "name", "total", "city", "item:service", "item:organisation", "item:bonus"]);
  expect(sheet.total?.adds).toEqual([5, 4, 6]);
});

test("without the total nothing is added to what is shown", () => {
  const sheet = sheetOf("rank", "name", "city");
  expect(sheet.columns.map(({ id }) => id)).toEqual(["rank", "name", "city"]);
  expect(sheet.total).toBeNull();
});

test("items and total are exact, so that a sum comes to the total where rounded items would not", () => {
  const [first] = sheetOf("rank", "name", "total", "items").rows;
  const [, , total, ...parts] = (first ?? []).map(Number);
  expect(total).toBeCloseTo(91.666666666667, 10);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(total ?? 0, 10);
  expect([9.33, 79.33, 3].reduce((sum, part) => sum + part, 0)).toBeCloseTo(91.66, 10);
});

test("a total that is not the sum of its items is no sum; that of a vetoed subject is; who has no total has none", () => {
  const sheet = sheetOf("rank", "name", "total", "items");
  const of = (id: string) => rows.findIndex((row) => row.application_id === id);
  expect(["A1", "A2", "A3", "A4"].map((id) => sheet.isSum[of(id)])).toEqual([true, false, true, false]);
  expect(sheet.rows[of("A2")]?.[2]).toBe(90);
  expect(sheet.rows[of("A4")]?.slice(2)).toEqual([null, null, null, 2]);
});

test("without exact items the page's columns stand as they are and no total is a sum", () => {
  const sheet = rankingSheet({ rows, columns: only("rank", "name", "total"), frozen, items, exact: new Map() });
  expect(sheet.total).toBeNull();
  expect(sheet.isSum).toEqual([false, false, false, false]);
});

test("every number says how it is written, words have no format", () => {
  const sheet = sheetOf("rank", "name", "total", "change", "gap");
  expect(sheet.columns.map(({ format }) => format).slice(0, 5)).toEqual([
    formats.count,
    undefined,
    formats.places,
    formats.points,
    formats.difference,
  ]);
});
