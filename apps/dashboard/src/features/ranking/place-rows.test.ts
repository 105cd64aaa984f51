import type { RankingRow } from "@mingchuang/warehouse/queries/ranking";
import { expect, test } from "vitest";
import { placeRows } from "./place-rows.ts";
import { rankingRow } from "./ranking-row.fixture.ts";

const stages = [{ id: "final", size: 2 }];
const row = (id: string, hundredths: number, rank: number | null, more: Partial<RankingRow> = {}) =>
  rankingRow({ application_id: id, total_num: hundredths, total_c: hundredths, rank, ...more });

test("a vetoed subject stands where its score would have put it, with the rank it would have had, and moves nobody", () => {
  const { rows } = placeRows([row("A", 9500, 1), row("B", 9000, 2), row("C", 9200, null, { state: "vetoed" })], stages);
  expect(rows.map(({ application_id, rank, would_rank }) => [application_id, rank, would_rank])).toEqual([
    ["A", 1, null],
    ["C", null, 2],
    ["B", 2, null],
  ]);
});

test("two vetoed subjects do not push each other down: each would have had its own place", () => {
  const vetoed = { state: "vetoed" } as const;
  const { rows } = placeRows([row("A", 9500, null, vetoed), row("B", 9400, null, vetoed), row("C", 9000, 1)], stages);
  expect(rows.map((each) => each.would_rank)).toEqual([1, 1, null]);
});

test("a vetoed subject with the same total is placed by fewer counted bad reviews, then by the higher good rate", () => {
  const { rows } = placeRows(
    [
      row("A", 9000, 1, { counted_bad: 0, good: 199, active: 200 }),
      row("B", 9000, 2, { counted_bad: 1, good: 99, active: 100 }),
      row("C", 9000, null, { state: "vetoed", counted_bad: 0, good: 98, active: 100 }),
    ],
    [],
  );
  expect(rows.map((each) => each.application_id)).toEqual(["A", "C", "B"]);
});

test("a vetoed subject equal to a ranked one in every key would have shared its rank", () => {
  const { rows } = placeRows([row("A", 9500, 1), row("B", 9000, 2), row("C", 9000, 2), row("D", 9000, null, { state: "vetoed" })], []);
  expect(rows.find((each) => each.application_id === "D")?.would_rank).toBe(2);
});

test("the order of the ranked ones is the evaluation's, whatever decided it", () => {
  const { rows } = placeRows([row("A", 9000, 2), row("B", 9000, 1)], []);
  expect(rows.map((each) => each.application_id)).toEqual(["B", "A"]);
});

test("points to a line are measured from the last subject inside: that one has 0, the next outside is below 0", () => {
  const { rows, cuts } = placeRows([row("A", 9500, 1), row("B", 9040, 2), row("C", 9000, 3)], stages);
  expect(cuts).toEqual([{ stage: "final", size: 2, inside: 2, total: 9040 }]);
  expect(rows.map((each) => each.gaps[0])).toEqual([460, 0, -40]);
});

test("a tie at the cut leaves more inside than the line has places", () => {
  const { cuts } = placeRows([row("A", 9500, 1), row("B", 9000, 2), row("C", 9000, 2), row("D", 8000, 4)], stages);
  expect(cuts[0]?.inside).toBe(3);
});

test("without anybody outside there is no line to measure from", () => {
  const { rows } = placeRows([row("A", 9500, 1), row("B", 9000, 2)], stages);
  expect(rows.map((each) => each.gaps[0])).toEqual([null, null]);
});

test("a seventh of a hundredth decides where a vetoed subject would have stood", () => {
  const { rows } = placeRows([row("A", 9143, 1), row("B", 64002, null, { total_den: 7, state: "vetoed" })], []);
  expect(rows.map((each) => each.application_id)).toEqual(["B", "A"]);
});

test("a subject without a complete sheet comes last and is measured against no line", () => {
  const { rows } = placeRows([row("A", 0, null, { state: "unscored" }), row("B", 9000, 1), row("C", 8000, 2), row("D", 7000, 3)], stages);
  expect(rows.at(-1)).toMatchObject({ application_id: "A", gaps: [null], would_rank: null });
});
