import { describe, expect, test } from "vitest";
import { addPoints } from "../points.ts";
import { policiesInForce } from "../policy.ts";
import { badReview, defaults, scheme, windowHonour } from "../zhejiang-fixture.ts";
import { contestOf, type Entrant, rankAnew, totalWithSheets } from "./contest.ts";
import { chanceField, entrant, withCut } from "./contest-fixture.ts";
import { findCutFlips } from "./cut-flips.ts";
import { placeAt } from "./rank-range.ts";
import { weightTable, wholeWeight } from "./weight-table.ts";

const flipsOf = (entrants: readonly Entrant[], size: number, policies = defaults) => {
  const contest = contestOf(withCut(size), entrants, policies);
  return findCutFlips(contest, weightTable(contest));
};
/** Totals 87, 85, 82: one place between each and the next. */
const three = [
  entrant("a", { G1: ["plan"] }),
  entrant("b", { G1: ["mail"], G2: ["mail"] }),
  entrant("c", { G1: ["plan", "mail"], G2: ["plan", "mail"] }),
];

describe("points", () => {
  test("lift the one below the cut to the last one above it, and take that one down to the first below", () => {
    const [a, b, c] = flipsOf(three, 2);
    expect(a).toMatchObject({ id: "a", place: "inside", rival: "c", points: { change: { numerator: -500, denominator: 1 } } });
    expect(b).toMatchObject({ id: "b", place: "inside", rival: "c", points: { change: { numerator: -300, denominator: 1 } } });
    expect(c).toMatchObject({ id: "c", place: "outside", rival: "b", points: { change: { numerator: 300, denominator: 1 } } });
  });

  test("are looked for in items that have room for them", () => {
    expect(flipsOf(three, 2)[2]?.points.items).toEqual(["organisation", "convenience", "bonus"]);
    expect(flipsOf(three, 1)[2]?.points.items).toEqual(["convenience", "bonus"]);
  });

  test("to be level are enough where fewer bad reviews decide, and not where more of them do", () => {
    const clean = entrant("clean", { G1: ["mail"] });
    const bad = entrant("bad", { G1: [] }, { records: { bad_reviews: [badReview("r", "not_objective")] } });
    const [first, second] = flipsOf([bad, clean], 1);
    expect([first?.id, first?.points.levelIsEnough]).toEqual(["bad", true]);
    expect([second?.id, second?.points.levelIsEnough]).toEqual(["clean", true]);
    const [top, below] = flipsOf(
      [
        { ...clean, facts: entrant("clean", { G1: [] }).facts },
        { ...bad, facts: { ...bad.facts, entries: clean.facts.entries } },
      ],
      1,
    );
    expect([top?.id, top?.points.levelIsEnough]).toEqual(["clean", false]);
    expect([below?.id, below?.points.levelIsEnough]).toEqual(["bad", false]);
  });

  test("for those whom the cut ties, any will do", () => {
    const tied = flipsOf([entrant("x", { G1: ["mail"] }), entrant("y", { G1: ["lawful"] })], 1);
    expect(tied.map(({ place, points }) => [place, points.change.numerator, points.levelIsEnough])).toEqual([
      ["tied", 0, false],
      ["tied", 0, false],
    ]);
  });
});

describe("a weight", () => {
  test("flips a place at the exact fraction where two meet, by the part for which least is needed", () => {
    const [strong, tidy] = flipsOf([entrant("strong", { G1: ["plan"] }), entrant("tidy", { G1: ["catalogue"] })], 1);
    expect(strong?.weight).toEqual({ part: "standardisation", change: { numerator: -2, denominator: 5 }, rival: "tidy" });
    expect(tidy?.weight).toEqual({ part: "standardisation", change: { numerator: -2, denominator: 5 }, rival: "strong" });
  });

  test("flips nothing where one is ahead in everything", () => {
    const [first] = flipsOf([entrant("first", { G1: [] }), entrant("second", { G1: ["mail", "plan"] })], 1);
    expect(first?.weight).toBeNull();
  });
});

describe("sheets", () => {
  test("one sheet at nothing is enough where one grader decides", () => {
    expect(flipsOf(three, 2)[1]?.sheets).toEqual({ graders: ["G1"] });
  });

  test("taking one down takes one sheet of a mean and more than half of those of a median; a lower one only draws level when all are full", () => {
    const panel = (ids: string[]) => Object.fromEntries(["G1", "G2", "G3", "G4", "G5"].map((grader) => [grader, ids]));
    const field = [entrant("up", panel([])), entrant("down", panel(["mail"]))];
    const fewest = (combined: string) =>
      flipsOf(field, 1, policiesInForce(scheme, { "graders-combined": combined })).map(({ sheets }) => sheets?.graders);
    expect(fewest("mean")).toEqual([["G1"], ["G1", "G2", "G3", "G4", "G5"]]);
    expect(fewest("median")[0]).toEqual(["G1", "G2", "G3"]);
  });
});

describe.each(["mean", "trimmed-mean", "median"])("among thirty windows, graders combined by %s,", (combined) => {
  const contest = contestOf(windowHonour, chanceField(21, 30, 5), policiesInForce(scheme, { "graders-combined": combined }));
  const table = weightTable(contest);
  const flips = findCutFlips(contest, table).map((flip) => {
    const [subject, stage] = [
      contest.contestants.find(({ id }) => id === flip.id),
      windowHonour.stages.find(({ id }) => id === flip.stage),
    ];
    if (subject === undefined || stage === undefined) throw new Error("a flip of nothing");
    const placeOf = (ranked: typeof contest.ranked) => ranked.filter(({ id }) => id === flip.id).map((each) => placeAt(each, stage))[0];
    return { flip, subject, placeOf };
  });

  test("the points do it, and a ten-thousandth less does not", () => {
    for (const { flip, subject, placeOf } of flips) {
      const moved = (by: number) => {
        const step = { numerator: by * (flip.place === "inside" ? -1 : 1), denominator: 100 };
        const total = addPoints(addPoints(subject.score.total, flip.points.change), step);
        return placeOf(rankAnew(contest, (each) => (each.id === subject.id ? total : each.score.total)));
      };
      expect(moved(1)).not.toBe(flip.place);
      if (flip.place !== "tied") expect(moved(-1)).toBe(flip.place);
      if (flip.place !== "tied") expect(moved(0) !== flip.place).toBe(flip.points.levelIsEnough);
    }
  });

  test("the weight does it, and a little less of a change does not, in any part or direction", () => {
    for (const { flip, placeOf } of flips) {
      if (flip.weight === null) continue;
      const size = flip.weight.change.numerator / flip.weight.change.denominator;
      const weigh = (part: number, change: number) => {
        const totals = new Map(
          [...table.rows].map(([id, row]) => [id, row.reduce((sum, units, at) => sum + units * (at === part ? 1 + change : 1), 0)]),
        );
        // Fine enough to tell totals apart that meet within a millionth of a weight.
        return placeOf(
          rankAnew(contest, ({ id }) =>
            totals.has(id) ? { numerator: Math.round((totals.get(id) ?? 0) * 1e8), denominator: table.unitsPerHundredth * 1e8 } : null,
          ),
        );
      };
      const beyond = size + Math.sign(size || 1) * 1e-5;
      expect(weigh(table.parts.indexOf(flip.weight.part), beyond)).not.toBe(flip.place);
      for (const [part] of table.parts.entries()) {
        for (const direction of [1, -1]) {
          if (flip.place !== "tied")
            expect(weigh(part, Math.max(-0.99999, direction * Math.max(0, Math.abs(size) - 1e-5)))).toBe(flip.place);
        }
      }
    }
  });

  test("the sheets named do it, and no choice of one sheet less does", () => {
    for (const { flip, subject, placeOf } of flips) {
      const rising = flip.place !== "inside";
      const placeWith = (graders: readonly string[]) => {
        const changed = subject.sheets.map((sheet) =>
          graders.includes(sheet.grader) ? { ...sheet, hundredths: rising ? 9_000 : 0 } : sheet,
        );
        return placeOf(rankAnew(contest, (each) => (each.id === subject.id ? totalWithSheets(contest, each, changed) : each.score.total)));
      };
      const all = subject.sheets.map(({ grader }) => grader);
      const fewer = (flip.sheets?.graders.length ?? all.length + 1) - 1;
      if (flip.sheets !== null) expect(placeWith(flip.sheets.graders)).not.toBe(flip.place);
      for (let chosen = 0; chosen < 2 ** all.length; chosen++) {
        const graders = all.filter((_, place) => (chosen >> place) % 2 === 1);
        if (graders.length <= fewer) expect(placeWith(graders)).toBe(flip.place);
      }
    }
  });

  test("flips of every ranked window are given for both stages", () => {
    const ranked = contest.ranked.filter(({ rank }) => rank !== null).length;
    expect(flips).toHaveLength(2 * ranked);
    expect(flips.map(({ flip }) => flip.place)).toContain("inside");
  });
});

test("where there is a place for everybody nothing flips, and weights are whole by default", () => {
  expect(flipsOf(three, 3)).toEqual([]);
  expect(wholeWeight).toBe(10_000);
});
