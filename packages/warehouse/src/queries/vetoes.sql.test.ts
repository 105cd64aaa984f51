import { beforeAll, describe, expect, test } from "vitest";
import { type NodeDatabase, openNodeDatabase } from "../node.ts";
import { createEvaluationSchema } from "../schema.ts";
import { queryVetoes, queryVetoRecords } from "./vetoes.ts";

let db: NodeDatabase;
const honour = "red-flag-window";

beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
  await createEvaluationSchema(db);
  await db.execute(`
    insert into mart_city values ('330100', '杭州市', 1);
    insert into mart_window (year, window_id, name) values (2023, 'W1', '示例窗口甲'), (2023, 'W2', '示例窗口乙');
    insert into mart_file (file_id, path) values ('f1', '2023/差评明细.xlsx');
    insert into eval_result (year, honour, application_id, subject_id, state, rank, total_c)
    values (2023, '${honour}', 'A1', 'W1', 'undecided', 5, 9100), (2023, '${honour}', 'A3', 'W3', 'ranked', 7, 9000);
    insert into eval_veto (year, honour, subject_id, application_id, window_id, city_code, rule, state, threshold, counted, undecided, excluded)
    values (2023, '${honour}', 'W3', 'A3', 'W3', '330100', 'V2', 'clear', 4, 0, 0, 0),
           (2023, '${honour}', 'W1', 'A1', 'W1', '330100', 'V2', 'undecided', 4, 3, 1, 2),
           (2023, '${honour}', 'W2', null, 'W2', '330100', 'V2', 'vetoed', 4, 5, 0, 0),
           (2023, '${honour}', 'W4', 'A4', 'W4', '330100', 'V2', 'vetoed', 4, 4, 0, 0),
           (2022, '${honour}', 'W1', 'A0', 'W1', '330100', 'V2', 'vetoed', 4, 9, 0, 0);
    insert into eval_veto_record (year, honour, subject_id, rule, record_kind, record_id, occurred_on, disposition, because, file_id, sheet, row_no)
    values (2023, '${honour}', 'W1', 'V2', 'bad_reviews', 'R2', date '2023-03-02', 'excluded', 'cause', 'f1', '差评', 3),
           (2023, '${honour}', 'W1', 'V2', 'bad_reviews', 'R1', date '2023-05-01', 'counted', 'cause', 'f1', '差评', 2),
           (2023, '${honour}', 'W1', 'V1', 'findings', 'R1', date '2023-06-01', 'undecided', 'status', null, null, null),
           (2023, '${honour}', 'W2', 'V2', 'bad_reviews', 'R9', date '2023-06-01', 'counted', 'cause', null, null, null);
    insert into mart_bad_review (review_id, channel, level, cause, appealed_at, appeal_result)
    values ('R1', '浙江政务服务网', 1, 'not_objective', timestamp '2023-05-02 08:30:00', 'dismissed'), ('R2', '大厅', 2, 'objective', null, null);`);
});

describe("vetoes", () => {
  test("the worst state comes first, and nominated subjects before the others", async () => {
    const rows = await queryVetoes(db, { year: 2023, honour });
    expect(rows.map((row) => row.subject_id)).toEqual(["W4", "W2", "W1", "W3"]);
  });

  test("a nominated subject carries its provisional rank, one not nominated carries none", async () => {
    const rows = await queryVetoes(db, { year: 2023, honour });
    expect(rows.find((row) => row.subject_id === "W1")).toMatchObject({
      application_id: "A1",
      rank: 5,
      window_name: "示例窗口甲",
      city: "杭州市",
    });
    expect(rows.find((row) => row.subject_id === "W2")).toMatchObject({ application_id: null, rank: null, result_state: null });
  });

  test("one subject can be asked for alone", async () => {
    const rows = await queryVetoes(db, { year: 2023, honour, subjectId: "W1" });
    expect(rows).toHaveLength(1);
  });
});

describe("veto records", () => {
  test("counted records come before excluded ones, each with its file and what became of the review", async () => {
    const rows = await queryVetoRecords(db, { year: 2023, honour, subjectId: "W1", rule: "V2" });
    expect(rows.map((row) => [row.record_id, row.disposition, row.path, row.row_no, row.cause])).toEqual([
      ["R1", "counted", "2023/差评明细.xlsx", 2, "not_objective"],
      ["R2", "excluded", "2023/差评明细.xlsx", 3, "objective"],
    ]);
    expect(rows[0]).toMatchObject({ occurred_on: "2023-05-01", appealed_on: "2023-05-02", appeal_result: "dismissed", rectified_on: null });
  });

  test("a finding never borrows the fields of a bad review with the same number", async () => {
    const rows = await queryVetoRecords(db, { year: 2023, honour, subjectId: "W1" });
    expect(rows.find((row) => row.rule === "V1")).toMatchObject({ record_id: "R1", channel: null, cause: null, path: null });
  });
});
