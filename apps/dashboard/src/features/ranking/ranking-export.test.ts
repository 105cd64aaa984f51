import { expect, test } from "vitest";
import { placeRows } from "./place-rows.ts";
import { rankingColumns } from "./ranking-columns.tsx";
import { rankingCells } from "./ranking-export.ts";
import { rankingRow } from "./ranking-row.fixture.ts";

const stages = [
  { id: "shortlist", size: 2 },
  { id: "final", size: 1 },
];
const { rows, cuts } = placeRows(
  [9500, 9200, 9000].map((total, index) => rankingRow({ application_id: `A${index}`, total_num: total, total_c: total, rank: index + 1 })),
  stages,
);
const columns = rankingColumns({
  text: (key, values) => (key === "toLine" ? `距${values?.line}` : key),
  rows,
  cuts,
  items: [],
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

test("the distances to all lines stand in one column of the page and in one number each of the exported file", () => {
  expect(columns.filter((column) => column.meta?.label.startsWith("距")).map((column) => column.meta?.label)).toEqual([
    "距shortlist / final",
  ]);
  const { headers, cells } = rankingCells(rows, columns);
  const at = headers.indexOf("距shortlist");
  expect(headers.slice(at, at + 2)).toEqual(["距shortlist", "距final"]);
  expect(cells.map((row) => row.slice(at, at + 2))).toEqual([
    [3, 0],
    [0, -3],
    [-2, -5],
  ]);
});
