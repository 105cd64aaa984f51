import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attachStore, buildMarts, releaseStore } from "./build.ts";
import type { SqlRow } from "./database.ts";
import { readModels } from "./models.ts";
import { type NodeDatabase, openNodeDatabase } from "./node.ts";
import { schemaVersion } from "./schema-version.ts";
import { type StoreRows, writeStore } from "./store-fixture.ts";

const meta = { asOf: "2023-12-31", isSample: true, generatedAt: "2024-01-05 09:00:00", software: "mingchuang 0.1.0" };

const rows: StoreRows = {
  windows: [
    { year: 2021, window_id: "W1", name: "示例下城住建窗口", city: "杭州", county: "下城区", level: "county", domain: "housing" },
    {
      year: 2022,
      window_id: "W1",
      name: " 示例拱墅住建窗口 ",
      city_code: "330100",
      county_code: "330105",
      level: "county",
      domain: "housing",
    },
    { year: 2023, window_id: "W1", name: "示例拱墅住建窗口", city: "杭州市", county: "拱墅区", level: "county", domain: "housing" },
    { year: 2022, window_id: "W2", name: "示例义乌公积金窗口", county_code: "330782", level: "county", domain: "fund", staff_count: 6 },
    { year: 2023, window_id: "W3", name: "示例丽水公积金窗口", city: "丽水市", level: "city", domain: "fund" },
    { year: 2023, window_id: "W4", name: "示例省级窗口", level: "province", domain: "utilities" },
    { year: 2023, window_id: "W3", name: "旧行", city: "丽水市", level: "city", domain: "fund", superseded_by: "f2" },
  ],
  people: [
    { year: 2022, person_id: "P1", name: "职 员甲", window_id: "W2" },
    { year: 2023, person_id: "P2", name: "Zhiyuan A", window_id: "W3" },
  ],
  review_counts: [
    { window_id: "W1", month: "2023-01-01", channel: "浙江政务服务网", cases: 100, active_reviews: 60, good: 59, bad: 1 },
    { window_id: "W1", month: "2023-01-01", channel: "浙里办", cases: 50, active_reviews: 30, good: 30, bad: 0, default_reviews: null },
    {
      window_id: "W1",
      month: "2023-02-01",
      cases: 200,
      active_reviews: 90,
      good: 90,
      bad: 0,
      level_5: 90,
      level_4: 0,
      level_3: 0,
      level_2: 0,
      level_1: 0,
    },
    { window_id: "W1", month: "2023-02-01", channel: "大厅", cases: 80, active_reviews: 40, good: 40, bad: 0 },
    { window_id: "W1", month: "2023-04-01", cases: 10 },
    { window_id: "W2", month: "2023-01-01", cases: 7, active_reviews: 0, good: 0, bad: 0, superseded_by: "f2" },
  ],
  bad_reviews: [
    {
      review_id: "R2",
      window_id: "W1",
      person_id: null,
      channel: "浙里办APP",
      rated_at: "2023-01-09 08:00:00",
      level: 1,
      cause: "objective",
    },
    { review_id: "R1", window_id: "W1", person_id: null, channel: " 浙江政务服务网 ", rated_at: "2023-01-08 23:59:59", level: 2 },
  ],
  complaints: [
    { complaint_id: "C1", window_id: "W1", nature: "complaint", received_at: "2023-03-03 10:00:00", closed_at: "2023-03-05 10:00:00" },
    { complaint_id: "C2", window_id: "W1", nature: "consultation", received_at: "2023-03-03 11:00:00" },
    { complaint_id: "C3", window_id: "W1", nature: "complaint", received_at: "2023-03-04 11:00:00", verified: "false" },
  ],
  applications: [
    { application_id: "A1", year: 2021, honour: "red-flag-window", subject_id: "W1", subject_name: "手写名", deeds: "示例事迹" },
    { application_id: "A2", year: 2023, honour: "service-pioneer", subject_id: "P1", recommender: "金华市建设局" },
    {
      application_id: "A3",
      year: 2023,
      honour: "red-flag-window",
      subject_id: "W9",
      subject_name: "未登记窗口",
      recommender: "温州市住建局",
    },
    { application_id: "A4", year: 2023, honour: "red-flag-window", subject_id: "W4", recommender: "杭州市园文局" },
    { application_id: "A5", year: 2021, honour: "red-flag-window", subject_id: "W3" },
    {
      application_id: "A6",
      scheme_id: "suzhou-2019",
      year: 2023,
      honour: "reform-unit",
      subject_id: "X1",
      subject_name: "示例项目",
      subject_kind: "project",
      unit: "W3",
    },
  ],
  indicators: [
    { subject_id: "W1", metric: "handling-days", period: "2023Q2", value: 1.75, numerator: 7, denominator: 4 },
    { subject_id: "W1", metric: "handling-days", period: "2023-02", value: 3 },
  ],
  appraisals: [
    { subject_id: "W1", source: "public", period: "2023H1", score: 93.125, rank: 2 },
    { subject_id: "W1", source: "public", period: "2023", rank: 3 },
  ],
  ingest_problem: [
    {
      file_id: "f1",
      sheet: "",
      row_no: 9,
      cell: "第9行·受理时间",
      field: "received_at",
      value: "2023-02-30",
      code: "D103",
      severity: "rejected",
    },
  ],
};

const folder = mkdtempSync(join(tmpdir(), "marts-"));
const evaluationPath = join(folder, "evaluation.duckdb");
let db: NodeDatabase;
let counts: Readonly<Record<string, number>>;

beforeAll(async () => {
  await writeStore(join(folder, "store.duckdb"), rows);
  db = await openNodeDatabase(evaluationPath);
  counts = await buildMarts(db, { storePath: join(folder, "store.duckdb"), meta });
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

const one = async (sql: string): Promise<SqlRow | undefined> => (await db.query(sql))[0];

describe("the register", () => {
  test("a window keeps the county of its year, also when that county is abolished since", async () => {
    expect(await one("select * from mart_window where window_id = 'W1' and year = 2021")).toMatchObject({
      name: "示例下城住建窗口",
      city_code: "330100",
      city: "杭州市",
      county_code: "330103",
      county: "下城区",
      renamed_from: null,
    });
  });

  test("a window that changed its name says what it was called the year before, and only that year", async () => {
    const names = await db.query("select year, name, renamed_from from mart_window where window_id = 'W1' order by year");
    expect(names).toEqual([
      { year: 2021, name: "示例下城住建窗口", renamed_from: null },
      { year: 2022, name: "示例拱墅住建窗口", renamed_from: "示例下城住建窗口" },
      { year: 2023, name: "示例拱墅住建窗口", renamed_from: null },
    ]);
  });

  test("a county code alone gives county and city their names", async () => {
    expect(await one("select * from mart_window where window_id = 'W2'")).toMatchObject({
      city_code: "330700",
      city: "金华市",
      county: "义乌市",
    });
  });

  test("a window of the province has neither city nor county", async () => {
    const window = await one("select city_code, city, county_code, county from mart_window where window_id = 'W4'");
    expect(window).toEqual({ city_code: null, city: null, county_code: null, county: null });
  });

  test("a superseded row is in no mart", async () => {
    expect(await one("select count(*) as n from mart_window where name = '旧行'")).toEqual({ n: 0 });
  });

  test("spaces inside a Chinese name go, those of other names stay", async () => {
    expect(await db.query("select name from mart_person order by person_id")).toEqual([{ name: "职员甲" }, { name: "Zhiyuan A" }]);
  });

  test("counties are those of today and those that windows were registered in", async () => {
    expect(counts).toMatchObject({ mart_city: 11, mart_county: 91 });
    expect(await db.query("select county from mart_county where county_code in ('330103', '330104', '330113')")).toEqual([
      { county: "下城区" },
      { county: "临平区" },
    ]);
  });
});

describe("a month of a window", () => {
  test("adds up its channels", async () => {
    expect(await one("select * from mart_window_month where month = '2023-01-01'")).toMatchObject({
      cases: 150,
      active_reviews: 90,
      good: 89,
      bad: 1,
    });
  });

  test("is the row for all channels where one was handed in", async () => {
    expect(await one("select * from mart_window_month where month = '2023-02-01'")).toMatchObject({
      cases: 200,
      active_reviews: 90,
      level_5: 90,
    });
  });

  test("has null for what was not handed in, never zero", async () => {
    expect(await one("select * from mart_window_month where month = '2023-04-01'")).toMatchObject({
      cases: 10,
      active_reviews: null,
      good: null,
      bad: null,
    });
    expect(await one("select default_reviews, level_5 from mart_window_month where month = '2023-01-01'")).toEqual({
      default_reviews: null,
      level_5: null,
    });
  });

  test("has no row when nothing was handed in", async () => {
    expect(await one("select count(*) as n from mart_window_month where month = '2023-03-01' or window_id = 'W2'")).toEqual({ n: 0 });
  });
});

describe("records", () => {
  test("a bad review carries its day, the channel's usual name and an undecided cause when none was entered", async () => {
    expect(await db.query("select review_id, rated_on, channel, cause, row_no from mart_bad_review order by review_id")).toEqual([
      { review_id: "R1", rated_on: "2023-01-08", channel: "浙江政务服务网", cause: "undecided", row_no: 3 },
      { review_id: "R2", rated_on: "2023-01-09", channel: "浙里办", cause: "objective", row_no: 2 },
    ]);
  });

  test("a complaint that nobody has verified is pending, a consultation needs no verdict", async () => {
    expect(await db.query("select complaint_id, verified, received_on, closed_on from mart_complaint order by complaint_id")).toEqual([
      { complaint_id: "C1", verified: "pending", received_on: "2023-03-03", closed_on: "2023-03-05" },
      { complaint_id: "C2", verified: null, received_on: "2023-03-03", closed_on: null },
      { complaint_id: "C3", verified: "false", received_on: "2023-03-04", closed_on: null },
    ]);
  });

  test("a problem names its file", async () => {
    expect(await one("select path, cell, code from mart_problem")).toEqual({ path: "f1.csv", cell: "第9行·受理时间", code: "D103" });
  });

  test("a file carries its account and whether it is in force", async () => {
    expect(await one("select state, error_code, replaced_by, rows_in, accepted, rejected, superseded from mart_file")).toEqual({
      state: "loaded",
      error_code: null,
      replaced_by: null,
      rows_in: 30,
      accepted: 28,
      rejected: 0,
      superseded: 2,
    });
  });
});

describe("an application", () => {
  const application = (id: string) =>
    one(`select subject_name, window_id, city_code, deeds_length from mart_application where application_id = '${id}'`);

  test("takes the subject's name from the register of its year", async () => {
    expect(await application("A1")).toEqual({ subject_name: "示例下城住建窗口", window_id: "W1", city_code: "330100", deeds_length: 4 });
  });

  test("of a person leads to the person's window, in the nearest register before it", async () => {
    expect(await application("A2")).toEqual({ subject_name: "职员甲", window_id: "W2", city_code: "330700", deeds_length: null });
  });

  test("of an unknown subject keeps the name as handed in and the recommender's city", async () => {
    expect(await application("A3")).toMatchObject({ subject_name: "未登记窗口", window_id: null, city_code: "330300" });
  });

  test("of a window of the province counts for the city that recommended it", async () => {
    expect(await application("A4")).toMatchObject({ window_id: "W4", city_code: "330100" });
  });

  test("older than every register takes the first register there is", async () => {
    expect(await application("A5")).toMatchObject({ subject_name: "示例丽水公积金窗口", city_code: "331100" });
  });
});

test("a project takes its place from the unit that applies, and keeps its own name", async () => {
  expect(await one("select subject_name, window_id, city_code, unit from mart_application where application_id = 'A6'")).toEqual({
    subject_name: "示例项目",
    window_id: "W3",
    city_code: "331100",
    unit: "W3",
  });
});

test("a period ends with its last day, and figures keep their decimals", async () => {
  expect(await db.query("select period, ends_on, value, numerator from mart_indicator order by ends_on")).toEqual([
    { period: "2023-02", ends_on: "2023-02-28", value: 3, numerator: null },
    { period: "2023Q2", ends_on: "2023-06-30", value: 1.75, numerator: 7 },
  ]);
  expect(await db.query("select period, ends_on, score, rank from mart_appraisal order by ends_on")).toEqual([
    { period: "2023H1", ends_on: "2023-06-30", score: 93.125, rank: 2 },
    { period: "2023", ends_on: "2023-12-31", score: null, rank: 3 },
  ]);
});

test("mart_meta says when, from what and by what the file was made", async () => {
  expect(await db.query("select * from mart_meta")).toEqual([
    {
      schema_version: schemaVersion,
      profile: "evaluation",
      as_of: "2023-12-31",
      is_sample: true,
      generated_at: "2024-01-05 09:00:00",
      software: "mingchuang 0.1.0",
    },
  ]);
});

test.each(readModels("marts").map(({ name, sql }) => [name, sql]))(
  "%s yields exactly the declared columns and types",
  async (name, sql) => {
    const selected = await db.query(`select column_name, column_type from (describe ${sql.replace(/--.*$/gm, "")})`);
    const declared = await db.query(`select column_name, column_type from (describe ${name})`);
    expect(selected).toEqual(declared);
  },
);

test("staging shows neither which row another replaced, but where that is what is asked for, nor the hash of a row", async () => {
  const columns = await db.query<{ view: string; column: string }>(
    "select table_name as view, column_name as column from duckdb_columns() where table_name like 'stg_%' order by all",
  );
  expect(new Set(columns.map(({ view }) => view))).toEqual(new Set(readModels("staging").map(({ name }) => name)));
  expect(columns.filter(({ column }) => column === "superseded_by" || column === "row_hash")).toEqual([
    { view: "stg_rows", column: "superseded_by" },
  ]);
});

test("once the store is released the file opens without it and has no trace of staging", async () => {
  const copy = join(folder, "released.duckdb");
  const building = await openNodeDatabase(copy);
  await buildMarts(building, { storePath: join(folder, "store.duckdb"), meta });
  await releaseStore(building);
  await building.execute("checkpoint");
  await building.close();
  const released = await openNodeDatabase(copy, { readOnly: true });
  const objects = await released.query(
    "select table_name as name from duckdb_tables() union all select view_name from duckdb_views() where not internal order by name",
  );
  await released.close();
  const declared = [...readModels("tables"), ...readModels("evaluation")]
    .map(({ name }) => ({ name }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  expect(objects).toEqual(declared);
});

test("two builds from one store are the same, row for row", async () => {
  const again = await openNodeDatabase(":memory:");
  await buildMarts(again, { storePath: join(folder, "store.duckdb"), meta });
  for (const { name } of readModels("marts"))
    expect(await again.query(`select * from ${name}`)).toEqual(await db.query(`select * from ${name}`));
  await again.close();
});

test("a store without a table it should have is refused by that table's name", async () => {
  const path = join(folder, "old-store.duckdb");
  await writeStore(path, {});
  const old = await openNodeDatabase(path);
  await old.execute("drop table raw_findings");
  await old.close();
  const fresh = await openNodeDatabase(":memory:");
  await expect(attachStore(fresh, { storePath: path })).rejects.toMatchObject({
    code: "W107",
    detail: expect.stringContaining("raw_findings"),
  });
  await fresh.close();
});

test("a store that is not there is refused", async () => {
  const fresh = await openNodeDatabase(":memory:");
  await expect(attachStore(fresh, { storePath: join(folder, "none.duckdb") })).rejects.toMatchObject({ code: "W104" });
  await fresh.close();
});

test("reference files that are not there are refused", async () => {
  const fresh = await openNodeDatabase(":memory:");
  const options = { storePath: join(folder, "store.duckdb"), referenceFolder: folder };
  await expect(attachStore(fresh, options)).rejects.toMatchObject({ code: "W110" });
  await fresh.close();
});

test("an evaluation file that is opened read-only can be laid over a store again, to be checked", async () => {
  const path = join(folder, "checked.duckdb");
  const building = await openNodeDatabase(path);
  await buildMarts(building, { storePath: join(folder, "store.duckdb"), meta });
  await building.close();
  const checked = await openNodeDatabase(path, { readOnly: true });
  await attachStore(checked, { storePath: join(folder, "store.duckdb") });
  expect(await checked.query("select count(*) as n from stg_windows")).toEqual([{ n: 6 }]);
  await releaseStore(checked);
  await checked.close();
});
