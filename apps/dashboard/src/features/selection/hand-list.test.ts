import { checkList } from "@mingchuang/rubric/select/check-list";
import { describe, expect, test } from "vitest";
import { handProblem, listOf, withTies } from "./hand-list.ts";
import { parseMarks } from "./hand-marks.ts";
import { readSchemeFixture } from "./scheme-fixture.ts";
import { barred, out, verdictRow } from "./verdict-row.fixture.ts";

const { scheme, honour } = readSchemeFixture("zhejiang-2023", "red-flag-window");
const cities = ["杭州市", "宁波市", "温州市", "湖州市", "嘉兴市", "绍兴市"];
const of = (rank: number) => ({ city: cities[rank % cities.length] ?? "" });

const nomination = [...Array(26)].map((_, place) => verdictRow(`A${place + 1}`, place + 1, { stage: "nomination", ...of(place + 1) }));
const shortlist = nomination.map((row, place) =>
  place < 20 ? { ...row, stage: "shortlist" } : out(row.application_id, place + 1, "A20", 50 * (place - 19), 1, of(place + 1)),
);
const final = nomination.map((row, place) => {
  if (place < 10) return { ...row, stage: "final" };
  if (place < 20) return out(row.application_id, place + 1, "A10", 50 * (place - 9), 1, { stage: "final", ...of(place + 1) });
  return barred(row.application_id, "not-passed", place + 1, { stage: "final", ...of(place + 1) });
});
const stages = [
  { id: "nomination", rows: nomination },
  { id: "shortlist", rows: shortlist },
  { id: "final", rows: final },
];
const check = (upTo: number, hand?: string) => {
  const marks = parseMarks(hand);
  const seen = stages.slice(0, upTo + 1);
  return checkList(handProblem({ scheme, honour, choices: {}, stages: seen, marks }), listOf(seen.at(-1)?.rows ?? [], marks));
};

describe("the list of a stage", () => {
  test("stands as the rules chose it, with nobody passed over", () => {
    for (const stage of [1, 2]) expect(check(stage)).toMatchObject({ stands: true, passedOver: [], barred: [] });
    expect(check(2).demands.at(-1)).toMatchObject({ count: 10, short: 0, over: 0 });
  });

  test("does not stand with one too many, and is told that a place is left when one is taken out", () => {
    expect(check(1, "shortlist:A21:i:理由").demands.at(-1)).toMatchObject({ over: 1 });
    const fewer = check(1, "shortlist:A3:o:理由");
    expect(fewer.stands).toBe(false);
    expect(fewer.demands.at(-1)).toMatchObject({ short: 1 });
  });

  test("that takes a worse rank for a better one stands, and says whom it passes over", () => {
    const swapped = check(1, "shortlist:A3:o:一~shortlist:A21:i:二");
    expect(swapped.stands).toBe(true);
    expect(swapped.passedOver.map(({ subject }) => subject)).toEqual(["A3"]);
    expect(swapped.passedOver[0]?.for).toContain("A21");
  });

  test("breaks the city's quota of four when a fifth of it is taken in", () => {
    const fifth = check(1, "shortlist:A25:i:一~shortlist:A3:o:二");
    expect(fifth.stands).toBe(false);
    expect(fifth.demands.filter(({ over }) => over > 0).map(({ demand }) => demand.at)).toEqual([{ city: "宁波市" }]);
  });
});

describe("a decision at an earlier stage", () => {
  test("lets in at the final whom the shortlist took in by hand, and nobody else", () => {
    expect(check(2, "final:A25:i:一~final:A10:o:二").barred.map(({ id }) => id)).toEqual(["A25"]);
    const taken = check(2, "shortlist:A25:i:一~shortlist:A20:o:二~final:A25:i:三~final:A10:o:四");
    expect(taken).toMatchObject({ stands: true, barred: [] });
  });

  test("bars from the final whom the shortlist left out by hand", () => {
    expect(check(2, "shortlist:A2:o:一").barred.map(({ id, bar }) => [id, bar?.kind])).toEqual([["A2", "not-passed"]]);
  });
});

test("nobody is let in whom a veto bars, whatever is decided before", () => {
  const vetoed = [...shortlist.slice(0, 25), barred("A26", "vetoed", null, { city: "湖州市" })];
  const marks = parseMarks("nomination:A26:i:一~shortlist:A26:i:二");
  const problem = handProblem({
    scheme,
    honour,
    choices: {},
    stages: [stages[0] ?? { id: "", rows: [] }, { id: "shortlist", rows: vetoed }],
    marks,
  });
  expect(checkList(problem, listOf(vetoed, marks)).barred.map(({ id }) => id)).toEqual(["A26"]);
});

test("tied places are filled up to their number, so that nobody else seems to have room", () => {
  const tied = final.map((row, place) =>
    place === 9 || place === 10 ? verdictRow(row.application_id, 10, { ...row, rank: 10, outcome: "open", reason: "tied" }) : row,
  );
  const problem = handProblem({ scheme, honour, choices: {}, stages: [...stages.slice(0, 2), { id: "final", rows: tied }], marks: [] });
  const list = listOf(tied, []);
  expect(list.size).toBe(9);
  expect([...withTies(problem, list, tied)].filter((id) => !list.has(id))).toEqual(["A10"]);
});

test("a table of places that a document calls about is checked by its bounds, and what it states in principle", () => {
  const suzhou = readSchemeFixture("suzhou-2019", "service-collective");
  const sizes = { "approval-bureaus": 5, "zone-bureaus": 3, centres: 2, own: 10 };
  const rows = Object.entries(sizes).flatMap(([tier, size]) =>
    [...Array(size + 2)].map((_, place) =>
      place < size
        ? verdictRow(`${tier}-${place}`, place + 1, { stage: "approval", tier, city: null })
        : out(`${tier}-${place}`, place + 1, `${tier}-0`, 100, 1, { stage: "approval", tier, city: null }),
    ),
  );
  const asked = (hand?: string) => {
    const marks = parseMarks(hand);
    const problem = handProblem({ scheme: suzhou.scheme, honour: suzhou.honour, choices: {}, stages: [{ id: "approval", rows }], marks });
    return checkList(problem, listOf(rows, marks));
  };
  const missed = (check: ReturnType<typeof asked>) =>
    check.demands.flatMap(({ demand, short, over }) =>
      short + over === 0 ? [] : [`${demand.rule} ${demand.at.tier ?? ""} ${over - short}`],
    );
  expect(asked()).toMatchObject({ stands: true, passedOver: [] });
  const moved = asked("approval:centres-2:i:一~approval:own-9:o:二");
  expect(moved.stands).toBe(true);
  expect(missed(moved)).toEqual(["per-tier-stated centres 1", "per-tier-stated own -1"]);
  const tooMany = asked("approval:centres-2:i:一~approval:centres-3:i:一~approval:own-9:o:二~approval:own-8:o:二");
  expect(tooMany.stands).toBe(false);
  expect(missed(tooMany)).toContain("per-tier centres 1");
});

test("whoever has no complete score is barred and does not keep the others from being checked", () => {
  const unscored = barred("A99", "unscored", null, { total_num: null, total_den: null, total_c: null, city: null });
  const rows = [...shortlist, unscored];
  const given = {
    scheme,
    honour,
    choices: {},
    stages: [
      { id: "nomination", rows: nomination },
      { id: "shortlist", rows },
    ],
  };
  expect(checkList(handProblem({ ...given, marks: [] }), listOf(rows, [])).stands).toBe(true);
  const marks = parseMarks("shortlist:A99:i:一~shortlist:A20:o:二");
  expect(checkList(handProblem({ ...given, marks }), listOf(rows, marks)).barred.map(({ id, bar }) => [id, bar?.kind])).toEqual([
    ["A99", "unscored"],
  ]);
});
