import { describe, expect, test } from "vitest";
import { points } from "../points.ts";
import { policiesInForce } from "../policy.ts";
import { type RankEntry, rankSubjects } from "../rank.ts";
import { scoreApplication } from "../score.ts";
import { badReview, defaults, facts, scheme, sheet, windowHonour } from "../zhejiang-fixture.ts";
import { decidedBetween } from "./decided-between.ts";
import { rankTree } from "./rank-tree.ts";
import { vetoTree } from "./veto-tree.ts";

/** A window with so many points taken off, bad reviews that count, and a good rate. */
function entry(id: string, off: number, bad: number, good: number | null, undecided = 0): RankEntry {
  const reviews = Array.from({ length: bad }, (_, n) => badReview(`${id}-${n}`, "not_objective"));
  const open = Array.from({ length: undecided }, (_, n) => badReview(`${id}-open-${n}`, "undecided"));
  const score = scoreApplication(windowHonour, facts({ records: { bad_reviews: [...reviews, ...open] } }), defaults);
  return { id, score: { ...score, scored: true, total: points(9000 - off * 100) }, reviews: good === null ? null : { good, active: 1000 } };
}

const entries = [
  entry("A", 0, 0, 990),
  entry("B", 1, 0, 980),
  entry("C", 1, 1, 990),
  entry("D", 1, 1, 970),
  entry("E", 1, 1, 970),
  entry("F", 2, 4, 990),
  entry("G", 3, 3, 990, 1),
];
const told = (id: string) => rankTree(windowHonour, { entries, policies: defaults }, id);

describe("why a subject has its rank", () => {
  test("its neighbours are told with the criterion that decided, those level with it too", () => {
    expect(told("D").children.map(({ sentence }) => sentence.zh)).toEqual([
      "在前的是 C（第 3 名）：总分相同，由好评率分出。",
      "并列的是 E（第 4 名）：规定的各项都不能分出先后。",
      "在后的是 G（第 6 名）：总分比它高 2.00。",
    ]);
    expect(told("B").children.map(({ sentence }) => sentence.en)).toEqual([
      "Before it comes A (rank 1): this total is lower by 1.00.",
      "After it comes C (rank 3): equal totals, the number of counted bad reviews decided.",
    ]);
  });

  test("a vetoed subject has no rank, and its records say why", () => {
    const tree = told("F");
    expect(tree.sentence.zh).toBe("一票否决，没有名次。");
    expect(tree.children[0]?.children[0]?.children.map(({ recordId, label }) => [recordId, label.zh])).toEqual([
      ["F-0", "计入"],
      ["F-1", "计入"],
      ["F-2", "计入"],
      ["F-3", "计入"],
    ]);
  });

  test("an undecided subject has a provisional rank and the rule that is open", () => {
    const [state] = told("G").children;
    expect(state?.sentence.zh).toBe("有待认定的事项，名次是暂定的。");
    expect(state?.children.map(({ id }) => id)).toEqual(["V2"]);
  });

  test("a subject that is not there is refused", () => {
    expect(() => told("Z")).toThrow(TypeError);
  });
});

test("what decided depends on those in the same group: an unknown good rate leaves all of them level", () => {
  const three = [entry("A", 0, 0, 990), entry("B", 0, 0, 980), entry("C", 0, 0, null)];
  expect(decidedBetween(windowHonour, three.slice(0, 2), defaults)("A", "B")).toBe("good_rate");
  expect(decidedBetween(windowHonour, three, defaults)("A", "B")).toBe("none");
  expect(rankSubjects(windowHonour, three, defaults).map(({ rank }) => rank)).toEqual([1, 1, 1]);
});

test("without tie-breaks nothing decides between equal totals", () => {
  const share = policiesInForce(scheme, { tie: "share" });
  expect(decidedBetween(windowHonour, entries, share)("B", "C")).toBe("none");
  expect(decidedBetween(windowHonour, entries, share)("A", "C")).toBe("total");
});

test("every record of a veto is a step with what decided", () => {
  const records = {
    bad_reviews: [badReview("a", "not_objective"), badReview("b", "objective"), badReview("c", "not_objective", { channel: "大厅" })],
  };
  const score = scoreApplication(windowHonour, facts({ entries: sheet(windowHonour, "G1"), records }), defaults);
  const result = score.vetoes.find(({ rule }) => rule === "V2");
  if (result === undefined) throw new Error("there is a rule V2");
  expect(vetoTree(windowHonour, result).children.map(({ label, sentence }) => `${label.zh} ${sentence.zh}`)).toEqual([
    "计入 计入：日期和各项条件都符合。",
    "不计入 不计入：原因认定不符合。",
    "不计入 不计入：评价渠道不符合。",
  ]);
});
