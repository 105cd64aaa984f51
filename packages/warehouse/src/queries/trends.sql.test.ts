import { beforeAll, expect, test } from "vitest";
import { type NodeDatabase, openNodeDatabase } from "../node.ts";
import { createEvaluationSchema } from "../schema.ts";
import { queryGroupMonths, queryReturningSubjects, queryWindowChoices, queryWindowMonths, queryWindowYears } from "./trends.ts";

let db: NodeDatabase;
const honour = "red-flag-window";

beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
  await createEvaluationSchema(db);
  await db.execute(`
    insert into mart_window (year, window_id, name, city_code, city, county_code, domain, opened_on) values
      (2022, 'W1', '示例旧名', '330100', '杭州市', '330102', 'fund', null), (2023, 'W1', '示例窗口甲', '330100', '杭州市', '330102', 'fund', null),
      (2023, 'W2', '示例窗口乙', '330200', '宁波市', '330203', 'housing', date '2023-02-01');
    insert into mart_window_month (window_id, month, cases, active_reviews, good, bad) values
      ('W1', date '2022-12-01', 10, 5, 5, 0), ('W1', date '2023-02-01', 20, 8, 7, 1), ('W2', date '2023-02-01', 30, null, null, null);
    insert into eval_result (year, honour, application_id, subject_id, subject_name, city_code, city, state, total_c, rank) values
      (2022, '${honour}', 'A0', 'W1', '示例旧名', '330100', '杭州市', 'ranked', 8000, 2),
      (2023, '${honour}', 'A1', 'W1', '示例窗口甲', '330100', '杭州市', 'unscored', 0, null),
      (2023, '${honour}', 'A2', 'W2', '示例窗口乙', '330200', '宁波市', 'ranked', 9000, 1);`);
});

test("a month that nobody handed in is there, with nulls, and says how many windows were due", async () => {
  expect(await queryGroupMonths(db, { by: "province" })).toEqual([
    { key: "province", month: "2022-12-01", cases: 10, active: 5, good: 5, bad: 0, reporting: 1, expected: 1 },
    { key: "province", month: "2023-01-01", cases: null, active: null, good: null, bad: null, reporting: 0, expected: 1 },
    { key: "province", month: "2023-02-01", cases: 50, active: 8, good: 7, bad: 1, reporting: 2, expected: 2 },
  ]);
});

test.each([
  ["city", ["330100", "330200"]],
  ["domain", ["fund", "housing"]],
] as const)("months are grouped by %s", async (by, keys) => {
  const rows = await queryGroupMonths(db, { by });
  expect([...new Set(rows.map(({ key }) => key))]).toEqual(keys);
  expect(rows.find(({ key, month }) => key === keys[1] && month === "2023-02-01")).toMatchObject({ cases: 30, active: null, expected: 1 });
});

test("a window is not due before it opened", async () => {
  expect((await queryWindowMonths(db, { windowId: "W2" })).map(({ month }) => month)).toEqual(["2023-02-01"]);
});

test("a window's gap is a row with nulls", async () => {
  expect((await queryWindowMonths(db, { windowId: "W1" })).map(({ month, cases, reporting }) => [month, cases, reporting])).toEqual([
    ["2022-12-01", 10, 1],
    ["2023-01-01", null, 0],
    ["2023-02-01", 20, 1],
  ]);
});

test("only those who applied twice come back, and a year without a sheet has no total", async () => {
  expect((await queryReturningSubjects(db, { honour })).map(({ subject_id, year, total_c }) => [subject_id, year, total_c])).toEqual([
    ["W1", 2022, 8000],
    ["W1", 2023, null],
  ]);
});

test("a window is chosen by its latest name", async () => {
  expect(await queryWindowChoices(db)).toEqual([
    { window_id: "W1", name: "示例窗口甲", city: "杭州市" },
    { window_id: "W2", name: "示例窗口乙", city: "宁波市" },
  ]);
});

test("a window's years keep the name of their time and say when it did not apply", async () => {
  const rows = await queryWindowYears(db, { windowId: "W1", honour });
  expect(rows.map(({ year, name, months, state, rank }) => [year, name, months, state, rank])).toEqual([
    [2022, "示例旧名", 1, "ranked", 2],
    [2023, "示例窗口甲", 1, "unscored", null],
  ]);
});
