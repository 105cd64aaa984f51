import { beforeAll, expect, test } from "vitest";
import { type NodeDatabase, openNodeDatabase } from "../node.ts";
import { createEvaluationSchema } from "../schema.ts";
import { queryCutTies, queryLeaders, queryMissingMonths, queryWarnings, queryYearFigures } from "./overview.ts";

let db: NodeDatabase;
const honour = "red-flag-window";

beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
  await createEvaluationSchema(db);
  await db.execute(`
    insert into mart_window (year, window_id, name, city_code, city, domain, opened_on, closed_on) values
      (2022, 'W1', '示例窗口甲', '330100', '杭州市', 'fund', null, null), (2023, 'W1', '示例窗口甲', '330100', '杭州市', 'fund', null, null),
      (2023, 'W2', '示例窗口乙', '330200', '宁波市', 'housing', date '2023-02-01', null),
      (2023, 'W3', '示例窗口丙', '330200', '宁波市', 'housing', null, date '2023-01-31');
    insert into mart_window_month (window_id, month, cases, active_reviews, good, bad) values
      ('W1', date '2022-12-01', 90, 50, 50, 0), ('W1', date '2023-01-01', 100, 60, 59, 1), ('W1', date '2023-03-01', 200, 120, 120, 0),
      ('W2', date '2023-02-01', 40, null, null, null), ('W2', date '2023-03-01', 10, 10, 9, 1), ('W3', date '2023-01-01', null, null, null, null);
    insert into eval_result (year, honour, application_id, subject_id, subject_name, city, state, total_num, total_den, total_c, rank, tied) values
      (2022, '${honour}', 'A0', 'W1', '示例窗口甲', '杭州市', 'ranked', 9000, 1, 9000, 1, false),
      (2023, '${honour}', 'A1', 'W1', '示例窗口甲', '杭州市', 'ranked', 9000, 1, 9000, 1, false),
      (2023, '${honour}', 'A2', 'W2', '示例窗口乙', '宁波市', 'undecided', 8000, 1, 8000, 2, true),
      (2023, '${honour}', 'A3', 'W3', '示例窗口丙', '宁波市', 'ranked', 8000, 1, 8000, 2, true),
      (2023, '${honour}', 'A4', 'W4', '示例窗口丁', '宁波市', 'vetoed', 9900, 1, 9900, null, false),
      (2023, '${honour}', 'A5', 'W5', '示例窗口戊', '宁波市', 'unscored', 0, 1, 0, null, false),
      (2023, 'service-pioneer', 'B1', 'P1', '示例职员', '杭州市', 'vetoed', 8000, 1, 8000, null, false);
    insert into eval_run (year, honour, applications, ranked, undecided, vetoed, unscored) values
      (2022, '${honour}', 1, 1, 0, 0, 0), (2023, '${honour}', 6, 2, 1, 2, 1), (2023, 'service-pioneer', 1, 0, 0, 1, 0);
    insert into eval_item (year, honour, application_id, item, seq, max_c, points_num, points_den, points_c) values
      (2023, '${honour}', 'A1', 'bonus', 2, 1000, 800, 1, 800), (2023, '${honour}', 'A1', 'organisation', 1, 1000, 700, 1, 700);
    insert into eval_veto (year, honour, subject_id, rule, state, threshold, counted, undecided, excluded) values
      (2023, '${honour}', 'W1', 'V2', 'near', 4, 3, 0, 0), (2023, '${honour}', 'W4', 'V2', 'near', 4, 3, 0, 0),
      (2023, '${honour}', 'W9', 'V2', 'near', 4, 3, 0, 0), (2022, '${honour}', 'W1', 'V2', 'near', 4, 3, 0, 0);
    insert into eval_sheet (year, honour, application_id, grader_id, points_num, points_den, points_c, kept, dropped_because) values
      (2023, '${honour}', 'A1', 'G1', 1, 1, 1, false, 'incomplete'), (2023, '${honour}', 'A1', 'G2', 1, 1, 1, false, 'incomplete'),
      (2023, '${honour}', 'A1', 'G3', 1, 1, 1, false, 'trimmed'), (2023, '${honour}', 'A1', 'G4', 1, 1, 1, true, null);
    insert into mart_file (file_id, path, rows_in, accepted, rejected, superseded, replaced_by) values
      ('a', 'a.csv', 10, 8, 2, 0, null), ('b', 'b.csv', 5, 5, 0, 0, null), ('c', 'c.csv', 5, 0, 5, 0, 'b');`);
});

const none = { unregistered: 0, unregistered_cases: null };

test("a year's service covers every registered window, its applications are those the run counted, also where their results are withheld", async () => {
  const rows = await queryYearFigures(db, { honour });
  expect(rows).toEqual([
    { year: 2022, cases: 90, active: 50, good: 50, bad: 0, nominated: 1, vetoed: 0, undecided: 0, unscored: 0, ...none },
    { year: 2023, cases: 350, active: 190, good: 188, bad: 2, nominated: 6, vetoed: 2, undecided: 1, unscored: 1, ...none },
  ]);
});

test("a window that stands in no register of the year is in no sum and does not lengthen the year; it is counted apart", async () => {
  await db.execute(`insert into mart_window_month (window_id, month, cases, active_reviews, good, bad) values
    ('W1', date '2021-12-01', 7, 7, 7, 0), ('W9', date '2023-05-01', 1000, 1000, 1000, 0)`);
  const rows = await queryYearFigures(db, { honour });
  expect(rows.map(({ year, cases, unregistered, unregistered_cases }) => [year, cases, unregistered, unregistered_cases])).toEqual([
    [2022, 90, 0, null],
    [2023, 350, 1, 1000],
  ]);
  expect((await queryMissingMonths(db, { year: 2023 })).map(({ month }) => month)).not.toContain("2023-05-01");
});

test("a registered year has its service though nobody was judged in it", async () => {
  const rows = await queryYearFigures(db, { honour: "not-judged" });
  expect(rows.map(({ year, cases, nominated, vetoed }) => [year, cases, nominated, vetoed])).toEqual([
    [2022, 90, 0, 0],
    [2023, 350, 0, 0],
  ]);
  expect(await queryWarnings(db, { year: 2023, honour: "not-judged" })).toMatchObject({ vetoed: 0, missing_months: 2, rejected_rows: 2 });
});

test("a year without counts has none, rather than zero", async () => {
  await db.execute("insert into eval_run (year, honour, applications, vetoed, undecided, unscored) values (2020, 'other', 1, 0, 0, 0)");
  expect((await queryYearFigures(db, { honour: "other" }))[0]).toMatchObject({ year: 2020, cases: null, bad: null, nominated: 1 });
});

test("a vetoed nominee is not warned about again as near, nor is a window that did not apply", async () => {
  expect(await queryWarnings(db, { year: 2023, honour })).toMatchObject({ vetoed: 2, undecided: 1, near: 1, unscored: 1 });
});

test("sheets with blank cells are counted, trimmed ones are not", async () => {
  expect(await queryWarnings(db, { year: 2023, honour })).toMatchObject({ incomplete_applications: 1, incomplete_sheets: 2 });
});

test("rejected rows of a file that was replaced warn no longer", async () => {
  expect(await queryWarnings(db, { year: 2023, honour })).toMatchObject({ rejected_rows: 2, rejected_files: 1 });
});

test("a month is missing when its window was open and nothing was handed in; before opening and after closing nothing is due", async () => {
  const missing = await queryMissingMonths(db, { year: 2023 });
  expect(missing.map(({ window_id, month }) => [window_id, month])).toEqual([
    ["W3", "2023-01-01"],
    ["W1", "2023-02-01"],
  ]);
  expect(await queryWarnings(db, { year: 2023, honour })).toMatchObject({ missing_months: 2, windows_with_gaps: 2 });
});

test("a tie is one of a cut only when its places reach across it", async () => {
  expect(await queryCutTies(db, { year: 2023, honour, cuts: [1, 2, 3] })).toEqual([{ cut: 2, rank: 2, subjects: 2 }]);
  expect(await queryCutTies(db, { year: 2023, honour, cuts: [] })).toEqual([]);
});

test("a shared last place brings everyone who holds it, each with its items in the scheme's order", async () => {
  const rows = await queryLeaders(db, { year: 2023, honour, places: 2 });
  expect(rows.map(({ application_id, items_c }) => [application_id, items_c])).toEqual([
    ["A1", "700 800"],
    ["A2", null],
    ["A3", null],
  ]);
});
