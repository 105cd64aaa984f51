import { describe, expect, test } from "vitest";
import { points } from "./points.ts";
import { policiesInForce } from "./policy.ts";
import { type RankEntry, rankSubjects } from "./rank.ts";
import type { VetoState } from "./score-result.ts";
import { defaults, scheme, windowHonour } from "./zhejiang-fixture.ts";

interface Given {
  readonly bad?: number;
  readonly good?: number;
  readonly active?: number;
  readonly state?: VetoState;
  readonly scored?: boolean;
}

function entry(id: string, total: number | [number, number], given: Given = {}): RankEntry {
  const { bad = 0, good = 90, active = 100, state = "clear", scored = true } = given;
  const [numerator, denominator] = typeof total === "number" ? [total * 100, 1] : total;
  const source = { document: "zj-2023-notice", clause: "附件5·7·2" };
  const veto = { rule: "V2", state, threshold: 4, counted: bad, undecided: 0, excluded: 0, records: [], source };
  return { id, score: { total: points(numerator, denominator), scored, vetoes: [veto] }, reviews: active === 0 ? null : { good, active } };
}

const rank = (entries: readonly RankEntry[], policies = defaults) => rankSubjects(windowHonour, entries, policies);
const places = (entries: readonly RankEntry[], policies = defaults) =>
  rank(entries, policies).map(({ id, rank, decidedBy }) => `${rank} ${id} ${decidedBy}`);

describe("ranks", () => {
  test("two that nothing tells apart share a rank, and the next one is two places on", () => {
    expect(places([entry("d", 80), entry("b", 85), entry("c", 85), entry("a", 90)])).toEqual([
      "1 a total",
      "2 b none",
      "2 c none",
      "4 d total",
    ]);
  });

  test("totals are compared exactly: a seventh of a hundredth decides", () => {
    expect(places([entry("a", [62999, 7]), entry("b", 90)])).toEqual(["1 b total", "2 a total"]);
  });

  test("equal totals go by fewer counted bad reviews, then by the higher good rate", () => {
    expect(
      places([
        entry("many", 85, { bad: 2 }),
        entry("lower", 85, { bad: 1, good: 899, active: 1000 }),
        entry("higher", 85, { bad: 1, good: 90, active: 100 }),
      ]),
    ).toEqual(["1 higher good_rate", "2 lower good_rate", "3 many bad_reviews"]);
  });

  test("good rates are compared exactly", () => {
    expect(places([entry("a", 85, { good: 333_333, active: 1_000_000 }), entry("b", 85, { good: 1, active: 3 })])[0]).toBe("1 b good_rate");
  });

  test("an unknown good rate breaks no tie, for nobody in it", () => {
    const entries = [entry("a", 85, { good: 99, active: 100 }), entry("b", 85, { active: 0 }), entry("c", 85, { good: 98, active: 100 })];
    expect(places(entries)).toEqual(["1 a none", "1 b none", "1 c none"]);
  });

  test("the committee may let all equal totals share a rank", () => {
    const share = policiesInForce(scheme, { tie: "share" });
    expect(places([entry("a", 85, { bad: 2 }), entry("b", 85)], share)).toEqual(["1 a none", "1 b none"]);
  });
});

describe("states", () => {
  test("a vetoed subject has no rank and takes no place from the others", () => {
    expect(rank([entry("out", 99, { state: "vetoed", bad: 4 }), entry("a", 90)])).toMatchObject([
      { id: "a", rank: 1, state: "ranked" },
      { id: "out", rank: null, state: "vetoed", countedBad: 4 },
    ]);
  });

  test("an undecided subject is ranked provisionally and never shown as ranked", () => {
    expect(rank([entry("a", 90), entry("open", 95, { state: "undecided", bad: 3 })])).toMatchObject([
      { id: "open", rank: 1, state: "undecided" },
      { id: "a", rank: 2, state: "ranked" },
    ]);
  });

  test("near is ranked", () => {
    expect(rank([entry("a", 90, { state: "near", bad: 3 })])[0]?.state).toBe("ranked");
  });

  test("without a complete sheet there is no rank, and a veto outweighs that", () => {
    expect(rank([entry("bonus-only", 10, { scored: false }), entry("out", 5, { scored: false, state: "vetoed" })])).toMatchObject([
      { id: "out", state: "vetoed", rank: null },
      { id: "bonus-only", state: "unscored", rank: null },
    ]);
  });

  test("nobody to rank makes an empty list", () => {
    expect(rank([])).toEqual([]);
  });
});

describe("the cuts of the stages at 20 and 10", () => {
  const field = (tiedFrom: number, tied: number) =>
    Array.from({ length: 25 }, (_, place) => {
      const inTie = place + 1 >= tiedFrom && place + 1 < tiedFrom + tied;
      return entry(`s${String(place + 1).padStart(2, "0")}`, 90 - (inTie ? tiedFrom : place + 1));
    });
  const flagged = (entries: readonly RankEntry[]) =>
    rank(entries)
      .filter(({ tiedAtCut }) => tiedAtCut.length > 0)
      .map(({ id, tiedAtCut }) => [id, ...tiedAtCut]);

  test("a tie across place 10 is flagged for the final", () => {
    expect(flagged(field(10, 2))).toEqual([
      ["s10", "final"],
      ["s11", "final"],
    ]);
  });

  test("a tie that ends at place 10 is no matter of the cut", () => {
    expect(flagged(field(9, 2))).toEqual([]);
  });

  test("a tie that begins after the cut is none either", () => {
    expect(flagged(field(11, 2))).toEqual([]);
  });

  test("a tie across place 20 is flagged for the shortlist, one across both for both", () => {
    expect(flagged(field(19, 3)).map(([, ...stages]) => stages)).toEqual([["shortlist"], ["shortlist"], ["shortlist"]]);
    expect(flagged(field(10, 12))[0]).toEqual(["s10", "shortlist", "final"]);
  });
});

describe("an honour that ranks otherwise", () => {
  const { ranking } = windowHonour.rubric;
  const ranked = (change: Partial<typeof ranking>, entries: readonly RankEntry[]) =>
    rankSubjects({ ...windowHonour, rubric: { ...windowHonour.rubric, ranking: { ...ranking, ...change } } }, entries, defaults);

  test("where totals are ranks the lower one is better", () => {
    expect(ranked({ better: "lower" }, [entry("a", 4.5), entry("b", 1.75), entry("c", 2)]).map(({ id }) => id)).toEqual(["b", "c", "a"]);
  });

  test("within a field each value has ranks of its own, and no cut goes through them", () => {
    const of = (id: string, total: number, tier: string): RankEntry => ({ ...entry(id, total), fields: { tier } });
    const all = [of("a", 80, "y"), of("b", 90, "x"), of("c", 70, "x"), of("d", 60, "y"), entry("e", 50)];
    const result = ranked({ within: "tier" }, all);
    expect(result.map(({ id, rank }) => [id, rank])).toEqual([
      ["e", 1],
      ["b", 1],
      ["c", 2],
      ["a", 1],
      ["d", 2],
    ]);
    const tied = Array.from({ length: 40 }, (_, n) => of(`w${n}`, 90, "x"));
    expect(ranked({ within: "tier" }, tied).flatMap(({ tiedAtCut }) => tiedAtCut)).toEqual([]);
    expect(ranked({}, tied)[0]?.tiedAtCut).toEqual(["shortlist", "final"]);
  });
});

describe("who may not have the honour", () => {
  test("has no rank and takes none, and an undecided one has a provisional rank", () => {
    const all: RankEntry[] = [
      { ...entry("late", 99), eligibility: "not_applied" },
      { ...entry("out", 98), eligibility: "ineligible" },
      { ...entry("open", 97), eligibility: "undecided" },
      { ...entry("in", 96), eligibility: "eligible" },
      { ...entry("late-and-vetoed", 95, { state: "vetoed" }), eligibility: "not_applied" },
      { ...entry("out-and-vetoed", 94, { state: "vetoed" }), eligibility: "ineligible" },
    ];
    expect(rank(all).map(({ id, rank, state }) => [id, rank, state])).toEqual([
      ["open", 1, "undecided"],
      ["in", 2, "ranked"],
      ["out-and-vetoed", null, "vetoed"],
      ["out", null, "ineligible"],
      ["late", null, "not_applied"],
      ["late-and-vetoed", null, "not_applied"],
    ]);
  });
});
