import { expect, test } from "vitest";
import type { Ranked } from "../rank.ts";
import { windowHonour } from "../zhejiang-fixture.ts";
import { type Change, rankRanges } from "./rank-range.ts";

const at = (id: string, rank: number | null, tiedAtCut: string[] = []): Ranked => {
  const state = rank === null ? "vetoed" : "ranked";
  return { id, state, rank, tied: tiedAtCut.length > 0, decidedBy: "total", tiedAtCut, countedBad: 0 };
};
const drawn = (draw: number): Change => ({ kind: "graders-drawn", draw });
const [stage] = windowHonour.stages.filter(({ id }) => id === "final");

test("a range holds the best and the worst rank, the trials that first gave them, and how often the cut was passed", () => {
  const trials = [9, 11, 8, 8, 12, null].map((rank, place) => ({ change: drawn(place + 1), ranked: [at("a", rank)] }));
  expect(rankRanges([at("a", 10)], trials, stage ? [stage] : [])).toEqual([
    {
      id: "a",
      rank: 10,
      best: 8,
      worst: 12,
      bestBy: drawn(3),
      worstBy: drawn(5),
      usual: { best: 8, worst: 12 },
      unranked: 1,
      cuts: [{ stage: "final", inside: { numerator: 3, denominator: 6 }, tied: { numerator: 0, denominator: 6 } }],
    },
  ]);
});

test("a rank that no trial moves is a range of one, by nothing", () => {
  const [range] = rankRanges([at("a", 3)], [{ change: drawn(1), ranked: [at("a", 3)] }], []);
  expect(range).toMatchObject({ best: 3, worst: 3, bestBy: null, worstBy: null });
});

test("the rank as things stand belongs to its range though no trial gave it", () => {
  const [range] = rankRanges([at("a", 3)], [{ change: drawn(1), ranked: [at("a", 5)] }], []);
  expect(range).toMatchObject({ best: 3, worst: 5, bestBy: null });
});

test("a tie that the cut goes through counts neither as inside nor as outside", () => {
  const trials = [{ change: drawn(1), ranked: [at("a", 10, ["final"])] }];
  const [range] = rankRanges([at("a", 9)], trials, stage ? [stage] : []);
  expect(range?.cuts[0]).toMatchObject({ inside: { numerator: 0 }, tied: { numerator: 1 } });
});

test("of two hundred ranks the five best and the five worst are unusual", () => {
  const trials = Array.from({ length: 200 }, (_, n) => ({ change: drawn(n + 1), ranked: [at("a", n + 1)] }));
  expect(rankRanges([at("a", 100)], trials, [])[0]?.usual).toEqual({ best: 6, worst: 195 });
});

test("one who has no rank in any trial has no range, and one who gains a rank has", () => {
  const trials = [{ change: drawn(1), ranked: [at("out", null), at("back", 4)] }];
  expect(rankRanges([at("out", null), at("back", null)], trials, [])).toMatchObject([
    { id: "out", rank: null, best: null, worst: null, usual: null, unranked: 1 },
    { id: "back", rank: null, best: 4, worst: 4, unranked: 0 },
  ]);
});

test("without a trial the range is the rank as it stands, and nothing is said of cuts", () => {
  expect(rankRanges([at("a", 3)], [], stage ? [stage] : [])).toMatchObject([{ best: 3, worst: 3, usual: null, unranked: 0, cuts: [] }]);
});
