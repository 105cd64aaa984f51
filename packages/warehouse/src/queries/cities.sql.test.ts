import { beforeAll, expect, test } from "vitest";
import { type NodeDatabase, openNodeDatabase } from "../node.ts";
import { createEvaluationSchema } from "../schema.ts";
import { queryCityItems, queryCityScores, queryCityYears, queryWindowsInNeed } from "./cities.ts";

let db: NodeDatabase;
const honour = "red-flag-window";

beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
  await createEvaluationSchema(db);
  await db.execute(`
    insert into mart_city (city_code, city, sort) values ('330100', '杭州市', 1), ('330200', '宁波市', 2);
    insert into mart_window (year, window_id, name, city_code, city, county, domain) values
      (2022, 'W1', '示例窗口甲', '330200', '宁波市', '海曙区', 'fund'), (2023, 'W1', '示例窗口甲', '330100', '杭州市', '上城区', 'fund'),
      (2023, 'W2', '示例窗口乙', '330100', '杭州市', '西湖区', 'housing'), (2023, 'W3', '示例窗口丙', '330100', '杭州市', '西湖区', 'housing');
    insert into mart_window_month (window_id, month, cases, active_reviews, good, bad) values
      ('W1', date '2022-05-01', 10, 10, 10, 0), ('W1', date '2023-05-01', 100, 50, 49, 1), ('W1', date '2023-06-01', 100, 50, 50, 0),
      ('W2', date '2023-05-01', 400, 200, 198, 2), ('W3', date '2023-05-01', 400, 200, 200, 0);
    insert into eval_result (year, honour, application_id, subject_id, subject_name, city_code, domain, state, total_num, total_den, total_c, rank) values
      (2023, '${honour}', 'A1', 'W1', '示例窗口甲', '330100', 'fund', 'ranked', 64001, 7, 9143, 1),
      (2023, '${honour}', 'A2', 'W2', '示例窗口乙', '330100', 'housing', 'vetoed', 62001, 7, 8857, null),
      (2023, '${honour}', 'A3', 'W3', '示例窗口丙', '330100', 'housing', 'unscored', 0, 1, 0, null),
      (2022, '${honour}', 'A0', 'W1', '示例窗口甲', '330200', 'fund', 'ranked', 8000, 1, 8000, 3);
    insert into eval_item (year, honour, application_id, item, seq, max_c, points_num, points_den, points_c) values
      (2023, '${honour}', 'A1', 'conduct', 1, 2000, 12001, 7, 1714), (2023, '${honour}', 'A2', 'conduct', 1, 2000, 10001, 7, 1429),
      (2023, '${honour}', 'A3', 'conduct', 1, 2000, 0, 1, 0);`);
});

test("every city stands in every year, also without windows or applications", async () => {
  const rows = await queryCityYears(db, { honour, finalSize: 10 });
  expect(rows.map(({ year, city, windows, nominated }) => [year, city, windows, nominated])).toEqual([
    [2022, "杭州市", 0, 0],
    [2022, "宁波市", 1, 1],
    [2023, "杭州市", 3, 3],
    [2023, "宁波市", 0, 0],
  ]);
});

test("a city has its service in a registered year though nobody was judged in it", async () => {
  const rows = await queryCityYears(db, { honour: "not-judged", finalSize: 10 });
  expect(rows.map(({ year, city, cases, nominated }) => [year, city, cases, nominated])).toEqual([
    [2022, "杭州市", null, 0],
    [2022, "宁波市", 10, 0],
    [2023, "杭州市", 1000, 0],
    [2023, "宁波市", null, 0],
  ]);
});

test("a window's counts belong to the city that its year's register says", async () => {
  const rows = await queryCityYears(db, { honour, finalSize: 10 });
  expect(rows.map(({ cases, bad }) => [cases, bad])).toEqual([
    [null, null],
    [10, 0],
    [1000, 3],
    [null, null],
  ]);
});

test("totals are summed exactly before they are rounded, and one without a sheet is left out", async () => {
  const row = (await queryCityYears(db, { honour, finalSize: 10 })).at(2);
  expect(row).toMatchObject({ scored: 2, total_sum_c: 18_000, best_rank: 1, vetoed: 1, within_final: 1, domains: "fund housing" });
});

test("a nominee without a sheet has no place in the spread", async () => {
  const rows = await queryCityScores(db, { year: 2023, honour });
  expect(rows.map(({ subject_id, items_c }) => [subject_id, items_c])).toEqual([
    ["W1", "1714"],
    ["W2", "1429"],
  ]);
});

test("an item's points and maxima are summed over the scored nominees", async () => {
  expect(await queryCityItems(db, { honour })).toEqual([
    { year: 2023, city_code: "330100", item: "conduct", seq: 1, applications: 2, points_sum_c: 3143, max_sum_c: 4000 },
  ]);
});

test("windows in need come by their rate of bad reviews; those without any do not come", async () => {
  const rows = await queryWindowsInNeed(db, { year: 2023, cityCode: "330100", limit: 10 });
  expect(rows.map(({ window_id, bad, active }) => [window_id, bad, active])).toEqual([
    ["W2", 2, 200],
    ["W1", 1, 100],
  ]);
  expect(await queryWindowsInNeed(db, { year: 2023, cityCode: "330100", limit: 1 })).toHaveLength(1);
});
