import { cp, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decisionEffects } from "@mingchuang/rubric/pending";
import { sumPoints } from "@mingchuang/rubric/points";
import type { SqlRow } from "@mingchuang/warehouse/database";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { type StoreRows, writeStore } from "@mingchuang/warehouse/store-fixture";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type EvaluateOptions, type EvaluationReport, evaluate } from "./evaluate.ts";
import { badReviews, personSheet, windowSheet, zhejiang } from "./evaluation-fixture.ts";

let folder: string;
let unchanged: { readonly folder: string; readonly report: EvaluationReport };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingchuang-evaluate-"));
  await writeStore(join(folder, "store.duckdb"), world);
  unchanged = { folder, report: await evaluateStore() };
});
afterAll(() => rm(unchanged.folder, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingchuang-evaluate-"));
});
afterEach(() => rm(folder, { recursive: true }));

const windows = ["W-1", "W-2", "W-3", "W-4", "W-5"];

/** Four windows and a person apply in 2023, the first two windows in 2022; a fifth window and two persons do not. */
const world: Record<string, readonly SqlRow[]> = {
  windows: [2022, 2023].flatMap((year) =>
    windows.map((window_id) => {
      return {
        year,
        window_id,
        name: `示例窗口${window_id}`,
        city_code: "330100",
        county_code: "330106",
        level: "county",
        domain: "housing",
      };
    }),
  ),
  people: ["P-1", "P-2", "P-3"].map((person_id) => ({ year: 2023, person_id, name: `职员甲${person_id}`, window_id: "W-1" })),
  applications: [
    ...["W-1", "W-2"].map((subject_id) => application(`22-${subject_id}`, 2022, subject_id)),
    ...["W-1", "W-2", "W-3", "W-4"].map((subject_id) => application(`23-${subject_id}`, 2023, subject_id)),
    { ...application("23-P-1", 2023, "P-1"), honour: "service-pioneer" },
  ],
  scores: [
    ...windowSheet("22-W-1", "G1", { plan: 300 }),
    ...windowSheet("22-W-2", "G1"),
    ...windowSheet("23-W-1", "G1", { plan: 300 }),
    ...windowSheet("23-W-1", "G2"),
    ...windowSheet("23-W-1", "G3", { plan: 300, workflow: 500 }),
    ...["W-2", "W-3", "W-4"].flatMap((window, place) =>
      ["G1", "G2", "G3"].flatMap((grader) => windowSheet(`23-${window}`, grader, place > 0 ? { identity: 500 } : {})),
    ),
    ...personSheet("23-P-1", "G1", { skill: 2350 }),
  ],
  self_scores: [
    { application_id: "23-W-1", item: "organisation", self_score_c: 1000 },
    { application_id: "23-W-1", item: "conduct", self_score_c: 1950 },
  ],
  honours: [{ subject_id: "W-3", title: "示例文明窗口", level: "city", issuer: "示例单位", awarded_on: "2022-05-01" }],
  review_counts: ["2023-01-01", "2023-02-01"].map((month) => ({
    window_id: "W-1",
    month,
    cases: 100,
    active_reviews: 50,
    good: 49,
    bad: 1,
  })),
};

describe("a window's bad reviews", () => {
  const v2 =
    "select state, counted, undecided, excluded, threshold from eval_veto where year = 2023 and subject_id = 'W-1' and rule = 'V2'";
  const standing = "select state, rank from eval_result where application_id = '23-W-1'";

  test("four of which one is objective do not veto: the window keeps its rank, one short of the threshold", async () => {
    await run({ bad_reviews: badReviews("W-1", ["not_objective", "objective", "not_objective", "not_objective"]) });
    expect(await one(v2)).toEqual({ state: "near", counted: 3, undecided: 0, excluded: 1, threshold: 4 });
    expect(await one(standing)).toEqual({ state: "ranked", rank: 3 });
  });

  test("four not objective veto: the window has no rank, and its total is what it was", async () => {
    await runUnchanged();
    const { total_c } = await one("select total_c from eval_result where application_id = '23-W-1'");
    await run({ bad_reviews: badReviews("W-1", ["not_objective", "not_objective", "not_objective", "not_objective"]) });
    expect(await one(v2)).toMatchObject({ state: "vetoed", counted: 4 });
    expect(await one("select state, rank, total_c from eval_result where application_id = '23-W-1'")).toEqual({
      state: "vetoed",
      rank: null,
      total_c,
    });
  });

  test("three and one that nobody decided leave the window undecided, and what each decision would do can be told", async () => {
    await run({ bad_reviews: badReviews("W-1", ["not_objective", "not_objective", null, "not_objective"]) });
    const result = (await one(v2)) as { state: string; counted: number; undecided: number; threshold: number };
    expect(result).toMatchObject({ state: "undecided", counted: 3, undecided: 1 });
    expect(await one(standing)).toEqual({ state: "undecided", rank: 3 });
    expect(decisionEffects(result)).toMatchObject({ vetoesFrom: 1, ifNoneCount: "near", ifAllCount: "vetoed" });
  });

  test("each stand with the day, what decided, and the row they came from", async () => {
    await run({ bad_reviews: badReviews("W-1", ["not_objective", "objective", "undecided"]) });
    const records = await rows(
      "select record_kind, record_id, occurred_on, disposition, because, file_id, row_no from eval_veto_record where rule = 'V2' order by record_id",
    );
    expect(records).toEqual([
      {
        record_kind: "bad_reviews",
        record_id: "R-W-1-1",
        occurred_on: "2023-03-01",
        disposition: "counted",
        because: "cause",
        file_id: "f1",
        row_no: 2,
      },
      {
        record_kind: "bad_reviews",
        record_id: "R-W-1-2",
        occurred_on: "2023-03-08",
        disposition: "excluded",
        because: "cause",
        file_id: "f1",
        row_no: 3,
      },
      {
        record_kind: "bad_reviews",
        record_id: "R-W-1-3",
        occurred_on: "2023-03-15",
        disposition: "undecided",
        because: "cause",
        file_id: "f1",
        row_no: 4,
      },
    ]);
  });

  test("after the as-of day do not count, and are shown as outside the period", async () => {
    const bad_reviews = badReviews("W-1", Array(4).fill("not_objective")); // 1, 8, 15 and 22 March
    const report = await run({ bad_reviews }, { asOf: { 2023: "2023-03-21" } });
    expect(await one(v2)).toMatchObject({ state: "near", counted: 3, excluded: 1 });
    expect(await one("select because from eval_veto_record where record_id = 'R-W-1-4'")).toEqual({ because: "period" });
    expect(report.runs.map(({ year, asOf }) => [year, asOf])).toEqual([
      [2022, "2022-12-31"],
      [2022, "2022-12-31"],
      [2023, "2023-03-21"],
      [2023, "2023-03-21"],
    ]);
    expect(await one("select as_of from mart_meta")).toEqual({ as_of: "2023-03-21" });
  });

  test("of another year are that year's business", async () => {
    await run({ bad_reviews: badReviews("W-1", Array(4).fill("not_objective"), "2022-03-01") });
    expect(await one(v2)).toMatchObject({ state: "clear", counted: 0, excluded: 0 });
    expect(await one("select state, rank from eval_result where application_id = '22-W-1'")).toEqual({ state: "vetoed", rank: null });
  });
});

describe("a score", () => {
  test("is the sum of its lines, exactly", async () => {
    await runUnchanged();
    for (const { application_id, total_num, total_den } of await rows("select application_id, total_num, total_den from eval_result")) {
      const lines = (await rows(
        `select points_num as numerator, points_den as denominator from eval_line where application_id = '${application_id}'`,
      )) as { numerator: number; denominator: number }[];
      expect(sumPoints(lines)).toEqual({ numerator: total_num, denominator: total_den });
    }
    expect(await one("select total_num, total_den, total_c, base_c, bonus_c from eval_result where application_id = '23-W-1'")).toEqual({
      total_num: 25900, // 90 − (3 + 0 + 8) / 3
      total_den: 3,
      total_c: 8633,
      base_c: 8633,
      bonus_c: 0,
    });
  });

  test("names for every deduction the clause, the grader, the reason, the evidence and the cell", async () => {
    await runUnchanged();
    const deductions = await rows(
      "select item, clause, asked_c, grader_id, reason, evidence, file_id, sheet, row_no, cell, source_clause from eval_line where application_id = '22-W-1' and kind = 'fixed'",
    );
    expect(deductions).toEqual([
      {
        item: "organisation",
        clause: "plan",
        asked_c: 300,
        grader_id: "G1",
        reason: "plan未落实",
        evidence: "现场照片",
        file_id: "f1",
        sheet: "G1",
        row_no: 2,
        cell: "F4",
        source_clause: expect.stringContaining("附件5·1"),
      },
    ]);
  });

  test("counts an honour by its level and points to its row", async () => {
    await runUnchanged();
    expect(
      await one("select points_num, record_id, file_id, row_no from eval_line where application_id = '23-W-3' and kind = 'honour'"),
    ).toEqual({
      points_num: 300,
      record_id: "示例文明窗口·city·2022-05-01",
      file_id: "f1",
      row_no: 2,
    });
  });

  test("stands beside the self score, which changes nothing", async () => {
    await runUnchanged();
    expect(await one("select self_c, total_c from eval_result where application_id = '23-W-1'")).toEqual({ self_c: 2950, total_c: 8633 });
    expect(await one("select self_c from eval_result where application_id = '23-W-2'")).toEqual({ self_c: null });
    expect(await rows("select item, self_c from eval_item where application_id = '23-W-1' and self_c is not null order by seq")).toEqual([
      { item: "organisation", self_c: 1000 },
      { item: "conduct", self_c: 1950 },
    ]);
  });

  test("leaves out a sheet with a blank cell and says which", async () => {
    const scores = [...(world.scores ?? []), ...windowSheet("23-W-2", "G4", { plan: null, identity: 500 })];
    const report = await run({ scores });
    expect(await one("select kept, dropped_because, missing from eval_sheet where grader_id = 'G4'")).toEqual({
      kept: false,
      dropped_because: "incomplete",
      missing: "organisation/plan",
    });
    expect(await one("select total_c, sheets_kept, sheets_dropped from eval_result where application_id = '23-W-2'")).toEqual({
      total_c: 9000,
      sheets_kept: 3,
      sheets_dropped: 1,
    });
    expect(report.runs.find(({ year, honour }) => year === 2023 && honour === "red-flag-window")?.sheetsDropped).toBe(1);
  });

  test("is absent, not zero, when no complete sheet was handed in", async () => {
    await run({ scores: (world.scores ?? []).filter(({ application_id }) => application_id !== "23-W-3") });
    expect(await one("select state, total_c, total_num, base_c, bonus_c, rank from eval_result where application_id = '23-W-3'")).toEqual({
      state: "unscored",
      total_c: null,
      total_num: null,
      base_c: null,
      bonus_c: 300,
      rank: null,
    });
    expect(await rows("select distinct points_c from eval_item where application_id = '23-W-3' order by all")).toEqual([
      { points_c: 300 },
      { points_c: null },
    ]);
  });

  test("takes the sheets of one round only", async () => {
    const onsite = windowSheet("23-W-2", "G1", { plan: 300 }).map((row) => ({ ...row, round: "onsite" }));
    const scores = [...(world.scores ?? []), ...onsite];
    await run({ scores });
    expect(await one("select total_c from eval_result where application_id = '23-W-2'")).toEqual({ total_c: 9000 });
    await run({ scores }, { round: "onsite" });
    expect(await one("select total_c from eval_result where application_id = '23-W-2'")).toEqual({ total_c: 8700 });
    expect(await one("select distinct round from eval_run")).toEqual({ round: "onsite" });
  });
});

describe("a rank", () => {
  const ranking =
    "select application_id, rank, tied, total_c, previous_rank, previous_total_c from eval_result where year = 2023 and honour = 'red-flag-window' order by rank, application_id";

  test("follows the totals and stands beside the rank and total of the year before", async () => {
    await runUnchanged();
    expect(await rows(ranking)).toEqual([
      { application_id: "23-W-2", rank: 1, tied: false, total_c: 9000, previous_rank: 1, previous_total_c: 9000 },
      { application_id: "23-W-3", rank: 2, tied: false, total_c: 8800, previous_rank: null, previous_total_c: null },
      { application_id: "23-W-1", rank: 3, tied: false, total_c: 8633, previous_rank: 2, previous_total_c: 8700 },
      { application_id: "23-W-4", rank: 4, tied: false, total_c: 8500, previous_rank: null, previous_total_c: null },
    ]);
  });

  test("of a renumbered window stands beside that of what it was, and of a merged one beside none", async () => {
    const was = (id: string, row: SqlRow) => (row.year === 2022 && (row.window_id ?? row.subject_id) === "W-1" ? id : null);
    const renamed = (kind: string, column: string) =>
      (world[kind] ?? []).map((row) => ({ ...row, [column]: was("W-0", row) ?? row[column] ?? null }));
    const changes = { windows: renamed("windows", "window_id"), applications: renamed("applications", "subject_id") };
    const renumbered = { from_window: "W-0", to_window: "W-1", kind: "renumbered", changed_on: "2023-01-01" };
    const placed = () => rows("select application_id, previous_rank, previous_total_c from eval_result where application_id = '23-W-1'");
    await run(changes);
    expect(await placed()).toEqual([{ application_id: "23-W-1", previous_rank: null, previous_total_c: null }]);
    await run({ ...changes, window_changes: [renumbered] });
    expect(await placed()).toEqual([{ application_id: "23-W-1", previous_rank: 2, previous_total_c: 8700 }]);
    await run({ ...changes, window_changes: [renumbered, { ...renumbered, from_window: "W-5", kind: "merged" }] });
    expect(await placed()).toEqual([{ application_id: "23-W-1", previous_rank: null, previous_total_c: null }]);
  });

  test("changes only for those whom a changed score passes", async () => {
    await runUnchanged();
    const before = await dump();
    const scores = (world.scores ?? []).map((row) =>
      row.application_id === "23-W-1" && row.grader_id === "G3" && row.clause === "workflow"
        ? { ...row, points_c: 0, reason: null, evidence: null }
        : row,
    );
    await run({ scores }); // 90 − (3 + 0 + 3) / 3 = 88, as W-3, which has fewer reviews known
    const after = await dump();
    // ranks follow below, and means over everybody are others as soon as one total is
    for (const table of Object.keys(before).filter((name) => name !== "eval_result" && name !== "eval_restated")) {
      const changed = differing(before[table] ?? [], after[table] ?? []);
      expect(new Set(changed.map(({ application_id }) => application_id)), table).toEqual(
        new Set(["mart_row", "eval_facts", "eval_item", "eval_line", "eval_sheet", "eval_selection"].includes(table) ? ["23-W-1"] : []),
      );
    }
    const results = differing(before.eval_result ?? [], after.eval_result ?? []);
    expect(new Set(results.map(({ application_id }) => application_id))).toEqual(new Set(["23-W-1", "23-W-3"]));
    const displaced = results
      .filter(({ application_id }) => application_id === "23-W-3")
      .map(({ rank, tied, tie_broken_by, ...rest }) => rest);
    expect(displaced[0]).toEqual(displaced[1]);
  });

  test("has the reviews of the months that ended by the as-of day; without a month they are unknown, not zero", async () => {
    await run({}, { asOf: { 2023: "2023-02-27" } });
    expect(await one("select good, active from eval_result where application_id = '23-W-1'")).toEqual({ good: 49, active: 50 });
    expect(await one("select good, active from eval_result where application_id = '23-W-2'")).toEqual({ good: null, active: null });
  });
});

describe("vetoes", () => {
  test("of a nominated subject are all there; of another only those that are not clear", async () => {
    await run({
      bad_reviews: badReviews("W-5", Array(3).fill("not_objective")),
      complaints: ["P-2", "P-3"].map((person_id, index) => ({
        complaint_id: `C-${index}`,
        window_id: "W-1",
        person_id,
        nature: "complaint",
        received_at: "2023-06-01 09:00:00",
        verified: index === 0 ? "true" : "false",
        due_to_service: true,
      })),
    });
    expect(await rows("select rule, state from eval_veto where subject_id = 'W-2' and year = 2023 order by rule")).toEqual(
      ["V1", "V2", "V3", "V4"].map((rule) => ({ rule, state: "clear" })),
    );
    expect(
      await rows("select year, subject_id, subject_name, window_id, city_code, rule, state from eval_veto where application_id is null"),
    ).toEqual([
      { year: 2023, subject_id: "W-5", subject_name: "示例窗口W-5", window_id: "W-5", city_code: "330100", rule: "V2", state: "near" },
      { year: 2023, subject_id: "P-2", subject_name: "职员甲P-2", window_id: "W-1", city_code: "330100", rule: "P2", state: "near" },
    ]);
  });

  test("follow a finding: found vetoes, pending leaves undecided", async () => {
    await run({
      findings: [
        { finding_id: "F-1", subject_id: "W-1", rule: "falsified", status: "found", decided_on: "2023-10-01" },
        { finding_id: "F-2", subject_id: "P-1", rule: "integrity", status: "pending" },
      ],
    });
    expect(await one("select rule, state from eval_veto where year = 2023 and state = 'vetoed'")).toEqual({ rule: "V4", state: "vetoed" });
    expect(await one("select state, rank from eval_result where application_id = '23-P-1'")).toEqual({ state: "undecided", rank: 1 });
  });

  test("leave a subject undecided by a pending finding in the year in which it was reported, in every year when nobody says when", async () => {
    const states = "select year, state from eval_result where subject_id = 'W-1' order by year";
    const pending = { finding_id: "F-1", subject_id: "W-1", rule: "discipline", status: "pending" };
    await run({ findings: [{ ...pending, reported_on: "2022-11-20" }] });
    expect(await rows(states)).toEqual([
      { year: 2022, state: "undecided" },
      { year: 2023, state: "ranked" },
    ]);
    await run({ findings: [pending] });
    expect(await rows(states)).toEqual([
      { year: 2022, state: "undecided" },
      { year: 2023, state: "undecided" },
    ]);
  });

  test("are told before anyone applies", async () => {
    await run({ applications: [], scores: [], self_scores: [], bad_reviews: badReviews("W-5", Array(4).fill("not_objective")) });
    expect(await one("select subject_id, state from eval_veto")).toEqual({ subject_id: "W-5", state: "vetoed" });
    expect(await rows("select year, honour, applications from eval_run order by all")).toEqual(
      [2022, 2023].flatMap((year) => ["red-flag-window", "service-pioneer"].map((honour) => ({ year, honour, applications: 0 }))),
    );
  });
});

describe("an evaluation", () => {
  test("of the same store gives the same rows", async () => {
    await run({ bad_reviews: badReviews("W-1", ["not_objective", null]) });
    const first = await dump();
    await evaluateStore();
    expect(await dump()).toEqual(first);
  });

  test("is sealed with edition, hashes, days and software, and says which years were judged under a later year's edition", async () => {
    const report = await runUnchanged();
    const sealed = await rows("select * exclude (scheme_hash, store_hash) from eval_run where honour = 'red-flag-window' order by year");
    expect(sealed).toEqual(
      [2022, 2023].map((year) => ({
        year,
        honour: "red-flag-window",
        scheme_id: "zhejiang-2023",
        edition: "2023",
        restated: year === 2022,
        round: "initial",
        as_of: `${year}-12-31`,
        applications: year === 2022 ? 2 : 4,
        ranked: year === 2022 ? 2 : 4,
        undecided: 0,
        vetoed: 0,
        unscored: 0,
        ineligible: 0,
        not_applied: 0,
        software: "mingchuang test",
        evaluated_at: "2024-01-05 09:00:00",
      })),
    );
    const [hashes] = await rows("select distinct scheme_hash, store_hash from eval_run");
    expect(hashes).toEqual({ scheme_hash: expect.stringMatching(/^[0-9a-f]{64}$/), store_hash: report.storeHash });
    expect(await one("select is_sample, generated_at, software, profile from mart_meta")).toEqual({
      is_sample: true,
      generated_at: "2024-01-05 09:00:00",
      software: "mingchuang test",
      profile: "evaluation",
    });
  });

  test("records every policy in force, the silent ones as such, and a chosen option as no default", async () => {
    const report = await run({}, { policies: { "zhejiang-2023": { "graders-combined": "median" } } });
    const recorded = await rows("from eval_policy");
    expect(recorded).toEqual(report.policies);
    expect(new Set(recorded.map(({ policy }) => policy))).toEqual(new Set(zhejiang.policies.map(({ id }) => id)));
    expect(recorded.filter(({ policy }) => policy === "graders-combined")).toEqual(
      ["red-flag-window", "service-pioneer"].map((honour) =>
        expect.objectContaining({ honour, value: "median", is_default: false, silent: true, label_zh: "多位评委的合成" }),
      ),
    );
    expect(recorded.filter(({ honour }) => honour === null).map(({ policy }) => policy)).toEqual(["cut-off-tie", "self-and-assessed"]);
    expect(await one("select total_c from eval_result where application_id = '23-W-1'")).toEqual({ total_c: 8700 });
  });

  test("opens without the store, with the scheme it was judged by", async () => {
    await runUnchanged();
    await rm(join(folder, "store.duckdb"));
    const { body } = await one("select body from mart_scheme");
    expect(JSON.parse(String(body))).toMatchObject({
      id: "zhejiang-2023",
      honours: [{ id: "red-flag-window" }, { id: "service-pioneer" }],
    });
    expect(
      await rows(
        "select view_name from duckdb_views() where not internal union all select table_name from duckdb_tables() where table_name like 'stg%'",
      ),
    ).toEqual([]);
  });

  test("publishes an edition that is only shown beside the one that judged, and judges nothing by it", async () => {
    await run({ applications: [application("A", 2023, "W-1")] }, { shown: [{ ...zhejiang, id: "next", edition: "next" }] });
    expect((await rows("from mart_scheme order by scheme_id")).map(({ scheme_id }) => scheme_id)).toEqual(["next", "zhejiang-2023"]);
    expect(new Set((await rows("from eval_run")).map(({ scheme_id }) => scheme_id))).toEqual(new Set(["zhejiang-2023"]));
  });

  test("reports ties at a cut", async () => {
    const subjects = Array.from({ length: 12 }, (_, index) => `W-${index + 1}`);
    const report = await run({
      windows: subjects.map((window_id) => ({
        year: 2023,
        window_id,
        name: window_id,
        city_code: "330100",
        level: "city",
        domain: "fund",
      })),
      applications: subjects.map((subject_id) => application(`23-${subject_id}`, 2023, subject_id)),
      scores: subjects.flatMap((subject, place) => windowSheet(`23-${subject}`, "G1", place < 9 ? {} : { plan: 300 })),
      people: [],
      self_scores: [],
      honours: [],
      review_counts: [],
    });
    const { tiesAtCut } = report.runs.find(({ honour }) => honour === "red-flag-window") ?? {};
    expect(tiesAtCut).toEqual([{ stage: "final", rank: 10, applications: ["23-W-10", "23-W-11", "23-W-12"] }]);
  });
});

describe("an evaluation that is refused leaves the earlier one as it is", () => {
  const refusals: [string, string, StoreRows, Partial<EvaluateOptions>][] = [
    ["without a scheme", "E101", {}, { schemes: [] }],
    [
      "with an application under an unknown scheme",
      "E102",
      { applications: [{ ...application("A", 2023, "W-1"), scheme_id: "nowhere-1999" }], scores: [] },
      {},
    ],
    [
      "with an application for an honour the scheme lacks",
      "E103",
      { applications: [{ ...application("A", 2023, "W-1"), honour: "best-window" }], scores: [] },
      {},
    ],
    ["with a score that the rubric does not know", "E105", { scores: windowSheet("23-W-1", "G1", { plan: 250 }) }, {}],
    ["with a day that is none", "E106", {}, { asOf: { 2023: "2023-02-30" } }],
    ["with a day before its year", "E106", {}, { asOf: { 2023: "2022-12-31" } }],
    [
      "with rows that are not accounted for",
      "E108",
      { ingest_table: [{ file_id: "f1", sheet: "", kind: "scores", rows_in: 1, rejected: 0 }] },
      {},
    ],
    ["with a policy for a scheme that is not there", "E109", {}, { policies: { "nowhere-1999": {} } }],
  ];
  test.each(refusals)("%s (%s)", async (_, code, changes, options) => {
    await runUnchanged();
    const before = await dump();
    await writeWorld(changes);
    await expect(evaluateStore(options)).rejects.toMatchObject({ code });
    expect(await dump()).toEqual(before);
    expect((await readdir(folder)).sort()).toEqual(["evaluation.duckdb", "store.duckdb"]);
  });

  test("and every application that does not fit is named at once", async () => {
    const scores = [...windowSheet("23-W-1", "G1", { plan: 250 }), ...windowSheet("23-W-2", "G1", { workflow: 100 })];
    const failure = run({ scores });
    await expect(failure).rejects.toThrow(/23-W-1: R203[\s\S]*F4[\s\S]*23-W-2: R203/);
  });

  test("two schemes for one honour in one year cannot stand in one list (E104)", async () => {
    const other = { ...zhejiang, id: "zhejiang-2024", edition: "2024", year: 2024 };
    const applications = [application("A", 2023, "W-1"), { ...application("B", 2023, "W-2"), scheme_id: "zhejiang-2024" }];
    await expect(run({ applications, scores: [], self_scores: [] }, { schemes: [zhejiang, other] })).rejects.toMatchObject({
      code: "E104",
    });
  });
});

function application(application_id: string, year: number, subject_id: string): SqlRow {
  return {
    application_id,
    scheme_id: "zhejiang-2023",
    year,
    honour: "red-flag-window",
    subject_id,
    submitted_at: `${year}-08-20 09:00:00`,
  };
}

/** Writes the world, with the kinds in `changes` replaced, and evaluates it. */
async function run(changes: StoreRows = {}, options: Partial<EvaluateOptions> = {}): Promise<EvaluationReport> {
  await writeWorld(changes);
  return evaluateStore(options);
}

/** The world as it is, evaluated. */
async function runUnchanged(): Promise<EvaluationReport> {
  await cp(unchanged.folder, folder, { recursive: true });
  return unchanged.report;
}

async function writeWorld(changes: StoreRows): Promise<void> {
  const path = join(folder, "store.duckdb");
  await rm(path, { force: true });
  if (Object.keys(changes).length === 0) await cp(join(unchanged.folder, "store.duckdb"), path);
  else await writeStore(path, { ...world, ...changes });
}

function evaluateStore(options: Partial<EvaluateOptions> = {}): Promise<EvaluationReport> {
  return evaluate({
    storePath: join(folder, "store.duckdb"),
    outPath: join(folder, "evaluation.duckdb"),
    schemes: [zhejiang],
    software: "mingchuang test",
    clock: () => new Date("2024-01-05T01:00:00Z"),
    isSample: true,
    ...options,
  });
}

async function rows(sql: string): Promise<readonly SqlRow[]> {
  const db = await openNodeDatabase(join(folder, "evaluation.duckdb"), { readOnly: true });
  try {
    return await db.query(sql);
  } finally {
    await db.close();
  }
}

async function one(sql: string): Promise<SqlRow> {
  const [row, ...others] = await rows(sql);
  expect(others).toEqual([]);
  return row ?? {};
}

/** Every row of every table, in the order in which it is stored. */
async function dump(): Promise<Readonly<Record<string, readonly SqlRow[]>>> {
  const db = await openNodeDatabase(join(folder, "evaluation.duckdb"), { readOnly: true });
  const all: Record<string, readonly SqlRow[]> = {};
  for (const { name } of await db.query<{ name: string }>("select table_name as name from duckdb_tables() order by name")) {
    all[name] = await db.query(`from "${name}"`);
  }
  await db.close();
  return all;
}

/** Rows that are in one of the two and not in the other. */
function differing(a: readonly SqlRow[], b: readonly SqlRow[]): SqlRow[] {
  const texts = (list: readonly SqlRow[]) => new Set(list.map((row) => JSON.stringify(row)));
  const [inA, inB] = [texts(a), texts(b)];
  return [...a.filter((row) => !inB.has(JSON.stringify(row))), ...b.filter((row) => !inA.has(JSON.stringify(row)))];
}
