import { describe, expect, test } from "vitest";
import { formatPoints } from "../points.ts";
import { policiesInForce } from "../policy.ts";
import { contestOf } from "../robustness/contest.ts";
import { chanceField, entrant } from "../robustness/contest-fixture.ts";
import { defaults, honourRecord, scheme, windowHonour } from "../zhejiang-fixture.ts";
import { adjustedTotals } from "./adjusted-totals.ts";

/** G1 takes ten points more than G2 wherever both look; each then grades one window alone. */
const uneven = [
  entrant("both", { G1: ["mail", "online"], G2: [] }),
  entrant("by-strict", { G1: ["mail"] }),
  entrant("by-mild", { G2: [] }),
];

describe("totals without severity", () => {
  test("put the window that only the strict grader saw before the one that only the mild grader saw", () => {
    const found = adjustedTotals(contestOf(windowHonour, uneven, defaults));
    expect(
      found.map(({ id, raw, adjusted, rawRank, adjustedRank }) => [id, formatPoints(raw), formatPoints(adjusted), rawRank, adjustedRank]),
    ).toEqual([
      ["by-mild", "90.00", "85.00", 1, 2],
      ["both", "85.00", "85.00", 2, 2],
      ["by-strict", "85.00", "90.00", 2, 1],
    ]);
  });

  test("change no rank where every grader saw every window and the mean is taken", () => {
    const contest = contestOf(windowHonour, chanceField(31, 30, 7), defaults);
    for (const { rawRank, adjustedRank, raw, adjusted } of adjustedTotals(contest)) {
      expect(adjustedRank).toBe(rawRank);
      expect(formatPoints(adjusted)).toBe(formatPoints(raw));
    }
  });

  test("may choose other sheets for a median", () => {
    const contest = contestOf(windowHonour, chanceField(31, 30, 7), policiesInForce(scheme, { "graders-combined": "median" }));
    const found = adjustedTotals(contest);
    expect(found.some(({ rawRank, adjustedRank }) => adjustedRank !== rawRank)).toBe(true);
  });

  test("leave the bonus and the vetoes alone", () => {
    const honoured = { records: { honours: [honourRecord("h", "甲", "national", "2022-05-01")] } };
    const [first] = adjustedTotals(contestOf(windowHonour, [...uneven, entrant("honoured", { G1: [], G2: [] }, honoured)], defaults));
    expect(first).toMatchObject({ id: "honoured", state: "ranked" });
    expect(formatPoints(first?.raw ?? { numerator: 0, denominator: 1 })).toBe("98.00");
  });
});
