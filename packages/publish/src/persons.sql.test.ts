import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SqlRow } from "@mingchuang/warehouse/database";
import type { Profile } from "@mingchuang/warehouse/manifest";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { createEvaluationSchema } from "@mingchuang/warehouse/schema";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publish } from "./publish.ts";

const store = `
  create table raw_people (person_id varchar, name varchar);
  create table raw_windows (window_id varchar, name varchar, former_names varchar, unit varchar, contact varchar, phone varchar);
  create table raw_applications (subject_id varchar, subject_name varchar, subject_kind varchar);
  create table raw_scores (grader_id varchar);
  create table raw_bad_reviews (person_id varchar);
  create table event_bad_review (person_id varchar);
  create table raw_complaints (person_id varchar);
  create table ingest_column (file_id varchar, sheet varchar, kind varchar, field varchar, header varchar);
  create table ingest_problem (file_id varchar, sheet varchar, row_text varchar);
`;

/** Five persons of one honour, handed in as R1 to R5: R2 is vetoed, R4 undecided and ranked third; R5 was undecided the year before. */
const evaluation = `
  insert into mart_meta values (2, null, date '2023-12-31', true, '2024-01-05 09:00:00', 'mingchuang test');
  insert into mart_window (year, window_id, name) values (2023, 'W-1', '示例市住建窗口'), (2023, 'W-2', '示例市公积金窗口');
  insert into eval_result (year, honour, application_id, subject_id, subject_name, window_id, state, rank, previous_rank, previous_total_c) values
    (2022, 'service-pioneer', 'SB2022-R1', 'P5', '职员戊', 'W-1', 'undecided', 7, null, null),
    (2023, 'service-pioneer', 'SB2023-R1', 'P1', '职员甲', 'W-1', 'ranked', 2, null, null),
    (2023, 'service-pioneer', 'SB2023-R2', 'P2', '职员乙', 'W-1', 'vetoed', null, null, null),
    (2023, 'service-pioneer', 'SB2023-R3', 'P3', '职员丙', 'W-1', 'ranked', 1, null, null),
    (2023, 'service-pioneer', 'SB2023-R4', 'P4', '职员丁', 'W-1', 'undecided', 3, null, null),
    (2023, 'service-pioneer', 'SB2023-R5', 'P5', '职员戊', 'W-1', 'ranked', 4, 7, 8800),
    (2023, 'red-flag-window', 'SB2023-C1', 'W-1', '示例市住建窗口', 'W-1', 'ranked', 1, 2, 9000),
    (2023, 'red-flag-window', 'SB2023-C2', 'W-2', '示例市公积金窗口', 'W-2', 'vetoed', null, 1, 9100);
  insert into mart_application (application_id, year, honour, subject_id, subject_name, window_id, submitted_at)
  select application_id, year, honour, subject_id, subject_name, window_id, timestamp '2023-08-01 09:00:00' from eval_result;
  insert into eval_item (year, honour, application_id, item, seq, points_c) select year, honour, application_id, 'skill', 1, 2000 from eval_result;
  insert into eval_line (year, honour, application_id, line_no, item, kind, reason, file_id, row_no, cell)
  select year, honour, application_id, 1, 'skill', 'graded', 'SB2023-R2之后，见 SB2023-R3', 'f1', 11, 'F11' from eval_result;
  insert into eval_sheet (year, honour, application_id, grader_id) select year, honour, application_id, 'G1' from eval_result;
  insert into eval_period (year, honour, period, application_id, subject_id, subject_name, state)
  select year, honour, '2023Q1', application_id, subject_id, subject_name, case subject_id when 'P1' then 'vetoed' else 'ranked' end
  from eval_result where year = 2023 and subject_id in ('P1', 'P3');
  insert into eval_selection (year, honour, stage, application_id, subject_id, subject_name, rank, outcome, behind, sentence_zh) values
    (2023, 'service-pioneer', 'final', 'SB2023-R5', 'P5', '职员戊', 4, 'out', 'SB2023-R3, SB2023-R4', '排在 SB2023-R3 之后'),
    (2023, 'red-flag-window', 'final', 'SB2023-C2', 'W-2', '示例市公积金窗口', null, 'out', 'SB2023-C1', null);
  insert into eval_run (year, honour, scheme_id, edition, restated, as_of, applications, ranked, undecided, vetoed) values
    (2023, 'service-pioneer', 'zhejiang-2023', '2023', false, date '2023-12-31', 5, 3, 1, 1);
`;

let folder: string;
const files = new Map<Profile, string>();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingchuang-persons-"));
  const [storePath, evaluationPath, outDir] = ["store.duckdb", "evaluation.duckdb", "published"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  for (const [path, sql] of [
    [storePath, store],
    [evaluationPath, evaluation],
  ] as const) {
    const db = await openNodeDatabase(path);
    if (path === evaluationPath) await createEvaluationSchema(db);
    await db.execute(sql);
    await db.close();
  }
  const profiles = ["public", "leader", "committee"] as const;
  const manifest = await publish({ evaluationPath, storePath, outDir, profiles, clock: () => new Date("2024-01-05T01:00:00Z") });
  for (const { profile, file } of manifest.files) files.set(profile, join(outDir, file));
});
afterAll(() => rm(folder, { recursive: true }));

describe.each(["public", "leader"] as const)("for %s", (profile) => {
  test("no number of a person's application and no person's id stands in any text", async () => {
    const columns = await query(
      profile,
      "select table_name as t, column_name as c from duckdb_columns() where data_type = 'VARCHAR' and not internal",
    );
    const texts = columns.map(({ t, c }) => `select '${t}.${c}' as place, "${c}" as value from "${t}"`).join(" union all ");
    expect(await query(profile, `select place, value from (${texts}) where regexp_matches(value, 'SB202\\d-R|\\bP\\d\\b')`)).toEqual([]);
  });

  test("a window keeps its number, its place of last year and the cells of its scores", async () => {
    expect(
      await query(
        profile,
        "select application_id, subject_id, previous_rank from eval_result where honour = 'red-flag-window' order by all",
      ),
    ).toEqual([
      { application_id: "SB2023-C1", subject_id: "W-1", previous_rank: 2 },
      { application_id: "SB2023-C2", subject_id: "W-2", previous_rank: 1 },
    ]);
    expect(await query(profile, "select behind from eval_selection where honour = 'red-flag-window'")).toEqual([{ behind: "SB2023-C1" }]);
    const [line] = await query(profile, "select row_no, cell from eval_line where application_id = 'SB2023-C1'");
    expect(line).toEqual(profile === "leader" ? { row_no: 11, cell: "F11" } : { row_no: null, cell: null });
  });

  test("nothing ties a person to another year, to the order of handing in or to a row of a file", async () => {
    const persons = "honour = 'service-pioneer'";
    expect(
      await query(profile, `from eval_result where ${persons} and (previous_rank is not null or previous_total_c is not null)`),
    ).toEqual([]);
    expect(await query(profile, `from mart_application where ${persons} and submitted_at is not null`)).toEqual([]);
    expect(await query(profile, `from eval_line where ${persons} and (row_no is not null or cell is not null)`)).toEqual([]);
  });

  test("one person has one number in all tables of a year", async () => {
    for (const table of ["mart_application", "eval_item", "eval_line"]) {
      expect(await query(profile, `select application_id from ${table} order by all`)).toEqual(
        await query(profile, "select application_id from eval_result order by all"),
      );
    }
  });

  test("the run still counts everyone, and the file says whether rows are left out", async () => {
    expect(await query(profile, "select applications, ranked, undecided, vetoed from eval_run")).toEqual([
      { applications: 5, ranked: 3, undecided: 1, vetoed: 1 },
    ]);
    expect(await query(profile, "select how from mart_withheld where table_name = 'eval_result' and column_name is null")).toEqual(
      profile === "public" ? [{ how: "rows" }] : [],
    );
  });
});

test("the public's numbers follow the rank and run on over those who are left out, whose rank stays free", async () => {
  expect(
    await query(
      "public",
      "select application_id, subject_id, subject_name, rank, state from eval_result where honour = 'service-pioneer' order by rank",
    ),
  ).toEqual([
    { ...numbered("001"), rank: 1, state: "ranked" },
    { ...numbered("002"), rank: 4, state: "ranked" },
  ]);
});

test("a person vetoed in one quarter is left out of the public's file like one who is vetoed now", async () => {
  expect(await query("public", "select application_id, state from eval_period")).toEqual([
    { application_id: "2023-service-pioneer-001", state: "ranked" },
  ]);
});

test("whoever the public is not shown does not stand among those ahead of another either", async () => {
  expect(await query("public", "select behind from eval_selection where honour = 'service-pioneer'")).toEqual([
    { behind: "2023-service-pioneer-001" },
  ]);
});

test("leaders see every nominee with state and rank, the unranked numbered last", async () => {
  expect(
    await query(
      "leader",
      "select application_id, rank, state from eval_result where honour = 'service-pioneer' and year = 2023 order by all",
    ),
  ).toEqual([
    { application_id: "2023-service-pioneer-001", rank: 1, state: "ranked" },
    { application_id: "2023-service-pioneer-002", rank: 2, state: "ranked" },
    { application_id: "2023-service-pioneer-003", rank: 3, state: "undecided" },
    { application_id: "2023-service-pioneer-004", rank: 4, state: "ranked" },
    { application_id: "2023-service-pioneer-005", rank: null, state: "vetoed" },
  ]);
  expect(await query("leader", "select behind, sentence_zh from eval_selection where honour = 'service-pioneer'")).toEqual([
    { behind: "2023-service-pioneer-001, 2023-service-pioneer-003", sentence_zh: "排在 人员001 之后" },
  ]);
  expect(await query("leader", "select distinct reason from eval_line")).toEqual([{ reason: "人员005之后，见 人员001" }]);
});

function numbered(number: string) {
  const id = `2023-service-pioneer-${number}`;
  return { application_id: id, subject_id: id, subject_name: `人员${number}` };
}

async function query(profile: Profile, sql: string): Promise<readonly SqlRow[]> {
  const db = await openNodeDatabase(files.get(profile) ?? "", { readOnly: true });
  const rows = await db.query(sql);
  await db.close();
  return rows;
}
