import { describe, expect, test } from "vitest";
import { policiesInForce } from "./policy.ts";
import { scoreApplication } from "./score.ts";
import { defaults, discretionary, facts, personHonour, scheme, sheet, windowHonour } from "./zhejiang-fixture.ts";

const under = (choices: Record<string, string>) => policiesInForce(scheme, choices);
/** One sheet for each number of 5-point clauses left unmet, so that the sheets' totals are 90, 85, 80 … */
const unmetClauses = ["mail", "online", "lawful", "systems", "identity", "attitude"];
const panel = (...unmet: number[]) =>
  unmet.flatMap((count, place) =>
    sheet(windowHonour, `G${place + 1}`, Object.fromEntries(unmetClauses.slice(0, count).map((clause) => [clause, 5]))),
  );
const keptOf = (entries: ReturnType<typeof panel>, choices: Record<string, string>) =>
  scoreApplication(windowHonour, facts({ entries }), under(choices))
    .sheets.filter(({ kept }) => kept)
    .map(({ grader }) => grader);

describe("which sheets make the score", () => {
  test("all complete ones for the mean", () => {
    expect(keptOf(panel(0, 3, 1), {})).toEqual(["G1", "G2", "G3"]);
  });

  test("all but the highest and the lowest for the trimmed mean", () => {
    expect(keptOf(panel(0, 3, 1, 2), { "graders-combined": "trimmed-mean" })).toEqual(["G3", "G4"]);
  });

  test("two sheets are too few to trim, and both are kept", () => {
    expect(keptOf(panel(0, 3), { "graders-combined": "trimmed-mean" })).toEqual(["G1", "G2"]);
  });

  test("the middle one for the median of an odd panel, two for an even one", () => {
    expect(keptOf(panel(0, 3, 1, 2, 4), { "graders-combined": "median" })).toEqual(["G4"]);
    expect(keptOf(panel(0, 3, 1, 2), { "graders-combined": "median" })).toEqual(["G3", "G4"]);
    expect(keptOf(panel(2), { "graders-combined": "median" })).toEqual(["G1"]);
  });

  test("among equal totals the grader's id decides, so that the choice never depends on the order of the rows", () => {
    const entries = panel(1, 1, 1);
    expect(keptOf(entries, { "graders-combined": "median" })).toEqual(["G2"]);
    expect(keptOf([...entries].reverse(), { "graders-combined": "median" })).toEqual(["G2"]);
  });

  test("an incomplete sheet is left out before the others are trimmed, and says what it lacks", () => {
    const entries = [...panel(0, 3, 1), ...sheet(windowHonour, "G9", { plan: null })];
    const { sheets } = scoreApplication(windowHonour, facts({ entries }), under({ "graders-combined": "trimmed-mean" }));
    expect(sheets.map(({ grader, droppedBecause, missing }) => [grader, droppedBecause, missing])).toEqual([
      ["G1", "trimmed", []],
      ["G2", "trimmed", []],
      ["G3", null, []],
      ["G9", "incomplete", ["organisation/plan"]],
    ]);
  });

  test("a median keeps the sheet and not the middle of each item", () => {
    const entries = [
      ...sheet(personHonour, "G1", { service: 5, skill: 25 }),
      ...sheet(personHonour, "G2", { service: 15, skill: 14 }),
      ...sheet(personHonour, "G3", { service: 25, skill: 0 }),
    ];
    const score = scoreApplication(personHonour, facts({ entries }), under({ "graders-combined": "median" }));
    expect(score.sheets.map(({ points }) => points.numerator)).toEqual([7000, 6900, 6500]);
    expect(score.items.slice(1, 3).map(({ points }) => points.numerator)).toEqual([1500, 1400]);
  });

  test("each sheet has its own total, kept or not", () => {
    const entries = [...sheet(windowHonour, "G1", { mail: 5 }), discretionary("G1", "organisation", 1.25)];
    expect(scoreApplication(windowHonour, facts({ entries }), defaults).sheets[0]?.points.numerator).toBe(8375);
  });
});
