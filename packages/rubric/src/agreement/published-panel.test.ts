import { describe, expect, test } from "vitest";
import { policiesInForce } from "../policy.ts";
import { type Contest, contestOf, type Entrant } from "../robustness/contest.ts";
import { chanceField } from "../robustness/contest-fixture.ts";
import { defaults, discretionary, scheme, sheet, windowHonour } from "../zhejiang-fixture.ts";
import { adjustedTotals } from "./adjusted-totals.ts";
import { agreementOf, panelAgreement } from "./panel-agreement.ts";
import { contestOfResults, type PanelEntry, type PanelResult, type PanelSheet, panelRatings, sheetsOfEntries } from "./published-panel.ts";

/** Thirty windows by chance; one sheet has a blank, one grader did not grade one window, one takes something off at discretion. */
function unevenField(): Entrant[] {
  return chanceField(47, 30, 5).map((entrant): Entrant => {
    const { entries } = entrant.facts;
    const changed =
      entrant.id === "W03"
        ? entries.filter(({ grader }) => grader !== "G2")
        : entrant.id === "W05"
          ? [...entries.filter(({ grader }) => grader !== "G4"), ...sheet(windowHonour, "G4", { mail: null })]
          : entrant.id === "W07"
            ? [...entries, discretionary("G1", "organisation", 0.5)]
            : entries;
    return { ...entrant, facts: { ...entrant.facts, entries: changed } };
  });
}

/** What a published file has of a contest: no facts, only results, sheets, and rows without their words. */
function published({ contestants, ranked }: Contest) {
  const placeOf = new Map(ranked.map((each) => [each.id, each]));
  const results = contestants.map(({ id, facts, score }): PanelResult => {
    const { state = "unscored", rank = null, countedBad = 0 } = placeOf.get(id) ?? {};
    return {
      application: id,
      subject: facts.subjectId,
      state,
      rank,
      total: score.scored ? score.total : null,
      countedBad,
      reviews: facts.reviews,
    };
  });
  const sheets = contestants.flatMap(({ id, score }) =>
    score.sheets.map(({ grader, points, missing, droppedBecause }): PanelSheet => {
      return { application: id, grader, hundredths: points.numerator, missing, droppedBecause };
    }),
  );
  const entries = contestants.flatMap(({ id, facts }) =>
    facts.entries.map(({ reason: _, evidence: __, ...entry }): PanelEntry => ({ ...entry, application: id })),
  );
  return { results, sheets, entries };
}

describe.each(["mean", "trimmed-mean", "median"])("a published panel, sheets combined by %s", (combined) => {
  const policies = policiesInForce(scheme, { "graders-combined": combined });
  const contest = contestOf(windowHonour, unevenField(), policies);
  const { results, sheets, entries } = published(contest);

  test("has the agreement that the facts have", () => {
    const { adjusted: _, ...expected } = panelAgreement(contest);
    expect(agreementOf(panelRatings(windowHonour, sheets, entries, policies))).toEqual(expected);
  });

  test("has its sheets again from its rows", () => {
    expect(sheetsOfEntries(windowHonour, entries, policies)).toEqual(sheets);
  });

  test("has the adjusted totals and ranks that the facts have", () => {
    const found = contestOfResults(windowHonour, policies, results, sheets);
    const { total } = panelRatings(windowHonour, sheets, [], policies);
    expect(found === null ? null : adjustedTotals(found, total)).toEqual(adjustedTotals(contest));
  });
});

test("without rows only totals are compared", () => {
  const { sheets } = published(contestOf(windowHonour, unevenField(), defaults));
  const found = agreementOf(panelRatings(windowHonour, sheets, [], defaults));
  expect(found).toMatchObject({ clauseAlpha: null, items: [] });
  expect(found.intraclass?.leftOut).toEqual(["W03", "W05"]);
});

test("results that do not give their ranks again are no contest", () => {
  const { results, sheets } = published(contestOf(windowHonour, unevenField(), defaults));
  const turned = results.map((result) => ({ ...result, rank: result.rank === 1 ? 2 : result.rank === 2 ? 1 : result.rank }));
  expect(contestOfResults(windowHonour, defaults, turned, sheets)).toBeNull();
});
