import fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "../random-fixture.ts";
import { bruteForce, hardMissesOf } from "./brute-force-fixture.ts";
import { checkList, ifFree } from "./check-list.ts";
import { chanceProblem } from "./selection-fixture.ts";

const withList = chanceProblem.chain((problem) => fc.tuple(fc.constant(problem), fc.subarray(problem.subjects.map(({ id }) => id))));

test("a list stands exactly when nobody on it is barred and a count by hand finds no hard rule missed", () => {
  const met = { stands: 0, falls: 0 };
  fc.assert(
    fc.property(withList, ([problem, listed]) => {
      const { stands } = checkList(problem, new Set(listed));
      const barred = problem.subjects.some(({ id, bar }) => bar !== null && listed.includes(id));
      expect(stands).toBe(!barred && hardMissesOf(problem, listed) === 0);
      met[stands ? "stands" : "falls"] += 1;
    }),
    { ...seeded, numRuns: 2_000 },
  );
  expect(Math.min(met.stands, met.falls)).toBeGreaterThan(100);
});

test("a best selection stands and passes nobody over; a list that leaves out its best without need is told so", () => {
  let told = 0;
  fc.assert(
    fc.property(chanceProblem, (problem) => {
      const all = bruteForce(problem);
      for (const best of all) {
        const check = checkList(problem, new Set(best));
        expect(check).toMatchObject({ stands: true, passedOver: [] });
      }
      const [best = []] = all;
      for (const id of best) {
        const without = checkList(problem, new Set(best.filter((other) => other !== id)));
        const short = without.demands.some((demand) => demand.short > 0);
        expect(short || without.passedOver.some(({ subject }) => subject === id)).toBe(true);
        told += 1;
      }
    }),
    { ...seeded, numRuns: 500 },
  );
  expect(told).toBeGreaterThan(500);
});

test("a best list is no longer best exactly when somebody set free would have room or take a place, as far as that is said to be certain", () => {
  const met = { same: 0, level: 0, changed: 0, uncertain: 0 };
  fc.assert(
    fc.property(chanceProblem, (problem) => {
      const barred = problem.subjects.find(({ bar }) => bar !== null);
      const [list] = bruteForce(problem);
      if (barred === undefined || list === undefined) return;
      const { room, better, level, certain } = ifFree(problem, new Set(list), barred.id);
      const kind = room || better.length > 0 ? "changed" : level.length > 0 ? "level" : "same";
      met[certain ? kind : "uncertain"] += 1;
      if (!certain) return;
      const subjects = problem.subjects.map((each) => (each.id === barred.id ? { ...each, bar: null } : each));
      const best = bruteForce({ ...problem, subjects });
      expect(best.map((each) => each.join()).includes(list.join())).toBe(kind !== "changed");
      expect(best.some((each) => each.includes(barred.id))).toBe(kind !== "same");
    }),
    { ...seeded, numRuns: 6_000 },
  );
  expect(Math.min(met.same, met.level, met.changed, met.uncertain)).toBeGreaterThan(50);
});
