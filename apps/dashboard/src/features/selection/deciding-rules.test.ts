import { expect, test } from "vitest";
import { decidingRules } from "./deciding-rules.ts";
import { readSchemeFixture } from "./scheme-fixture.ts";

const { honour } = readSchemeFixture("zhejiang-2023", "red-flag-window");
const stage = { id: "shortlist", label: "专家初审", source: honour.stages[0]?.source ?? null, row: null };
const ids = (rules: string | null, reason: "rank" | "full" | "barred", bar: string | null = null) =>
  decidingRules({ rules, reason, bar }, stage, honour, "zh").map(({ id, label }) => [id, label]);

test("whoever is in or out by rank is so by the places of the stage", () => {
  expect(ids(null, "rank")).toEqual([["size", "专家初审"]]);
  expect(decidingRules({ rules: null, reason: "rank", bar: null }, stage, honour, "zh")[0]?.source).toEqual(honour.stages[0]?.source);
});

test("rules that are named are told by their own words, a figure called about as its rule, an unknown one by its id", () => {
  expect(ids("per-city, size, per-city-stated, gone", "full")).toEqual([
    ["per-city", "每个设区市至多"],
    ["size", "专家初审"],
    ["gone", "gone"],
  ]);
});

test("no rule of the selection is named for whom a veto bars", () => {
  expect(ids(null, "barred", "vetoed")).toEqual([]);
});
