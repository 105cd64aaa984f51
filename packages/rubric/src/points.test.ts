import { describe, expect, test } from "vitest";
import { RubricError } from "./errors.ts";
import {
  addPoints,
  comparePoints,
  compareRatios,
  formatPoints,
  hundredthsOf,
  points,
  roundRatio,
  scalePoints,
  sumPoints,
  toHundredths,
} from "./points.ts";

describe("exact points", () => {
  test("three thirds of a point are a point", () => {
    const third = points(100, 3);
    expect(sumPoints([third, third, third])).toEqual(points(100));
  });

  test("an amount is always reduced, and nothing is written without a sign", () => {
    expect(points(300, 7 * 3)).toEqual({ numerator: 100, denominator: 7 });
    expect(points(-0)).toEqual({ numerator: 0, denominator: 1 });
    expect(Object.is(points(-0, 3).numerator, 0)).toBe(true);
  });

  test("a difference of a seventh of a hundredth still decides", () => {
    expect(comparePoints(points(9001, 7), points(9000, 7))).toBe(1);
    expect(comparePoints(points(1, 3), points(1, 3))).toBe(0);
    expect(comparePoints(points(-1), points(1, 9))).toBe(-1);
  });

  test("products beyond exact integers are compared exactly", () => {
    const large = 9_007_199_254_740_881;
    expect(compareRatios(large, large - 1, large - 1, large - 2)).toBe(-1);
    expect(compareRatios(large, 3, large, 3)).toBe(0);
  });

  test("scaling by a share and adding the shares gives the amount back", () => {
    const shares = Array.from({ length: 7 }, () => scalePoints(points(9055), 1, 7));
    expect(shares.reduce(addPoints)).toEqual(points(9055));
  });

  test("an amount that is no exact integer is refused", () => {
    expect(() => points(0.5)).toThrow(RubricError);
    expect(() => points(2 ** 53)).toThrow(/R221/);
    expect(() => points(1, 0)).toThrow(/R221/);
  });
});

describe("shown points", () => {
  test("halves go away from zero", () => {
    expect(toHundredths(points(1, 2))).toBe(1);
    expect(toHundredths(points(-1, 2))).toBe(-1);
    expect(toHundredths(points(-1, 3))).toBe(0);
    expect(Object.is(roundRatio(-1, 3), 0)).toBe(true);
  });

  test.each([
    [points(9250), "92.50"],
    [points(5), "0.05"],
    [points(-1500, 7), "-2.14"],
    [points(-5), "-0.05"],
    [points(10000), "100.00"],
  ])("%o is printed %s", (amount, printed) => {
    expect(formatPoints(amount)).toBe(printed);
  });

  test("a figure of a scheme becomes hundredths without binary remainders", () => {
    expect(hundredthsOf(1.15)).toBe(115);
    expect(hundredthsOf(8.2)).toBe(820);
  });
});
