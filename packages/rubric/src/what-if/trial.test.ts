import { beforeAll, describe, expect, test } from "vitest";
import { points } from "../points.ts";
import { policiesInForce } from "../policy.ts";
import { contestOf, type Entrant } from "../robustness/contest.ts";
import { chanceField, entrant, withCut } from "../robustness/contest-fixture.ts";
import { loadHighsSolver } from "../select/highs.ts";
import type { SolveIlp } from "../select/ilp.ts";
import { badReview, defaults, scheme, windowHonour } from "../zhejiang-fixture.ts";
import { noChanges, type TrialChanges } from "./changes.ts";
import { tryChanges } from "./trial.ts";

const open = { ...withCut(3), quotas: [], coverage: [], include: [], places: [], excludes: [] };
let solve: SolveIlp;
beforeAll(async () => {
  solve = await loadHighsSolver();
});

const tryOn = (field: readonly Entrant[], changes: Partial<TrialChanges>, honour = open) =>
  tryChanges(
    {
      scheme,
      honour,
      choices: {},
      entrants: field.map((each) => ({ ...each, label: each.id, excluded: [] })),
      changes: { ...noChanges, ...changes },
    },
    solve,
  );
const ranksOf = (trial: Awaited<ReturnType<typeof tryOn>>) => Object.fromEntries(trial.places.map(({ id, rank }) => [id, rank]));

describe("a field of 25 windows and six graders", () => {
  const field = chanceField(7, 25, 6);

  test("without a change a trial ranks as the contest does", async () => {
    const { places } = await tryOn(field, {});
    expect(places.map(({ total: _, vetoes: __, ...ranked }) => ranked)).toEqual(contestOf(windowHonour, field, defaults).ranked);
  });

  test("another option of a policy is the contest under that option", async () => {
    const { places } = await tryOn(field, { policies: { "graders-combined": "median" } });
    const { ranked } = contestOf(windowHonour, field, policiesInForce(scheme, { "graders-combined": "median" }));
    expect(places.map(({ id, rank }) => [id, rank])).toEqual(ranked.map(({ id, rank }) => [id, rank]));
    expect(ranked).not.toEqual(contestOf(windowHonour, field, defaults).ranked);
  });

  test("without two graders it is the contest of the sheets of the others", async () => {
    const { places } = await tryOn(field, { without: ["G1", "G4"] });
    const others = field.map(({ id, facts }) => {
      return { id, facts: { ...facts, entries: facts.entries.filter(({ grader }) => grader !== "G1" && grader !== "G4") } };
    });
    expect(places.map(({ id, rank }) => [id, rank])).toEqual(
      contestOf(windowHonour, others, defaults).ranked.map(({ id, rank }) => [id, rank]),
    );
  });
});

test("an item at half its weight takes half of what it brought off the total, exactly", async () => {
  const [item] = windowHonour.rubric.items;
  const field = [entrant("A", { G1: [], G2: ["plan"], G3: [] })];
  const [whole] = (await tryOn(field, {})).places;
  const [half] = (await tryOn(field, { weights: { [item?.id ?? ""]: 50 } })).places;
  // Ninety points without a bonus; the first item has ten less a third of three, and half of it is four and a half.
  expect(whole?.total).toEqual(points(8900));
  expect(half?.total).toEqual(points(8450));
});

describe("a veto", () => {
  const bad = ["a", "b", "c", "d"].map((id) => badReview(id, "not_objective"));
  const field = [
    entrant("A", { G1: [] }, { records: { bad_reviews: bad } }),
    entrant("B", { G1: ["plan"] }),
    entrant("C", { G1: ["plan", "publicity"] }),
  ];

  test("that is lifted gives the rank that the total earns, and its counted reviews stay", async () => {
    expect(ranksOf(await tryOn(field, {}))).toEqual({ A: null, B: 1, C: 2 });
    const trial = await tryOn(field, { vetoes: [{ application: "A", decision: "lift", cause: "核实为系统误判" }] });
    expect(ranksOf(trial)).toEqual({ A: 1, B: 2, C: 3 });
    expect(trial.places[0]).toMatchObject({ state: "ranked", countedBad: 4 });
  });

  test("that is imposed takes the rank and the place on the list, and leaves the total", async () => {
    const honour = { ...open, stages: withCut(1).stages };
    const before = await tryOn(field, {}, honour);
    const after = await tryOn(field, { vetoes: [{ application: "B", decision: "impose", cause: "查实违规收费" }] }, honour);
    expect(before.stages.at(-1)?.outcomes).toMatchObject({ B: "in", C: "out" });
    expect(after.stages.at(-1)?.outcomes).toMatchObject({ B: "out", C: "in" });
    const total = (trial: typeof before) => trial.places.find(({ id }) => id === "B")?.total;
    expect(total(after)).toEqual(total(before));
  });
});

test("who is left without any grader is unscored, and not last with nothing", async () => {
  const trial = await tryOn([entrant("A", { G1: [] }), entrant("B", { G2: ["plan"] })], { without: ["G1"] });
  expect(trial.places.map(({ id, state, total }) => [id, state, total === null])).toEqual([
    ["B", "ranked", false],
    ["A", "unscored", true],
  ]);
});
