import { describe, expect, test } from "vitest";
import { defaults, windowHonour } from "../zhejiang-fixture.ts";
import { contestOf } from "./contest.ts";
import { chanceField, entrant } from "./contest-fixture.ts";
import { drawsFrom } from "./draw.ts";
import { rankRanges } from "./rank-range.ts";
import { rankWeighted, weightTable, wholeWeight } from "./weight-table.ts";
import { boundRanks, moveWeights } from "./weight-trials.ts";

/** Without what breaks ties, `strong` leads by 5 points of item 2 and lacks 3 points of item 1. */
const two = contestOf(windowHonour, [entrant("strong", { G1: ["plan"] }), entrant("tidy", { G1: ["catalogue"] })], defaults);
const places = (ranked: readonly { id: string; rank: number | null }[]) => ranked.map(({ id, rank }) => `${rank} ${id}`);

describe("weights", () => {
  test("as they stand give the ranking as it stands", () => {
    const contest = contestOf(windowHonour, chanceField(5, 20, 3), defaults);
    const table = weightTable(contest);
    expect(rankWeighted(contest, table, [])).toEqual(contest.ranked);
    expect(
      rankWeighted(
        contest,
        table,
        table.parts.map(() => 7_300),
      ),
    ).toEqual(contest.ranked);
  });

  test("that make item 1 count five thirds bring two windows level, and more turns them round", () => {
    const table = weightTable(two);
    const withFirst = (weight: number) => places(rankWeighted(two, table, [weight]));
    expect(withFirst(wholeWeight)).toEqual(["1 strong", "2 tidy"]);
    expect(withFirst(16_666)).toEqual(["1 strong", "2 tidy"]);
    expect(withFirst(16_667)).toEqual(["1 tidy", "2 strong"]);
  });

  test("are tried at every corner and between, the same for the same seed", () => {
    const table = weightTable(two);
    const trials = moveWeights(two, table, 10, 5, drawsFrom(1));
    expect(trials).toHaveLength(2 ** 6 + 5);
    expect(trials).toEqual(moveWeights(two, table, 10, 5, drawsFrom(1)));
    for (const { change } of trials) {
      const percent = change.kind === "weights" ? Object.values(change.percent) : [];
      expect(percent).toHaveLength(6);
      for (const each of percent) expect(each >= 90 && each <= 110).toBe(true);
    }
  });
});

describe("bounds over weights", () => {
  test("hold two windows apart as long as no weights within the margin bring them level", () => {
    const table = weightTable(two);
    expect(boundRanks(two, table, 24)).toEqual([
      { id: "strong", best: 1, worst: 1 },
      { id: "tidy", best: 2, worst: 2 },
    ]);
    expect(boundRanks(two, table, 25)).toEqual([
      { id: "strong", best: 1, worst: 2 },
      { id: "tidy", best: 1, worst: 2 },
    ]);
  });

  test("are never passed by any trial", () => {
    const contest = contestOf(windowHonour, chanceField(5, 30, 5), defaults);
    const table = weightTable(contest);
    for (const margin of [5, 20, 60]) {
      const bounds = boundRanks(contest, table, margin);
      const ranges = rankRanges(contest.ranked, moveWeights(contest, table, margin, 200, drawsFrom(margin)), []);
      for (const { id, best, worst } of bounds) {
        const range = ranges.find((each) => each.id === id);
        expect(range?.best).toBeGreaterThanOrEqual(best);
        expect(range?.worst).toBeLessThanOrEqual(worst);
      }
    }
  });

  test("leave out those who have no rank", () => {
    const vetoed = chanceField(5, 30, 5).slice(0, 12);
    const contest = contestOf(windowHonour, vetoed, defaults);
    expect(boundRanks(contest, weightTable(contest), 10).map(({ id }) => id)).toEqual(
      contest.ranked.filter(({ rank }) => rank !== null).map(({ id }) => id),
    );
  });
});
