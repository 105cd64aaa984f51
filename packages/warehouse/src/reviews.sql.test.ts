import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildMarts } from "./build.ts";
import { type NodeDatabase, openNodeDatabase } from "./node.ts";
import { type StoreRows, writeStore } from "./store-fixture.ts";

const bad = { window_id: "W1", channel: "浙里办APP", level: 1, rated_at: "2023-01-09 08:00:30" };

const rows: StoreRows = {
  windows: ["W1", "W2"].map((window_id) => ({
    year: 2023,
    window_id,
    name: "示例窗口",
    city_code: "330100",
    level: "city",
    domain: "fund",
  })),
  review_counts: [
    { window_id: "W1", month: "2023-01-01", cases: 100, active_reviews: 60, good: 59, bad: 1 },
    { window_id: "W1", month: "2023-02-01", cases: 90 },
    { window_id: "W1", month: "2023-05-01", channel: "大厅", cases: 5, active_reviews: 4, good: 4, bad: 0 },
  ],
  event_window_month: [
    { window_id: "W1", month: "2023-01-01", channel: "浙里办", level_5: 50, level_1: 3 },
    {
      window_id: "W1",
      month: "2023-02-01",
      channel: "浙里办",
      level_5: 20,
      level_4: 5,
      level_2: 1,
      default_reviews: 9,
      file_id: "e1",
      sheet: "",
      first_row: 4,
    },
    { window_id: "W1", month: "2023-02-01", channel: null, level_3: 2, file_id: "e1", sheet: "", first_row: 3 },
    { window_id: "W2", month: "2023-03-01", channel: "大厅", level_5: 7, default_reviews: 3, file_id: "e1", sheet: "", first_row: 8 },
    { window_id: "W2", month: "2023-03-01", channel: "浙里办", level_1: 1, file_id: "e1", sheet: "", first_row: 6 },
    { window_id: "W2", month: "2023-04-01", channel: "大厅", level_5: 1, file_id: "e1", sheet: "", first_row: 9 },
    { window_id: "W2", month: "2023-04-01", channel: "浙里办", level_5: 1 },
  ],
  bad_reviews: [
    { ...bad, review_id: "R1", cause: "objective", reason: "示例原因" },
    { ...bad, review_id: "CP-2", window_id: "W2", rated_at: "2023-02-01 00:00:00", cause: "objective" },
    { ...bad, review_id: "CP-3", window_id: "W2", rated_at: "2023-04-05 09:30:00", cause: "objective" },
  ],
  event_bad_review: [
    { ...bad, review_id: "R1", cause: "not_objective" },
    { ...bad, review_id: "R2", cause: "not_objective", text: " 示例内容 " },
    { ...bad, review_id: "R3", cause: null, level: 2 },
    { ...bad, review_id: "R4", window_id: "W2", rated_at: "2023-02-01 17:20:00", cause: "not_objective" },
    { ...bad, review_id: "R5", window_id: "W2", rated_at: "2023-04-05 09:30:59", cause: "not_objective" },
    { ...bad, review_id: "R6", window_id: "W2", rated_at: "2023-04-05 09:31:00", cause: "not_objective" },
    { ...bad, review_id: "R7", window_id: "W2", rated_at: "2023-02-01 17:20:00", level: 2, cause: "not_objective" },
  ],
};

const folder = mkdtempSync(join(tmpdir(), "reviews-"));
let db: NodeDatabase;
beforeAll(async () => {
  const storePath = join(folder, "store.duckdb");
  await writeStore(storePath, rows);
  const store = await openNodeDatabase(storePath);
  await store.execute(
    "insert into event_handling values ('W2', date '2023-03-01', 4, [{bucket: 16, n: 1}, {bucket: 32, n: 1}, {bucket: 64, n: 2}])",
  );
  await store.close();
  db = await openNodeDatabase(":memory:");
  await buildMarts(db, { storePath, meta: { asOf: "2023-12-31", isSample: true, generatedAt: "", software: "" } });
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

test("counts that were handed in are the figures; where there are none the reviews are counted, and the cases stay those handed in", async () => {
  const months = await db.query(`select window_id, strftime(month, '%m') as month, counted_from, cases, active_reviews, default_reviews,
    concat_ws('/', level_5, level_4, level_3, level_2, level_1) as levels, good, bad, file_id, row_no from mart_window_month order by 1, 2`);
  const none = { default_reviews: null, levels: "" };
  expect(months).toEqual([
    {
      window_id: "W1",
      month: "01",
      counted_from: "counts",
      cases: 100,
      active_reviews: 60,
      ...none,
      good: 59,
      bad: 1,
      file_id: "f1",
      row_no: 2,
    },
    {
      window_id: "W1",
      month: "02",
      counted_from: "reviews",
      cases: 90,
      active_reviews: 28,
      default_reviews: 9,
      levels: "20/5/2/1/0",
      good: 27,
      bad: 1,
      file_id: null,
      row_no: null,
    },
    {
      window_id: "W1",
      month: "05",
      counted_from: "counts",
      cases: 5,
      active_reviews: 4,
      ...none,
      good: 4,
      bad: 0,
      file_id: "f1",
      row_no: 4,
    },
    {
      window_id: "W2",
      month: "03",
      counted_from: "reviews",
      cases: null,
      active_reviews: 8,
      default_reviews: 3,
      levels: "7/0/0/0/1",
      good: 7,
      bad: 1,
      file_id: "e1",
      row_no: 6,
    },
    {
      window_id: "W2",
      month: "04",
      counted_from: "reviews",
      cases: null,
      active_reviews: 2,
      default_reviews: 0,
      levels: "2/0/0/0/0",
      good: 2,
      bad: 0,
      file_id: null,
      row_no: null,
    },
  ]);
});

test("a bad review counts once: as the list says, or as it came, undecided where nobody decided or it may be on the list already", async () => {
  const reviews = await db.query("select review_id, channel, cause, reason, row_no from mart_bad_review order by review_id");
  expect(reviews).toEqual([
    { review_id: "CP-2", channel: "浙里办", cause: "objective", reason: null, row_no: 3 },
    { review_id: "CP-3", channel: "浙里办", cause: "objective", reason: null, row_no: 4 },
    { review_id: "R1", channel: "浙里办", cause: "objective", reason: "示例原因", row_no: 2 },
    { review_id: "R2", channel: "浙里办", cause: "not_objective", reason: "示例内容", row_no: 3 },
    { review_id: "R3", channel: "浙里办", cause: "undecided", reason: null, row_no: 4 },
    { review_id: "R4", channel: "浙里办", cause: "undecided", reason: null, row_no: 5 },
    { review_id: "R5", channel: "浙里办", cause: "undecided", reason: null, row_no: 6 },
    { review_id: "R6", channel: "浙里办", cause: "not_objective", reason: null, row_no: 7 },
    { review_id: "R7", channel: "浙里办", cause: "not_objective", reason: null, row_no: 8 },
  ]);
});

test("a month shows how long half of its cases took at most, and nine in ten", async () => {
  const months = await db.query("select window_id, handled, handling_p50, handling_p90 from mart_window_month where handled is not null");
  // the middles of the buckets from 3 minutes and from 15 minutes
  expect(months).toEqual([{ window_id: "W2", handled: 4, handling_p50: 3.1, handling_p90: 15.4 }]);
});
