import { points } from "@mingchuang/rubric/points";
import type { Trial, TrialPlace } from "@mingchuang/rubric/what-if/trial";
import type { TrialFactsRow, TrialOutcomeRow } from "@mingchuang/warehouse/queries/what-if";
import { expect, test } from "vitest";
import { compareTrial, differingRows, findingOf } from "./compare-trial.ts";

const row = (id: string, rank: number | null, total: number): TrialFactsRow => ({
  application_id: id,
  subject_id: `W-${id}`,
  subject_name: `示例窗口${id}`,
  city: "杭州市",
  label: id,
  facts: "{}",
  excluded: "[]",
  state: rank === null ? "vetoed" : "ranked",
  rank,
  total_num: total,
  total_den: 1,
  total_c: total,
  tied: false,
});
const place = (id: string, rank: number | null, total: number): TrialPlace => ({
  id,
  state: rank === null ? "vetoed" : "ranked",
  rank,
  tied: false,
  decidedBy: "total",
  tiedAtCut: [],
  countedBad: 0,
  total: points(total),
  vetoes: [],
});
const trialOf = (places: readonly TrialPlace[], outcomes: Readonly<Record<string, "in" | "open" | "out">>): Trial => ({
  places,
  stages: [{ stage: "shortlist", status: "settled", outcomes }],
  refused: null,
  parts: [],
  exact: true,
});
const rows = [row("A", 1, 9000), row("B", 2, 8900), row("C", 3, 8800), row("D", null, 8700)];
const same = [place("A", 1, 9000), place("B", 2, 8900), place("C", 3, 8800), place("D", null, 8700)];
const outcomes: TrialOutcomeRow[] = [
  { stage: "shortlist", application_id: "A", outcome: "in" },
  { stage: "shortlist", application_id: "B", outcome: "in" },
  { stage: "shortlist", application_id: "C", outcome: "out" },
];
const listed = { A: "in", B: "in", C: "out" } as const;

test("a calculation that finds the published result again differs nowhere", () => {
  expect(differingRows(rows, outcomes, trialOf(same, listed))).toEqual([]);
});

test("a rank, a hundredth of a point, a state and a place on the list are each told as a difference", () => {
  const other = [place("A", 1, 9001), place("B", 3, 8900), place("C", 3, 8800), { ...place("D", null, 8700), state: "unscored" as const }];
  const differing = differingRows(rows, outcomes, trialOf(other, { ...listed, C: "in" }));
  expect(differing.map(({ id, what }) => [id, what])).toEqual([
    ["A", ["total"]],
    ["B", ["rank"]],
    ["C", ["selection"]],
    ["D", ["state"]],
  ]);
});

test("an application that the calculation does not have differs in everything", () => {
  const [first] = differingRows(rows, outcomes, trialOf(same.slice(1), { B: "in", C: "out" }));
  expect(first).toMatchObject({ id: "A", what: ["state", "rank", "tied", "total", "selection"] });
});

test("the finding names who moves, who comes in and who falls out; losing a rank is a move without a distance", () => {
  const after = trialOf([place("C", 1, 9500), place("B", 2, 8900), place("A", null, 9000), place("D", null, 8700)], {
    A: "out",
    B: "in",
    C: "in",
  });
  const finding = findingOf(compareTrial(rows, outcomes, after, "shortlist"));
  const ids = (those: readonly { id: string }[]) => those.map(({ id }) => id);
  expect(ids(finding.moved)).toEqual(["A", "C"]);
  expect(ids(finding.cameIn)).toEqual(["C"]);
  expect(ids(finding.fellOut)).toEqual(["A"]);
  expect(finding.greatest?.id).toBe("C");
});
