import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { handlingBucket, handlingMacros, mergedBins } from "./handling-time.ts";
import { type NodeDatabase, openNodeDatabase } from "./node.ts";

let db: NodeDatabase;
beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
  for (const macro of handlingMacros) await db.execute(`create macro ${macro}`);
});
afterAll(() => db.close());

/** Half a bucket: 2^(1/32) − 1. */
const statedError = 0.0219;

/** The q-quantile of numbers as it is defined: the least that a share q of them does not exceed. */
const exactQuantile = (values: readonly number[], q: number) => [...values].sort((a, b) => a - b)[Math.ceil(q * values.length) - 1] ?? 0;

const minutes = fc.oneof(fc.nat(600), fc.double({ min: 0, max: 600_000, noNaN: true }), fc.constantFrom(0, 1, 15, 1440));

test("a quantile of added-up histograms is that of all values together, within 2.2 % of 1 + minutes, however they were split", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(minutes, fc.nat(3)), { minLength: 1, maxLength: 60 }),
      fc.constantFrom(0.01, 0.1, 0.5, 0.9, 0.99, 1),
      async (values, q) => {
        await db.execute(`create or replace temp table value (minutes double, part int)`);
        await db.execute(`insert into value values ${values.map(([each, part]) => `(${each}, ${part})`).join(", ")}`);
        const parts = `(select 0 as k, part, list({'bucket': bucket, 'n': n} order by bucket) as bins from (
          select part, ${handlingBucket("minutes")} as bucket, count(*)::uinteger as n from value group by all) group by part)`;
        const [found] = await db.query<{ time: number; n: number }>(
          `select handling_quantile(bins, ${q}) as time, handling_count(bins) as n from (${mergedBins(parts, ["k"])})`,
        );
        expect(found?.n).toBe(values.length);
        const exact = exactQuantile(
          values.map(([each]) => each),
          q,
        );
        expect(Math.abs(((found?.time ?? 0) + 1) / (exact + 1) - 1)).toBeLessThan(statedError);
      },
    ),
    { seed: 20230423, numRuns: 60 },
  );
});

test("no times have no quantile", async () => {
  expect(
    await db.query(
      "select handling_quantile([]::struct(bucket usmallint, n uinteger)[], 0.5) as none, handling_quantile(null, 0.5) as unknown",
    ),
  ).toEqual([{ none: null, unknown: null }]);
});
