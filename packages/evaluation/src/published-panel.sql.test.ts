import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { adjustedTotals } from "@mingchuang/rubric/agreement/adjusted-totals";
import { agreementOf, panelAgreement } from "@mingchuang/rubric/agreement/panel-agreement";
import { contestOfResults, panelRatings } from "@mingchuang/rubric/agreement/published-panel";
import { comparePoints, points } from "@mingchuang/rubric/points";
import { contestOf } from "@mingchuang/rubric/robustness/contest";
import { attachStore } from "@mingchuang/warehouse/build";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { queryPanelEntries, queryPanelResults, queryPanelSheets, queryPanelTerms } from "@mingchuang/warehouse/queries/panel";
import { type StoreRows, writeStore } from "@mingchuang/warehouse/store-fixture";
import { expect, test } from "vitest";
import { queryEntrants } from "./entrants.ts";
import { evaluate } from "./evaluate.ts";
import { queryEvaluatedRuns } from "./evaluated-run.ts";
import { badReviews, windowSheet, zhejiang } from "./evaluation-fixture.ts";

const windows = ["W-1", "W-2", "W-3", "W-4", "W-5"];
const clauses = ["plan", "workflow", "identity", "mail", "lawful"];
const costs: Readonly<Record<string, number>> = { plan: 300, workflow: 500, identity: 500, mail: 500, lawful: 500 };

/** The n-th window lacks its first n clauses; G1 sees all of it, G2 misses the last, G3 the last two. */
const taken = (window: number, grader: number) =>
  Object.fromEntries(clauses.slice(0, Math.max(0, window - grader)).map((clause) => [clause, costs[clause] ?? 0]));

/** Five windows and three graders; G2 left a blank, G3 did not grade the last window, and there is an on-site round that makes no result. */
const world: StoreRows = {
  windows: windows.map((window_id) => ({
    year: 2023,
    window_id,
    name: `示例窗口${window_id}`,
    city_code: "330100",
    level: "county",
    domain: "housing",
  })),
  applications: windows.map((subject_id) => ({
    application_id: `23-${subject_id}`,
    scheme_id: "zhejiang-2023",
    year: 2023,
    honour: "red-flag-window",
    subject_id,
    subject_name: `示例窗口${subject_id}`,
    submitted_at: "2023-08-20 09:00:00",
  })),
  scores: windows.flatMap((window, place) => [
    ...windowSheet(`23-${window}`, "G1", taken(place, 0)),
    ...windowSheet(`23-${window}`, "G2", { ...taken(place, 1), ...(window === "W-2" ? { mail: null } : {}) }),
    ...(window === "W-5" ? [] : windowSheet(`23-${window}`, "G3", taken(place, 2))),
    ...windowSheet(`23-${window}`, "G9", taken(place, 0)).map((row) => ({ ...row, round: "onsite" })),
  ]),
  bad_reviews: badReviews("W-3", ["not_objective", "not_objective", "not_objective", "not_objective"]),
};

test("what a page reckons from the tables that are published is what the engine reckons from the facts", async () => {
  const folder = await mkdtemp(join(tmpdir(), "mingchuang-panel-"));
  const [storePath, outPath] = [join(folder, "store.duckdb"), join(folder, "evaluation.duckdb")];
  await writeStore(storePath, world);
  await evaluate({ storePath, outPath, schemes: [zhejiang], software: "test", clock: () => new Date("2024-01-05T09:00:00Z") });
  const db = await openNodeDatabase(outPath, { readOnly: true });
  try {
    await attachStore(db, { storePath });
    const run = (await queryEvaluatedRuns(db)).find(({ honour }) => honour.id === "red-flag-window");
    if (run === undefined) throw new Error("no run");
    const of = { year: 2023, honour: "red-flag-window" };
    const terms = await queryPanelTerms(db, of);
    expect(terms).toMatchObject({ round: "initial", choices: { "graders-combined": "mean", "cut-off-tie": "committee" } });
    const sheets = (await queryPanelSheets(db, of)).map((row) => ({
      application: row.application_id,
      grader: row.grader_id ?? "",
      hundredths: row.points_c,
      missing: row.missing === null ? [] : row.missing.split(", "),
      droppedBecause: row.dropped_because,
    }));
    const rows = await queryPanelEntries(db, of);
    expect(new Set(rows.filter(({ round }) => round === "onsite").map(({ grader }) => grader))).toEqual(new Set(["G9"]));
    const entries = rows
      .filter(({ round }) => round === "initial")
      .map(({ applicationId, grader, item, clause, kind, points_c }) => {
        return { application: applicationId, grader, item, clause, kind: kind as "fixed", hundredths: points_c, origin: null };
      });
    const results = (await queryPanelResults(db, of)).map((row) => ({
      application: row.application_id,
      subject: row.subject_id,
      state: row.state,
      rank: row.rank,
      total: row.total_num === null || row.total_den === null ? null : points(row.total_num, row.total_den),
      countedBad: row.counted_bad,
      reviews: row.good === null || row.active === null ? null : { good: row.good, active: row.active },
    }));
    expect(results.map(({ subject, state }) => [subject, state]).at(-1)).toEqual(["W-3", "vetoed"]);

    const { entrants } = await queryEntrants(db, run, "whole-past");
    const { adjusted, ...agreement } = panelAgreement(contestOf(run.honour, entrants, run.policies));
    const ratings = panelRatings(run.honour, sheets, entries, run.policies);
    expect(agreementOf(ratings)).toEqual(agreement);
    const contest = contestOfResults(run.honour, run.policies, results, sheets);
    expect(contest === null ? null : adjustedTotals(contest, ratings.total)).toEqual(adjusted);
    expect(adjusted.some(({ raw, adjusted }) => comparePoints(raw, adjusted) !== 0)).toBe(true);
  } finally {
    await db.close();
    await rm(folder, { recursive: true });
  }
});
