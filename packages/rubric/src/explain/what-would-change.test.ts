import { describe, expect, test } from "vitest";
import { comparePoints, points } from "../points.ts";
import { contestOf } from "../robustness/contest.ts";
import { chanceField, entrant, withCut } from "../robustness/contest-fixture.ts";
import { placeAt } from "../robustness/rank-range.ts";
import { badReview, defaults, windowHonour } from "../zhejiang-fixture.ts";
import { changeSentences } from "./change-sentence.ts";
import { whatWouldChange } from "./what-would-change.ts";

const honour = withCut(2);
const reviews = (id: string, not: number, open = 0) => ({
  records: {
    bad_reviews: [
      ...Array.from({ length: not }, (_, n) => badReview(`${id}-${n}`, "not_objective")),
      ...Array.from({ length: open }, (_, n) => badReview(`${id}-open-${n}`, "undecided")),
    ],
  },
});

const contest = contestOf(
  honour,
  [
    entrant("A", { G1: [], G2: [] }),
    entrant("B", { G1: ["plan"], G2: ["plan"] }),
    entrant("C", { G1: ["mail"], G2: ["mail", "plan"] }),
    entrant("D", { G1: ["plan"], G2: ["plan"] }, reviews("D", 1)),
    entrant("E", { G1: ["publicity"], G2: ["publicity"] }, reviews("E", 3, 2)),
    entrant("F", { G1: [], G2: ["plan"] }, reviews("F", 5)),
  ],
  defaults,
);
const told = (id: string) => changeSentences(honour, whatWouldChange(contest, id)).map(({ zh }) => zh);

describe("what would change the outcome", () => {
  test("outside a cut: how far from the last one inside, and the smallest set of clauses that would do", () => {
    const [cut] = whatWouldChange(contest, "C").cuts;
    expect(cut).toMatchObject({ place: "outside", rival: "B", change: points(350), ifLevel: "tied" });
    expect(cut?.lift).toEqual({ clauses: [{ item: "convenience", clause: "mail" }], total: points(8850) });
    expect(told("C")[0]).toBe("在“专家初审”线外，与 B 相差 3.50，追平则并列。至少再达到 1 条即可入围：“邮寄服务”，总分为 88.50。");
  });

  test("inside a cut: by how much, and over whom", () => {
    expect(whatWouldChange(contest, "A").cuts[0]).toMatchObject({ place: "inside", rival: "D", change: points(-300), lift: null });
    expect(told("A")).toEqual(["在“专家初审”线内，与 D 相差 3.00。"]);
  });

  test("with the same total the tie-break is named, and any clause would do", () => {
    expect(told("D")).toEqual([
      "在“专家初审”线外，与 B 总分相同。至少再达到 1 条即可入围：“方案与保障”，总分为 90.00。",
      "与 B 总分相同，按计入的差评排在后。",
      "与 E 总分相同，按计入的差评排在前。",
    ]);
  });

  test("a subject without an unmet clause is told so", () => {
    const field = contestOf(withCut(1), [entrant("A", { G1: [] }, reviews("A", 0)), entrant("B", { G1: [] }, reviews("B", 1))], defaults);
    const [cut] = whatWouldChange(field, "B").cuts;
    expect(cut).toMatchObject({ place: "outside", lift: null, unmet: [] });
    expect(changeSentences(honour, whatWouldChange(field, "B"))[0]?.zh).toBe(
      "在“专家初审”线外，与 A 总分相同。没有未达到的条款，所失的分不在条款上。",
    );
  });

  test("pending decisions are told with the state, the rank and how many ranks they move", () => {
    const [pending, ...others] = whatWouldChange(contest, "E").pending;
    expect(others).toEqual([]);
    expect(pending?.records).toEqual(["E-open-0", "E-open-1"]);
    expect(pending?.effects.map(({ counting, rankState, rank, moves }) => [counting, rankState, rank, moves])).toEqual([
      [0, "ranked", 4, []],
      [
        1,
        "vetoed",
        null,
        [
          { id: "C", from: 5, to: 4 },
          { id: "E", from: 4, to: null },
        ],
      ],
      [
        2,
        "vetoed",
        null,
        [
          { id: "C", from: 5, to: 4 },
          { id: "E", from: 4, to: null },
        ],
      ],
    ]);
    expect(told("E").slice(-3)).toEqual([
      "非客观原因差评过多：若待认定的都不计入：共 3 条，差一条即否决。第 4 名，各名次不变。",
      "非客观原因差评过多：若待认定的有 1 条计入、1 条不计入：共 4 条，一票否决。一票否决，没有名次，共有 2 个名次变动。",
      "非客观原因差评过多：若待认定的都计入：共 5 条，一票否决。一票否决，没有名次，共有 2 个名次变动。",
    ]);
  });

  test("a vetoed subject: which records would have to be decided otherwise, and where it would stand then", () => {
    const change = whatWouldChange(contest, "F");
    expect(change).toMatchObject({
      cuts: [],
      rank: null,
      releases: [{ rule: "V2", atLeast: 2 }],
      ifReleased: { state: "ranked", rank: 2 },
    });
    expect(told("F")).toEqual(["非客观原因差评过多：计入的 5 条中至少 2 条改为不计入，才不再否决。", "若不再否决：第 2 名。"]);
  });

  test("a subject that is not there is refused", () => {
    expect(() => whatWouldChange(contest, "Z")).toThrow(TypeError);
  });
});

test("in random fields every lift leads inside the cut, by rank, and one clause less does not", () => {
  let lifts = 0;
  for (let seed = 1; seed <= 8; seed++) {
    const entrants = chanceField(seed, 10, 3);
    const field = contestOf(withCut(3), entrants, defaults);
    for (const { id } of field.contestants) {
      for (const { stage, lift } of whatWouldChange(field, id).cuts) {
        if (lift === null) continue;
        lifts += 1;
        const placeWithout = (met: readonly string[]) => {
          const changed = entrants.map((each) => {
            const entries = each.facts.entries.map((entry) => (met.includes(entry.clause ?? "") ? { ...entry, hundredths: 0 } : entry));
            return each.id === id ? { ...each, facts: { ...each.facts, entries } } : each;
          });
          const ranked = contestOf(withCut(3), changed, defaults).ranked.find((one) => one.id === id);
          return ranked === undefined ? null : placeAt(ranked, { id: stage, size: 3 });
        };
        const clauses = lift.clauses.map(({ clause }) => clause);
        expect(placeWithout(clauses)).toBe("inside");
        for (const clause of clauses) expect(placeWithout(clauses.filter((other) => other !== clause))).not.toBe("inside");
      }
    }
  }
  expect(lifts).toBeGreaterThan(15);
});

test("what a subject lacks and what its rival has are the same total", () => {
  const field = contestOf(windowHonour, chanceField(3, 30, 3), defaults);
  for (const { id, score } of field.contestants) {
    for (const { rival, change } of whatWouldChange(field, id).cuts.filter(({ place }) => place === "inside")) {
      const other = field.contestants.find((each) => each.id === rival)?.score.total ?? points(0);
      expect(comparePoints(score.total, other)).toBeGreaterThanOrEqual(0);
      expect(change.numerator).toBeLessThanOrEqual(0);
    }
  }
});
