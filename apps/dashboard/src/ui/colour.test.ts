import { expect, test } from "vitest";
import { contrast, rampStep } from "./colour.ts";

test("black on white has the greatest contrast, a colour on itself the least", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
  expect(contrast("#a8201a", "#a8201a")).toBe(1);
});

test("the least value takes the first step of the ramp, the most the last, equal ones the middle", () => {
  expect([rampStep(1, 1, 9), rampStep(9, 1, 9), rampStep(5, 1, 9), rampStep(3, 3, 3)]).toEqual([0, 4, 2, 2]);
});
