import type { VetoRow } from "@mingchuang/warehouse/queries/vetoes";
import { expect, test } from "vitest";
import { countSubjects, filterVetoes } from "./filter-vetoes.ts";

const veto = (subject_id: string, rule: string, state: VetoRow["state"], more: Partial<VetoRow> = {}): VetoRow => ({
  subject_id,
  subject_name: subject_id,
  application_id: `A${subject_id}`,
  window_id: subject_id,
  window_name: null,
  city_code: "330100",
  city: "杭州市",
  rule,
  state,
  threshold: 4,
  counted: 4,
  undecided: 0,
  excluded: 0,
  result_state: null,
  rank: null,
  total_c: null,
  ...more,
});
const rows = [
  veto("W1", "V2", "vetoed"),
  veto("W1", "V1", "clear"),
  veto("W2", "V2", "near", { application_id: null }),
  veto("W3", "V2", "undecided", { city_code: "330200" }),
];
const nothing = { state: [], rule: [], city: [], who: "nominated" } as const;
const shown = (filter: object) => filterVetoes(rows, { ...nothing, ...filter } as never).map((row) => `${row.subject_id} ${row.rule}`);

test("at first every state but clear is shown, of the nominated subjects", () => {
  expect(shown({})).toEqual(["W1 V2", "W3 V2"]);
});

test("all registered subjects are one choice away", () => {
  expect(shown({ who: "all" })).toEqual(["W1 V2", "W2 V2", "W3 V2"]);
});

test("clear rules are shown when they are asked for", () => {
  expect(shown({ state: ["clear"] })).toEqual(["W1 V1"]);
});

test("rule and city narrow each other", () => {
  expect(shown({ rule: ["V2"], city: ["330200"] })).toEqual(["W3 V2"]);
});

test("a subject under two rules is counted once", () => {
  expect(countSubjects(rows)).toBe(3);
});
