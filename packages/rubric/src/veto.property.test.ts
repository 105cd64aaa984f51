import fc from "fast-check";
import { expect, test } from "vitest";
import type { Facts } from "./facts.ts";
import { decisionEffects } from "./pending.ts";
import { chanceFacts, seeded } from "./random-fixture.ts";
import type { VetoState } from "./score-result.ts";
import { findVetoes } from "./veto.ts";
import { badReview, defaults, windowHonour } from "./zhejiang-fixture.ts";

const severity: readonly VetoState[] = ["clear", "near", "undecided", "vetoed"];
const v2 = (facts: Facts) => {
  const result = findVetoes(windowHonour, facts, defaults).find(({ rule }) => rule === "V2");
  if (result === undefined) throw new Error("V2 is a rule of windows");
  return result;
};
const reviewsOf = (facts: Facts) => facts.records.bad_reviews ?? [];

test("counted, undecided and excluded records are all there are, and the state follows from the counts", () => {
  fc.assert(
    fc.property(chanceFacts(windowHonour), (facts) => {
      const { counted, undecided, excluded, state } = v2(facts);
      expect(counted + undecided + excluded).toBe(reviewsOf(facts).length);
      expect(state).toBe(counted >= 4 ? "vetoed" : counted + undecided >= 4 ? "undecided" : counted === 3 ? "near" : "clear");
    }),
    { ...seeded, numRuns: 2_000 },
  );
});

test("one more bad review, decided or not, never makes the state milder", () => {
  fc.assert(
    fc.property(chanceFacts(windowHonour), fc.constantFrom("objective", "not_objective", "undecided", null), (facts, cause) => {
      const more = { ...facts, records: { ...facts.records, bad_reviews: [...reviewsOf(facts), badReview("one-more", cause)] } };
      expect(severity.indexOf(v2(more).state)).toBeGreaterThanOrEqual(severity.indexOf(v2(facts).state));
    }),
    { ...seeded, numRuns: 1_000 },
  );
});

test("the effects foretold are those that come true when the causes are decided", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 }), (counted, undecided) => {
      const review = (cause: string, n: number) => badReview(`${cause}${n}`, cause);
      const decided = (counting: number): Facts["records"] => ({
        bad_reviews: [
          ...Array.from({ length: counted }, (_, n) => review("not_objective", n)),
          ...Array.from({ length: undecided }, (_, n) => review(n < counting ? "not_objective" : "objective", 10 + n)),
        ],
      });
      const { effects } = decisionEffects({ counted, undecided, threshold: 4 });
      const states = effects.map(({ counting }) => v2({ ...emptyFacts, records: decided(counting) }).state);
      expect(effects.map(({ state }) => state)).toEqual(states);
    }),
    { ...seeded, numRuns: 200 },
  );
});

const emptyFacts: Facts = {
  subjectId: "W1",
  year: 2023,
  asOf: "2023-12-31",
  fields: {},
  entries: [],
  records: {},
  reviews: null,
  selfScores: {},
};
