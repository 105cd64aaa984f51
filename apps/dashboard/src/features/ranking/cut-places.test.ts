import { expect, test } from "vitest";
import { linesInside, placeCuts, placeGaps } from "./cut-places.ts";
import { placeRows } from "./place-rows.ts";
import { rankingRow } from "./ranking-row.fixture.ts";
import { layRows } from "./table-entries.ts";

const { rows, cuts } = placeRows(
  [
    rankingRow({ application_id: "A", total_num: 9500, rank: 1 }),
    rankingRow({ application_id: "B", total_num: 9300, rank: null, state: "vetoed" }),
    rankingRow({ application_id: "C", total_num: 9000, rank: 2 }),
    rankingRow({ application_id: "D", total_num: 8500, rank: 3 }),
    rankingRow({ application_id: "E", total_num: 8000, rank: 4 }),
  ],
  [
    { id: "shortlist", size: 3 },
    { id: "final", size: 2 },
  ],
);

test("each line runs below the last rank inside it; a vetoed row in between takes no place", () => {
  expect(placeCuts(rows, cuts).map(({ cut, after }) => [cut.stage, after])).toEqual([
    ["final", 2],
    ["shortlist", 3],
  ]);
});

test("positions count the lines, both ways", () => {
  const { entries, positions } = layRows(rows.length, placeCuts(rows, cuts));
  expect(entries.map((entry) => ("row" in entry ? entry.row : "cut" in entry ? entry.cut.stage : "gap"))).toEqual([
    0,
    1,
    2,
    "final",
    3,
    "shortlist",
    4,
  ]);
  expect([...positions]).toEqual([0, 1, 2, 4, 6]);
});

test("where no line is drawn a row says which it is inside of, the strictest first; a vetoed one is inside of none", () => {
  const inside = (id: string) =>
    rows.filter((row) => row.application_id === id).flatMap((row) => linesInside(row, cuts).map(({ stage }) => stage));
  expect(["A", "B", "C", "D", "E"].map(inside)).toEqual([["final", "shortlist"], [], ["final", "shortlist"], ["shortlist"], []]);
});

test("a filter that leaves nobody outside a line takes the line away", () => {
  expect(placeCuts(rows.slice(0, 4), cuts).map(({ cut }) => cut.stage)).toEqual(["final"]);
  expect(placeCuts(rows.slice(0, 3), cuts)).toEqual([]);
});

test("missing ranks are told below the last rank before them, above a line that runs after them", () => {
  const shown = rows.filter(({ rank }) => rank !== 2);
  const places = placeGaps(shown, [{ from: 2, to: 2 }], placeCuts(shown, cuts));
  expect(places.map((place) => ["cut" in place ? place.cut.stage : place.gap, place.after])).toEqual([
    [{ from: 2, to: 2 }, 0],
    ["final", 0],
    ["shortlist", 2],
  ]);
});

test("ranks missing behind the last row that is shown are not told: nobody stands after them", () => {
  expect(placeGaps(rows.slice(0, 1), [{ from: 2, to: 2 }], [])).toEqual([]);
});

test("a hundred thousand rows with a missing rank after every tenth are told apart in one go through them", () => {
  const many = placeRows(
    Array.from({ length: 100_000 }, (_, index) => index + 1)
      .filter((rank) => rank % 10 !== 0)
      .map((rank) => rankingRow({ application_id: `A${String(rank).padStart(6, "0")}`, total_num: 200_000 - rank, rank })),
    [],
  ).rows;
  const gaps = Array.from({ length: 10_000 }, (_, index) => ({ from: (index + 1) * 10, to: (index + 1) * 10 }));
  const places = placeGaps(many, gaps, []);
  expect(places).toHaveLength(9_999);
  expect(places.map(({ after }) => after).slice(0, 3)).toEqual([8, 17, 26]);
});
