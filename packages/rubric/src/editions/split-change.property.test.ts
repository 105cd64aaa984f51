import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessAll, rankEntry } from "../assess.ts";
import { comparePoints } from "../points.ts";
import { chanceChoices, chanceFacts, policiesOf, seeded } from "../random-fixture.ts";
import { rankSubjects } from "../rank.ts";
import { minus, plus, sumRatios } from "../ratio.ts";
import type { Honour } from "../scheme.ts";
import { scoreApplication } from "../score.ts";
import { defaults, personHonour, windowHonour } from "../zhejiang-fixture.ts";
import type { Edition } from "./edition.ts";
import { honourOf, next, nextDefaults } from "./edition-fixture.ts";
import { evaluateUnder } from "./evaluate-under.ts";
import { restate } from "./restate.ts";
import { type Effects, splitChange, splitRanks } from "./split-change.ts";

const same = (a: Effects["rule"], b: Effects["rule"]) => comparePoints(a, b) === 0;
const exact = ({ before, after, change, rule, performance }: Effects) =>
  same(plus(rule, performance), change) && same(minus(after, before), change);

/** The later edition changes no graded item; here one is worth more, so that graded scores are restated too. */
function withMore(honour: Honour): Honour {
  const items = honour.rubric.items.map((item) => (item.kind === "graded" && item.id === "skill" ? { ...item, max: 30 } : item));
  return { ...honour, rubric: { ...honour.rubric, items } };
}

describe.each([windowHonour, personHonour])("$id under the editions of 2023 and 2024", (honour) => {
  const earlier: Edition = { honour, policies: defaults };
  const later: Edition = { honour: withMore(honourOf(next, honour.id)), policies: nextDefaults };
  /** Sheets of the later year cost what the later edition says. */
  const chanceLater = chanceFacts(honour).map((facts) => restate(facts, earlier, later).facts);

  test("rule and performance add up to the change, of the total and of every item, and the items to the total", () => {
    let moved = 0;
    fc.assert(
      fc.property(chanceFacts(honour), chanceLater, (factsBefore, factsAfter) => {
        const { total, items } = splitChange({ factsBefore, factsAfter, editionBefore: earlier, editionAfter: later });
        if (total === null) return;
        expect(exact(total)).toBe(true);
        expect(items.filter(({ effects }) => !exact(effects))).toEqual([]);
        for (const effect of ["before", "after", "change", "rule", "performance"] as const) {
          expect(same(sumRatios(items.map(({ effects }) => effects[effect])), total[effect])).toBe(true);
        }
        moved += total.rule.numerator === 0 ? 0 : 1;
      }),
      { ...seeded, numRuns: 500 },
    );
    expect(moved).toBeGreaterThan(10);
  });

  test("before and after changed places, every effect changes its sign", () => {
    fc.assert(
      fc.property(chanceFacts(honour), chanceLater, (factsBefore, factsAfter) => {
        const there = splitChange({ factsBefore, factsAfter, editionBefore: earlier, editionAfter: later }).total;
        const back = splitChange({ factsBefore: factsAfter, factsAfter: factsBefore, editionBefore: later, editionAfter: earlier }).total;
        expect(back === null).toBe(there === null);
        if (there === null || back === null) return;
        expect(same(plus(there.rule, back.rule), minus(there.rule, there.rule))).toBe(true);
        expect(same(plus(there.performance, back.performance), minus(there.rule, there.rule))).toBe(true);
      }),
      { ...seeded, numRuns: 200 },
    );
  });

  test("under one edition nothing is restated, and the rule has no effect", () => {
    fc.assert(
      fc.property(chanceFacts(honour), chanceFacts(honour), chanceChoices, (factsBefore, factsAfter, choices) => {
        const edition: Edition = { honour, policies: policiesOf(choices) };
        expect(restate(factsBefore, edition, edition, "full")).toEqual({ facts: factsBefore, notes: [] });
        const { total } = splitChange({ factsBefore, factsAfter, editionBefore: edition, editionAfter: edition });
        if (total !== null) expect(total.rule.numerator).toBe(0);
      }),
      { ...seeded, numRuns: 200 },
    );
  });

  test("the same facts have no effect of performance", () => {
    fc.assert(
      fc.property(chanceFacts(honour), (factsBefore) => {
        const factsAfter = restate(factsBefore, earlier, later).facts;
        const { total } = splitChange({ factsBefore, factsAfter, editionBefore: earlier, editionAfter: later });
        if (total !== null) expect(total.performance.numerator).toBe(0);
      }),
      { ...seeded, numRuns: 200 },
    );
  });

  test("what was met stays met: sheets that were restated there and back are what they were", () => {
    fc.assert(
      fc.property(chanceFacts(honour), (facts) => {
        const back = restate(restate(facts, earlier, later).facts, later, earlier).facts;
        expect(back).toEqual(facts);
        expect(scoreApplication(honour, back, defaults)).toEqual(scoreApplication(honour, facts, defaults));
      }),
      { ...seeded, numRuns: 200 },
    );
  });

  test("ranks are split exactly too, and a year under its own edition is ranked as ever", () => {
    const field = (facts: typeof chanceLater, size: number) =>
      fc.array(facts, { minLength: size, maxLength: size }).map((all) => all.map((each, n) => ({ ...each, subjectId: `W${n + 1}` })));
    fc.assert(
      fc.property(field(chanceFacts(honour), 6), field(chanceLater, 7), (before, after) => {
        const effects = splitRanks({ before, after, editionBefore: earlier, editionAfter: later });
        expect(effects.filter((each) => !exact(each.effects))).toEqual([]);
        const own = assessAll(honour, before, defaults).map((each) => rankEntry(each));
        expect(evaluateUnder(earlier, earlier, before).ranked).toEqual(rankSubjects(honour, own, defaults));
      }),
      { ...seeded, numRuns: 40 },
    );
  });
});
