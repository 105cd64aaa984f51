import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { buildMarts } from "./build.ts";
import { type CheckResult, parseCheck, readChecks, runChecks, type Violation } from "./check.ts";
import type { SqlRow } from "./database.ts";
import { openNodeDatabase } from "./node.ts";
import { type StoreRows, writeStore } from "./store-fixture.ts";

const folder = mkdtempSync(join(tmpdir(), "checks-"));
afterAll(() => rmSync(folder, { recursive: true }));
let stores = 0;

const window = { year: 2023, city: "杭州市", county: "西湖区", level: "county", domain: "housing" };
const review = { window_id: "W1", channel: "浙里办", rated_at: "2023-01-05 10:00:00", level: 1, cause: "objective" };

/** A small store in which nothing is wrong. */
const sound: StoreRows = {
  windows: [{ ...window, window_id: "W1", name: "示例西湖住建窗口" }],
  people: [{ year: 2023, person_id: "P1", name: "职员甲0001", window_id: "W1" }],
  review_counts: [
    { window_id: "W1", month: "2023-01-01", cases: 20, active_reviews: 10, good: 9, bad: 1 },
    { window_id: "W1", month: "2023-02-01", cases: 20, active_reviews: null, good: null, bad: null },
  ],
  bad_reviews: [{ ...review, review_id: "R1", person_id: "P1" }],
  complaints: [{ complaint_id: "C1", window_id: "W1", person_id: "P1", nature: "complaint", received_at: "2023-03-03 10:00:00" }],
  applications: [{ application_id: "A1", year: 2023, honour: "red-flag-window", subject_id: "W1", recommender: "杭州市建委" }],
  scores: [
    {
      application_id: "A1",
      round: "initial",
      grader_id: "专家G1",
      item: "organisation",
      clause: "plan",
      kind: "fixed",
      points_c: 0,
      cell: "F5",
    },
  ],
  honours: [{ subject_id: "W1", title: "示例文明窗口", level: "city", awarded_on: "2022-05-04" }],
  innovations: [{ subject_id: "W1", title: "示例免申即办" }],
  findings: [{ finding_id: "F1", subject_id: "P1", rule: "integrity", status: "not_found" }],
};

const quotas = [{ honour: "red-flag-window", perCity: 4 }];

async function check(rows: StoreRows, spoil = "", known: readonly string[] = [], checks = readChecks()): Promise<CheckResult[]> {
  stores += 1;
  const storePath = join(folder, `store-${stores}.duckdb`);
  await writeStore(storePath, rows);
  const db = await openNodeDatabase(":memory:");
  try {
    const meta = { asOf: "2023-12-31", isSample: true, generatedAt: "", software: "" };
    const item = { scheme: "zhejiang-2023", honour: "red-flag-window", item: "organisation", label: "组织领导" };
    await buildMarts(db, { storePath, meta, quotas, clauses: known.map((clause) => ({ ...item, clause })) });
    if (spoil) await db.execute(spoil);
    return await runChecks(db, { checks });
  } finally {
    await db.close();
  }
}

const and = (kind: string, ...more: SqlRow[]): StoreRows => ({
  ...sound,
  [kind]: [...(sound[kind] ?? []), ...more],
});

interface Case {
  readonly rows?: StoreRows;
  /** Clauses of the item 组织领导; none are known otherwise. */
  readonly clauses?: readonly string[];
  /** Run after the build, for what only a fault of ours could bring about. */
  readonly spoil?: string;
  readonly finds: Partial<Violation>;
}

const cases: Readonly<Record<string, Case>> = {
  account_balances: {
    rows: { ...sound, ingest_table: [{ file_id: "f1", sheet: "", kind: "windows", header_row: 1, rows_in: 3, rejected: 1 }] },
    finds: { what: "f1.csv", detail: "3 ≠ 1 + 1 + 0", file_id: "f1" },
  },
  discretion_of_two_files: {
    rows: and(
      "scores",
      ...["f0", "f1"].map((file_id, index) => ({
        application_id: "A1",
        round: "initial",
        grader_id: "专家G1",
        item: "conduct",
        kind: "discretionary",
        points_c: 150,
        reason: `示例原因${index}`,
        file_id,
      })),
    ),
    finds: { what: "A1 专家G1 conduct", detail: "f0.csv", file_id: "f1" },
  },
  honours_of_replaced_forms: {
    rows: {
      ...and("applications", {
        application_id: "A1",
        year: 2023,
        honour: "red-flag-window",
        subject_id: "W1",
        file_id: "f0",
        superseded_by: "f1",
      }),
      honours: [{ subject_id: "W1", title: "示例文明窗口", level: "city", awarded_on: "2022-05-04", file_id: "f0" }],
    },
    finds: { what: "W1 示例文明窗口", detail: "f1.csv", file_id: "f0" },
  },
  mart_keys_are_unique: {
    spoil: "insert into mart_application select * from mart_application",
    finds: { what: "mart_application A1", detail: "2 ×" },
  },
  totals_agree: { spoil: "update mart_window_month set bad = 0", finds: { what: "bad", detail: "0 ≠ 1" } },
  unknown_window_in_counts: {
    rows: and("review_counts", { window_id: "W9", month: "2023-01-01", cases: 3 }, { window_id: "W9", month: "2023-02-01", cases: 3 }),
    finds: { what: "W9", detail: "2023-01", file_id: "f1", row_no: 4 },
  },
  unknown_window_in_reviews: {
    rows: and("event_window_month", { window_id: "W9", month: "2023-01-01", level_5: 3, default_reviews: 2, file_id: "f1", first_row: 7 }),
    finds: { what: "W9", detail: "5 条", file_id: "f1", row_no: 7 },
  },
  unknown_person_in_reviews: {
    rows: and("event_bad_review", { ...review, review_id: "R9", person_id: "P9" }),
    finds: { what: "R9", detail: "P9", file_id: "f1", row_no: 2 },
  },
  reviews_differ_from_counts: {
    rows: and("event_window_month", { window_id: "W1", month: "2023-01-01", level_5: 6, level_2: 2, default_reviews: 4 }),
    finds: { what: "W1 2023-01-01", detail: "active_reviews 10 ≠ 8; bad 1 ≠ 2", row_no: 2 },
  },
  bad_review_may_be_listed_twice: {
    rows: and("event_bad_review", { ...review, review_id: "HCP-77" }),
    finds: { what: "HCP-77", detail: "W1 2023-01-05 10:00:00 = R1?", file_id: "f1", row_no: 2 },
  },
  unknown_window_in_bad_reviews: {
    rows: and("bad_reviews", { ...review, review_id: "R9", window_id: "W9" }),
    finds: { what: "R9", detail: "W9", row_no: 3 },
  },
  unknown_window_in_complaints: {
    rows: and("complaints", { complaint_id: "C9", window_id: "W9", nature: "help", received_at: "2023-03-03 10:00:00" }),
    finds: { what: "C9", detail: "W9", row_no: 3 },
  },
  unknown_window_in_people: {
    rows: and("people", { year: 2023, person_id: "P9", name: "职员乙0009", window_id: "W9" }),
    finds: { what: "P9", detail: "W9", row_no: 3 },
  },
  unknown_person_in_bad_reviews: {
    rows: { ...sound, bad_reviews: [{ ...review, review_id: "R1", person_id: "P9" }] },
    finds: { what: "R1", detail: "P9", row_no: 2 },
  },
  unknown_person_in_complaints: {
    rows: and("complaints", { complaint_id: "C9", window_id: "W1", person_id: "P9", nature: "help", received_at: "2023-03-03 10:00:00" }),
    finds: { what: "C9", detail: "P9", row_no: 3 },
  },
  unknown_subject_in_applications: {
    rows: and("applications", { application_id: "A9", year: 2023, honour: "red-flag-window", subject_id: "W9" }),
    finds: { what: "A9", detail: "W9", row_no: 3 },
  },
  unknown_subject_in_findings: {
    rows: and("findings", { finding_id: "F9", subject_id: "W9", rule: "falsified", status: "found" }),
    finds: { what: "F9", detail: "W9", row_no: 3 },
  },
  unknown_subject_in_honours: {
    rows: and("honours", { subject_id: "W9", title: "示例荣誉", level: "city", awarded_on: "2022-05-04" }),
    finds: { what: "示例荣誉", detail: "W9", row_no: 3 },
  },
  unknown_subject_in_innovations: {
    rows: and("innovations", { subject_id: "P9", title: "示例举措" }),
    finds: { what: "示例举措", detail: "P9", row_no: 3 },
  },
  unknown_subject_in_indicators: {
    rows: and("indicators", { subject_id: "W9", metric: "handling-days", period: "2023Q1", value: 3 }),
    finds: { what: "W9 handling-days", detail: "2023Q1", row_no: 2 },
  },
  unknown_subject_in_appraisals: {
    rows: and("appraisals", { subject_id: "W9", source: "public", period: "2023", score: 90 }),
    finds: { what: "W9 public", detail: "2023", row_no: 2 },
  },
  unknown_subject_in_checklists: {
    rows: and("checklists", { subject_id: "W9", point: "identity", kept: true, checked_on: "2023-05-01" }),
    finds: { what: "W9 identity", detail: "2023-05-01", row_no: 2 },
  },
  unknown_subject_in_title_events: {
    rows: and("title_events", { event_id: "E9", subject_id: "W9", event: "award", happened_on: "2023-05-01" }),
    finds: { what: "E9", detail: "W9", row_no: 2 },
  },
  unknown_application_in_scores: {
    rows: and("scores", { application_id: "A9", round: "initial", grader_id: "专家G2", item: "conduct", kind: "fixed", points_c: 500 }),
    finds: { what: "A9", detail: "专家G2", row_no: 3 },
  },
  registers_are_handed_in: {
    rows: {
      review_counts: [...(sound.review_counts ?? [])],
      event_window_month: [{ window_id: "W1", month: "2023-01-01", level_5: 3, default_reviews: 2, file_id: "f1", first_row: 7 }],
    },
    finds: { what: "windows", detail: "review_counts: 2", file_id: "f1", row_no: 2 },
  },
  division_in_force: {
    rows: and("windows", { ...window, window_id: "W2", name: "示例窗口", county: "下城区" }),
    finds: { what: "W2 2023", detail: "330103 下城区 杭州市", row_no: 3 },
  },
  window_open_in_month: {
    rows: {
      ...sound,
      windows: [{ ...window, window_id: "W1", name: "示例西湖住建窗口", opened_on: "2023-01-31", closed_on: "2023-02-10" }],
      review_counts: [
        { window_id: "W1", month: "2023-01-01", cases: 20, active_reviews: 10, good: 9, bad: 1 },
        { window_id: "W1", month: "2023-03-01", cases: 20, active_reviews: 10, good: 10, bad: 0 },
      ],
    },
    finds: { what: "W1 2023-03", detail: "2023-01-31 – 2023-02-10", row_no: 3 },
  },
  counts_are_restated: {
    rows: and("review_counts", {
      window_id: "W1",
      month: "2023-01-01",
      cases: 21,
      active_reviews: 10,
      good: 10,
      bad: 0,
      file_id: "f0",
      superseded_by: "f1",
    }),
    finds: { what: "W1 2023-01", detail: "f0.csv: 办件量 21 → 20；好评数 10 → 9；差评数 0 → 1", file_id: "f1", row_no: 2 },
  },
  scores_are_restated: {
    rows: and("scores", {
      application_id: "A1",
      round: "initial",
      grader_id: "专家G1",
      item: "organisation",
      clause: "plan",
      kind: "fixed",
      points_c: 300,
      file_id: "f0",
      superseded_by: "f1",
    }),
    finds: { what: "A1 initial 专家G1", detail: "f0.csv: 1 处分数不同", file_id: "f1", row_no: 2 },
  },
  score_sheets_are_complete: {
    clauses: ["plan", "publicity"],
    rows: { ...sound, scores: (sound.scores ?? []).map((row) => ({ ...row, scheme_id: "zhejiang-2023", honour: "red-flag-window" })) },
    finds: { what: "A1 initial 专家G1", detail: "1 / 2", file_id: "f1", row_no: 2 },
  },
  self_scores_are_complete: {
    clauses: ["plan"],
    rows: { ...sound, self_scores: [{ application_id: "A1", item: "conduct", self_score_c: 900, cell: "F2" }] },
    finds: { what: "A1", detail: "组织领导", file_id: "f1", row_no: 2 },
  },
  window_is_placed: {
    rows: and("windows", { ...window, window_id: "W2", name: "示例窗口", county: "某新区" }),
    finds: { what: "W2 2023", detail: "county 杭州市 某新区", row_no: 3 },
  },
  window_changes_in_a_circle: {
    rows: and(
      "window_changes",
      { from_window: "W1", to_window: "W2", kind: "renumbered", changed_on: "2022-01-01" },
      { from_window: "W2", to_window: "W1", kind: "merged", changed_on: "2023-01-01" },
    ),
    finds: { what: "W1 → W2", detail: "2022-01-01", row_no: 2 },
  },
  window_changes_contradict: {
    rows: and(
      "window_changes",
      { from_window: "W8", to_window: "W1", kind: "merged", changed_on: "2022-01-01" },
      { from_window: "W8", kind: "closed", changed_on: "2022-01-01" },
    ),
    finds: { what: "W8", detail: "closed 2022-01-01", row_no: 3 },
  },
  window_changes_fit_registers: {
    rows: and("window_changes", { from_window: "W1", to_window: "W9", kind: "renumbered", changed_on: "2022-01-01" }),
    finds: { what: "W1", detail: "renumbered 2022-01-01 2023", row_no: 2 },
  },
  former_name_of_another_number: {
    rows: and(
      "windows",
      { ...window, year: 2022, window_id: "W8", name: "示例旧窗口" },
      { ...window, window_id: "W9", name: "示例新窗口", former_names: "示例更早窗口、 示例旧窗口" },
    ),
    finds: { what: "W9 2023", detail: "W8 示例旧窗口", row_no: 4 },
  },
  nominations_within_quota: {
    rows: and(
      "applications",
      ...["A2", "A3", "A4", "A5"].map((id) => ({ application_id: id, year: 2023, honour: "red-flag-window", subject_id: "W1" })),
    ),
    finds: { what: "2023 杭州市", detail: "red-flag-window: 5 > 4" },
  },
  one_application_a_subject: {
    rows: and("applications", { application_id: "A2", year: 2023, honour: "red-flag-window", subject_id: "W1" }),
    finds: { what: "2023 W1", detail: "A1, A2", row_no: 3 },
  },
  counts_in_order: {
    rows: and("review_counts", { window_id: "W1", month: "2023-03-01", cases: 5, active_reviews: 6, good: 6, bad: 0 }),
    finds: { what: "W1 2023-03-01", detail: "0 / 6 / 5" },
  },
  good_and_bad_add_up: {
    rows: and("review_counts", { window_id: "W1", month: "2023-03-01", cases: 9, active_reviews: 6, good: 5, bad: 0 }),
    finds: { what: "W1 2023-03-01", detail: "5 + 0 ≠ 6" },
  },
  bad_reviews_are_listed: {
    rows: and("review_counts", { window_id: "W1", month: "2023-03-01", cases: 9, active_reviews: 6, good: 4, bad: 2 }),
    finds: { what: "W1 2023-03", detail: "差评数 2，明细 0 条", row_no: 4 },
  },
  channels_add_up: {
    rows: and("review_counts", {
      window_id: "W1",
      month: "2023-01-01",
      channel: "浙里办",
      cases: 20,
      active_reviews: 10,
      good: 10,
      bad: 0,
    }),
    finds: { what: "W1 2023-01", detail: "差评数 1，各渠道之和 0", row_no: 2 },
  },
};

test("every check has a store that violates it", () => {
  expect(Object.keys(cases).sort()).toEqual(readChecks().map(({ name }) => name));
});

test("a sound store violates nothing", async () => {
  expect(await check(sound)).toEqual([]);
});

describe("a check finds what it is for, and names the row", () => {
  test.each(Object.entries(cases))("%s", async (name, { rows = sound, spoil, clauses, finds }) => {
    const [result] = await check(
      rows,
      spoil,
      clauses,
      readChecks().filter((each) => each.name === name),
    );
    expect(result?.violations[0]).toMatchObject(finds);
  });
});

test("a listed bad review that is not among the reviews handed in one by one is found, though no count has a row to correct", async () => {
  const rows = {
    ...sound,
    review_counts: [],
    event_window_month: [{ window_id: "W1", month: "2023-01-01", level_5: 3 }],
  };
  const [found] = await check(
    rows,
    "",
    [],
    readChecks().filter(({ name }) => name === "bad_reviews_are_listed"),
  );
  expect(found?.violations).toEqual([{ what: "W1 2023-01", detail: "差评数 0，明细 1 条", file_id: null, sheet: null, row_no: null }]);
});

describe("a check stays silent", () => {
  test("on reviews one by one that come to the counts, with their bad one on the list", async () => {
    const reviews = [
      { window_id: "W1", month: "2023-01-01", channel: "浙里办", level_5: 8, level_1: 1 },
      { window_id: "W1", month: "2023-01-01", level_3: 1, default_reviews: 5 },
      { window_id: "W1", month: "2023-03-01", level_4: 7 },
    ];
    expect(
      await check({ ...sound, event_window_month: reviews, event_bad_review: [{ ...review, review_id: "R1", person_id: "P1" }] }),
    ).toEqual([]);
  });

  test("on a district of 2021 that was abolished during that year", async () => {
    expect(await check(and("windows", { ...window, year: 2021, window_id: "W2", name: "示例窗口", county: "江干区" }))).toEqual([]);
  });

  test("on a window of a province whose cities the reference does not know", async () => {
    const elsewhere = { ...window, window_id: "W2", name: "示例窗口", city_code: "320500", city: "苏州市", county_code: "320505" };
    expect(await check(and("windows", elsewhere))).toEqual([]);
  });

  test("on each row while there is no register to look it up in: that the register is missing is said once", async () => {
    const { windows: _windows, people: _people, applications: _applications, ...bare } = sound;
    const found = await check({ ...bare, event_bad_review: [{ ...review, review_id: "R1", person_id: "P1" }] });
    expect(found.map(({ check: { name }, violations }) => [name, violations.map(({ what, detail }) => `${what} ${detail}`)])).toEqual([
      [
        "registers_are_handed_in",
        [
          "applications scores: 1",
          "people bad_reviews: 1",
          "people complaints: 1",
          "windows bad_reviews: 1",
          "windows complaints: 1",
          "windows review_counts: 2",
        ],
      ],
    ]);
  });

  test("on a project, which is in no register", async () => {
    const project = { application_id: "A2", year: 2023, honour: "reform-unit", subject_id: "X1", subject_kind: "project", unit: "W1" };
    expect(await check(and("applications", project))).toEqual([]);
  });

  test("on bad reviews of a year whose list was not handed in", async () => {
    expect(
      await check(and("review_counts", { window_id: "W1", month: "2022-03-01", cases: 9, active_reviews: 6, good: 4, bad: 2 })),
    ).toEqual([]);
  });

  test("on a window of the province, which has no city", async () => {
    expect(await check(and("windows", { year: 2023, window_id: "W2", name: "示例省级窗口", level: "province", domain: "fund" }))).toEqual(
      [],
    );
  });
});

test("errors come before warnings, with the full count and the first violations only", async () => {
  const many = Array.from({ length: 30 }, (_, i) => ({
    complaint_id: `C${100 + i}`,
    window_id: "W9",
    nature: "help",
    received_at: "2023-03-03 10:00:00",
  }));
  const results = await check(and("complaints", ...many), "update mart_window_month set bad = 0");
  expect(results.map(({ check: { name, severity } }) => [severity, name])).toEqual([
    ["error", "totals_agree"],
    ["warning", "good_and_bad_add_up"],
    ["warning", "unknown_window_in_complaints"],
  ]);
  expect(results[2]).toMatchObject({ count: 30 });
  expect(results[2]?.violations).toHaveLength(20);
});

test("a check without its severity is refused", () => {
  expect(() => parseCheck({ name: "nameless", sql: "-- zh: 甲\n-- en: a\nselect 1" })).toThrow(expect.objectContaining({ code: "W109" }));
});
