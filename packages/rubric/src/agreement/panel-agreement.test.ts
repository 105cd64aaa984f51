import { expect, test } from "vitest";
import { contestOf } from "../robustness/contest.ts";
import { chanceField, entrant } from "../robustness/contest-fixture.ts";
import { defaults, windowHonour } from "../zhejiang-fixture.ts";
import { panelAgreement } from "./panel-agreement.ts";

test("of forty windows and seven graders everything is told, for the totals, each item and the clauses", () => {
  const found = panelAgreement(contestOf(windowHonour, chanceField(41, 40, 7), defaults));
  expect(found.intraclass).toMatchObject({ subjects: 40, graders: 7, leftOut: [] });
  expect(found.items.map(({ item }) => item)).toEqual(["organisation", "standardisation", "conduct", "convenience", "integrity"]);
  expect(found.clauseAlpha).toMatchObject({ level: "nominal", subjects: 40 * 19 });
  expect(found.clauseAlpha?.alpha).toBeGreaterThan(0.4);
  expect(found.panels).toEqual([["G1", "G2", "G3", "G4", "G5", "G6", "G7"]]);
  // In this field G1 sees the most that is unmet, G7 the least.
  expect([found.severities[0]?.grader, found.severities.at(-1)?.grader]).toEqual(["G1", "G7"]);
  expect(found.adjusted).toHaveLength(40);
});

test("one grader alone agrees with nobody", () => {
  const found = panelAgreement(contestOf(windowHonour, [entrant("a", { G1: [] }), entrant("b", { G1: ["mail"] })], defaults));
  expect(found).toMatchObject({ intraclass: null, concordance: null, alpha: null, clauseAlpha: null, severities: [], outliers: [] });
});
