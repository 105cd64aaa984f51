import { comparePoints, formatPoints, points } from "@mingchuang/rubric/points";
import type { SubjectItemRow } from "@mingchuang/warehouse/queries/subject";
import { expect, test } from "vitest";
import { scoreLine } from "./score-line.fixture.ts";
import { accountOf, gradersOf, stairsOf } from "./score-steps.ts";

const item = (id: string, max_c: number): SubjectItemRow => ({ item: id, max_c, points_num: 0, points_den: 1, points_c: 0, self_c: null });
const deduction = (line_no: number, grader_id: string) =>
  scoreLine({ line_no, item: "organisation", clause: "plan", kind: "fixed", points_num: -300, points_den: 7, asked_c: 300, grader_id });

const lines = [
  scoreLine({ line_no: 1, item: "organisation", kind: "max", points_num: 1000 }),
  ...["G1", "G2", "G3", "G4", "G5"].map((grader, index) => deduction(index + 2, grader)),
  scoreLine({ line_no: 7, item: "bonus", clause: "national", kind: "honour", points_num: 800, asked_c: 800 }),
  scoreLine({ line_no: 8, item: "bonus", clause: "national", kind: "honour", points_num: 800, asked_c: 800 }),
  scoreLine({ line_no: 9, item: "bonus", clause: "honours", kind: "cap", points_num: -800, asked_c: 1600 }),
];
const items = [item("organisation", 1000), item("bonus", 1000)];

test("the same clause over five of seven graders is one step of −2.14 that still adds up exactly", () => {
  const account = accountOf(lines, items);
  expect(account.deductions.map((step) => [step.clause, formatPoints(step.points), gradersOf(step)])).toEqual([["plan", "-2.14", 5]]);
  expect(comparePoints(account.deductions[0]?.points ?? points(0), points(-1500, 7))).toBe(0);
});

test("full points, deductions and bonus come to the total exactly", () => {
  const account = accountOf(lines, items);
  expect([account.full, account.base, account.total].map(formatPoints)).toEqual(["10.00", "7.86", "15.86"]);
  expect(comparePoints(account.total, points(1000 * 7 - 1500 + 800 * 7, 7))).toBe(0);
});

test("each honour is a step of its own, and so is the cap", () => {
  expect(accountOf(lines, items).bonus.map((step) => formatPoints(step.points))).toEqual(["8.00", "8.00", "-8.00"]);
});

test("a graded item steps down by what the graders together did not give of its full points", () => {
  const graded = ["G1", "G2"].map((grader_id, index) =>
    scoreLine({ line_no: index, item: "politics", kind: "graded", points_num: 1900, points_den: 2, asked_c: 1900, grader_id }),
  );
  const account = accountOf(graded, [item("politics", 2000)]);
  expect(formatPoints(account.full)).toBe("20.00");
  expect(account.deductions.map((step) => formatPoints(step.points))).toEqual(["-1.00"]);
  expect(formatPoints(account.total)).toBe("19.00");
});

test("stairs go from the full points to the total without a gap, and what moves nothing is no stair", () => {
  const stairs = stairsOf(
    accountOf([...lines, scoreLine({ line_no: 10, item: "bonus", kind: "honour", points_num: 0, reason: "same-honour" })], items),
  );
  expect(stairs.map((stair) => stair.kind)).toEqual(["full", "fixed", "honour", "honour", "cap", "total"]);
  for (const [index, stair] of stairs.entries()) {
    const next = stairs[index + 1];
    if (next && next.kind !== "total") expect(comparePoints(next.from, stair.to)).toBe(0);
  }
  expect(formatPoints(stairs.at(-1)?.to ?? points(0))).toBe("15.86");
});
