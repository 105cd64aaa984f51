import { beforeAll, expect, test } from "vitest";
import { type NodeDatabase, openNodeDatabase } from "../node.ts";
import { createEvaluationSchema } from "../schema.ts";
import { queryExactItems, queryRanking, queryRunCounts } from "./ranking.ts";

let db: NodeDatabase;
const honour = "red-flag-window";

beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
  await createEvaluationSchema(db);
  await db.execute(`
    insert into mart_window (year, window_id, name) values (2023, 'W1', '示例窗口甲'), (2022, 'W1', '示例窗口旧名'), (2023, 'W2', '示例窗口乙');
    insert into eval_result (year, honour, application_id, subject_id, subject_name, window_id, city_code, state, total_num, total_den, total_c, rank)
    values (2023, '${honour}', 'A2', 'W2', '示例窗口乙', 'W2', '330200', 'vetoed', 64001, 7, 9143, null),
           (2023, '${honour}', 'A1', 'W1', '示例窗口甲', 'W1', '330100', 'ranked', 9000, 1, 9000, 1),
           (2022, '${honour}', 'A0', 'W1', '示例窗口旧名', 'W1', '330100', 'ranked', 8000, 1, 8000, 1),
           (2023, 'service-pioneer', 'B1', 'P1', '示例职员', 'W1', '330100', 'ranked', 8000, 1, 8000, 1);
    insert into eval_item (year, honour, application_id, item, seq, max_c, points_num, points_den, points_c)
    values (2023, '${honour}', 'A1', 'bonus', 2, 1000, 800, 1, 800), (2023, '${honour}', 'A1', 'organisation', 1, 1000, 700, 1, 700),
           (2023, '${honour}', 'A2', 'organisation', 1, 1000, null, null, null), (2023, '${honour}', 'A2', 'bonus', 2, 1000, 5801, 7, 829),
           (2022, '${honour}', 'A0', 'organisation', 1, 1000, 600, 1, 600);
    insert into eval_veto (year, honour, subject_id, rule, state, threshold, counted, undecided, excluded)
    values (2023, '${honour}', 'W2', 'V2', 'vetoed', 4, 4, 1, 0), (2023, '${honour}', 'W2', 'V1', 'undecided', 1, 0, 1, 0),
           (2023, '${honour}', 'W1', 'V2', 'clear', 4, 1, 0, 3), (2022, '${honour}', 'W1', 'V2', 'near', 4, 3, 0, 0);
    insert into eval_run (year, honour, applications, ranked, undecided, vetoed, unscored, ineligible, not_applied)
    values (2023, '${honour}', 9, 4, 1, 2, 1, 1, 0), (2022, '${honour}', 1, 1, 0, 0, 0, 0, 0);`);
});

test("a ranking holds the applications of its year and honour alone", async () => {
  const rows = await queryRanking(db, { year: 2023, honour });
  expect(rows.map((row) => row.application_id)).toEqual(["A1", "A2"]);
});

test("the exact total comes as numerator and denominator in hundredths", async () => {
  const [, vetoed] = await queryRanking(db, { year: 2023, honour });
  expect(vetoed).toMatchObject({ total_num: 64001, total_den: 7, total_c: 9143, rank: null });
});

test("items come in the scheme's order, whatever order they are stored in", async () => {
  const [ranked] = await queryRanking(db, { year: 2023, honour });
  expect(ranked?.items_c).toBe("700 800");
});

test("an item without points keeps its place, so that a bonus never stands as the first item", async () => {
  const [, unscored] = await queryRanking(db, { year: 2023, honour });
  expect(unscored?.items_c).toBe("- 829");
});

test("exact items come by name as ratios, those of the year and honour alone, those without points left out", async () => {
  expect(await queryExactItems(db, { year: 2023, honour })).toEqual([
    { application_id: "A1", items: "organisation=700/1 bonus=800/1" },
    { application_id: "A2", items: "bonus=5801/7" },
  ]);
});

test("only veto rules of the same year that are not clear are listed", async () => {
  const rows = await queryRanking(db, { year: 2023, honour });
  expect(rows.map((row) => row.vetoes)).toEqual([null, "V1:undecided:0:1:1 V2:vetoed:4:1:4"]);
});

test("a window's name is the one of the register of the year", async () => {
  const [row] = await queryRanking(db, { year: 2022, honour });
  expect(row?.window_name).toBe("示例窗口旧名");
});

test("the counts of a year are those of the run, whatever rows are there", async () => {
  expect(await queryRunCounts(db, { year: 2023, honour })).toEqual({
    applications: 9,
    ranked: 4,
    undecided: 1,
    vetoed: 2,
    unscored: 1,
    ineligible: 1,
    not_applied: 0,
  });
  expect(await queryRunCounts(db, { year: 2021, honour })).toBeNull();
});
