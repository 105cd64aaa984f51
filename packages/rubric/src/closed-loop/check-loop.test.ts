import { expect, test } from "vitest";
import { checkLoop } from "./check-loop.ts";
import type { ClosedLoop } from "./closed-loop.ts";
import { badReviewLoop } from "./loop-fixture.ts";

const problems = (loop: ClosedLoop) => checkLoop(loop, ["loops", 0]).map(({ code, path }) => `${code} ${path.join(".")}`);
const { steps } = badReviewLoop;

test("a loop that is whole has no problem", () => {
  expect(problems(badReviewLoop)).toEqual([]);
});

test("a step that waits for one that comes after it, or for itself, is found", () => {
  expect(problems({ ...badReviewLoop, steps: [...steps].reverse() })).toEqual([
    "R110 loops.0.steps.0.after.step",
    "R110 loops.0.steps.1.after.step",
  ]);
});

test("a way that the other step does not have is found", () => {
  const wrong = steps.map((step) => (step.id === "follow-up" ? { ...step, after: { step: "handling", ways: ["apology"] } } : step));
  expect(problems({ ...badReviewLoop, steps: wrong })).toEqual(["R110 loops.0.steps.3.after.ways.0"]);
});

test("ids that repeat are found", () => {
  const twice = steps.map((step) => ({ ...step, ways: [...step.ways, ...step.ways.slice(0, 1)] }));
  expect(problems({ ...badReviewLoop, steps: twice })).toHaveLength(4);
  expect(problems({ ...badReviewLoop, steps: [...steps, ...steps.slice(0, 1)] })).toEqual(["R107 loops.0.steps.4.id"]);
});
