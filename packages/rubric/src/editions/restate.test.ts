import { describe, expect, test } from "vitest";
import { points } from "../points.ts";
import { policiesInForce } from "../policy.ts";
import type { Honour } from "../scheme.ts";
import { defaults, discretionary, facts, honourRecord, personHonour, scheme, sheet, windowHonour } from "../zhejiang-fixture.ts";
import type { Edition } from "./edition.ts";
import { honourOf, next, nextDefaults } from "./edition-fixture.ts";
import { effectsSentence, rankEffectsSentence, restatementSentence } from "./edition-sentence.ts";
import { evaluateUnder } from "./evaluate-under.ts";
import { restate } from "./restate.ts";
import { effectsOf, splitChange, splitRanks } from "./split-change.ts";

const earlier: Edition = { honour: windowHonour, policies: defaults };
const later: Edition = { honour: honourOf(next, "red-flag-window"), policies: nextDefaults };

/** The edition of 2023 with its items changed. */
function edited(change: (item: Honour["rubric"]["items"][number]) => Honour["rubric"]["items"][number][], honour = windowHonour): Edition {
  return { honour: { ...honour, rubric: { ...honour.rubric, items: honour.rubric.items.flatMap(change) } }, policies: defaults };
}

describe("a year's sheets under another edition", () => {
  test("an unmet clause costs what the other edition says", () => {
    const { facts: restated, notes } = restate(facts({ entries: sheet(windowHonour, "G1", { attitude: 5 }) }), earlier, later);
    expect(restated.entries.find(({ clause }) => clause === "attitude")?.hundredths).toBe(600);
    expect(notes).toEqual([{ kind: "figure", item: "conduct", clause: "attitude", times: 1 }]);
    expect(notes.map((note) => restatementSentence(later.honour, windowHonour, note).zh)).toEqual([
      "“态度与效率”的 1 处扣分按该版次的分值计。",
    ]);
  });

  test("a clause that the other edition does not have is left out", () => {
    const without = edited((item) => [
      item.kind === "deduction" ? { ...item, clauses: item.clauses.filter(({ id }) => id !== "mail") } : item,
    ]);
    const { facts: restated, notes } = restate(facts({ entries: sheet(windowHonour, "G1", { mail: 5 }) }), earlier, without);
    expect(restated.entries.some(({ clause }) => clause === "mail")).toBe(false);
    expect(notes).toEqual([{ kind: "dropped", item: "convenience", clause: "mail", times: 1 }]);
    expect(notes.map((note) => restatementSentence(without.honour, windowHonour, note).en)).toEqual([
      'This edition does not score "Mail service": 1 entries are left out.',
    ]);
  });

  test("what nobody judged is unknown, so that there is no score; or, as an assumption, met in full", () => {
    const without = edited((item) => [
      item.kind === "deduction" ? { ...item, clauses: item.clauses.filter(({ id }) => id !== "mail") } : item,
    ]);
    const entries = ["G1", "G2"].flatMap((grader) => sheet(without.honour, grader));
    const given = { factsBefore: facts({ entries }), factsAfter: facts({ entries: sheet(windowHonour, "G1", { mail: 5 }) }) };
    const unknown = splitChange({ ...given, editionBefore: without, editionAfter: earlier });
    expect(unknown).toMatchObject({ total: null, items: [], notes: { before: [{ kind: "unasked", clause: "mail", times: 2 }] } });
    const assumed = splitChange({ ...given, editionBefore: without, editionAfter: earlier, unasked: "full" });
    expect(assumed.total).toMatchObject({ change: points(-500), rule: points(-250), performance: points(-250) });
  });

  test("a graded score is the same share of another maximum", () => {
    const more = edited((item) => [item.id === "skill" && item.kind === "graded" ? { ...item, max: 30 } : item], personHonour);
    const own: Edition = { honour: personHonour, policies: defaults };
    const { facts: restated, notes } = restate(facts({ entries: sheet(personHonour, "G1", { skill: 20 }) }), own, more);
    expect(restated.entries.find(({ item }) => item === "skill")?.hundredths).toBe(2400);
    expect(notes).toMatchObject([{ kind: "scaled", item: "skill", times: 1 }]);
  });

  test("discretionary deductions go where the edition has none, and are held to what an item has", () => {
    const entries = [...sheet(windowHonour, "G1"), discretionary("G1", "organisation", 4), discretionary("G1", "conduct", 4)];
    const small = edited((item) => {
      if (item.id === "conduct" && item.kind === "deduction") return [{ ...item, discretionary: false }];
      return [item.id === "organisation" ? { ...item, max: 3 } : item];
    });
    expect(restate(facts({ entries }), earlier, small).notes).toEqual([
      { kind: "bounded", item: "organisation", clause: null, times: 1 },
      { kind: "dropped", item: "conduct", clause: null, times: 1 },
    ]);
  });

  test("where a clause costs its figure once, several duties of it do too", () => {
    const duties: Edition = { honour: windowHonour, policies: policiesInForce(scheme, { "unit-of-clause": "each-duty" }) };
    const { facts: restated, notes } = restate(facts({ entries: sheet(windowHonour, "G1", { plan: 9 }) }), duties, later);
    expect(restated.entries.find(({ clause }) => clause === "plan")?.hundredths).toBe(300);
    expect(notes).toEqual([{ kind: "bounded", item: "organisation", clause: "plan", times: 1 }]);
  });

  test("an honour of a level that the edition does not know is left out", () => {
    const noCounty = edited((item) =>
      item.kind === "bonus"
        ? [
            {
              ...item,
              parts: item.parts.map((part) =>
                part.kind === "levels" ? { ...part, levels: part.levels.filter(({ id }) => id !== "county") } : part,
              ),
            },
          ]
        : [item],
    );
    const honours = [honourRecord("a", "甲", "county", "2023-01-01"), honourRecord("b", "乙", "city", "2023-01-01")];
    const { facts: restated, notes } = restate(facts({ records: { honours } }), earlier, noCounty);
    expect(restated.records.honours?.map(({ id }) => id)).toEqual(["b"]);
    expect(notes).toEqual([{ kind: "level", item: "bonus", clause: "county", times: 1 }]);
  });
});

describe("a change between two years in two parts", () => {
  const factsBefore = facts({ entries: sheet(windowHonour, "G1", { attitude: 5, mail: 5 }) });
  const factsAfter = facts({ year: 2024, asOf: "2024-12-31", entries: sheet(later.honour, "G1", { attitude: 6 }) });
  const split = splitChange({ factsBefore, factsAfter, editionBefore: earlier, editionAfter: later });

  test("a dearer clause is the rule's, a clause that is met now the performance's", () => {
    expect(split.total).toEqual({
      before: points(8000),
      after: points(8400),
      change: points(400),
      rule: points(-100),
      performance: points(500),
    });
    expect(
      split.items
        .filter(({ effects }) => effects.change.numerator !== 0)
        .map(({ item, effects }) => [item, effects.rule, effects.performance]),
    ).toEqual([
      ["conduct", points(-100), points(0)],
      ["convenience", points(0), points(500)],
    ]);
  });

  test("it is told with signs", () => {
    if (split.total === null) throw new Error("both years are scored");
    expect(effectsSentence({ zh: "总分", en: "The total" }, split.total)).toEqual({
      zh: "总分由 80.00 变为 84.00（+4.00）：标准变化 -1.00，工作变化 +5.00。",
      en: "The total went from 80.00 to 84.00 (+4.00): -1.00 by the rule, +5.00 by the performance.",
    });
  });

  test("where rule and performance act together, each has half of what neither does alone", () => {
    const four = { oldOld: points(0), oldNew: points(0), newOld: points(0), newNew: points(300) };
    expect(effectsOf(four)).toMatchObject({ rule: points(150), performance: points(150) });
  });

  test("ranks are split in places, halves among them", () => {
    const before = [
      { ...factsBefore, subjectId: "A" },
      facts({ subjectId: "B", entries: sheet(windowHonour, "G1", { mail: 5, identity: 5 }) }),
    ];
    const after = before.map((each) => ({ ...restate(each, earlier, later).facts, year: 2024, asOf: "2024-12-31" }));
    const effects = splitRanks({ before, after, editionBefore: earlier, editionAfter: later });
    expect(effects.map(({ subject, effects: each }) => [subject, each.before, each.after, each.rule, each.performance])).toEqual([
      ["B", points(1), points(1), points(0), points(0)],
      ["A", points(1), points(2), points(1), points(0)],
    ]);
    const [, second] = effects;
    expect(second === undefined ? null : rankEffectsSentence(second.effects).zh).toBe(
      "名次由第 1 名变为第 2 名（+1）：标准变化 +1，工作变化（含其他对象）0。",
    );
  });

  test("a year under another edition says what of the sheets did not fit", () => {
    const year = evaluateUnder(later, earlier, [factsBefore, facts({ subjectId: "B", entries: sheet(windowHonour, "G1") })]);
    expect(year.notes).toEqual({ W1: [{ kind: "figure", item: "conduct", clause: "attitude", times: 1 }] });
    expect(year.ranked.map(({ id, rank }) => [id, rank])).toEqual([
      ["B", 1],
      ["W1", 2],
    ]);
  });
});
