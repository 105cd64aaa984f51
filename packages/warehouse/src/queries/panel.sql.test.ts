import { beforeAll, describe, expect, test } from "vitest";
import { type NodeDatabase, openNodeDatabase } from "../node.ts";
import { createEvaluationSchema } from "../schema.ts";
import { queryPanelEntries, queryPanelResults, queryPanelSheets, queryPanelTerms } from "./panel.ts";

let db: NodeDatabase;
const honour = "red-flag-window";
const of = { year: 2023, honour };

beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
  await createEvaluationSchema(db);
  await db.execute(`
    insert into eval_run (year, honour, scheme_id, round) values (2023, '${honour}', 's', 'onsite'), (2022, '${honour}', 's', 'initial');
    insert into eval_policy (scheme_id, honour, policy, value) values
      ('s', '${honour}', 'graders-combined', 'median'), ('s', 'service-pioneer', 'graders-combined', 'mean'), ('s', null, 'cut-off-tie', 'committee'),
      ('other', '${honour}', 'graders-combined', 'trimmed-mean');
    insert into eval_result (year, honour, application_id, subject_id, subject_name, city, state, rank, total_num, total_den, counted_bad, good, active)
    values (2023, '${honour}', 'A1', 'W1', '示例窗口甲', '杭州市', 'vetoed', null, 26900, 3, 4, 49, 50),
           (2023, '${honour}', 'A2', 'W2', '示例窗口乙', '宁波市', 'ranked', 2, 8000, 1, 0, null, null),
           (2023, '${honour}', 'A3', 'W3', '示例窗口丙', '宁波市', 'ranked', 1, 9000, 1, 0, 9, 9),
           (2023, '${honour}', 'A4', 'W4', '示例窗口丁', '宁波市', 'unscored', null, null, null, 0, 9, 9),
           (2022, '${honour}', 'A0', 'W1', '示例窗口甲', '杭州市', 'ranked', 1, 8500, 1, 0, 9, 9);
    insert into eval_sheet (year, honour, application_id, grader_id, points_c, kept, dropped_because, missing)
    values (2023, '${honour}', 'A2', 'G2', 8100, true, null, null),
           (2023, '${honour}', 'A2', 'G1', 7900, false, 'incomplete', 'conduct/attitude, skill'),
           (2023, 'service-pioneer', 'B1', 'G1', 7900, true, null, null),
           (2022, '${honour}', 'A0', 'G1', 8500, true, null, null);
    insert into mart_row (kind, subject_id, application_id, grader_id, record_id, figures, file_id, sheet, row_no, cell, superseded_by)
    values ('scores', 'W2', 'A2', 'G2', 'onsite·conduct·attitude·fixed', '{"points":500,"scored_at":"2023-09-04"}', 'f1', '窗口', 12, 'I12', null),
           ('scores', 'W2', 'A2', 'G2', 'onsite·conduct·attitude·fixed', '{"points":0,"scored_at":"2023-09-01"}', 'f0', '窗口', 12, 'I12', 'f1'),
           ('scores', 'W2', 'A2', 'G1', 'initial·conduct·discretionary', '{"points":50,"scored_at":null}', 'f2', '窗口', 3, 'I3', null),
           ('scores', 'W2', 'A2', 'G1', 'initial·conduct·attitude·fixed', '{"points":null,"scored_at":null}', 'f2', '窗口', 2, 'I2', null),
           ('scores', 'W1', 'A0', 'G1', 'initial·conduct·attitude·fixed', '{"points":0,"scored_at":null}', 'f3', '窗口', 2, 'I2', null),
           ('self_scores', 'W2', 'A2', null, 'conduct', '{"self_score":2000}', 'f4', '窗口', 2, 'I2', null);`);
});

describe("a panel", () => {
  test("has the sheets of its year and honour, kept or not, with their blanks", async () => {
    expect(await queryPanelSheets(db, of)).toEqual([
      { application_id: "A2", grader_id: "G1", points_c: 7900, dropped_because: "incomplete", missing: "conduct/attitude, skill" },
      { application_id: "A2", grader_id: "G2", points_c: 8100, dropped_because: null, missing: null },
    ]);
    const [counted] = await db.query<{ n: number }>(`select count(*)::int as n from eval_sheet where year = 2023 and honour = '${honour}'`);
    expect(counted?.n).toBe(2);
  });

  test("has its applications best first, those without a rank last, those without a total at the end", async () => {
    const rows = await queryPanelResults(db, of);
    expect(rows.map(({ application_id, rank, total_num, total_den }) => [application_id, rank, total_num, total_den])).toEqual([
      ["A3", 1, 9000, 1],
      ["A2", 2, 8000, 1],
      ["A1", null, 26900, 3],
      ["A4", null, null, null],
    ]);
    expect(rows[2]).toMatchObject({ subject_id: "W1", city: "杭州市", state: "vetoed", counted_bad: 4, good: 49, active: 50 });
  });

  test("has the rows of every round as they stand: a blank is null, a discretionary row may name no clause, what was superseded is gone", async () => {
    const rows = await queryPanelEntries(db, of);
    expect(
      rows.map(({ round, grader, item, clause, kind, points_c, cell }) => [round, grader, item, clause, kind, points_c, cell]),
    ).toEqual([
      ["initial", "G1", "conduct", "attitude", "fixed", null, "I2"],
      ["initial", "G1", "conduct", null, "discretionary", 50, "I3"],
      ["onsite", "G2", "conduct", "attitude", "fixed", 500, "I12"],
    ]);
  });

  test("says which round made the results, and which options of its scheme and honour were in force", async () => {
    expect(await queryPanelTerms(db, of)).toEqual({
      round: "onsite",
      choices: { "graders-combined": "median", "cut-off-tie": "committee" },
    });
    expect(await queryPanelTerms(db, { year: 2019, honour })).toEqual({ round: null, choices: {} });
  });
});
