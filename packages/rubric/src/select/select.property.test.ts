import fc from "fast-check";
import { expect, test } from "vitest";
import { seeded } from "../random-fixture.ts";
import { bruteForce, fewestMoved, moved } from "./brute-force-fixture.ts";
import { candidatesOf, demandsOf } from "./demand.ts";
import { obstacles } from "./exchange.ts";
import { selectSubjects } from "./select.ts";
import { chanceProblem, solver } from "./selection-fixture.ts";

test("a selection equals brute force over every subset: who is in, who is tied, and whether there is one at all", async () => {
  const met = { settled: 0, open: 0, impossible: 0 };
  await fc.assert(
    fc.asyncProperty(chanceProblem, async (problem) => {
      const best = bruteForce(problem);
      const selection = await selectSubjects(problem, solver);
      met[selection.status] += 1;
      if (selection.status === "impossible") {
        expect(best).toEqual([]);
        return;
      }
      const inEvery = problem.subjects.map(({ id }) => id).filter((id) => best.length > 0 && best.every((each) => each.includes(id)));
      const inSome = problem.subjects.map(({ id }) => id).filter((id) => best.some((each) => each.includes(id)));
      expect(selection.chosen.toSorted()).toEqual(inEvery.toSorted());
      const open = selection.open.flatMap(({ subjects }) => subjects);
      expect([...selection.chosen, ...open].toSorted()).toEqual(inSome.toSorted());
      expect(selection.chosen.length + selection.open.reduce((sum, { places }) => sum + places, 0)).toBe(best[0]?.length);
      expect(selection.status).toBe(best.length === 1 ? "settled" : "open");
    }),
    { ...seeded, numRuns: 1_000 },
  );
  expect(Math.min(met.settled, met.open, met.impossible)).toBeGreaterThan(100);
}, 180_000);

test("where no selection exists, the relaxation moves as few places as any subset needs, and lets a selection exist", async () => {
  await fc.assert(
    fc.asyncProperty(chanceProblem, async (problem) => {
      const selection = await selectSubjects(problem, solver);
      if (selection.status !== "impossible") return;
      expect(moved(selection.smallest)).toBe(fewestMoved(problem));
      for (const relaxations of [selection.smallest, ...selection.alone.map((each) => [each])]) {
        expect(moved(relaxations)).toBeGreaterThanOrEqual(fewestMoved(problem));
        const waivers = relaxations.map((each) => ({ ...each, reason: "试算" }));
        expect((await selectSubjects({ ...problem, waivers }, solver)).status).not.toBe("impossible");
      }
    }),
    { ...seeded, numRuns: 400 },
  );
});

test("the order of the subjects changes nothing, reasons and proof included", async () => {
  const shuffled = chanceProblem.chain((problem) =>
    fc.tuple(fc.constant(problem), fc.shuffledSubarray([...problem.subjects], { minLength: problem.subjects.length })),
  );
  await fc.assert(
    fc.asyncProperty(shuffled, async ([problem, subjects]) => {
      expect(await selectSubjects({ ...problem, subjects }, solver)).toEqual(await selectSubjects(problem, solver));
    }),
    { ...seeded, numRuns: 200 },
  );
});

test("each reason holds: nobody is passed over without a rule, and without the rules that need somebody it would be otherwise", async () => {
  const told = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(chanceProblem, async (problem) => {
      const selection = await selectSubjects(problem, solver);
      if (selection.status === "impossible") return;
      const [candidates, demands, chosen] = [candidatesOf(problem), demandsOf(problem), new Set(selection.chosen)];
      const rankOf = (id: string) => problem.subjects.find((each) => each.id === id)?.rank ?? 0;
      const reasonOf = (id: string) => selection.verdicts.find((each) => each.subject === id)?.reason.kind;
      const bestWithout = (rules: readonly string[]) =>
        bruteForce({ ...problem, rules: problem.rules.filter(({ id }) => !rules.includes(id)) });
      expect(selection.verdicts.map(({ subject }) => subject).toSorted()).toEqual(problem.subjects.map(({ id }) => id).toSorted());

      for (const { subject, outcome, reason } of selection.verdicts) {
        told.set(reason.kind, (told.get(reason.kind) ?? 0) + 1);
        expect(outcome === "in").toBe(chosen.has(subject));
        if (reason.kind === "below") {
          const worse = candidates.filter(({ id, rank }) => chosen.has(id) && (rank ?? 0) >= rankOf(subject));
          expect(worse.filter(({ id }) => reasonOf(id) !== "needed")).toEqual([]);
        }
        if (reason.kind === "needed") {
          const instead = bestWithout(reason.demands.map(({ rule }) => rule));
          expect(instead.some((each) => !each.includes(subject))).toBe(true);
          for (const id of reason.displaced) expect(instead.some((each) => each.includes(id))).toBe(true);
        }
        if (reason.kind === "displaced" && selection.status === "settled") {
          for (const id of reason.by) expect(obstacles(demands, chosen, subject, id).needed).not.toEqual([]);
        }
        if (reason.kind === "full" || reason.kind === "below") {
          for (const id of reason.behind.subjects) expect(rankOf(id)).toBeLessThan(rankOf(subject));
        }
        if (outcome !== "out" || reason.kind === "barred" || selection.status === "open") continue;
        for (const id of selection.chosen.filter((id) => rankOf(id) >= rankOf(subject))) {
          const { full, needed } = obstacles(demands, chosen, subject, id);
          expect(full.length + needed.length).toBeGreaterThan(0);
        }
      }
    }),
    { ...seeded, numRuns: 400 },
  );
  for (const kind of ["rank", "moved-up", "needed", "tied", "barred", "full", "displaced", "below"])
    expect(told.get(kind)).toBeGreaterThan(20);
});
