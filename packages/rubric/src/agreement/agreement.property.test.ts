import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "../random-fixture.ts";
import { kendallConcordance } from "./concordance.ts";
import { type IntraclassForm, intraclassCorrelation } from "./intraclass.ts";
import { krippendorffAlpha } from "./krippendorff.ts";
import { ratingsFrom } from "./published-ratings-fixture.ts";
import type { Ratings } from "./ratings.ts";
import { graderSeverities } from "./severity.ts";

const mark = fc.integer({ min: 0, max: 40 });

/** Tables of up to twelve subjects and six graders; `blanks` of a hundred cells are empty. */
function table(blanks: number): fc.Arbitrary<Ratings> {
  const cell = blanks === 0 ? mark : fc.oneof({ weight: 100 - blanks, arbitrary: mark }, { weight: blanks, arbitrary: fc.constant(null) });
  return fc
    .tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 2, max: 6 }))
    .chain(([subjects, graders]) =>
      fc.array(fc.array(cell, { minLength: graders, maxLength: graders }), { minLength: subjects, maxLength: subjects }),
    )
    .map((values) => ratingsFrom(values));
}

const withRows = (ratings: Ratings, change: (row: readonly (number | null)[]) => (number | null)[]): Ratings => ({
  ...ratings,
  values: ratings.values.map(change),
});
const icc = (ratings: Ratings, form: IntraclassForm) =>
  intraclassCorrelation(ratings)?.coefficients.find((each) => each.form === form)?.value;

describe("intraclass correlation", () => {
  test("of form 3 does not feel a grader who gives the same more to everybody, and form 2 never gains by it where graders are even", () => {
    fc.assert(
      fc.property(table(0), fc.integer({ min: 1, max: 30 }), (ratings, more) => {
        const level = withRows(ratings, (row) =>
          row.map((value, grader) => (value ?? 0) - mean(ratings.values.map((each) => each[grader] ?? 0))),
        );
        const shifted = withRows(level, (row) => row.map((value, grader) => (grader === 0 ? (value ?? 0) + more : value)));
        const [before, after] = [level, shifted].map((each) => intraclassCorrelation(each));
        if (before === null || before === undefined || after === null || after === undefined) return;
        expect(icc(shifted, "3,1")).toBeCloseTo(icc(level, "3,1") ?? 0, 9);
        const [two, twoAfter] = [icc(level, "2,1") ?? 0, icc(shifted, "2,1") ?? 0];
        if (two > 0.001 && (icc(level, "3,1") ?? 0) > 0.001) expect(twoAfter).toBeLessThan(two);
      }),
      { ...seeded, numRuns: 500 },
    );
  });

  test("does not depend on the order of subjects or graders, nor on the unit and zero of the marks", () => {
    fc.assert(
      fc.property(table(10), fc.integer({ min: 1, max: 9 }), (ratings, factor) => {
        const other: Ratings = {
          subjects: ratings.subjects.toReversed(),
          graders: ratings.graders.toReversed(),
          values: ratings.values.toReversed().map((row) => row.toReversed().map((value) => (value === null ? null : value * factor + 7))),
        };
        const [before, after] = [intraclassCorrelation(ratings), intraclassCorrelation(other)];
        expect(after === null).toBe(before === null);
        before?.coefficients.forEach(({ form, value, low, high }) => {
          const same = after?.coefficients.find((each) => each.form === form);
          for (const [a, b] of [
            [value, same?.value],
            [low, same?.low],
            [high, same?.high],
          ] as const) {
            if (Number.isFinite(a)) expect(Math.abs((b ?? Number.NaN) - a)).toBeLessThan(1e-6 * Math.max(1, Math.abs(a)));
            else expect(b).toBe(a);
          }
        });
      }),
      { ...seeded, numRuns: 500 },
    );
  });

  test("is never more than 1, lies within its interval, and the mean of all is at least as reliable as one where one is at all", () => {
    fc.assert(
      fc.property(table(0), (ratings) => {
        for (const { form, value, low, high } of intraclassCorrelation(ratings)?.coefficients ?? []) {
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
          expect(Number.isNaN(low) || Number.isNaN(high)).toBe(false);
          // The approximation for form 2 is made for coefficients that are not negative.
          if (value < 0 && form.startsWith("2")) continue;
          expect(low).toBeLessThanOrEqual(value + 1e-6 * Math.max(1, Math.abs(value)));
          expect(high).toBeGreaterThanOrEqual(value - 1e-6 * Math.max(1, Math.abs(value)));
          const one = icc(ratings, `${form[0]},1` as IntraclassForm) ?? 0;
          if (one >= 0) expect(value).toBeGreaterThanOrEqual(one - 1e-12);
        }
      }),
      { ...seeded, numRuns: 1_000 },
    );
  });
});

describe("Krippendorff's α", () => {
  const levels = ["nominal", "ordinal", "interval", "ratio"] as const;

  test("is 1 at every level when all graders agree, and at most 1 otherwise", () => {
    fc.assert(
      fc.property(table(20), (ratings) => {
        const agreed = withRows(ratings, (row) =>
          row.map((value) => (value === null ? null : (row.find((each) => each !== null) ?? null))),
        );
        for (const level of levels) {
          const [alpha, one] = [krippendorffAlpha(ratings, level)?.alpha, krippendorffAlpha(agreed, level)?.alpha];
          if (one !== undefined) expect(one).toBe(1);
          if (alpha !== undefined) expect(alpha).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
      { ...seeded, numRuns: 500 },
    );
  });

  test("does not depend on the order of subjects or graders, and a subject rated once says nothing", () => {
    fc.assert(
      fc.property(table(20), mark, (ratings, single) => {
        const lonely = ratings.graders.map((_, grader) => (grader === 0 ? single : null));
        const other = { ...ratings, values: [...ratings.values.toReversed().map((row) => row.toReversed()), lonely] };
        for (const level of levels) {
          const [before, after] = [krippendorffAlpha(ratings, level), krippendorffAlpha(other, level)];
          expect(after === null).toBe(before === null);
          if (before !== null) expect(after?.alpha).toBeCloseTo(before.alpha, 9);
        }
      }),
      { ...seeded, numRuns: 300 },
    );
  });
});

test("Kendall's W is between 0 and 1, and neither the order nor a stretch of any grader's scale changes it", () => {
  fc.assert(
    fc.property(table(5), (ratings) => {
      const before = kendallConcordance(ratings);
      if (before === null) return;
      expect(before.w).toBeGreaterThanOrEqual(0);
      expect(before.w).toBeLessThanOrEqual(1 + 1e-12);
      expect(before.p >= 0 && before.p <= 1).toBe(true);
      const stretched = withRows(ratings, (row) => row.map((value, grader) => (value === null ? null : (value + 1) ** (grader + 1))));
      const after = kendallConcordance({ ...stretched, values: stretched.values.toReversed() });
      expect(after?.w).toBeCloseTo(before.w, 9);
    }),
    { ...seeded, numRuns: 1_000 },
  );
});

test("severities of a panel that rated everything add up to nothing, and a milder sheet makes its grader milder", () => {
  fc.assert(
    fc.property(table(0), fc.integer({ min: 1, max: 20 }), (ratings, more) => {
      const deviations = graderSeverities(ratings);
      expect(deviations.reduce((sum, { deviation }) => sum + deviation, 0)).toBeCloseTo(0, 9);
      const milder = withRows(ratings, (row) => row.map((value, grader) => (value !== null && grader === 0 ? value + more : value)));
      const deviationOf = (all: typeof deviations) => all.find(({ grader }) => grader === "G1")?.deviation ?? 0;
      expect(deviationOf(graderSeverities(milder))).toBeCloseTo(deviationOf(deviations) + more, 9);
    }),
    { ...seeded, numRuns: 300 },
  );
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
