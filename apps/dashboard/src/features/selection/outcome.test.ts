import { expect, test } from "vitest";
import { lineAfter, tiesBefore } from "./nominee-lines.ts";
import { chases, countOutcomes, gapText, outcomeOf, pursuers } from "./outcome.ts";
import { barred, out, verdictRow } from "./verdict-row.fixture.ts";

const tied = (id: string) => verdictRow(id, 3, { outcome: "open", reason: "tied" });
const rows = [
  verdictRow("A", 1),
  verdictRow("B", 2),
  tied("C"),
  tied("D"),
  barred("E", "undecided", 5),
  out("F", 6, "C, D", 850, 7),
  out("G", 7, "C, D", 1),
  barred("H", "not-passed", 8),
  barred("I", "vetoed"),
];

test("who is undecided waits, who did not come through before is not the same as who is vetoed", () => {
  expect(rows.map(outcomeOf)).toEqual(["in", "in", "tied", "tied", "waiting", "out", "out", "earlier", "barred"]);
  expect(countOutcomes(rows)).toEqual({ in: 2, tied: 2, waiting: 1, out: 2, barred: 1, earlier: 1 });
});

test("the nearest to a place comes first, by the exact gap, and its rival is told who is nearest behind", () => {
  const nearest = chases(rows);
  expect(nearest.map(({ row, gap }) => [row.application_id, gapText(gap)])).toEqual([
    ["G", "0.01"],
    ["F", "1.21"],
  ]);
  expect(nearest[0]?.ahead.map(({ application_id }) => application_id)).toEqual(["C", "D"]);
  expect(pursuers(nearest).get("C")?.row.application_id).toBe("G");
  expect(pursuers(nearest).has("A")).toBe(false);
});

test("a gap that is there is never shown as none, and totals that are ranks differ without a sign", () => {
  const [small, equal, lower] = [out("X", 9, "A", 1, 7), out("Y", 9, "A", 0), out("Z", 9, "A", -250)];
  const shown = (row: typeof small) => chases([rows[0] ?? row, row]).map(({ gap }) => gapText(gap));
  expect(shown(small)).toEqual(["< 0.01"]);
  expect(shown(equal)).toEqual(["0.00"]);
  expect(shown(lower)).toEqual(["2.50"]);
});

test("the line runs below the last who is in or may yet be, and nowhere when nobody is out by rank", () => {
  expect(lineAfter(rows)).toBe(3);
  expect(lineAfter(rows.slice(0, 5))).toBeNull();
  expect(lineAfter([])).toBeNull();
});

test("a tie is announced once, above its first, with how many share it", () => {
  expect([...tiesBefore(rows)]).toEqual([["C", 2]]);
});
