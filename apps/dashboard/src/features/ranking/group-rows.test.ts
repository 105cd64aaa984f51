import { expect, test } from "vitest";
import { groupKeyOf, groupRanks, groupRows } from "./group-rows.ts";
import { type PlacedRow, placeRows } from "./place-rows.ts";
import { rankingRow } from "./ranking-row.fixture.ts";
import { layGroups } from "./table-entries.ts";

const row = (id: string, city: string, total: number, rank: number | null, more: Parameters<typeof rankingRow>[0] = {}) =>
  rankingRow({ application_id: id, city_code: city, total_num: total, total_c: total, rank, ...more });
const stages = [{ id: "final", size: 2 }];
const placing = placeRows(
  [
    row("A", "hangzhou", 9500, 1),
    row("B", "ningbo", 9400, 2, { tied: true }),
    row("C", "hangzhou", 9400, 2, { tied: true }),
    row("D", "hangzhou", 9400, 2, { tied: true }),
    row("E", "hangzhou", 9000, 5, { state: "undecided" }),
    row("F", "ningbo", 8000, 6),
    row("V", "wenzhou", 9900, null, { state: "vetoed" }),
    row("W", "wenzhou", 8500, null, { state: "ineligible" }),
  ],
  stages,
);
const ids = (rows: readonly PlacedRow[]) => rows.map(({ application_id }) => application_id);
const same = (each: PlacedRow) => each;
const rankOf = (ranks: ReturnType<typeof groupRanks>, id: string) => ranks.get(id)?.rank;

test("the rank within a group follows the order of merit, ties stay ties, and after two seconds comes a fourth", () => {
  const ranks = groupRanks(placing.rows, "city");
  expect(["A", "C", "D", "E", "B", "F"].map((id) => rankOf(ranks, id))).toEqual([1, 2, 2, 4, 1, 2]);
  expect(["A", "C", "D", "B"].map((id) => ranks.get(id)?.tied)).toEqual([false, true, true, false]);
});

test("who holds no rank has none within the group either", () => {
  const ranks = groupRanks(placing.rows, "city");
  expect(["V", "W"].map((id) => ranks.has(id))).toEqual([false, false]);
});

test("a rank within a group is the same in whatever order the rows are handed over", () => {
  const there = groupRanks(placing.rows, "city");
  const back = groupRanks([...placing.rows].reverse(), "city");
  for (const [id, rank] of there) expect(back.get(id)).toEqual(rank);
});

test("from the first rank that is not listed on, no rank within a group is told: the one missing may belong to it", () => {
  const ranks = groupRanks(
    placing.rows.filter(({ application_id }) => application_id !== "E"),
    "city",
    { unlisted: 5 },
  );
  expect(["A", "C", "B", "F"].map((id) => rankOf(ranks, id))).toEqual([1, 2, 1, undefined]);
});

test("where ranks are those of a tier, nobody is counted against another tier", () => {
  const tiered = placeRows(
    [row("A", "x", 9500, 1, { tier: "one" }), row("B", "x", 9000, 1, { tier: "two" }), row("C", "x", 8000, 2, { tier: "two" })],
    [],
  );
  const ranks = groupRanks(tiered.rows, "city", { byTier: true });
  expect(["A", "B", "C"].map((id) => rankOf(ranks, id))).toEqual([1, 1, 2]);
});

test("a tier that rows only carry splits no group: the ranks are those of all", () => {
  const carried = placeRows([row("A", "x", 9500, 1, { tier: "one" }), row("B", "x", 9000, 2, { tier: "two" })], []);
  expect(["A", "B"].map((id) => rankOf(groupRanks(carried.rows, "city"), id))).toEqual([1, 2]);
});

test("groups follow their best rank, one whose first row is vetoed comes where its first rank is, one without ranks last", () => {
  const groups = groupRows(placing.rows, same, "city", placing.cuts);
  expect(groups.map(({ key, items }) => [key, ids(items)])).toEqual([
    ["hangzhou", ["A", "C", "D", "E"]],
    ["ningbo", ["B", "F"]],
    ["wenzhou", ["V", "W"]],
  ]);
});

test("under another order groups and rows follow that order", () => {
  const groups = groupRows([...placing.rows].reverse(), same, "city", placing.cuts);
  expect(groups.map(({ key, items }) => [key, ids(items)])).toEqual([
    ["ningbo", ["F", "B"]],
    ["hangzhou", ["E", "D", "C", "A"]],
    ["wenzhou", ["W", "V"]],
  ]);
});

test("the head of a group counts ranked, vetoed and those inside the lines, and takes mean and median of the ranked", () => {
  const figures = new Map(groupRows(placing.rows, same, "city", placing.cuts).map(({ key, figures: each }) => [key, each]));
  expect(figures.get("hangzhou")).toEqual({
    ranked: 4,
    vetoed: 0,
    best: 1,
    mean: 9325,
    median: 9400,
    inside: [{ stage: "final", count: 3 }],
  });
  expect(figures.get("ningbo")).toMatchObject({ ranked: 2, best: 2, mean: 8700, median: 8700 });
  expect(figures.get("wenzhou")).toMatchObject({ ranked: 0, vetoed: 1, best: null, mean: null, median: null });
});

test("a mean is rounded once, at the end: 90.00⅔, 90.00⅔ and 90.00⅙ come to 90.005 and are written 90.01", () => {
  const thirds = placeRows(
    [row("A", "x", 27002, 1, { total_den: 3 }), row("B", "x", 27002, 1, { total_den: 3 }), row("C", "x", 54001, 3, { total_den: 6 })],
    [],
  );
  const [group] = groupRows(thirds.rows, same, "city", []);
  expect(group?.figures.mean).toBe(9001);
  expect(group?.figures.median).toBe(9001);
});

test("rows without a county stand together under a key of their own, and have no rank in a county that is none", () => {
  const [without] = placeRows([row("A", "x", 1, 1, { county_code: null })], []).rows;
  expect(groupKeyOf(without as PlacedRow, "county")).toBe("-");
  expect(groupRanks([without as PlacedRow], "county").size).toBe(0);
});

test("a closed group leaves its head, and its rows have no position", () => {
  const { entries, positions } = layGroups(groupRows(placing.rows, same, "city", []), (key) => key !== "hangzhou");
  expect(entries).toEqual([
    { group: "hangzhou", open: false },
    { group: "ningbo", open: true },
    { row: 4 },
    { row: 5 },
    { group: "wenzhou", open: true },
    { row: 6 },
    { row: 7 },
  ]);
  expect([...positions]).toEqual([-1, -1, -1, -1, 2, 3, 5, 6]);
});
