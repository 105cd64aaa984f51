import { expect, test } from "vitest";
import { policiesInForce } from "../policy.ts";
import { badReview, honourRecord, scheme, windowHonour } from "../zhejiang-fixture.ts";
import { contestOf, type Entrant } from "./contest.ts";
import { entrant, unmet } from "./contest-fixture.ts";
import { varyPolicies } from "./policy-trials.ts";

const vary = (entrants: readonly Entrant[], choices: Record<string, string> = {}, most = 64) =>
  varyPolicies(scheme, contestOf(windowHonour, entrants, policiesInForce(scheme, choices)), entrants, choices, most);

/** The mean puts `even` first; the median puts `spread` first. */
const spread = entrant("spread", { G1: [], G2: [], G3: ["plan", "mail", "online", "lawful"] });
const even = entrant("even", { G1: ["mail"], G2: ["mail"], G3: ["mail"] });

test("every other option of every silent policy that the honour uses is tried once, and no other", () => {
  const { single } = vary([spread, even]);
  const tried = single.map(({ change }) => (change.kind === "policies" ? JSON.stringify(change.choices) : ""));
  expect(new Set(tried).size).toBe(tried.length);
  expect(tried).toContain('{"graders-combined":"median"}');
  expect(tried).not.toContain('{"graders-combined":"mean"}');
  expect(tried.some((each) => each.includes("complaint-window"))).toBe(false);
});

test("a trial is the ranking scored anew under that option", () => {
  const { single, moving } = vary([spread, even]);
  const median = single.find(({ change }) => change.kind === "policies" && change.choices["graders-combined"] === "median");
  expect(median?.ranked).toEqual(contestOf(windowHonour, [spread, even], policiesInForce(scheme, { "graders-combined": "median" })).ranked);
  expect(moving).toEqual(["graders-combined"]);
});

test("policies that each move a rank are tried together too", () => {
  const twice = { records: { honours: [honourRecord("a", "甲", "city", "2022-05-01"), honourRecord("b", "甲", "city", "2021-05-01")] } };
  const field = [spread, even, entrant("honoured", { G1: ["mail"], G2: ["mail", "lawful"], G3: ["mail", "plan", "online"] }, twice)];
  const { moving, combined, untried } = vary(field);
  expect(moving).toEqual(["honour-counting", "graders-combined"]);
  expect(combined.map(({ change }) => change)).toEqual([
    { kind: "policies", choices: { "honour-counting": "every-award", "graders-combined": "trimmed-mean" } },
    { kind: "policies", choices: { "honour-counting": "every-award", "graders-combined": "median" } },
  ]);
  expect(untried).toBe(0);
  expect(vary(field, {}, 1)).toMatchObject({ combined: [], untried: 2 });
});

test("a change of state is a move, though no rank is in it for the others", () => {
  const open = { records: { bad_reviews: ["a", "b", "c", "d"].map((id) => badReview(id, "undecided")) } };
  const { moving } = vary([entrant("first", { G1: [] }), entrant("open", { G1: ["mail"] }, open)]);
  expect(moving).toContain("cause-of-bad-review");
});

test("an option that the sheets do not allow is refused with the reason, and the others still run", () => {
  const twofold = unmet("G1", ["mail"]).map((entry) => (entry.clause === "mail" ? { ...entry, hundredths: 1_000 } : entry));
  const { facts, id } = entrant("W1", {});
  const { refused, single } = vary([{ id, facts: { ...facts, entries: twofold } }, even], { "unit-of-clause": "each-duty" });
  expect(refused).toMatchObject([{ choices: { "unit-of-clause": "numbered-clause" }, error: { code: "R203" } }]);
  expect(single.length).toBeGreaterThan(5);
});
