import { describe, expect, test } from "vitest";
import { points } from "../points.ts";
import { defaults, facts, sheet, windowHonour } from "../zhejiang-fixture.ts";
import type { Edition } from "./edition.ts";
import { honourOf, next, nextDefaults } from "./edition-fixture.ts";
import { splitChange, splitRanks } from "./split-change.ts";

const earlier: Edition = { honour: windowHonour, policies: defaults };
const later: Edition = { honour: honourOf(next, windowHonour.id), policies: nextDefaults };

/** A sheet of the earlier edition, where being rude costs 5; the later one asks 6 for it. */
const rude = facts({ entries: sheet(windowHonour, "G1", { attitude: 5 }) });
const fine = facts({ entries: sheet(windowHonour, "G1") });
const graded = { before: earlier, after: earlier };

describe("years that were both graded under the earlier edition", () => {
  test("are split by what the later edition makes of the later year's sheets", () => {
    const { total } = splitChange({ factsBefore: fine, factsAfter: rude, editionBefore: earlier, editionAfter: later, graded });
    expect(total).toEqual({
      before: points(9000),
      after: points(8400),
      change: points(-600),
      rule: points(-50),
      performance: points(-550),
    });
  });

  test("without a change of the sheets change by the rule alone", () => {
    const { total } = splitChange({ factsBefore: rude, factsAfter: rude, editionBefore: earlier, editionAfter: later, graded });
    expect(total).toMatchObject({ rule: points(-100), performance: points(0) });
  });

  test("have ranks that are split too", () => {
    const [one, other] = [rude, fine].map((each, place) => ({ ...each, subjectId: `W${place}` }));
    if (one === undefined || other === undefined) throw new Error("two windows");
    const swapped = [
      { ...one, entries: other.entries },
      { ...other, entries: one.entries },
    ];
    const effects = splitRanks({ before: [one, other], after: swapped, editionBefore: earlier, editionAfter: later, graded });
    expect(effects.map(({ subject, effects: { rule, performance } }) => [subject, rule, performance])).toEqual([
      ["W0", points(0), points(-1)],
      ["W1", points(0), points(1)],
    ]);
  });
});
