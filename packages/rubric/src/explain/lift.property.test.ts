import fc from "fast-check";
import { expect, test } from "vitest";
import type { SheetEntry } from "../facts.ts";
import { addPoints, comparePoints, hundredthsOf, type Points, points } from "../points.ts";
import { policiesInForce } from "../policy.ts";
import { seeded } from "../random-fixture.ts";
import { type Contest, contestOf } from "../robustness/contest.ts";
import { scoreApplication } from "../score.ts";
import { discretionary, facts, scheme, sheet, windowHonour } from "../zhejiang-fixture.ts";
import { type ClauseOf, smallestLift } from "./lift.ts";

const clauses = windowHonour.rubric.items.flatMap((item) =>
  item.kind === "deduction" ? item.clauses.map(({ id, deduct }) => ({ item: item.id, clause: id, hundredths: hundredthsOf(deduct) })) : [],
);

/** A few clauses that some of up to four graders find unmet, with discretionary deductions that reach the floor, under any combination. */
const chance = fc
  .record({
    graders: fc.integer({ min: 1, max: 4 }),
    places: fc.uniqueArray(fc.nat(clauses.length - 1), { minLength: 1, maxLength: 8 }),
    seen: fc.array(fc.boolean(), { minLength: 32, maxLength: 32 }),
    extra: fc.array(
      fc.record({ grader: fc.nat(3), item: fc.constantFrom("organisation", "conduct"), hundredths: fc.integer({ min: 1, max: 1000 }) }),
      { maxLength: 3 },
    ),
    combined: fc.constantFrom("mean", "trimmed-mean", "median"),
    floor: fc.constantFrom("zero", "none"),
    bound: fc.constantFrom("what-is-left", "floor-only"),
    more: fc.integer({ min: 1, max: 3000 }),
    strictly: fc.boolean(),
  })
  .map((given) => {
    const panel = Array.from({ length: given.graders }, (_, n) => `G${n + 1}`);
    const entries = panel.flatMap((grader, g): SheetEntry[] =>
      sheet(windowHonour, grader).map((entry) => {
        const place = given.places.findIndex((each) => clauses[each]?.clause === entry.clause);
        const unmet = place >= 0 && given.seen[place * 4 + g] === true;
        return unmet ? { ...entry, hundredths: clauses[given.places[place] ?? 0]?.hundredths ?? 0 } : entry;
      }),
    );
    const rows = given.extra.map(({ grader, item, hundredths }) =>
      discretionary(panel[grader % panel.length] ?? "G1", item, hundredths / 100),
    );
    const policies = policiesInForce(scheme, {
      "graders-combined": given.combined,
      "item-floor": given.floor,
      "discretionary-deduction": given.bound,
    });
    const contest = contestOf(windowHonour, [{ id: "W1", facts: facts({ entries: [...entries, ...rows] }) }], policies);
    return { contest, more: points(given.more), strictly: given.strictly };
  });

function subsets<T>(all: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return all.flatMap((first, place) => subsets(all.slice(place + 1), size - 1).map((rest) => [first, ...rest]));
}

/** Every set of clauses, the small ones first, each scored anew. */
function bruteForce({ honour, policies, contestants }: Contest, isEnough: (total: Points) => boolean): readonly ClauseOf[] | null {
  const entries = contestants[0]?.facts.entries ?? [];
  const unmet = clauses.filter(({ clause }) =>
    entries.some((entry) => entry.clause === clause && entry.kind === "fixed" && entry.hundredths !== 0),
  );
  for (let size = 0; size <= unmet.length; size++) {
    for (const met of subsets(unmet, size)) {
      const lifted = entries.map((entry) =>
        entry.kind === "fixed" && met.some(({ clause }) => clause === entry.clause) ? { ...entry, hundredths: 0 } : entry,
      );
      if (isEnough(scoreApplication(honour, facts({ entries: lifted }), policies).total)) {
        return met.map(({ item, clause }) => ({ item, clause }));
      }
    }
  }
  return null;
}

test("the smallest set is that of all sets tried one by one, or there is none, whatever the floor and the way of combining", () => {
  let found = 0;
  let several = 0;
  fc.assert(
    fc.property(chance, ({ contest, more, strictly }) => {
      const [subject] = contest.contestants;
      if (subject === undefined) throw new Error("there is one contestant");
      const mark = addPoints(subject.score.total, more);
      const isEnough = (total: Points) => comparePoints(total, mark) >= (strictly ? 1 : 0);
      const lift = smallestLift(contest, subject, isEnough);
      expect(lift?.clauses ?? null).toEqual(bruteForce(contest, isEnough));
      if (lift !== null) expect(isEnough(lift.total)).toBe(true);
      found += lift === null ? 0 : 1;
      several += (lift?.clauses.length ?? 0) > 2 ? 1 : 0;
    }),
    { ...seeded, numRuns: 600 },
  );
  expect(found).toBeGreaterThan(100);
  expect(several).toBeGreaterThan(20);
});
