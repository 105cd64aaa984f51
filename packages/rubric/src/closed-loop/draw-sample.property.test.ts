import fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "../random-fixture.ts";
import { drawSample, type SamplingUnit, shareCalls } from "./draw-sample.ts";

const units = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 50_000 })), { minLength: 1, maxLength: 30 })
  .map((weights) => weights.map((weight, place): SamplingUnit => ({ id: `W${place}`, weight })));
const drawn = units.chain((all) =>
  fc.tuple(
    fc.constant(all),
    fc.nat(all.filter(({ weight }) => weight > 0).length),
    fc.integer(),
    fc.shuffledSubarray(all, { minLength: all.length }),
  ),
);

test("a sample has its size, each unit once, none without a weight, and is the same for the same seed in any order", () => {
  fc.assert(
    fc.property(drawn, ([all, size, seed, shuffled]) => {
      const sample = drawSample(all, size, seed);
      const weights = new Map(all.map(({ id, weight }) => [id, weight]));
      expect(sample).toHaveLength(size);
      expect(new Set(sample.map(({ id }) => id)).size).toBe(size);
      expect(sample.every(({ id }) => (weights.get(id) ?? 0) > 0)).toBe(true);
      expect(drawSample(shuffled, size, seed)).toEqual(sample);
    }),
    { ...seeded, numRuns: 1_000 },
  );
});

test("calls add up, and no window gets less or more than its exact share rounded down or up", () => {
  fc.assert(
    fc.property(units, fc.nat(400), fc.integer(), (all, wanted, seed) => {
      const total = all.reduce((sum, { weight }) => sum + weight, 0);
      const calls = Math.min(wanted, total);
      const shares = new Map(shareCalls(all, calls, seed).map((share) => [share.id, share.calls]));
      expect([...shares.values()].reduce((sum, each) => sum + each, 0)).toBe(calls);
      for (const { id, weight } of all) {
        const share = total === 0 ? 0 : (calls * weight) / total;
        expect(shares.get(id)).toBeGreaterThanOrEqual(Math.floor(share));
        expect(shares.get(id)).toBeLessThanOrEqual(Math.min(weight, Math.ceil(share)));
      }
    }),
    { ...seeded, numRuns: 1_000 },
  );
});

test("how often a window is drawn is in proportion to its weight: over 20,000 seeds no one is 4.5 standard errors off", () => {
  const weights = [120, 80, 300, 50, 10, 240, 200];
  const all = weights.map((weight, place): SamplingUnit => ({ id: `W${place}`, weight }));
  const [runs, size, total] = [20_000, 3, 1_000];
  const times = new Map(all.map(({ id }) => [id, 0]));
  for (let seed = 0; seed < runs; seed += 1) {
    for (const { id } of drawSample(all, size, seed)) times.set(id, (times.get(id) ?? 0) + 1);
  }
  for (const { id, weight } of all) {
    const chance = (weight * size) / total;
    const error = Math.sqrt((chance * (1 - chance)) / runs);
    expect(Math.abs((times.get(id) ?? 0) / runs - chance)).toBeLessThan(4.5 * error);
  }
});

test("any two windows can be drawn together, as a fixed order would not allow", () => {
  const all = Array.from({ length: 6 }, (_, place): SamplingUnit => ({ id: `W${place}`, weight: 10 }));
  const pairs = new Set(
    Array.from({ length: 500 }, (_, seed) =>
      drawSample(all, 2, seed)
        .map(({ id }) => id)
        .join("+"),
    ),
  );
  expect(pairs.size).toBe(15);
});
