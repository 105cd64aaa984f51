import { describe, expect, test } from "vitest";
import { drawSample, type SamplingUnit, shareCalls, systematicHits } from "./draw-sample.ts";

const windows = (...weights: number[]): SamplingUnit[] => weights.map((weight, place) => ({ id: `W${place + 1}`, weight }));
const ids = (drawn: readonly { id: string }[]) => drawn.map(({ id }) => id);

describe("a sample weighted by case volume", () => {
  test("is drawn again by the same seed, whatever the order of the windows, and otherwise by another", () => {
    const units = windows(...Array.from({ length: 61 }, (_, place) => 1_000 + 700 * place));
    const drawn = drawSample(units, 10, 20220930);
    expect(drawSample([...units].reverse(), 10, 20220930)).toEqual(drawn);
    expect(ids(drawSample(units, 10, 20220931))).not.toEqual(ids(drawn));
  });

  test("takes a window for certain that holds more than its part, and draws the rest among the others", () => {
    const drawn = drawSample(windows(1, 97, 1, 1), 2, 7);
    expect(drawn).toHaveLength(2);
    expect(drawn.find(({ id }) => id === "W2")?.chance).toEqual({ numerator: 1, denominator: 1 });
    expect(drawn.find(({ id }) => id !== "W2")?.chance).toEqual({ numerator: 1, denominator: 3 });
  });

  test("takes for certain also those that are too heavy only once the heaviest is out", () => {
    expect(ids(drawSample(windows(100, 10, 1, 1, 1), 3, 7))).toEqual(expect.arrayContaining(["W1", "W2"]));
  });

  test("of as many as there are takes all, of none takes none", () => {
    expect(ids(drawSample(windows(5, 0, 1), 2, 7))).toEqual(["W1", "W3"]);
    expect(drawSample(windows(5, 0, 1), 0, 7)).toEqual([]);
  });

  test("is refused where there are fewer to draw from, an id repeats or a weight is no count", () => {
    expect(() => drawSample(windows(5, 0, 1), 3, 7)).toThrow(/R234/);
    expect(() => drawSample(windows(5, 1), 1.5, 7)).toThrow(/R234/);
    expect(() => drawSample([...windows(5), ...windows(5)], 1, 7)).toThrow(/R234[\s\S]*W1/);
    expect(() => drawSample(windows(5, -1), 1, 7)).toThrow(/R234[\s\S]*W2/);
    expect(() => drawSample(windows(5, 0.5), 1, 7)).toThrow(/R234/);
  });

  test("is refused where weights are too large to be exact", () => {
    const heavy = 2 ** 51;
    expect(() => drawSample(windows(heavy, heavy, heavy, heavy, heavy, heavy), 4, 7)).toThrow(/R221/);
  });
});

describe("calls shared among windows", () => {
  test("3,180 calls to 61 windows with 1,410,000 cases give each window its share, rounded up or down", () => {
    const units = windows(...Array.from({ length: 61 }, (_, place) => (place === 60 ? 1_410_000 - 60 * 20_000 : 20_000)));
    const shares = shareCalls(units, 3_180, 20220930);
    expect(shares.reduce((sum, { calls }) => sum + calls, 0)).toBe(3_180);
    for (const { id, calls } of shares) expect([id === "W61" ? 473 : 45, id === "W61" ? 474 : 46]).toContain(calls);
  });

  test("a window without cases gets no call, and is named", () => {
    expect(shareCalls(windows(0, 10), 3, 7)).toEqual([
      { id: "W1", calls: 0 },
      { id: "W2", calls: 3 },
    ]);
  });

  test("are refused where there are more calls than cases", () => {
    expect(() => shareCalls(windows(1, 2), 4, 7)).toThrow(/R234/);
    expect(shareCalls(windows(1, 2), 3, 7).map(({ calls }) => calls)).toEqual([1, 2]);
  });
});

test("over every start each weight is hit exactly its weight times the size: the chances are in proportion, exactly", () => {
  for (const [weights, size] of [
    [[3, 1, 4, 1, 5, 9, 2, 6], 3],
    [[7, 7, 7], 2],
    [[1, 10, 100], 5],
  ] as const) {
    const total = weights.reduce<number>((sum, weight) => sum + weight, 0);
    const hits = Array.from({ length: total }, (_, start) => systematicHits(weights, size, start));
    expect(weights.map((_, place) => hits.reduce((sum, each) => sum + (each[place] ?? 0), 0))).toEqual(
      weights.map((weight) => weight * size),
    );
  }
});
