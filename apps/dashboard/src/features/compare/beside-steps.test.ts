import { expect, test } from "vitest";
import { scoreLine } from "../../ui/subject/score-line.fixture.ts";
import { applicant, resultRow } from "./applicant.fixture.ts";
import { reasonsOf, stepsAcross } from "./beside-steps.ts";

const start = scoreLine({ line_no: 1, item: "organisation", kind: "max", points_num: 1000 });
const unmet = (line_no: number, clause: string, points_num: number, reason: string | null = null) =>
  scoreLine({
    line_no,
    item: "organisation",
    clause,
    kind: "fixed",
    points_num,
    points_den: 7,
    asked_c: 300,
    grader_id: `G${line_no}`,
    reason,
  });
const first = applicant({
  lines: [start, unmet(2, "plan", -300, "没有方案"), unmet(3, "plan", -300, "没有方案 "), unmet(4, "records", -100)],
});
const second = applicant({
  result: resultRow({ subject_id: "W2", application_id: "A2" }),
  lines: [start, unmet(2, "records", -100), scoreLine({ line_no: 3, item: "conduct", kind: "discretionary", points_num: -50 })],
});
const unscored = applicant({ result: resultRow({ subject_id: "W3", application_id: "A3", state: "unscored" }), lines: [start] });

test("clauses stand in the order of the rubric's items, the most costly of an item first, and only those that cost something", () => {
  const rows = stepsAcross([first, second], ["organisation", "conduct"]);
  expect(rows.map(({ key }) => key)).toEqual(["organisation/fixed/plan/", "organisation/fixed/records/", "conduct/discretionary//"]);
});

test("a clause by which one lost and the other did not is marked, and one by which both lost the same is not", () => {
  const [plan, records, discretion] = stepsAcross([first, second], ["organisation", "conduct"]);
  expect(plan?.differing).toEqual({ kind: "only", at: 0 });
  expect(plan?.cells.map((step) => step?.points ?? null)).toEqual([{ numerator: -600, denominator: 7 }, null]);
  expect(records?.differing).toBeNull();
  expect(discretion?.differing).toEqual({ kind: "only", at: 1 });
});

test("one without a complete score neither loses nor keeps: it is in no difference", () => {
  const [plan] = stepsAcross([first, unscored], ["organisation"]);
  expect(plan?.cells[1]).toBeNull();
  expect(plan?.differing).toBeNull();
});

test("what graders wrote is told once, however many wrote it", () => {
  const [plan] = stepsAcross([first, second], ["organisation"]);
  expect(plan?.cells[0] ? reasonsOf(plan.cells[0]) : []).toEqual(["没有方案"]);
});
