import { describe, expect, test } from "vitest";
import { points } from "../points.ts";
import { minus, plus } from "../ratio.ts";
import { defaults, facts, sheet, windowHonour } from "../zhejiang-fixture.ts";
import type { Edition } from "./edition.ts";
import { honourOf, next, nextDefaults } from "./edition-fixture.ts";
import { reachesVetoes } from "./record-reach.ts";
import { bothOrders } from "./split-change.ts";
import { changeBetween, meanEffects } from "./year-change.ts";

const earlier: Edition = { honour: windowHonour, policies: defaults };
const later: Edition = { honour: honourOf(next, windowHonour.id), policies: nextDefaults };
const rude = sheet(windowHonour, "G1", { attitude: 5 });
const fine = sheet(windowHonour, "G1");
const of = (subjectId: string, year: number, entries = fine) => facts({ subjectId, year, asOf: `${year}-12-31`, entries });
const years = (before: readonly ReturnType<typeof of>[], after: readonly ReturnType<typeof of>[]) => ({
  before: { year: 2022, facts: before, graded: earlier, edition: earlier },
  after: { year: 2023, facts: after, graded: earlier, edition: later },
});

test("a window that was renumbered is compared with what it was, one that came from two has nothing to be compared with", () => {
  const line: Record<string, string[]> = { W9: ["W1"], W8: ["W2", "W3"] };
  const { changes, onlyBefore, onlyAfter } = changeBetween({
    ...years([of("W1", 2022), of("W2", 2022), of("W4", 2022)], [of("W9", 2023, rude), of("W8", 2023), of("W5", 2023)]),
    predecessors: (id) => line[id] ?? [id],
  });
  expect(changes.map(({ subjectId, score }) => [subjectId, score.total?.change])).toEqual([["W9", points(-600)]]);
  expect(onlyBefore).toEqual(["W2", "W4"]);
  expect(onlyAfter).toEqual(["W8", "W5"]);
});

test("what the other edition could not take as it was is told by year and edition", () => {
  const { notes } = changeBetween({ ...years([of("W1", 2022, rude)], [of("W1", 2023, rude)]), predecessors: (id) => [id] });
  expect(
    notes.map(({ year, edition, notes: told }) => [year, edition === later, told.map(({ kind, clause }) => `${kind} ${clause}`)]),
  ).toEqual([
    [2022, true, ["figure attitude"]],
    [2023, true, ["figure attitude"]],
  ]);
});

test("each order adds up to the change, and the effects are the mean of both", () => {
  const { changes } = changeBetween({ ...years([of("W1", 2022)], [of("W1", 2023, rude)]), predecessors: (id) => [id] });
  const { corners, total } = changes[0]?.score ?? { corners: null, total: null };
  if (corners === null || total === null) throw new Error("scored");
  const { ruleFirst, performanceFirst } = bothOrders(corners);
  expect(plus(ruleFirst.rule, ruleFirst.performance)).toEqual(total.change);
  expect(plus(performanceFirst.rule, performanceFirst.performance)).toEqual(total.change);
  expect([ruleFirst, performanceFirst]).toEqual([
    { rule: points(0), performance: points(-600) },
    { rule: points(-100), performance: points(-500) },
  ]);
  expect(total).toMatchObject({ rule: points(-50), performance: points(-550) });
});

test("the mean of several changes adds up as each of them does", () => {
  const { changes } = changeBetween({
    ...years([of("W1", 2022), of("W2", 2022, rude), of("W3", 2022)], [of("W1", 2023, rude), of("W2", 2023), of("W3", 2023)]),
    predecessors: (id) => [id],
  });
  const mean = meanEffects(changes.flatMap(({ score }) => (score.total === null ? [] : [score.total])));
  expect(mean?.change).toEqual(points(-100, 3));
  expect(mean && plus(mean.rule, mean.performance)).toEqual(mean?.change);
  expect(meanEffects([])).toBeNull();
});

describe("the records that were read for one edition", () => {
  const year = { year: 2023, asOf: "2023-12-31" };
  test("are enough for another whose vetoes look no further back, whatever their thresholds", () => {
    expect(reachesVetoes(earlier, later, year)).toBe(true);
  });

  test("are not enough for one whose vetoes look further back", () => {
    const vetoes = windowHonour.rubric.vetoes.map((rule) => {
      return rule.kind === "count" ? { ...rule, period: { calendarYears: 5, until: "as-of" as const } } : rule;
    });
    const longer: Edition = { ...earlier, honour: { ...windowHonour, rubric: { ...windowHonour.rubric, vetoes } } };
    expect(reachesVetoes(earlier, longer, year)).toBe(false);
    expect(reachesVetoes(longer, earlier, year)).toBe(true);
  });
});

test("a mean that exact integers cannot hold is told to the millionth, and its parts still add up", () => {
  // points that are shares of counts: the denominators have next to nothing in common
  const effects = Array.from({ length: 3000 }, (_, n) => {
    const count = 9001 + 2 * n;
    const [before, rule, performance] = [points(8000 * count - n, count), points(n, count), points(-2 * n, count)];
    const change = plus(rule, performance);
    return { before, rule, performance, change, after: plus(before, change) };
  });
  const mean = meanEffects(effects);
  if (mean === null) throw new Error("there are changes");
  expect(minus(mean.after, mean.before)).toEqual(mean.change);
  expect(plus(mean.rule, mean.performance)).toEqual(mean.change);
  for (const part of ["before", "after", "change", "rule", "performance"] as const) {
    const told = mean[part].numerator / mean[part].denominator;
    const plain = effects.reduce((sum, each) => sum + each[part].numerator / each[part].denominator, 0) / effects.length;
    expect(Math.abs(told - plain)).toBeLessThan(3e-6);
  }
});
