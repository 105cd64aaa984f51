import { expect, test } from "vitest";
import { points as ratio } from "./points.ts";
import { decimalRatio, dividedBy, exactMean, minus, nearMean, plus, Share, shareRatio, sumRatios, times } from "./ratio.ts";

test("a share is read as it is printed", () => {
  expect([shareRatio("40%"), shareRatio("1/4"), shareRatio("12.5%"), shareRatio("2/4")]).toEqual([
    { numerator: 2, denominator: 5 },
    { numerator: 1, denominator: 4 },
    { numerator: 1, denominator: 8 },
    { numerator: 1, denominator: 2 },
  ]);
});

test.each(["40", "1/0", "-1/4", "forty", "1/4/2"])("%s is no share", (written) => {
  expect(Share.safeParse(written).success).toBe(false);
});

test("a decimal is exact, and binary noise beyond six decimals is left out", () => {
  expect(decimalRatio(1.75)).toEqual({ numerator: 7, denominator: 4 });
  expect(decimalRatio(0.1 + 0.2)).toEqual({ numerator: 3, denominator: 10 });
  expect(decimalRatio(-2.5)).toEqual({ numerator: -5, denominator: 2 });
});

test("sums, differences, products and quotients are exact", () => {
  const [half, third] = [shareRatio("1/2"), shareRatio("1/3")];
  expect(plus(half, third)).toEqual({ numerator: 5, denominator: 6 });
  expect(minus(third, half)).toEqual({ numerator: -1, denominator: 6 });
  expect(times(half, third)).toEqual({ numerator: 1, denominator: 6 });
  expect(dividedBy(half, minus(third, half))).toEqual({ numerator: -3, denominator: 1 });
});

test("only the last sum has to fit: what cancels on the way is no trouble", () => {
  const large = { numerator: 1, denominator: 94_906_267 };
  const other = { numerator: 1, denominator: 94_906_265 };
  expect(() => plus(large, other)).toThrow(/^R221/);
  expect(sumRatios([large, other, { ...large, numerator: -1 }, { ...other, numerator: -1 }])).toEqual({ numerator: 0, denominator: 1 });
});

test("nothing is divided by zero", () => {
  expect(() => dividedBy(shareRatio("1/2"), { numerator: 0, denominator: 1 })).toThrow(/^R221/);
});

test("a mean is exact, and where exact integers cannot hold it there is none", () => {
  expect(exactMean([ratio(1, 3), ratio(1, 6), ratio(-1, 2)])).toEqual(ratio(0, 1));
  expect(exactMean([ratio(7000, 7), ratio(3, 2)])).toEqual(ratio(2003, 4));
  expect(exactMean([ratio(1, 94_906_267), ratio(1, 94_906_271)])).toBeNull();
});

test("a near mean is off by a millionth at most, on either side of nought", () => {
  expect(nearMean([ratio(1, 3)])).toEqual(ratio(333_333, 1_000_000));
  expect(nearMean([ratio(-2, 3)])).toEqual(ratio(-666_667, 1_000_000));
  expect(nearMean([ratio(5, 1), ratio(-5, 1)])).toEqual(ratio(0, 1));
  expect(nearMean([ratio(1, 2_000_000), ratio(1, 2_000_000)])).toEqual(ratio(1, 1_000_000));
  expect(nearMean([ratio(-1, 2_000_000)])).toEqual(ratio(0, 1));
});
