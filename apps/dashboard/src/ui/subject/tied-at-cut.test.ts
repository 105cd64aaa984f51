import { expect, test } from "vitest";
import { tiedAtCut } from "./tied-at-cut.ts";

const rows = [1, 2, 2, 4, null].map((rank) => ({ rank }));
const stages = [
  { id: "shortlist", size: 3 },
  { id: "final", size: 2 },
];

test("two who share rank 2 stand across a cut of 2, but not across a cut of 3", () => {
  expect(tiedAtCut({ rank: 2 }, rows, stages)).toEqual(["final"]);
});

test("who shares a rank with nobody, or holds none, stands across no cut", () => {
  expect(tiedAtCut({ rank: 1 }, rows, stages)).toEqual([]);
  expect(tiedAtCut({ rank: null }, rows, stages)).toEqual([]);
});
