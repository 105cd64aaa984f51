import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { naiveScore } from "./naive-fixture.ts";
import { addPoints, comparePoints, hundredthsOf, points, sumPoints } from "./points.ts";
import { chanceChoices, chanceFacts, policiesOf, seeded } from "./random-fixture.ts";
import { scoreApplication } from "./score.ts";
import { defaults, personHonour, record, windowHonour } from "./zhejiang-fixture.ts";

describe.each([windowHonour, personHonour])("$id", (honour) => {
  test("a second, naive scorer agrees on the items and the kept sheets of over 31,000 random sheets under random policies", () => {
    let sheets = 0;
    fc.assert(
      fc.property(chanceFacts(honour), chanceChoices, (facts, choices) => {
        const score = scoreApplication(honour, facts, policiesOf(choices));
        const naive = naiveScore(honour, facts, choices);
        sheets += score.sheets.length;
        const kept = score.sheets.filter((sheet) => sheet.kept).map(({ grader }) => grader);
        return (
          kept.join() === naive.kept.join() &&
          score.items.every(({ item, points: actual }) => {
            const expected = naive.items[item];
            return expected && BigInt(actual.numerator) * expected.graders === expected.hundredths * BigInt(actual.denominator);
          })
        );
      }),
      { ...seeded, numRuns: 9_500 },
    );
    expect(sheets).toBeGreaterThan(31_000);
  });

  test("the lines of an item add up to it, the items to the total, and no line that carries points can be left out", () => {
    fc.assert(
      fc.property(chanceFacts(honour), chanceChoices, (facts, choices) => {
        const score = scoreApplication(honour, facts, policiesOf(choices));
        expect(sumPoints(score.items.map((item) => item.points))).toEqual(score.total);
        expect(addPoints(score.base, score.bonus)).toEqual(score.total);
        for (const item of score.items) {
          expect(sumPoints(item.lines.map((line) => line.points))).toEqual(item.points);
          for (const line of item.lines.filter((each) => each.points.numerator !== 0)) {
            expect(sumPoints(item.lines.filter((each) => each !== line).map((each) => each.points))).not.toEqual(item.points);
          }
        }
      }),
      { ...seeded, numRuns: 500 },
    );
  });

  test("every item is between nothing and its maximum, and so is the total", () => {
    fc.assert(
      fc.property(chanceFacts(honour), (facts) => {
        const score = scoreApplication(honour, facts, defaults);
        for (const { points: amount, maxHundredths } of score.items) {
          expect(comparePoints(amount, points(0))).toBeGreaterThanOrEqual(0);
          expect(comparePoints(amount, points(maxHundredths ?? 0))).toBeLessThanOrEqual(0);
        }
        expect(comparePoints(score.total, points(10_000))).toBeLessThanOrEqual(0);
      }),
      { ...seeded, numRuns: 1_000 },
    );
  });

  test("the order of sheets, rows and records never matters", () => {
    const shuffled = chanceFacts(honour).chain((facts) =>
      fc.record({
        facts: fc.constant(facts),
        entries: fc.shuffledSubarray([...facts.entries], { minLength: facts.entries.length }),
        honours: fc.shuffledSubarray([...(facts.records.honours ?? [])], { minLength: facts.records.honours?.length ?? 0 }),
      }),
    );
    fc.assert(
      fc.property(shuffled, chanceChoices, ({ facts, entries, honours }, choices) => {
        const other = { ...facts, entries, records: { ...facts.records, honours } };
        expect(scoreApplication(honour, other, policiesOf(choices))).toEqual(scoreApplication(honour, facts, policiesOf(choices)));
      }),
      { ...seeded, numRuns: 300 },
    );
  });

  test("a record that no rule counts changes nothing", () => {
    fc.assert(
      fc.property(chanceFacts(honour), fc.constantFrom("complaints", "findings", "honours", "innovations"), (facts, kind) => {
        const idle = {
          complaints: record(kind, "idle", "2023-05-01", { nature: "consultation", verified: "true", due_to_service: true }),
          findings: record(kind, "idle", "2023-05-01", { rule: "gossip", status: "found" }),
          honours: record(kind, "idle", "2012-05-01", { title: "旧", level: "national" }),
          innovations: record(kind, "idle", "2012-05-01", { title: "旧" }),
        }[kind];
        const more = { ...facts, records: { ...facts.records, [kind]: [...(facts.records[kind] ?? []), idle] } };
        const [before, after] = [scoreApplication(honour, facts, defaults), scoreApplication(honour, more, defaults)];
        expect(after.total).toEqual(before.total);
        expect(after.vetoes).toEqual(before.vetoes);
      }),
      { ...seeded, numRuns: 500 },
    );
  });
});

test("one more unmet clause never raises a total, however the graders are combined", () => {
  fc.assert(
    fc.property(chanceFacts(windowHonour), chanceChoices, fc.nat(), (facts, choices, chance) => {
      const met = facts.entries.filter((entry) => entry.kind === "fixed" && entry.hundredths === 0);
      const chosen = met[chance % Math.max(1, met.length)];
      const item = windowHonour.rubric.items.find(({ id }) => id === chosen?.item);
      if (chosen === undefined || item?.kind !== "deduction") return;
      const hundredths = hundredthsOf(item.clauses.find(({ id }) => id === chosen.clause)?.deduct ?? 0);
      const worse = { ...facts, entries: facts.entries.map((entry) => (entry === chosen ? { ...entry, hundredths } : entry)) };
      const [before, after] = [facts, worse].map((each) => scoreApplication(windowHonour, each, policiesOf(choices)).total);
      if (before !== undefined && after !== undefined) expect(comparePoints(after, before)).toBeLessThanOrEqual(0);
    }),
    { ...seeded, numRuns: 2_000 },
  );
});

test("the bonus never exceeds 8 for honours, 2 for measures and 10 in all, whatever the policies", () => {
  fc.assert(
    fc.property(chanceFacts(windowHonour), chanceChoices, (facts, choices) => {
      const { bonus, items } = scoreApplication(windowHonour, facts, policiesOf(choices));
      const lines = items.find(({ item }) => item === "bonus")?.lines ?? [];
      const sumOf = (part: string, kind: string) =>
        sumPoints(lines.filter((line) => line.kind === kind || (line.kind === "cap" && line.clause === part)).map((line) => line.points))
          .numerator;
      expect(sumOf("honours", "honour")).toBeLessThanOrEqual(800);
      expect(sumOf("innovations", "innovation")).toBeLessThanOrEqual(200);
      expect(bonus.numerator).toBeLessThanOrEqual(1000);
    }),
    { ...seeded, numRuns: 1_000 },
  );
});
