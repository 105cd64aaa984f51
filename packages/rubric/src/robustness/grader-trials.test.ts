import { describe, expect, test } from "vitest";
import { policiesInForce } from "../policy.ts";
import { defaults, scheme, sheet, windowHonour } from "../zhejiang-fixture.ts";
import { contestOf } from "./contest.ts";
import { chanceField, entrant } from "./contest-fixture.ts";
import { drawsFrom } from "./draw.ts";
import { leaveOutGraders, redrawGraders } from "./grader-trials.ts";

describe.each(["mean", "trimmed-mean", "median"])("graders combined by %s", (combined) => {
  const policies = policiesInForce(scheme, { "graders-combined": combined });
  const field = chanceField(7, 25, 6);

  test("leaving a grader out is the same as scoring anew without its sheets", () => {
    for (const { change, ranked } of leaveOutGraders(contestOf(windowHonour, field, policies))) {
      const grader = change.kind === "grader-left-out" ? change.grader : "";
      const others = field.map(({ id, facts }) => ({
        id,
        facts: { ...facts, entries: facts.entries.filter((each) => each.grader !== grader) },
      }));
      expect(ranked).toEqual(contestOf(windowHonour, others, policies).ranked);
    }
  });

  test("a panel of which one grader is drawn twice is the same as scoring anew with a copy of its sheets", () => {
    const contest = contestOf(windowHonour, field, policies);
    const fixed = [0, 0, 1, 2, 3, 4];
    const [trial] = redrawGraders(contest, 1, () => fixed.shift() ?? 0);
    const doubled = field.map(({ id, facts }) => {
      const copied = facts.entries.filter(({ grader }) => grader === "G1").map((entry) => ({ ...entry, grader: "G1 again" }));
      return { id, facts: { ...facts, entries: [...facts.entries.filter(({ grader }) => grader !== "G6"), ...copied] } };
    });
    expect(trial?.ranked).toEqual(contestOf(windowHonour, doubled, policies).ranked);
  });
});

test("the same seed draws the same panels, another one does not", () => {
  const contest = contestOf(windowHonour, chanceField(7, 12, 5), defaults);
  const drawn = (seed: number) => redrawGraders(contest, 50, drawsFrom(seed));
  expect(drawn(1)).toEqual(drawn(1));
  expect(drawn(1)).not.toEqual(drawn(2));
});

test("whoever has lost its only grader is unscored", () => {
  const field = [entrant("both", { G1: [], G2: ["mail"] }), entrant("one", { G2: [] })];
  const trials = leaveOutGraders(contestOf(windowHonour, field, defaults));
  expect(trials.map(({ ranked }) => ranked.map(({ id, rank }) => [id, rank]))).toEqual([
    [
      ["one", 1],
      ["both", 2],
    ],
    [
      ["both", 1],
      ["one", null],
    ],
  ]);
});

test("a subject of whose graders none is drawn keeps its own sheets in that draw", () => {
  const field = [entrant("both", { G1: ["mail"], G2: [] }), entrant("one", { G2: [] })];
  const [trial] = redrawGraders(contestOf(windowHonour, field, defaults), 1, () => 0);
  expect(trial?.ranked.map(({ id, rank }) => [id, rank])).toEqual([
    ["one", 1],
    ["both", 2],
  ]);
});

test("an incomplete sheet takes no part in a draw either", () => {
  const field = [{ ...entrant("W1", { G1: ["mail"] }) }].map(({ id, facts }) => {
    return { id, facts: { ...facts, entries: [...facts.entries, ...sheet(windowHonour, "G2", { plan: null })] } };
  });
  const trials = redrawGraders(contestOf(windowHonour, field, defaults), 20, drawsFrom(3));
  expect(trials.every(({ ranked }) => ranked[0]?.rank === 1)).toBe(true);
});

test("with one grader there is no other panel to draw", () => {
  expect(redrawGraders(contestOf(windowHonour, [entrant("W1", { G1: [] })], defaults), 10, drawsFrom(1))).toEqual([]);
});
