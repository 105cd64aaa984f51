import { describe, expect, test } from "vitest";
import { createRandom } from "./random.ts";

describe("random", () => {
  test("a seed and a label draw the same again, another label draws otherwise", () => {
    const draw = (label: string) => Array.from({ length: 8 }, () => createRandom(7, label)).map((random) => random.int(0, 1_000_000));
    expect(new Set(draw("a")).size).toBe(1);
    expect(draw("a")).not.toEqual(draw("b"));
  });

  test("weights decide how often a value is drawn", () => {
    const random = createRandom(7, "weights");
    const drawn = Array.from({ length: 4000 }, () =>
      random.weighted([
        ["often", 3],
        ["seldom", 1],
      ]),
    );
    const often = drawn.filter((value) => value === "often").length;
    expect(Math.abs(often - 3000)).toBeLessThan(120);
  });

  test("rare events happen as often as expected on average", () => {
    const random = createRandom(7, "rare");
    const total = Array.from({ length: 4000 }, () => random.occurrences(0.3)).reduce((sum, count) => sum + count, 0);
    expect(Math.abs(total - 1200)).toBeLessThan(120);
  });

  test("shuffling keeps every value once", () => {
    const random = createRandom(7, "shuffle");
    const values = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = random.shuffle(values);
    expect(shuffled).not.toEqual(values);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(values);
  });
});
