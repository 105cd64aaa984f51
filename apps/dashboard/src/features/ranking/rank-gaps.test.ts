import { expect, test } from "vitest";
import { findRankGaps } from "./rank-gaps.ts";

const ranks = (...given: (number | null)[]) => given.map((rank) => ({ rank }));

test("a rank that nobody listed holds is a gap, also the first", () => {
  expect(findRankGaps(ranks(2, 3, 6))).toEqual([
    { from: 1, to: 1 },
    { from: 4, to: 5 },
  ]);
});

test("equal ranks take the places after them, so they leave no gap", () => {
  expect(findRankGaps(ranks(1, 2, 2, 4, null))).toEqual([]);
});

test("ranks of several fields that each begin at one leave no gap", () => {
  expect(findRankGaps(ranks(1, 2, 3, 1, 2))).toEqual([]);
});
