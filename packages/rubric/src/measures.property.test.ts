import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assessAll } from "./assess.ts";
import type { FactRecord, Facts } from "./facts.ts";
import { type Fraction, isSame, type MeasureChoices, naiveHunan, naiveSuzhou, naiveTemplate } from "./naive-measures-fixture.ts";
import { comparePoints, points, sumPoints } from "./points.ts";
import { policiesInForce } from "./policy.ts";
import { honourOf, hunan, suzhou, template } from "./programmes-fixture.ts";
import { seeded } from "./random-fixture.ts";
import { chanceHunan, chanceSuzhou, chanceTemplate } from "./random-measures-fixture.ts";
import { scoreApplication } from "./score.ts";
import type { Score } from "./score-result.ts";

const choices: fc.Arbitrary<MeasureChoices> = fc.record({
  award: fc.constantFrom("met", "progress"),
  groups: fc.constantFrom("by-group", "by-indicator"),
  missing: fc.constantFrom("wait", "reweigh", "nothing"),
});
const ties = fc.constantFrom("best" as const, "mean" as const, "dense" as const);

const threeTypes = honourOf(template, "three-type-window");
const satisfying = honourOf(hunan, "satisfying-window");
const collective = honourOf(suzhou, "service-collective");

const scoreTemplate = (facts: Facts, { award, groups, missing }: MeasureChoices): Score =>
  scoreApplication(
    threeTypes,
    facts,
    policiesInForce(template, { "indicator-award": award, "group-weights": groups, "missing-part": missing }),
  );
const scoreHunan = (facts: Facts): Score => scoreApplication(satisfying, facts, policiesInForce(hunan));
const scoreSuzhou = (all: readonly Facts[], how: "best" | "mean" | "dense") =>
  assessAll(collective, all, policiesInForce(suzhou, { "rank-ties": how }));

/** The naive scorer says nothing where the real one does not score, and the same where it does. */
function agrees(naive: Fraction | null, { scored, total }: Score): boolean {
  return naive === null ? !scored : scored && isSame(naive, total);
}

/** With the 62,000 sheets of Zhejiang in `score.property.test.ts` these are 100,000. */
describe("a second, naive scorer agrees", () => {
  test("on the template plan's composite of indicators and appraisals, under random policies", () => {
    fc.assert(
      fc.property(chanceTemplate, choices, (facts, chosen) => agrees(naiveTemplate(facts, chosen), scoreTemplate(facts, chosen))),
      { ...seeded, numRuns: 10_000 },
    );
  });

  test("on Hunan's four inputs and five checklists", () => {
    fc.assert(
      fc.property(chanceHunan, (facts) => agrees(naiveHunan(facts), scoreHunan(facts))),
      { ...seeded, numRuns: 10_000 },
    );
  });

  test("on Suzhou's composite of ranks, however ties are ranked", () => {
    let windows = 0;
    fc.assert(
      fc.property(chanceSuzhou, ties, (all, how) => {
        windows += all.length;
        return scoreSuzhou(all, how).every(({ score }, place) => {
          const subject = all[place];
          return subject !== undefined && agrees(naiveSuzhou(all, subject, how), score);
        });
      }),
      { ...seeded, numRuns: 4_500 },
    );
    expect(windows).toBeGreaterThan(18_000);
  });
});

/** The scores of a random programme. */
const scores: fc.Arbitrary<Score[]> = fc.oneof(
  fc.tuple(chanceTemplate, choices).map(([facts, chosen]) => [scoreTemplate(facts, chosen)]),
  chanceHunan.map((facts) => [scoreHunan(facts)]),
  fc.tuple(chanceSuzhou, ties).map(([all, how]) => scoreSuzhou(all, how).map(({ score }) => score)),
);

test("the lines of a measured item add up to it, and none that carries points can be left out", () => {
  fc.assert(
    fc.property(scores, (all) => {
      for (const score of all) {
        expect(sumPoints(score.items.map((item) => item.points))).toEqual(score.total);
        for (const item of score.items) {
          expect(sumPoints(item.lines.map((line) => line.points))).toEqual(item.points);
          for (const line of item.lines.filter((each) => each.points.numerator !== 0)) {
            expect(sumPoints(item.lines.filter((each) => each !== line).map((each) => each.points))).not.toEqual(item.points);
          }
        }
      }
    }),
    { ...seeded, numRuns: 1_000 },
  );
});

test("a total of measures is between nothing and its maximum; while something in it is not known it has no lines", () => {
  fc.assert(
    fc.property(chanceTemplate, choices, chanceHunan, (window, chosen, other) => {
      for (const score of [scoreTemplate(window, chosen), scoreHunan(other)]) {
        expect(comparePoints(score.total, points(0))).toBeGreaterThanOrEqual(0);
        expect(comparePoints(score.total, points(10_000))).toBeLessThanOrEqual(0);
        if (!score.scored) expect([score.missing.length > 0, score.items.flatMap(({ lines }) => lines)]).toEqual([true, []]);
      }
    }),
    { ...seeded, numRuns: 1_000 },
  );
});

test("a composite rank is between 1 and the number of those who are ranked", () => {
  fc.assert(
    fc.property(chanceSuzhou, ties, (all, how) => {
      for (const { score } of scoreSuzhou(all, how).filter((each) => each.score.scored)) {
        expect(comparePoints(score.total, points(100))).toBeGreaterThanOrEqual(0);
        expect(comparePoints(score.total, points(100 * all.length))).toBeLessThanOrEqual(0);
      }
    }),
    { ...seeded, numRuns: 1_000 },
  );
});

/** The same facts with every list of records in another order. */
function shuffled(facts: Facts): fc.Arbitrary<Facts> {
  const kinds = Object.entries(facts.records);
  return fc
    .tuple(...kinds.map(([, records]) => fc.shuffledSubarray([...records], { minLength: records.length })))
    .map((lists) => ({ ...facts, records: Object.fromEntries(kinds.map(([kind], place) => [kind, lists[place] ?? []])) }));
}

test("the order of records, and of subjects, never matters", () => {
  fc.assert(
    fc.property(
      chanceTemplate.chain((facts) => fc.tuple(fc.constant(facts), shuffled(facts))),
      choices,
      ([facts, other], chosen) => {
        expect(scoreTemplate(other, chosen)).toEqual(scoreTemplate(facts, chosen));
      },
    ),
    { ...seeded, numRuns: 300 },
  );
  fc.assert(
    fc.property(
      chanceSuzhou.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ties,
      ([all, other], how) => {
        const byId = (assessed: ReturnType<typeof assessAll>) => new Map(assessed.map(({ facts, score }) => [facts.subjectId, score]));
        expect(byId(scoreSuzhou(other, how))).toEqual(byId(scoreSuzhou(all, how)));
      },
    ),
    { ...seeded, numRuns: 300 },
  );
});

test("a better figure, a higher score or one more point kept never lowers a total", () => {
  const raise = (records: readonly FactRecord[], place: number, better: (record: FactRecord) => FactRecord["fields"]) =>
    records.map((record, n) => (n === place % records.length ? { ...record, fields: better(record) } : record));
  const lower = new Set(["handling-days", "resubmission-rate", "visits-needed", "waiting-minutes"]);
  fc.assert(
    fc.property(chanceTemplate, choices, fc.nat(), fc.integer({ min: 1, max: 3_000 }), (facts, chosen, place, by) => {
      const change = by / 100;
      const indicators = raise(facts.records.indicators ?? [], place, ({ fields }) => ({
        ...fields,
        value: Number(fields.value) + (lower.has(String(fields.metric)) ? -change : change),
      }));
      const appraisals = raise(facts.records.appraisals ?? [], place, ({ fields }) => ({
        ...fields,
        score: Math.min(100, Number(fields.score) + change),
      }));
      const [before, after] = [facts, { ...facts, records: { indicators, appraisals } }].map((each) => scoreTemplate(each, chosen).total);
      if (before !== undefined && after !== undefined) expect(comparePoints(after, before)).toBeGreaterThanOrEqual(0);
    }),
    { ...seeded, numRuns: 1_000 },
  );
  fc.assert(
    fc.property(chanceHunan, fc.nat(), (facts, place) => {
      const checklists = raise(facts.records.checklists ?? [], place, ({ fields }) => ({ ...fields, kept: true }));
      const better = { ...facts, records: { ...facts.records, checklists } };
      expect(comparePoints(scoreHunan(better).total, scoreHunan(facts).total)).toBeGreaterThanOrEqual(0);
    }),
    { ...seeded, numRuns: 1_000 },
  );
});

test("a record of another period, or of another measure, changes nothing", () => {
  const idle = [
    { on: "2021-12-31", fields: { metric: "good-rate", value: 1 } },
    { on: "2022-04-01", fields: { metric: "good-rate", value: 1 } },
    { on: "2022-03-31", fields: { metric: "gossip", value: 1 } },
    { on: null, fields: { metric: "good-rate", value: 1 } },
  ];
  fc.assert(
    fc.property(chanceTemplate, choices, fc.constantFrom(...idle), (facts, chosen, { on, fields }) => {
      const extra: FactRecord = { id: "idle", kind: "indicators", on, fields, origin: null };
      const more = { ...facts, records: { ...facts.records, indicators: [...(facts.records.indicators ?? []), extra] } };
      expect(scoreTemplate(more, chosen)).toEqual(scoreTemplate(facts, chosen));
    }),
    { ...seeded, numRuns: 500 },
  );
});
