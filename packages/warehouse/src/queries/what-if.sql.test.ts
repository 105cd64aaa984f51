import { beforeAll, expect, test } from "vitest";
import { type NodeDatabase, openNodeDatabase } from "../node.ts";
import { createEvaluationSchema } from "../schema.ts";
import { queryTrialFacts, queryTrialOutcomes } from "./what-if.ts";

let db: NodeDatabase;
const of = { year: 2023, honour: "red-flag-window" };

beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
  await createEvaluationSchema(db);
  await db.execute(`
    insert into eval_result (year, honour, application_id, subject_id, subject_name, city, state, rank, total_num, total_den, total_c, tied) values
      (2023, 'red-flag-window', 'A3', 'W3', '示例窗口丙', '示例1市', 'vetoed', null, 64001, 7, 9143, false),
      (2023, 'red-flag-window', 'A2', 'W2', '示例窗口乙', '示例1市', 'ranked', 2, 9000, 1, 9000, true),
      (2023, 'red-flag-window', 'A1', 'W1', '示例窗口甲', '示例2市', 'ranked', 2, 9000, 1, 9000, true),
      (2023, 'red-flag-window', 'A4', 'W4', '示例窗口丁', '示例2市', 'unscored', null, null, null, null, false),
      (2023, 'red-flag-window', 'A5', 'W5', '示例窗口戊', '示例2市', 'ranked', 1, 9500, 1, 9500, false),
      (2022, 'red-flag-window', 'A0', 'W1', '示例窗口甲', '示例2市', 'ranked', 1, 8000, 1, 8000, false),
      (2023, 'service-pioneer', 'B1', 'P1', '示例职员', '示例2市', 'ranked', 1, 8000, 1, 8000, false);
    insert into eval_facts by name
      select year, honour, application_id, subject_name as label, '{"of":"' || application_id || '-' || year || '"}' as facts, '[]' as excluded
      from eval_result where application_id <> 'A5';
    insert into eval_selection (year, honour, stage, application_id, outcome) values
      (2023, 'red-flag-window', 'shortlist', 'A2', 'open'), (2023, 'red-flag-window', 'final', 'A1', 'out'), (2023, 'red-flag-window', 'shortlist', 'A1', 'in'),
      (2022, 'red-flag-window', 'shortlist', 'A0', 'in');`);
});

test("a trial gets what each application of the year and honour was decided on, in the order of the result", async () => {
  const rows = await queryTrialFacts(db, of);
  expect(rows.map(({ application_id }) => application_id)).toEqual(["A1", "A2", "A3", "A4"]);
  expect(rows.map(({ facts }) => facts)).toEqual(['{"of":"A1-2023"}', '{"of":"A2-2023"}', '{"of":"A3-2023"}', '{"of":"A4-2023"}']);
});

test("an exact total stays a ratio, and who has none has none", async () => {
  const [, , vetoed, unscored] = await queryTrialFacts(db, of);
  expect(vetoed).toMatchObject({ state: "vetoed", rank: null, total_num: 64001, total_den: 7, total_c: 9143 });
  expect(unscored).toMatchObject({ state: "unscored", rank: null, total_num: null, total_den: null, total_c: null });
});

test("what was published of the stages comes stage by stage, that of the year alone", async () => {
  expect(await queryTrialOutcomes(db, of)).toEqual([
    { stage: "final", application_id: "A1", outcome: "out" },
    { stage: "shortlist", application_id: "A1", outcome: "in" },
    { stage: "shortlist", application_id: "A2", outcome: "open" },
  ]);
});
