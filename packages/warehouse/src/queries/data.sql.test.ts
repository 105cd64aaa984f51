import { beforeAll, expect, test } from "vitest";
import { type NodeDatabase, openNodeDatabase } from "../node.ts";
import { createEvaluationSchema } from "../schema.ts";
import {
  queryChecks,
  queryFileTables,
  queryFileVersions,
  queryFreshness,
  queryLedgerEvents,
  queryProblemCounts,
  queryProblems,
  queryReviewMonths,
  queryViolations,
} from "./data.ts";

let db: NodeDatabase;

beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
  await createEvaluationSchema(db);
});

test("an empty file has nothing to tell and says so by nulls, not by zeros", async () => {
  expect(await queryFileVersions(db)).toEqual([]);
  expect(await queryFreshness(db)).toEqual({
    latest_month: null,
    latest_bad_review: null,
    latest_complaint: null,
    store_hash: null,
    evaluated_at: null,
  });
  await db.execute(`
    insert into mart_file (file_id, path, format, state, error_code, replaced_by, rows_in, accepted, rejected, superseded, seq) values
      ('f1', '窗口.csv', 'csv', 'loaded', null, 'f3', 10, 0, 1, 9, 1),
      ('f2', '坏的.xlsx', 'xlsx', 'refused', 'F102', null, 0, 0, 0, 0, 2),
      ('f3', '窗口.csv', 'csv', 'loaded', null, null, 10, 9, 1, 0, 3);
    insert into mart_table (file_id, sheet, kind, rows_in, accepted, rejected, superseded, note) values
      ('f3', '乙', 'people', 4, 4, 0, 0, null), ('f3', '甲', 'windows', 6, 5, 1, 0, null), ('f3', '说明', null, 3, null, 0, null, 'F121');
    insert into mart_problem (file_id, path, sheet, row_no, cell, field, value, code, severity) values
      ('f1', '窗口.csv', '甲', 4, 'B4', 'level', '镇', 'D206', 'rejected'),
      ('f3', '窗口.csv', '甲', 9, 'B9', 'level', '乡', 'D206', 'rejected'),
      ('f3', '窗口.csv', '甲', 2, 'C2', 'cases', '3', 'D224', 'warning');
    insert into mart_column values ('f3', '甲', 'windows', 1, 'level', '层级', 'B');
    insert into mart_check values ('a', '甲', 'A', 'warning', 0), ('b', '乙', 'B', 'warning', 2), ('c', '丙', 'C', 'error', 0);
    insert into mart_violation values ('b', 'W2', 'x', 'f3', '甲', 5), ('b', 'W1', 'y', null, null, null);
    insert into mart_event (event_no, happened_at, action, file_id, path, rows_in, accepted, rejected, superseded, row_count, by_file_id) values
      (1, timestamp '2024-01-02 09:30:00', 'loaded', 'f1', '窗口.csv', 10, 9, 1, 0, 9, null),
      (2, timestamp '2024-01-03 10:00:00', 'superseded', 'f1', '窗口.csv', 10, 0, 1, 9, 9, 'f3'),
      (3, timestamp '2024-01-03 10:00:00', 'loaded', 'f3', '窗口.csv', 10, 9, 1, 0, 9, null);
    insert into mart_review_month values (date '2023-05-01', 'f1', '', 40), (date '2023-05-01', 'f3', '', 2), (date '2023-04-01', 'f1', '', 3);
    insert into mart_window (year, window_id) values (2023, 'W1');
    insert into mart_window_month (window_id, month, cases) values ('W1', date '2023-05-01', 3), ('W1', date '2023-06-01', null), ('W9', date '2023-07-01', 3);
    insert into mart_bad_review (review_id, rated_on) values ('R', date '2023-05-09');`);
});

test("every version of a document is listed with its four counts, its kinds and what took its place", async () => {
  const rows = await queryFileVersions(db);
  expect(
    rows.map((row) => [row.file_id, row.replaced_by_path, row.kinds, row.rows_in, row.accepted, row.rejected, row.superseded]),
  ).toEqual([
    ["f1", "窗口.csv", null, 10, 0, 1, 9],
    ["f2", null, null, 0, 0, 0, 0],
    ["f3", null, "people windows", 10, 9, 1, 0],
  ]);
  for (const row of rows) expect(row.rows_in).toBe(row.accepted + row.rejected + row.superseded);
  expect(rows[2]).toMatchObject({ warnings: 1, loaded_at: "2024-01-03 10:00" });
  expect(rows[1]?.loaded_at).toBeNull();
});

test("a file's tables come with those that were skipped last, and why", async () => {
  expect((await queryFileTables(db, { fileId: "f3" })).map(({ sheet, kind, note }) => [sheet, kind, note])).toEqual([
    ["乙", "people", null],
    ["甲", "windows", null],
    ["说明", null, "F121"],
  ]);
});

test("problems of a version that was replaced are not counted, and are there when it is asked for", async () => {
  expect((await queryProblemCounts(db)).map(({ file_id, code, problems }) => [file_id, code, problems])).toEqual([
    ["f3", "D206", 1],
    ["f3", "D224", 1],
  ]);
  const all = { fileIds: [], codes: [], severities: [], limit: null };
  const cells = async (filter: Partial<Parameters<typeof queryProblems>[1]>) =>
    (await queryProblems(db, { ...all, ...filter })).map(({ cell }) => cell);
  expect(await cells({})).toEqual(["B9", "C2"]);
  expect((await queryProblems(db, all)).map(({ header }) => header)).toEqual(["层级", null]);
  expect(await cells({ limit: 1 })).toEqual(["B9"]);
  expect(await cells({ fileIds: ["f1"] })).toEqual(["B4"]);
  expect(await cells({ codes: ["D224"], severities: ["warning", "rejected"] })).toEqual(["C2"]);
  expect(await cells({ codes: ["D224"], severities: ["rejected"] })).toEqual([]);
});

test("checks that found something come first, errors before warnings, with what they found", async () => {
  expect((await queryChecks(db)).map(({ name, violations }) => [name, violations])).toEqual([
    ["b", 2],
    ["c", 0],
    ["a", 0],
  ]);
  expect((await queryViolations(db, { name: "b" })).map(({ what, path, row_no }) => [what, path, row_no])).toEqual([
    ["W1", null, null],
    ["W2", "窗口.csv", 5],
  ]);
});

test("the newest month is the last with figures of a registered window", async () => {
  expect(await queryFreshness(db)).toMatchObject({ latest_month: "2023-05", latest_bad_review: "2023-05-09", latest_complaint: null });
});

test("reviews handed in one by one are told by month, with how many files they came in", async () => {
  expect(await queryReviewMonths(db)).toEqual([
    { month: "2023-04", files: 1, reviews: 3 },
    { month: "2023-05", files: 2, reviews: 42 },
  ]);
});

test("what happened is told from the latest on, with the document that brought it about", async () => {
  const rows = await queryLedgerEvents(db, { limit: 2 });
  expect(rows.map(({ event_no, action, happened_at, by_path }) => [event_no, action, happened_at, by_path])).toEqual([
    [3, "loaded", "2024-01-03 10:00", null],
    [2, "superseded", "2024-01-03 10:00", "窗口.csv"],
  ]);
});
