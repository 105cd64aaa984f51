import { expect, test } from "vitest";
import { graderEffects } from "./grader-effects.ts";
import { ratingsFrom, shroutFleiss } from "./published-ratings-fixture.ts";

test("where everybody rated everything an effect is a grader's mean less that of all", () => {
  const { effects, panels } = graderEffects(shroutFleiss);
  const means = [46 / 6, 15 / 6, 26 / 6, 40 / 6];
  const grand = means.reduce((sum, mean) => sum + mean, 0) / 4;
  effects.forEach((effect, place) => {
    expect(effect).toBeCloseTo((means[place] ?? 0) - grand, 9);
  });
  expect(panels).toEqual([[0, 1, 2, 3]]);
});

test("effects that made the ratings are found again though each subject was rated by two of four", () => {
  const [levels, made] = [
    [80, 84, 88, 75, 91, 86],
    [-3, 1, 0, 2],
  ];
  const pairs = [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 0],
    [0, 2],
    [1, 3],
  ];
  const values = levels.map((level, subject) => made.map((effect, grader) => (pairs[subject]?.includes(grader) ? level + effect : null)));
  graderEffects(ratingsFrom(values)).effects.forEach((effect, grader) => {
    expect(effect).toBeCloseTo(made[grader] ?? 0, 6);
  });
});

test("graders whom no shared subject connects are panels of their own, each with effects that add up to nothing", () => {
  const { effects, panels } = graderEffects(
    ratingsFrom([
      [1, 3, null, null],
      [null, null, 9, 5],
      [2, 4, null, null],
    ]),
  );
  expect(panels).toEqual([
    [0, 1],
    [2, 3],
  ]);
  expect(effects.map((effect) => Number(effect?.toFixed(6)))).toEqual([-1, 1, 2, -2]);
});

test("a subject that two panels share joins them", () => {
  expect(
    graderEffects(
      ratingsFrom([
        [1, 2, null, null],
        [null, null, 3, 4],
        [null, 5, 6, null],
      ]),
    ).panels,
  ).toEqual([[0, 1, 2, 3]]);
});

test("a grader who rated nothing has no effect and no panel", () => {
  expect(
    graderEffects(
      ratingsFrom([
        [1, null, 3],
        [2, null, 4],
      ]),
    ),
  ).toEqual({ effects: [-1, null, 1], panels: [[0, 2]] });
});
