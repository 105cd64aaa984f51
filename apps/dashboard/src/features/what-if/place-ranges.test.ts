import type { RankRange } from "@mingchuang/rubric/robustness/rank-range";
import type { Robustness, WeightRange } from "@mingchuang/rubric/robustness/robustness";
import { expect, test } from "vitest";
import { cutFirmness, placeRanges } from "./place-ranges.ts";
import { spanText } from "./span-bars.ts";

const range = (id: string, best: number | null, worst: number | null, more: Partial<RankRange> = {}): RankRange => {
  const usual = best === null || worst === null ? null : { best, worst };
  return { id, rank: best, best, worst, bestBy: null, worstBy: null, usual, unranked: 0, cuts: [], ...more };
};
const weight = (each: RankRange, exact: boolean): WeightRange => ({
  ...each,
  exact,
  bounds: exact ? { best: each.best ?? 0, worst: each.worst ?? 0 } : null,
});
const ranked = [
  { id: "A", rank: 1 },
  { id: "B", rank: 2 },
  { id: "C", rank: 3 },
  { id: "V", rank: null },
] as unknown as Robustness["ranked"];
const gone = { kind: "grader-left-out", grader: "G2" } as const;
const found: Robustness = {
  ranked,
  graders: ["G1", "G2"],
  draws: 10,
  margin: 10,
  redrawn: [range("A", 1, 1), range("B", 2, 3), range("C", 2, 3), range("V", null, null)],
  withoutOne: [range("A", 1, 1), range("B", 1, 2, { bestBy: gone }), range("C", 3, 3), range("V", null, null)],
  weights: [
    weight(range("A", 1, 2), true),
    weight(range("B", 2, 2), false),
    weight(range("C", 3, 3), true),
    weight(range("V", null, null), true),
  ],
  policies: [range("A", 1, 1), range("B", 2, 2), range("C", 3, 3), range("V", null, null)],
  policyTrials: { refused: [], moving: [], untried: 0 },
  flips: [],
};

test("a span is as wide as the widest of its kinds, and says what first gave an end; who has no rank has no span", () => {
  const spans = placeRanges(found);
  expect(spans.map(({ id, all }) => `${id} ${spanText(all)}`)).toEqual(["A 1–2", "B 1–3", "C 2–3"]);
  expect(spans[1]).toMatchObject({
    redrawn: { best: 2, worst: 3 },
    withoutOne: { best: 1, worst: 2 },
    bestBy: gone,
    worstBy: null,
    weightsExact: false,
  });
  expect(spans[0]?.weightsExact).toBe(true);
});

test("inside a cut are those who stay whatever is changed and those who may leave; outside those who may enter", () => {
  const { firm, atRisk, mayEnter } = cutFirmness(placeRanges(found), 2);
  expect([firm, atRisk, mayEnter].map((those) => those.map(({ id }) => id))).toEqual([["A"], ["B"], ["C"]]);
});

test("a span of one rank is that rank, none is a dash", () => {
  expect([spanText({ best: 4, worst: 4 }), spanText({ best: 2, worst: 5 }), spanText(null)]).toEqual(["4", "2–5", "–"]);
});
