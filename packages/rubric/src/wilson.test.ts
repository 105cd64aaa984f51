import { expect, test } from "vitest";
import { wilsonInterval } from "./wilson.ts";

/** Newcombe 1998, table I, method 3 (score interval without continuity correction). */
test.each([
  { numerator: 81, denominator: 263, low: 0.2553, high: 0.3662 },
  { numerator: 15, denominator: 148, low: 0.0624, high: 0.1605 },
  { numerator: 0, denominator: 20, low: 0, high: 0.1611 },
  { numerator: 1, denominator: 29, low: 0.0061, high: 0.1718 },
])("$numerator of $denominator lies between $low and $high", ({ numerator, denominator, low, high }) => {
  const interval = wilsonInterval({ numerator, denominator });
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
});

test("all of all reaches one exactly", () => {
  expect(wilsonInterval({ numerator: 5, denominator: 5 }).high).toBe(1);
});

test("ten times the reviews at the same rate make a narrower interval", () => {
  const width = (times: number) => {
    const { low, high } = wilsonInterval({ numerator: 9 * times, denominator: 10 * times });
    return high - low;
  };
  expect(width(10)).toBeLessThan(width(1) / 2);
});
