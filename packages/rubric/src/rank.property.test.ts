import fc from "fast-check";
import { expect, test } from "vitest";
import { comparePoints, points } from "./points.ts";
import { seeded } from "./random-fixture.ts";
import { type RankEntry, rankSubjects } from "./rank.ts";
import { defaults, windowHonour } from "./zhejiang-fixture.ts";

const source = { document: "zj-2023-notice", clause: "附件5·7·2" };

/** Few distinct totals, counts and rates, so that ties of every depth are common. */
const field: fc.Arbitrary<RankEntry[]> = fc
  .array(
    fc.record({
      total: fc.tuple(fc.integer({ min: 8990, max: 8993 }), fc.constantFrom(1, 3)),
      bad: fc.integer({ min: 0, max: 2 }),
      state: fc.constantFrom("clear" as const, "clear" as const, "clear" as const, "undecided" as const, "vetoed" as const),
      reviews: fc.constantFrom({ good: 9, active: 10 }, { good: 90, active: 100 }, { good: 8, active: 10 }, null),
      scored: fc.constantFrom(true, true, true, false),
    }),
    { maxLength: 30 },
  )
  .map((subjects) =>
    subjects.map(({ total, bad, state, reviews, scored }, n): RankEntry => {
      const veto = { rule: "V2", state, threshold: 4, counted: bad, undecided: 0, excluded: 0, records: [], source };
      return { id: `s${n}`, score: { total: points(total[0] * total[1] + total[1] - 1, total[1]), scored, vetoes: [veto] }, reviews };
    }),
  );

const rank = (entries: readonly RankEntry[]) => rankSubjects(windowHonour, entries, defaults);

test("ranks do not depend on the order of the entries", () => {
  const shuffled = field.chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })));
  fc.assert(
    fc.property(shuffled, ([entries, other]) => {
      expect(rank(other)).toEqual(rank(entries));
    }),
    { ...seeded, numRuns: 1_000 },
  );
});

test("a rank is one more than the number of subjects before it, and everyone is listed once", () => {
  fc.assert(
    fc.property(field, (entries) => {
      const ranked = rank(entries);
      expect(ranked.map(({ id }) => id).toSorted()).toEqual(entries.map(({ id }) => id).toSorted());
      const ranks = ranked.flatMap(({ rank }) => (rank === null ? [] : [rank]));
      for (const each of ranked) {
        if (each.rank === null) continue;
        expect(ranks.filter((other) => other < (each.rank ?? 0)).length).toBe(each.rank - 1);
        expect(each.tied).toBe(ranks.filter((other) => other === each.rank).length > 1);
        expect(each.tied).toBe(each.decidedBy === "none");
      }
    }),
    { ...seeded, numRuns: 1_000 },
  );
});

test("a higher total always has the better rank, and a rank is shared only by equal totals and equal bad reviews", () => {
  fc.assert(
    fc.property(field, (entries) => {
      const ranked = rank(entries).filter((each) => each.rank !== null);
      const totalOf = (id: string) => entries.find((entry) => entry.id === id)?.score.total ?? points(0);
      ranked.forEach((each, place) => {
        const next = ranked[place + 1];
        if (next === undefined) return;
        const order = comparePoints(totalOf(each.id), totalOf(next.id));
        expect(order).toBeGreaterThanOrEqual(0);
        if (order === 0) expect(each.countedBad).toBeLessThanOrEqual(next.countedBad);
        if (each.rank === next.rank) expect([order, each.countedBad]).toEqual([0, next.countedBad]);
      });
    }),
    { ...seeded, numRuns: 1_000 },
  );
});
