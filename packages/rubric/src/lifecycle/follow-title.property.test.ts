import fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "../random-fixture.ts";
import { event, follow, quarterlyTitle, quarters } from "./title-fixture.ts";

const pattern = fc.string({ unit: fc.constantFrom("P", "F", "-"), minLength: 1, maxLength: 10 });
const awarded = event("award", "2022-01-01");
const asOf = (marks: string) => `${2022 + Math.floor((marks.length - 1) / 4)}-12-31`;
const stateOf = (marks: string, gaps = "breaks") =>
  follow(quarterlyTitle, [awarded, ...quarters(marks)], asOf(marks), { "missing-quarter": gaps }).state;

/** The rule read off the pattern itself: what comes first, two failed or four passed, and then whether two failed follow. */
function naiveState(marks: string): string {
  const [revoked, star] = [marks.indexOf("FF"), marks.indexOf("PPPP")];
  if (revoked !== -1) return "revoked";
  return star === -1 ? "held" : "star";
}

const whole = (marks: string) => marks.padEnd(Math.ceil(marks.length / 4) * 4, "-");

test("the state is the one that the rule gives when it is read off the row of quarters", () => {
  fc.assert(
    fc.property(pattern, (marks) => {
      expect(stateOf(marks)).toBe(naiveState(marks));
      expect(stateOf(marks, "skips")).toBe(naiveState(marks.replaceAll("-", "")));
    }),
    { ...seeded, numRuns: 1_000 },
  );
});

test("the possible states are those that come out when the missing quarters are filled in, in every way", () => {
  fc.assert(
    fc.property(pattern, (marks) => {
      const full = whole(marks);
      const gaps = [...full].flatMap((mark, place) => (mark === "-" ? [place] : []));
      const filled = Array.from({ length: 2 ** gaps.length }, (_, choice) =>
        [...full].map((mark, place) => (mark === "-" ? ((choice >> gaps.indexOf(place)) & 1 ? "P" : "F") : mark)).join(""),
      );
      const { possible } = follow(quarterlyTitle, [awarded, ...quarters(marks)], asOf(marks));
      expect(new Set(possible)).toEqual(new Set(filled.map((marks) => stateOf(marks))));
    }),
    { ...seeded, numRuns: 100 },
  );
});

test("the order in which records are handed in changes nothing", () => {
  fc.assert(
    fc.property(
      pattern.chain((marks) => {
        const records = [awarded, event("award", "2023-02-01"), ...quarters(marks)];
        return fc.tuple(fc.constant(marks), fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length }));
      }),
      ([marks, records, shuffled]) => {
        expect(follow(quarterlyTitle, shuffled, asOf(marks))).toEqual(follow(quarterlyTitle, records, asOf(marks)));
      },
    ),
    { ...seeded, numRuns: 300 },
  );
});

test("each step begins in the state in which the one before it ended, and the days never go back", () => {
  fc.assert(
    fc.property(pattern, (marks) => {
      const { steps, state } = follow(quarterlyTitle, [awarded, ...quarters(marks)], asOf(marks));
      expect(steps.map(({ from }) => from)).toEqual(["none", ...steps.slice(0, -1).map(({ to }) => to)]);
      expect(steps.map(({ on }) => on)).toEqual(steps.map(({ on }) => on).sort());
      expect(steps.at(-1)?.to).toBe(state);
      expect(steps.every(({ from, to, transition, source }) => (transition === null ? from === to : source !== null))).toBe(true);
    }),
    { ...seeded, numRuns: 300 },
  );
});
