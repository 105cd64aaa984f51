import { checkList } from "@mingchuang/rubric/select/check-list";
import { expect, test } from "vitest";
import { findingsOf } from "./hand-findings.ts";
import { handProblem, listOf } from "./hand-list.ts";
import { parseMarks } from "./hand-marks.ts";
import { readSchemeFixture } from "./scheme-fixture.ts";
import { verdictRow } from "./verdict-row.fixture.ts";

const { scheme, honour } = readSchemeFixture("zhejiang-2023", "red-flag-window");
const nominated = (id: string, rank: number, domain: string) => verdictRow(id, rank, { stage: "nomination", domain });
const rows = [nominated("A", 1, "housing"), nominated("B", 2, "fund"), nominated("C", 3, "enforcement")];
const check = (hand?: string) => {
  const marks = parseMarks(hand);
  return checkList(handProblem({ scheme, honour, choices: {}, stages: [{ id: "nomination", rows }], marks }), listOf(rows, marks));
};

test("a domain that nobody offers is not held against a list made by hand, one that it gives up is", () => {
  const byRules = check();
  expect(findingsOf(byRules, byRules)).toEqual({ hard: [], soft: [], same: 1 });
  const { soft, same } = findingsOf(check("nomination:B:o:理由"), byRules);
  expect(soft.map(({ demand }) => demand.at)).toEqual([{ city: "杭州市", domain: "fund" }]);
  expect(same).toBe(1);
});

test("without the list of the rules every miss is the list's own", () => {
  expect(findingsOf(check(), null).soft.map(({ demand }) => demand.at.domain)).toEqual(["utilities"]);
});
