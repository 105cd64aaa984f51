import { expect, test } from "vitest";
import { decisionEffects } from "./pending.ts";

test("three counted and one undecided of four: one decision vetoes or leaves it one short", () => {
  expect(decisionEffects({ counted: 3, undecided: 1, threshold: 4 })).toEqual({
    effects: [
      { counting: 0, notCounting: 1, counted: 3, state: "near" },
      { counting: 1, notCounting: 0, counted: 4, state: "vetoed" },
    ],
    vetoesFrom: 1,
    ifNoneCount: "near",
    ifAllCount: "vetoed",
  });
});

test("two counted and three undecided of four: two of the three must count", () => {
  expect(decisionEffects({ counted: 2, undecided: 3, threshold: 4 })).toMatchObject({
    vetoesFrom: 2,
    ifNoneCount: "clear",
    ifAllCount: "vetoed",
  });
});

test("where all decisions together would not do, nothing vetoes", () => {
  expect(decisionEffects({ counted: 1, undecided: 1, threshold: 4 })).toMatchObject({ vetoesFrom: null, ifAllCount: "clear" });
});

test("what is vetoed already stays so", () => {
  expect(decisionEffects({ counted: 4, undecided: 2, threshold: 4 })).toMatchObject({ vetoesFrom: 0, ifNoneCount: "vetoed" });
});
