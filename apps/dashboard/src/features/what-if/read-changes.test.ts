import { noChanges } from "@mingchuang/rubric/what-if/changes";
import { expect, test } from "vitest";
import { knownChanges, readChanges, writeChanges } from "./read-changes.ts";

const changes = {
  weights: { conduct: 150, "quality/speed": 0 },
  policies: { "graders-combined": "median" },
  without: ["G1", "G3"],
  vetoes: [{ application: "SB2023-C026", decision: "lift" as const, cause: "复核：误判~100%，撤销" }],
};

test("an address gives back the whole trial that was written into it", () => {
  expect(readChanges(writeChanges(changes))).toEqual(changes);
  expect(readChanges(writeChanges(noChanges))).toEqual(noChanges);
});

test("what cannot be read is left out: a weight beyond bounds, a veto without a cause, a broken escape", () => {
  const read = readChanges({
    weights: ["a:501", "b:-1", "c:1.5", "d:100", "e:20"],
    policies: ["x", ":y", "z:"],
    without: [],
    vetoes: "A:l:~B:i:x~C:q:x~D:i:%E0",
  });
  expect(read).toEqual({ weights: { e: 20 }, policies: {}, without: [], vetoes: [{ application: "B", decision: "impose", cause: "x" }] });
});

test("of two decisions on one application the last holds", () => {
  const { vetoes } = readChanges({ weights: [], policies: [], without: [], vetoes: "A:l:first~A:i:second" });
  expect(vetoes).toEqual([{ application: "A", decision: "impose", cause: "second" }]);
});

test("a change of something that the data do not have is no change", () => {
  const known = { parts: new Set(["conduct"]), options: new Map(), graders: new Set(["G3"]), applications: new Set<string>() };
  expect(knownChanges(changes, known)).toEqual({ weights: { conduct: 150 }, policies: {}, without: ["G3"], vetoes: [] });
});
