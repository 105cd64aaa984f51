import { beforeAll, expect, test } from "vitest";
import { type NodeDatabase, openNodeDatabase } from "../node.ts";
import { createEvaluationSchema } from "../schema.ts";
import { queryCandidates, queryNeighbours, querySideBySide } from "./compare.ts";

let db: NodeDatabase;
const [year, honour] = [2023, "red-flag-window"];

beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
  await createEvaluationSchema(db);
  await db.execute(`
    insert into mart_window (year, window_id, name) values (2023, 'W1', '示例窗口甲'), (2023, 'W9', '示例窗口壬');
    insert into mart_person (year, person_id, name, window_id) values (2023, 'P1', '职员甲0001', 'W1');
    insert into mart_application (application_id, year, tier) values
      ('A1', 2023, 'large'), ('A2', 2023, 'large'), ('A3', 2023, 'small'), ('A4', 2023, 'small'), ('A5', 2023, 'small');
    insert into eval_result (year, honour, application_id, subject_id, subject_name, city_code, city, domain, state, total_num, total_den, total_c, rank)
    values (2023, '${honour}', 'A1', 'W1', '示例窗口甲', '330100', '杭州市', 'fund', 'ranked', 9000, 1, 9000, 2),
           (2023, '${honour}', 'A2', 'W2', '示例窗口乙', '330100', '杭州市', 'fund', 'undecided', 9000, 1, 9000, 2),
           (2023, '${honour}', 'A3', 'W3', '示例窗口丙', '330100', '杭州市', 'housing', 'ranked', 9500, 1, 9500, 1),
           (2023, '${honour}', 'A4', 'W4', '示例窗口丁', '330100', '杭州市', 'fund', 'ranked', 8000, 1, 8000, 4),
           (2023, '${honour}', 'A5', 'W5', '示例窗口戊', '330100', '杭州市', 'fund', 'vetoed', 9900, 1, 9900, null),
           (2022, '${honour}', 'A0', 'W1', '示例窗口甲旧名', '330100', '杭州市', 'fund', 'ranked', 8800, 1, 8800, 5);
    insert into eval_item (application_id, item, seq, max_c, points_num, points_den, points_c, self_c)
    values ('A1', 'bonus', 6, 1000, 800, 1, 800, null), ('A1', 'organisation', 1, 1000, 700, 1, 700, 900);
    insert into eval_line (application_id, line_no, item, clause, kind, points_num, points_den, asked_c)
    values ('A1', 2, 'organisation', 'plan', 'fixed', -300, 1, 300), ('A1', 1, 'organisation', null, 'max', 1000, 1, null);
    insert into eval_veto (year, honour, subject_id, rule, state, threshold, counted, undecided, excluded)
    values (2023, '${honour}', 'W1', 'V2', 'near', 4, 3, 0, 1), (2022, '${honour}', 'W1', 'V2', 'clear', 4, 0, 0, 0);`);
});

test("a place in the city or the domain counts only those who have a rank, and equal ranks are equal places", async () => {
  const rows = await queryCandidates(db, { year, honour, withinTier: false });
  expect(rows.map((row) => [row.subject_id, row.rank, row.city_rank, row.city_of, row.domain_rank, row.domain_of])).toEqual([
    ["W3", 1, 1, 4, 1, 1],
    ["W1", 2, 2, 4, 1, 3],
    ["W2", 2, 2, 4, 1, 3],
    ["W4", 4, 4, 4, 3, 3],
    ["W5", null, null, 4, null, 3],
  ]);
  const plain = await db.query<{ subject_id: string; place: number }>(`
    select a.subject_id, 1 + count(b.rank) as place from eval_result a left join eval_result b
      on b.year = a.year and b.honour = a.honour and b.city_code = a.city_code and b.rank < a.rank
    where a.year = 2023 and a.rank is not null group by a.subject_id`);
  for (const { subject_id, place } of plain) expect(rows.find((row) => row.subject_id === subject_id)?.city_rank).toBe(Number(place));
});

test("where ranks are those of a tier, so are the places in city and domain", async () => {
  const rows = await queryCandidates(db, { year, honour, withinTier: true });
  const placeOf = (id: string) => rows.filter((row) => row.subject_id === id).map((row) => [row.city_rank, row.city_of])[0];
  expect(placeOf("W4")).toEqual([2, 2]);
  expect(placeOf("W1")).toEqual([1, 2]);
});

test("subjects come in the order asked for, with the year's lines and vetoes and the results of every year", async () => {
  const [second, first] = await querySideBySide(db, { year, honour, subjectIds: ["W2", "W1"] });
  expect(second).toMatchObject({ subjectId: "W2", name: "示例窗口乙", items: [], lines: [], vetoes: [] });
  expect(first?.items.map(({ item, self_c }) => [item, self_c])).toEqual([
    ["organisation", 900],
    ["bonus", null],
  ]);
  expect(first?.lines.map(({ kind }) => kind)).toEqual(["max", "fixed"]);
  expect(first?.vetoes.map(({ rule, counted, threshold }) => [rule, counted, threshold])).toEqual([["V2", 3, 4]]);
  expect(first?.history.map((row) => [row.year, row.rank])).toEqual([
    [2022, 5],
    [2023, 2],
  ]);
});

test("one without a result of the year keeps the name that a register has of it, and one that nobody knows has none", async () => {
  const found = await querySideBySide(db, { year, honour, subjectIds: ["W9", "P1", "W0"] });
  expect(found.map(({ name, result }) => [name, result])).toEqual([
    ["示例窗口壬", null],
    ["职员甲0001", null],
    [null, null],
  ]);
});

test("those next to a subject are the nearest ranks on either side; the first has nobody before it, one without a rank has nobody", async () => {
  const stepsOf = async (subjectId: string, withinTier = false, reach = 1) =>
    (await queryNeighbours(db, { year, honour, subjectId, withinTier, reach })).map((row) => [row.step, row.subject_id, row.rank]);
  const ranked = await db.query<{ subject_id: string }>(
    `select subject_id from eval_result where year = 2023 and rank is not null order by rank, subject_id`,
  );
  const order = ranked.map(({ subject_id }) => subject_id);
  expect(order).toEqual(["W3", "W1", "W2", "W4"]);
  for (const [at, id] of order.entries()) {
    const expected = [order[at - 1], order[at + 1]].filter((each) => each !== undefined);
    expect((await stepsOf(id)).map(([, other]) => other)).toEqual(expected);
  }
  expect(await stepsOf("W1", false, 2)).toEqual([
    [-1, "W3", 1],
    [1, "W2", 2],
    [2, "W4", 4],
  ]);
  expect(await stepsOf("W4", true)).toEqual([[-1, "W3", 1]]);
  expect(await stepsOf("W5")).toEqual([]);
});
