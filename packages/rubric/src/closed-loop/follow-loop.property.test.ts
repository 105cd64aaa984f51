import fc from "fast-check";
import { expect, test } from "vitest";
import { shiftDay } from "../deadlines/add-days.ts";
import { seeded } from "../random-fixture.ts";
import { loopFigures } from "./loop-figures.ts";
import { badReviewLoop, followReviews, review } from "./loop-fixture.ts";

const day = fc.integer({ min: 0, max: 60 }).map((days) => shiftDay("2023-09-01", days));
const asOf = fc.integer({ min: 0, max: 90 }).map((days) => shiftDay("2023-09-01", days));
const dayType = fc.constantFrom("calendar", "working");
const maybe = fc.option(day, { freq: 3 });
const reviews = fc
  .array(fc.record({ on: day, visited_at: maybe, appealed_at: maybe, rectified_at: maybe, answered_at: maybe }), { maxLength: 8 })
  .map((all) => all.map(({ on, ...fields }, n) => review(fields, `r${n}`, on)));

test("every record stands in one state of every step, and the figures of two halves add up to those of the whole", () => {
  fc.assert(
    fc.property(reviews, asOf, dayType, (records, until, type) => {
      const figures = (some: typeof records) => loopFigures(badReviewLoop, followReviews(some, until, { "day-type": type }));
      const [whole, first, second] = [figures(records), figures(records.slice(0, 3)), figures(records.slice(3))];
      for (const [place, { records: count, states }] of whole.entries()) {
        expect(Object.values(states).reduce((sum, each) => sum + each, 0)).toBe(count);
        for (const [state, each] of Object.entries(states)) {
          expect(each).toBe(
            Number(Reflect.get(first[place]?.states ?? {}, state)) + Number(Reflect.get(second[place]?.states ?? {}, state)),
          );
        }
      }
    }),
    { ...seeded, numRuns: 300 },
  );
});

test("a state is what its days say", () => {
  fc.assert(
    fc.property(reviews, asOf, dayType, (records, until, type) => {
      for (const { steps } of followReviews(records, until, { "day-type": type })) {
        for (const { state, done, deadline, daysLate } of steps) {
          const on = done[0]?.on ?? null;
          const due = deadline?.due ?? null;
          if (state === "in-time") expect(on !== null && due !== null && on <= due).toBe(true);
          if (state === "late") expect(on !== null && due !== null && on > due && on <= until).toBe(true);
          if (state === "overdue") expect(on === null && due !== null && due < until).toBe(true);
          if (state === "pending") expect(on === null && (due === null || due >= until)).toBe(true);
          expect(daysLate !== null).toBe(state === "late" || state === "overdue");
        }
      }
    }),
    { ...seeded, numRuns: 500 },
  );
});

test("a later as-of day never undoes what was done, and never makes an overdue step pending", () => {
  fc.assert(
    fc.property(reviews, asOf, fc.nat(30), (records, until, more) => {
      const later = new Map(followReviews(records, shiftDay(until, more)).map(({ recordId, steps }) => [recordId, steps]));
      for (const { recordId, steps } of followReviews(records, until)) {
        for (const [place, { step, state }] of steps.entries()) {
          const next = later.get(recordId)?.[place]?.state;
          if (["call-back", "handling"].includes(step) && ["in-time", "late"].includes(state)) expect(next).toBe(state);
          if (["call-back", "handling"].includes(step) && state === "overdue") expect(["overdue", "late"]).toContain(next);
        }
      }
    }),
    { ...seeded, numRuns: 300 },
  );
});
