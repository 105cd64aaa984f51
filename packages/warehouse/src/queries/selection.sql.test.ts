import { beforeAll, describe, expect, test } from "vitest";
import { type NodeDatabase, openNodeDatabase } from "../node.ts";
import { createEvaluationSchema } from "../schema.ts";
import { queryPolicyChoices, queryStages, queryVerdicts } from "./selection.ts";

let db: NodeDatabase;
const honour = "red-flag-window";

beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
  await createEvaluationSchema(db);
  await db.execute(`
    insert into eval_stage (year, honour, stage, seq, status, provisional, least, most, chosen, open, vacant) values
      (2023, '${honour}', 'shortlist', 1, 'open', false, 2, 2, 1, 1, 0),
      (2023, '${honour}', 'nomination', 0, 'settled', false, null, null, 3, 0, 0),
      (2023, 'service-pioneer', null, 0, 'refused', false, null, null, 0, 0, null),
      (2022, '${honour}', 'nomination', 0, 'settled', false, null, null, 1, 0, 0);
    insert into eval_result (year, honour, application_id, subject_id, window_id, city, domain, state, rank, total_num, total_den, total_c) values
      (2023, '${honour}', 'A1', 'W1', 'W1', '杭州市', 'fund', 'ranked', 1, 62200, 7, 8886),
      (2023, '${honour}', 'A2', 'W2', 'W2', '宁波市', 'fund', 'ranked', 2, 8800, 1, 8800),
      (2023, '${honour}', 'A3', 'W3', 'W3', '宁波市', 'housing', 'vetoed', null, 8700, 1, 8700),
      (2022, '${honour}', 'A1', 'W1', 'W1', '杭州市', 'fund', 'ranked', 1, 1, 1, 1);
    insert into mart_application (year, honour, application_id, tier) values (2023, '${honour}', 'A1', '行政机关'), (2022, '${honour}', 'A1', '旧');
    insert into mart_window (year, window_id, name, unit) values (2023, 'W1', '示例窗口甲', '单位甲'), (2022, 'W1', '旧名', '旧单位');
    insert into eval_selection (year, honour, stage, application_id, subject_id, rank, outcome, reason, bar, behind, behind_num, behind_den) values
      (2023, '${honour}', 'shortlist', 'A3', 'W3', null, 'out', 'barred', 'vetoed', null, null, null),
      (2023, '${honour}', 'shortlist', 'A2', 'W2', 2, 'out', 'below', null, 'A1', 600, 7),
      (2023, '${honour}', 'shortlist', 'A1', 'W1', 1, 'in', 'rank', null, null, null, null),
      (2023, '${honour}', 'nomination', 'A1', 'W1', 1, 'in', 'rank', null, null, null, null),
      (2022, '${honour}', 'nomination', 'A1', 'W1', 1, 'in', 'rank', null, null, null, null);
    insert into eval_policy (scheme_id, honour, policy, value) values ('s', '${honour}', 'tie', 'default'), ('s', 'other', 'tie', 'else');`);
});

describe("the stages of a selection", () => {
  test("come in the order in which they are decided", async () => {
    const rows = await queryStages(db, { year: 2023, honour });
    expect(rows.map(({ stage, chosen, open }) => [stage, chosen, open])).toEqual([
      ["nomination", 3, 0],
      ["shortlist", 1, 1],
    ]);
  });

  test("are one without a name when the selection was refused", async () => {
    expect(await queryStages(db, { year: 2023, honour: "service-pioneer" })).toMatchObject([{ stage: null, status: "refused" }]);
  });
});

describe("what became of each application", () => {
  test("comes by stage and rank, with the fields that rules look at, those of its own year", async () => {
    const rows = await queryVerdicts(db, { year: 2023, honour });
    expect(rows.map(({ stage, application_id }) => [stage, application_id])).toEqual([
      ["nomination", "A1"],
      ["shortlist", "A1"],
      ["shortlist", "A2"],
      ["shortlist", "A3"],
    ]);
    expect(rows[1]).toMatchObject({
      city: "杭州市",
      domain: "fund",
      tier: "行政机关",
      unit: "单位甲",
      window_name: "示例窗口甲",
      total_num: 62200,
    });
    expect(rows[2]).toMatchObject({ behind: "A1", behind_num: 600, behind_den: 7, unit: null });
  });

  test("agrees in number with what was stored", async () => {
    const rows = await queryVerdicts(db, { year: 2023, honour });
    const [stored] = await db.query<{ n: number }>(
      `select count(*)::int as n from eval_selection where year = 2023 and honour = '${honour}'`,
    );
    expect(rows).toHaveLength(stored?.n ?? -1);
  });
});

test("the options in force are those of the honour that was judged", async () => {
  expect(await queryPolicyChoices(db, { schemeId: "s", honour })).toEqual([{ policy: "tie", value: "default" }]);
});
