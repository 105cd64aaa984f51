import { beforeAll, expect, test } from "vitest";
import { type NodeDatabase, openNodeDatabase } from "../node.ts";
import { createEvaluationSchema } from "../schema.ts";
import {
  queryPeers,
  queryPerson,
  queryRegister,
  querySubjectItems,
  querySubjectLines,
  querySubjectResults,
  querySubjectSheets,
  queryWindowApplicants,
  queryWindowMonths,
} from "./subject.ts";

let db: NodeDatabase;
const honour = "red-flag-window";

beforeAll(async () => {
  db = await openNodeDatabase(":memory:");
  await createEvaluationSchema(db);
  await db.execute(`
    insert into mart_file (file_id, path) values ('f1', '2023/scores/评委1.xlsx');
    insert into mart_window (year, window_id, name, renamed_from, opened_on)
    values (2023, 'W1', '示例新名', '示例旧名', date '2015-06-01'), (2022, 'W1', '示例旧名', null, date '2015-06-01');
    insert into mart_person (year, person_id, name, window_id, joined_on) values (2023, 'P1', '职员甲0001', 'W1', date '2018-01-02');
    insert into mart_window_month (window_id, month, cases, active_reviews, good, bad)
    values ('W1', date '2023-03-01', 100, 80, 79, 1), ('W1', date '2023-01-01', 90, 70, 70, 0), ('W2', date '2023-01-01', 1, 1, 1, 0);
    insert into mart_application (application_id, recommender, submitted_at) values ('A1', '杭州市', timestamp '2023-08-28 10:00:00');
    insert into eval_result (year, honour, application_id, subject_id, subject_name, window_id, domain, state, total_num, total_den, total_c, rank)
    values (2023, '${honour}', 'A1', 'W1', '示例新名', 'W1', 'fund', 'ranked', 63001, 7, 9000, 2),
           (2023, '${honour}', 'A2', 'W2', '示例窗口乙', 'W2', 'fund', 'ranked', 9000, 1, 9000, 3),
           (2023, '${honour}', 'A3', 'W3', '示例窗口丙', 'W3', 'housing', 'ranked', 9500, 1, 9500, 1),
           (2022, '${honour}', 'A0', 'W1', '示例旧名', 'W1', 'fund', 'vetoed', 8800, 1, 8800, null),
           (2023, 'service-pioneer', 'B1', 'P1', '职员甲0001', 'W1', 'fund', 'ranked', 9000, 1, 9000, 4);
    insert into eval_item (application_id, item, seq, max_c, points_num, points_den, points_c)
    values ('A1', 'bonus', 6, 1000, 800, 1, 800), ('A1', 'organisation', 1, 1000, 700, 1, 700);
    insert into eval_line (application_id, line_no, item, clause, kind, points_num, points_den, asked_c, grader_id, file_id, sheet, row_no, cell)
    values ('A1', 2, 'organisation', 'plan', 'fixed', -300, 7, 300, 'G1', 'f1', '窗口', 17, 'F17'),
           ('A1', 1, 'organisation', null, 'max', 1000, 1, null, null, null, null, null, null);
    insert into eval_sheet (application_id, grader_id, points_num, points_den, points_c, kept, dropped_because, missing)
    values ('A1', 'G2', 8000, 1, 8000, false, 'incomplete', 'organisation/plan'), ('A1', 'G1', 8700, 1, 8700, true, null, null);`);
});

test("a subject's applications come oldest first, each under the name of its year", async () => {
  const rows = await querySubjectResults(db, { subjectId: "W1", honour });
  expect(rows.map((row) => [row.year, row.subject_name, row.state])).toEqual([
    [2022, "示例旧名", "vetoed"],
    [2023, "示例新名", "ranked"],
  ]);
  expect(rows.map((row) => row.window_name)).toEqual(["示例旧名", "示例新名"]);
  expect(rows[1]).toMatchObject({ recommender: "杭州市", submitted_on: "2023-08-28", total_num: 63001, total_den: 7 });
});

test("lines come in their order with the cell they were read from", async () => {
  const rows = await querySubjectLines(db, { applicationId: "A1" });
  expect(rows.map((row) => [row.line_no, row.kind, row.points_num, row.points_den, row.path, row.cell])).toEqual([
    [1, "max", 1000, 1, null, null],
    [2, "fixed", -300, 7, "2023/scores/评委1.xlsx", "F17"],
  ]);
});

test("items come in the scheme's order and sheets by grader, dropped ones too", async () => {
  expect((await querySubjectItems(db, { applicationId: "A1" })).map((row) => row.item)).toEqual(["organisation", "bonus"]);
  expect((await querySubjectSheets(db, { applicationId: "A1" })).map((row) => [row.grader_id, row.kept])).toEqual([
    ["G1", true],
    ["G2", false],
  ]);
});

test("a month that was not handed in has no row", async () => {
  expect((await queryWindowMonths(db, { windowId: "W1" })).map((row) => row.month)).toEqual(["2023-01", "2023-03"]);
});

test("the register tells what a window was called the year before", async () => {
  const rows = await queryRegister(db, { windowId: "W1" });
  expect(rows.map((row) => [row.year, row.name, row.renamed_from])).toEqual([
    [2022, "示例旧名", null],
    [2023, "示例新名", "示例旧名"],
  ]);
});

test("peers are of the same domain and ordered by the exact total, not by the rounded one", async () => {
  const rows = await queryPeers(db, { year: 2023, honour, domain: "fund" });
  expect(rows.map((row) => row.subject_id)).toEqual(["W1", "W2"]);
});

test("a person comes with the window of the year, and a window with its nominated persons", async () => {
  expect(await queryPerson(db, { personId: "P1" })).toMatchObject([{ window_name: "示例新名", joined_on: "2018-01-02" }]);
  const persons = await queryWindowApplicants(db, { windowId: "W1", year: 2023, honour: "service-pioneer" });
  expect(persons.map((row) => row.subject_id)).toEqual(["P1"]);
});
