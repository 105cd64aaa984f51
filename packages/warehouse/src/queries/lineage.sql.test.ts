import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildMarts } from "../build.ts";
import { type NodeDatabase, openNodeDatabase } from "../node.ts";
import { writeStore } from "../store-fixture.ts";
import {
  queryApplicationName,
  queryGroupParts,
  queryItemSource,
  queryLineSource,
  queryMonthSource,
  queryRecordSource,
  querySelfSource,
  querySourceColumns,
  querySubjectSource,
  queryYearParts,
  type SourceRow,
} from "./lineage.ts";

let folder: string;
let db: NodeDatabase;

const score = { application_id: "A1", round: "initial", item: "organisation", clause: "plan", kind: "fixed", sheet: "窗口" };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingchuang-lineage-"));
  const storePath = join(folder, "store.duckdb");
  const window = { year: 2023, level: "county", domain: "housing", city: "杭州市", county: "西湖区" };
  await writeStore(storePath, {
    ingest_file: [
      { file_id: "f1", sha256: "1", seq: 1, path: "统计.csv", bytes: 1, format: "csv", state: "loaded" },
      { file_id: "f2", sha256: "2", seq: 2, path: "更正.xlsx", bytes: 1, format: "xlsx", state: "loaded" },
      { file_id: "f3", sha256: "3", seq: 3, path: "评分.xlsx", bytes: 1, format: "xlsx", state: "loaded" },
    ],
    ingest_column: [
      { file_id: "f2", sheet: "甲", kind: "review_counts", header_row: 3, field: "cases", header: "办件量", place: "C" },
      { file_id: "f2", sheet: "甲", kind: "review_counts", header_row: 20, field: "cases", header: "办件数", place: "D" },
      { file_id: "f1", sheet: "", kind: "review_counts", header_row: 1, field: "cases", header: "办件量", place: "办件量" },
    ],
    windows: [
      { ...window, window_id: "W1", name: "示例窗口甲", file_id: "f1", row_no: 90 },
      { ...window, window_id: "W2", name: "示例窗口乙", file_id: "f1", row_no: 91 },
    ],
    review_counts: [
      { window_id: "W1", month: "2023-03-01", cases: 10, bad: 3, file_id: "f1", row_no: 7, superseded_by: "f2" },
      { window_id: "W1", month: "2023-03-01", cases: 100, bad: 1, file_id: "f2", sheet: "甲", row_no: 5 },
      { window_id: "W1", month: "2023-04-01", channel: "网上", cases: 4, bad: 0, file_id: "f1", row_no: 8 },
      { window_id: "W1", month: "2023-04-01", channel: "大厅", cases: 6, bad: 2, file_id: "f1", row_no: 9 },
    ],
    event_window_month: [
      { window_id: "W1", month: "2023-06-01", level_5: 7, level_1: 2, file_id: "f1", sheet: "", first_row: 300 },
      { window_id: "W1", month: "2023-07-01", level_5: 9, file_id: null, sheet: null, first_row: null },
    ],
    event_segment: [
      { file_id: "f1", sheet: "", month: "2023-07-01", row_count: 40 },
      { file_id: "f2", sheet: "甲", month: "2023-07-01", row_count: 60 },
      { file_id: "f1", sheet: "", month: "2023-06-01", row_count: 30 },
    ],
    bad_reviews: [
      { review_id: "R1", window_id: "W1", rated_at: "2023-03-02 10:00:00", level: 2, cause: "objective", row_no: 3, superseded_by: "f2" },
      { review_id: "R1", window_id: "W1", rated_at: "2023-03-02 10:00:00", level: 1, cause: "not_objective", file_id: "f2", row_no: 4 },
    ],
    applications: [{ application_id: "A1", year: 2023, honour: "red-flag-window", subject_id: "W1", file_id: "f2", row_no: 30 }],
    self_scores: [{ application_id: "A1", item: "organisation", self_score_c: 900, cell: "K30", file_id: "f2", row_no: 30 }],
    honours: [{ subject_id: "W1", title: "示例文明窗口", level: "city", awarded_on: "2022-05-04", file_id: "f2", row_no: 40 }],
    scores: [
      { ...score, grader_id: "G1", points_c: 300, file_id: "f3", row_no: 9, cell: "F9" },
      { ...score, grader_id: "G1", points_c: 0, file_id: "f1", sheet: "", row_no: 77, cell: "F77", superseded_by: "f3" },
      { ...score, grader_id: "G2", points_c: 0, file_id: "f3", row_no: 10, cell: "F10" },
      { ...score, grader_id: "G2", item: "conduct", clause: "mail", points_c: 500, file_id: "f3", row_no: 11, cell: "F11" },
    ],
  });
  db = await openNodeDatabase(":memory:");
  await buildMarts(db, { storePath, meta: { asOf: "2023-12-31", isSample: true, generatedAt: "", software: "" } });
  await db.execute(`
    insert into eval_result (year, honour, application_id, subject_id, subject_name) values (2023, 'red-flag-window', 'A1', 'W1', '示例窗口甲');
    insert into eval_line (year, honour, application_id, line_no, item, clause, kind, file_id, sheet, row_no, cell) values
      (2023, 'red-flag-window', 'A1', 1, 'organisation', null, 'max', null, null, null, null),
      (2023, 'red-flag-window', 'A1', 2, 'organisation', 'plan', 'fixed', 'f3', '窗口', 9, 'F9'),
      (2023, 'red-flag-window', 'A1', 3, 'bonus', 'city', 'honour', 'f2', '', 40, null);`);
});
afterAll(async () => {
  await db.close();
  await rm(folder, { recursive: true });
});

const told = (rows: readonly SourceRow[]) =>
  rows.map(({ path, sheet, rowNo, cell, supersededByPath }) => [path, sheet, rowNo, cell, supersededByPath]);

test("a month's count comes with the row that counts first, and the one that it superseded with what was handed in then", async () => {
  const rows = await queryMonthSource(db, { windowId: "W1", month: "2023-03" });
  expect(told(rows)).toEqual([
    ["更正.xlsx", "甲", 5, null, null],
    ["统计.csv", "", 7, null, "更正.xlsx"],
  ]);
  expect(rows.map(({ figures }) => [figures.cases, figures.bad])).toEqual([
    [100, 1],
    [10, 3],
  ]);
});

test("a month that adds up from channels comes with every row of it", async () => {
  const rows = await queryMonthSource(db, { windowId: "W1", month: "2023-04" });
  expect(rows.map(({ recordId, figures, rowNo }) => [recordId, figures.cases, rowNo])).toEqual([
    ["2023-04·大厅", 6, 9],
    ["2023-04·网上", 4, 8],
  ]);
});

test("a month counted from reviews leads to the first of them, or to the files that have them", async () => {
  const [june] = await queryMonthSource(db, { windowId: "W1", month: "2023-06" });
  expect([june?.kind, june?.rowNo, june?.figures.bad, june?.path]).toEqual(["reviews", 300, 2, "统计.csv"]);
  const july = await queryMonthSource(db, { windowId: "W1", month: "2023-07" });
  expect(july.map(({ kind, path, figures }) => [kind, path, figures.reviews])).toEqual([
    ["reviews", "统计.csv", 40],
    ["reviews", "更正.xlsx", 60],
  ]);
});

test("a month that nobody handed in has no rows", async () => {
  expect(await queryMonthSource(db, { windowId: "W1", month: "2023-05" })).toEqual([]);
});

test("a record comes with its former version", async () => {
  const rows = await queryRecordSource(db, { kind: "bad_reviews", recordId: "R1" });
  expect(rows.map(({ figures, path }) => [figures.cause, figures.level, path])).toEqual([
    ["not_objective", 1, "更正.xlsx"],
    ["objective", 2, "统计.csv"],
  ]);
});

test("a line of a score leads to its cell and to what the same grader had written before, and to nobody else's", async () => {
  const rows = await queryLineSource(db, { applicationId: "A1", lineNo: 2 });
  expect(rows.map(({ graderId, cell, figures, supersededByPath }) => [graderId, cell, figures.points, supersededByPath])).toEqual([
    ["G1", "F9", 300, null],
    ["G1", "F77", 0, "评分.xlsx"],
  ]);
});

test("a line of the bonus leads to the honour's row, and a line that nobody wrote to none", async () => {
  expect(told(await queryLineSource(db, { applicationId: "A1", lineNo: 3 }))).toEqual([["更正.xlsx", "", 40, null, null]]);
  expect(await queryLineSource(db, { applicationId: "A1", lineNo: 1 })).toEqual([]);
});

test("an item has the rows of every grader, also those that take nothing off", async () => {
  const rows = await queryItemSource(db, { applicationId: "A1", item: "organisation" });
  expect(rows.map(({ graderId, figures }) => [graderId, figures.points])).toEqual([
    ["G1", 300],
    ["G2", 0],
    ["G1", 0],
  ]);
});

test("a self score and a register's entry lead to their rows", async () => {
  expect(told(await querySelfSource(db, { applicationId: "A1", item: "organisation" }))).toEqual([["更正.xlsx", "", 30, "K30", null]]);
  expect((await querySubjectSource(db, { subjectId: "W1" })).map(({ kind, rowNo }) => [kind, rowNo])).toEqual([
    ["windows", 90],
    ["applications", 30],
  ]);
});

test("a field has the column it was read from in each table of a file", async () => {
  const columns = await querySourceColumns(db, { fileIds: ["f1", "f2"] });
  expect(columns.map(({ file_id, header_row, place }) => [file_id, header_row, place])).toEqual([
    ["f1", 1, "办件量"],
    ["f2", 3, "C"],
    ["f2", 20, "D"],
  ]);
  expect(await querySourceColumns(db, { fileIds: [] })).toEqual([]);
});

test("a sum leads to its parts, also those without counts", async () => {
  expect((await queryYearParts(db, { windowId: "W1", year: 2023 })).map(({ id, cases }) => [id, cases])).toEqual([
    ["2023-03", 100],
    ["2023-04", 10],
    ["2023-06", null],
    ["2023-07", null],
  ]);
  const parts = await queryGroupParts(db, { by: "city", key: "330100", period: "2023" });
  expect(parts.map(({ id, cases, bad }) => [id, cases, bad])).toEqual([
    ["W1", 110, 5],
    ["W2", null, null],
  ]);
  expect((await queryGroupParts(db, { by: "province", key: "province", period: "2023-04" })).map(({ cases }) => cases)).toEqual([10, null]);
  expect(await queryGroupParts(db, { by: "domain", key: "fund", period: "2023" })).toEqual([]);
});

test("an application has the name of its subject", async () => {
  expect(await queryApplicationName(db, { applicationId: "A1" })).toMatchObject({ subject_id: "W1", subject_name: "示例窗口甲" });
  expect(await queryApplicationName(db, { applicationId: "none" })).toBeNull();
});
