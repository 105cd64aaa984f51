import { createHash } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { createDuckDB, NODE_RUNTIME, VoidLogger } from "@duckdb/duckdb-wasm/blocking";
import { arrowRows } from "@mingchuang/warehouse/arrow-rows";
import type { SqlRow, SqlValue } from "@mingchuang/warehouse/database";
import { Manifest, type Profile } from "@mingchuang/warehouse/manifest";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { openAnswers } from "@mingchuang/warehouse/prepared-answers";
import { queryPanelSheets } from "@mingchuang/warehouse/queries/panel";
import { createEvaluationSchema } from "@mingchuang/warehouse/schema";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { publish } from "./publish.ts";

const personal = ["职员甲0421", "职员乙0007", "职员丙0300", "专家丁", "000-00000000", "13900000000", "P-0421", "P-0007"];

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
  insert into raw_people values ('P-0421', '职员甲0421'), ('P-0007', '职员乙0007');
  insert into raw_windows (contact, phone) values ('职员丙0300', '000-00000000'), (null, null);
  insert into raw_scores values ('专家丁'), ('G2');
`;

const evaluation = `
  insert into mart_meta values (2, null, date '2023-12-31', true, '2024-01-05 09:00:00', 'mingchuang test');
  insert into mart_window (year, window_id, name) values (2023, 'W-1', '示例市住建窗口');
  insert into mart_person (year, person_id, name, window_id) values (2023, 'P-0421', '职员甲0421', 'W-1'), (2023, 'P-0007', '职员乙0007', 'W-1');
  insert into mart_application (application_id, year, honour, subject_id, subject_name, window_id) values
    ('A-1', 2023, 'red-flag-window', 'W-1', '示例市住建窗口', 'W-1'),
    ('A-2', 2023, 'service-pioneer', 'P-0421', '职员甲0421', 'W-1');
  insert into mart_bad_review (review_id, window_id, person_id, reason, sheet) values ('R-1', 'W-1', 'P-0007', '职员乙0007态度差', '差评');
  insert into mart_complaint (complaint_id, window_id, person_id, text) values ('C-1', 'W-1', 'P-0421', '致电13900000000');
  insert into mart_file (file_id, path) values ('f1', '2023/评分-专家丁.xlsx'), ('f2', '2023/投诉.csv'), ('f3', '2023/评分-G2.xlsx');
  insert into mart_problem (file_id, path, field, value, code) values ('f1', '2023/评分-专家丁.xlsx', '电话', '13900000000', 'D204');
  insert into eval_result (year, honour, application_id, subject_id, subject_name, window_id, state, rank) values
    (2023, 'red-flag-window', 'A-1', 'W-1', '示例市住建窗口', 'W-1', 'vetoed', null),
    (2023, 'service-pioneer', 'A-2', 'P-0421', '职员甲0421', 'W-1', 'undecided', 1);
  insert into eval_item (year, honour, application_id, item, points_c) values
    (2023, 'red-flag-window', 'A-1', 'organisation', 700), (2023, 'service-pioneer', 'A-2', 'skill', 2400);
  insert into eval_line (year, honour, application_id, line_no, item, clause, kind, grader_id, asked_c, reason, evidence, file_id, sheet, cell) values
    (2023, 'red-flag-window', 'A-1', 1, 'organisation', null, 'max', null, null, null, null, null, null, null),
    (2023, 'red-flag-window', 'A-1', 2, 'organisation', 'plan', 'fixed', 'G2', 300, '流程图未公示', '见G2记录', 'f3', '窗口', 'F9'),
    (2023, 'red-flag-window', 'A-1', 3, 'organisation', 'plan', 'fixed', '专家丁', 300, '职员甲0421未佩戴工牌', '照片，联系人职员丙0300（000-00000000）', 'f1', '专家丁', 'F17');
  insert into eval_sheet (year, honour, application_id, grader_id, points_c) values
    (2023, 'red-flag-window', 'A-1', '专家丁', 8100), (2023, 'red-flag-window', 'A-1', 'G2', 8500);
  insert into eval_veto (year, honour, subject_id, subject_name, application_id, window_id, rule, state) values
    (2023, 'red-flag-window', 'W-1', '示例市住建窗口', 'A-1', 'W-1', 'V2', 'vetoed'),
    (2023, 'service-pioneer', 'P-0421', '职员甲0421', 'A-2', 'W-1', 'P2', 'undecided'),
    (2023, 'service-pioneer', 'P-0007', '职员乙0007', null, 'W-1', 'P3', 'near');
  insert into eval_veto_record (year, honour, subject_id, rule, record_id) values
    (2023, 'red-flag-window', 'W-1', 'V2', 'R-1'), (2023, 'service-pioneer', 'P-0421', 'P2', 'C-1'), (2023, 'service-pioneer', 'P-0007', 'P3', 'R-1');
  insert into eval_run (year, honour, scheme_id, edition, restated, as_of) values (2023, 'red-flag-window', 'zhejiang-2023', '2023', false, date '2023-12-31');
`;

let folder: string;
let outDir: string;
let written: string;
beforeAll(async () => {
  folder = written = await mkdtemp(join(tmpdir(), "mingchuang-publish-"));
  outDir = join(folder, "published");
  await write("store.duckdb", store);
  await write("evaluation.duckdb", evaluation);
  await publishAll();
});
afterAll(() => rm(written, { recursive: true }));
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "mingchuang-publish-"));
  outDir = join(folder, "published");
  await cp(written, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

describe("a published file", () => {
  test.each(["public", "leader"] as const)(
    "for %s holds no name, number or person's id that went in, in any text column nor as bytes",
    async (profile) => {
      const { files } = await readManifest();
      const path = join(outDir, files.find((file) => file.profile === profile)?.file ?? "");
      const texts = await allTexts(path);
      const bytes = await readFile(path);
      const answers = await answersOf(profile);
      expect(texts).toContain("示例市住建窗口");
      expect(answers).toContain("示例市住建窗口");
      for (const value of personal) {
        expect(texts.filter((text) => text.includes(value))).toEqual([]);
        expect(bytes.includes(value)).toBe(false);
        expect(answers.includes(value)).toBe(false);
      }
    },
  );

  test("for the committee holds them all", async () => {
    const texts = (await allTexts(await fileOf("committee"))).join("\n");
    expect(personal.filter((value) => !texts.includes(value))).toEqual([]);
  });

  test("carries the same tables and columns for everyone", async () => {
    const shape = (profile: Profile) =>
      queryFile(profile, "select table_name, column_name, data_type from duckdb_columns() where not internal order by all");
    expect(await shape("public")).toEqual(await shape("committee"));
    expect(await shape("leader")).toEqual(await shape("committee"));
  });

  test("says what it withholds", async () => {
    expect(await queryFile("committee", "from mart_withheld")).toEqual([]);
    expect(await queryFile("public", "from mart_withheld where table_name in ('mart_complaint', 'mart_file') order by all")).toEqual([
      { table_name: "mart_complaint", column_name: null, how: "withheld" },
      { table_name: "mart_file", column_name: "error_detail", how: "withheld" },
      { table_name: "mart_file", column_name: "mapping", how: "withheld" },
      { table_name: "mart_file", column_name: "path", how: "withheld" },
    ]);
    expect(await queryFile("leader", "from mart_withheld where table_name = 'eval_line' order by all")).toEqual([
      { table_name: "eval_line", column_name: "application_id", how: "renamed" },
      { table_name: "eval_line", column_name: "cell", how: "rows" },
      { table_name: "eval_line", column_name: "evidence", how: "masked" },
      { table_name: "eval_line", column_name: "grader_id", how: "renamed" },
      { table_name: "eval_line", column_name: "reason", how: "masked" },
      { table_name: "eval_line", column_name: "record_id", how: "masked" },
      { table_name: "eval_line", column_name: "row_no", how: "rows" },
      { table_name: "eval_line", column_name: "sheet", how: "masked" },
    ]);
  });

  test("is read by the engine that runs in the browser", async () => {
    const { files } = await readManifest();
    const wasm = await openWasm();
    for (const { profile, file, rows } of files) {
      wasm.registerFileBuffer(file, new Uint8Array(await readFile(join(outDir, file))));
      const connection = wasm.connect();
      connection.query(`attach '${file}' as ${profile}_file (read_only)`);
      const count = (table: string) => connection.query(`select count(*)::int as n from ${profile}_file."${table}"`).get(0)?.n;
      expect(Object.fromEntries(Object.keys(rows).map((table) => [table, count(table)]))).toEqual(rows);
      connection.close();
    }
  });
});

describe("leaders see", () => {
  test("persons by a number of their own, and only those who were nominated", async () => {
    expect(await queryFile("leader", "select subject_id, subject_name, window_id from eval_veto order by rule")).toEqual([
      { subject_id: "2023-service-pioneer-001", subject_name: "人员001", window_id: "W-1" },
      { subject_id: "W-1", subject_name: "示例市住建窗口", window_id: "W-1" },
    ]);
    expect(await queryFile("leader", "select subject_id, record_id from eval_veto_record order by all")).toEqual([
      { subject_id: "2023-service-pioneer-001", record_id: "C-1" },
      { subject_id: "W-1", record_id: "R-1" },
    ]);
    expect(await queryFile("leader", "from mart_person")).toEqual([]);
  });

  test("graders by number, the same one everywhere, strictest first", async () => {
    const graders = "select grader_id, points_c from eval_sheet order by points_c";
    expect(await queryFile("leader", graders)).toEqual([
      { grader_id: "评委1", points_c: 8100 },
      { grader_id: "评委2", points_c: 8500 },
    ]);
    expect(await queryFile("leader", "select grader_id from eval_line where grader_id is not null order by line_no")).toEqual([
      { grader_id: "评委1" },
      { grader_id: "评委2" },
    ]);
  });

  test("a panel's sheets under the graders' numbers, which the public does not see at all", async () => {
    const panel = async (profile: Profile) => {
      const db = await openNodeDatabase(await fileOf(profile), { readOnly: true });
      const sheets = await queryPanelSheets(db, { year: 2023, honour: "red-flag-window" });
      await db.close();
      return sheets.map(({ application_id, grader_id, points_c }) => [application_id, grader_id, points_c]);
    };
    expect(await panel("leader")).toEqual([
      ["A-1", "评委1", 8100],
      ["A-1", "评委2", 8500],
    ]);
    expect(await panel("committee")).toEqual([
      ["A-1", "G2", 8500],
      ["A-1", "专家丁", 8100],
    ]);
    expect(await panel("public")).toEqual([]);
  });

  test("neither by the order of rows nor by a file's name whose grades they are", async () => {
    expect(await queryFile("committee", "select line_no, grader_id from eval_line")).toEqual([
      { line_no: 1, grader_id: null },
      { line_no: 2, grader_id: "G2" },
      { line_no: 3, grader_id: "专家丁" },
    ]);
    expect(await queryFile("leader", "select line_no, grader_id from eval_line")).toEqual([
      { line_no: 1, grader_id: null },
      { line_no: 2, grader_id: "评委1" },
      { line_no: 3, grader_id: "评委2" },
    ]);
    expect(await queryFile("leader", "select grader_id from eval_sheet")).toEqual([{ grader_id: "评委1" }, { grader_id: "评委2" }]);
    expect(await queryFile("leader", "select file_id, path from mart_file")).toEqual([
      { file_id: "f1", path: "2023/〔评分表〕" },
      { file_id: "f2", path: "2023/投诉.csv" },
      { file_id: "f3", path: "2023/〔评分表〕" },
    ]);
  });

  test("the reasons of deductions without names and numbers", async () => {
    expect(await queryFile("leader", "select reason, evidence, sheet, cell from eval_line where kind = 'fixed' order by line_no")).toEqual([
      { reason: "〔姓名〕未佩戴工牌", evidence: "照片，联系人〔姓名〕（〔电话〕）", sheet: "评委1", cell: "F17" },
      { reason: "流程图未公示", evidence: "见评委2记录", sheet: "窗口", cell: "F9" },
    ]);
  });
});

test("the public does not learn which person is, or may be, vetoed", async () => {
  expect(await queryFile("public", "select application_id from eval_result")).toEqual([{ application_id: "A-1" }]);
  expect(await queryFile("public", "select application_id from eval_item")).toEqual([{ application_id: "A-1" }]);
  expect(await queryFile("public", "select application_id from mart_application")).toEqual([{ application_id: "A-1" }]);
  expect(await queryFile("public", "from eval_veto")).toEqual([]);
});

test("a column that nobody declared is not published", async () => {
  await rewrite("evaluation.duckdb", "alter table mart_window add column cubicle varchar; update mart_window set cubicle = '000-00000000'");
  await publishAll();
  const columns = await queryFile("committee", "select column_name as c from duckdb_columns() where table_name = 'mart_window'");
  expect(columns.map(({ c }) => c)).not.toContain("cubicle");
});

test("a declared column that is missing stops the publication", async () => {
  await rewrite("evaluation.duckdb", "alter table eval_veto drop column threshold");
  await expect(publishAll()).rejects.toMatchObject({ code: "P101", detail: "eval_veto: threshold" });
});

test("a name in a place where none belongs stops the publication and leaves what was published", async () => {
  const before = await publishAll();
  await rewrite("evaluation.duckdb", "update mart_window set unit = '职 员甲0421'");
  await expect(publishAll()).rejects.toMatchObject({ code: "P102", detail: "mart_window.unit (name)" });
  expect(await readManifest()).toEqual(before);
  expect((await readdir(outDir)).sort()).toEqual([...namesOf(before.files), "manifest.json"].sort());
});

test("a number or a name inside the name of a place is blotted out, and the file says so", async () => {
  await rewrite("evaluation.duckdb", "update mart_window set name = '示例窗口（13900000001）', unit = '职员甲0421工作室 000-00000000'");
  await publishAll();
  for (const profile of ["public", "leader"] as const) {
    expect(await queryFile(profile, "select name, unit from mart_window")).toEqual([
      { name: "示例窗口（〔电话〕）", unit: "〔姓名〕工作室 〔电话〕" },
    ]);
    expect(
      await queryFile(profile, "select column_name, how from mart_withheld where table_name = 'mart_window' and how = 'masked'"),
    ).toEqual([
      { column_name: "name", how: "masked" },
      { column_name: "unit", how: "masked" },
    ]);
  }
});

test("a record whose number is somebody's telephone has another number, the same wherever it is named", async () => {
  await rewrite(
    "evaluation.duckdb",
    "update mart_bad_review set review_id = 'R13900000001'; update eval_veto_record set record_id = 'R13900000001' where record_id = 'R-1'",
  );
  await publishAll();
  const [review] = await queryFile("leader", "select review_id from mart_bad_review");
  expect(review?.review_id).toMatch(/^〔编号\d{4}〕$/);
  expect(await queryFile("leader", "select record_id from eval_veto_record where subject_id = 'W-1'")).toEqual([
    { record_id: review?.review_id },
  ]);
});

test("a name that only a rejected row has is blotted out where it stands in another file", async () => {
  await rewrite(
    "store.duckdb",
    `insert into ingest_column values ('f9', '', 'people', 'name', '姓名');
     insert into ingest_problem values ('f9', '', '{"姓名":"职员癸0999","所在窗口":null}')`,
  );
  await rewrite("evaluation.duckdb", "update eval_line set reason = '职员癸0999未到岗' where line_no = 2");
  await publishAll();
  expect(await queryFile("leader", "select reason from eval_line where reason like '%未到岗'")).toEqual([{ reason: "〔姓名〕未到岗" }]);
});

test("a window that is in no register is still shown as a window", async () => {
  await rewrite("evaluation.duckdb", "update mart_application set window_id = null where subject_id = 'W-1'");
  await publishAll();
  const windows = "select subject_id, subject_name from mart_application where honour = 'red-flag-window'";
  expect(await queryFile("public", windows)).toEqual([{ subject_id: "W-1", subject_name: "示例市住建窗口" }]);
});

test("an evaluation without its head is refused", async () => {
  await rewrite("evaluation.duckdb", "delete from mart_meta");
  await expect(publishAll()).rejects.toMatchObject({ code: "P103" });
});

test("nobody to publish for is refused", async () => {
  await expect(publishAll("2024-01-05T01:00:00Z", [])).rejects.toMatchObject({ code: "P104" });
});

describe("the manifest", () => {
  test("names each file by its hash, counts its rows and says when, up to which day and by which edition", async () => {
    const manifest = await publishAll();
    expect(await readManifest()).toEqual(manifest);
    expect(manifest).toMatchObject({
      schemaVersion: 2,
      generatedAt: "2024-01-05 09:00:00",
      isSample: true,
      asOf: "2023-12-31",
      runs: [{ year: 2023, honour: "red-flag-window", schemeId: "zhejiang-2023", edition: "2023", restated: false, asOf: "2023-12-31" }],
    });
    for (const { profile, file, sha256, bytes, rows } of manifest.files) {
      expect(file).toBe(`${profile}-${sha256.slice(0, 16)}.duckdb`);
      const { size, mode } = await stat(join(outDir, file));
      expect({ size, writable: (mode & 0o222) !== 0 }).toEqual({ size: bytes, writable: false });
      expect(rows).toMatchObject({ mart_window: 1, mart_person: profile === "committee" ? 2 : 0 });
    }
  });

  test("is the same for the same evaluation, but for the time", async () => {
    const first = await publishAll();
    const second = await publishAll("2024-02-01T00:00:00Z");
    expect(second).toEqual({ ...first, generatedAt: "2024-02-01 08:00:00" });
  });

  test("leaves no file of an earlier publication behind", async () => {
    await publishAll();
    await rewrite("evaluation.duckdb", "update mart_window set name = '示例市新住建窗口'");
    const { files } = await publishAll("2024-01-05T01:00:00Z", ["leader"]);
    expect(files).toHaveLength(1);
    expect((await readdir(outDir)).sort()).toEqual([...namesOf(files), "manifest.json"].sort());
  });
});

describe("the answers beside a published file", () => {
  test("are named by their hash and cannot be written to", async () => {
    const { files } = await readManifest();
    for (const { profile, answers } of files) {
      expect(answers.length).toBeGreaterThan(0);
      for (const { file, sha256, bytes } of answers) {
        const content = await readFile(join(outDir, file));
        expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
        expect(file).toBe(`${profile}-${sha256.slice(0, 16)}.answers`);
        const { size, mode } = await stat(join(outDir, file));
        expect({ size, writable: (mode & 0o222) !== 0 }).toEqual({ size: bytes, writable: false });
      }
    }
  });

  test("are what the browser's engine says of the file", async () => {
    const { files } = await readManifest();
    const wasm = await openWasm();
    wasm.open({ path: ":memory:", query: { castBigIntToDouble: true, castDecimalToDouble: true } });
    const connection = wasm.connect();
    for (const { profile, file, answers } of files) {
      wasm.registerFileBuffer(file, new Uint8Array(await readFile(join(outDir, file))));
      connection.query(`attach '${file}' as ${profile}_file (read_only)`);
      connection.query(`use ${profile}_file`);
      const list = JSON.parse(await unpacked(answers[0]?.file ?? "")) as { sql: string; parameters: SqlValue[] }[];
      const find = openAnswers(list, async (name) => JSON.parse(await unpacked(name)) as unknown);
      const answered = await Promise.all(list.map(async ({ sql, parameters }) => ({ sql, parameters, rows: await find(sql, parameters) })));
      for (const { sql, parameters, rows } of answered)
        expect(rows, `${profile}: ${sql}`).toEqual(arrowRows(connection.prepare(sql).query(...parameters)));
      expect(answered.length).toBeGreaterThan(20);
      expect(answered.some(({ rows }) => rows?.some((row) => row.application_id !== undefined))).toBe(true);
    }
  });
});

const namesOf = (files: Manifest["files"]) => files.flatMap(({ file, answers }) => [file, ...answers.map((each) => each.file)]);

async function unpacked(file: string): Promise<string> {
  return gunzipSync(await readFile(join(outDir, file))).toString();
}

/** All answers of a profile as one text. */
async function answersOf(profile: Profile): Promise<string> {
  const { files } = await readManifest();
  const names = files.find((file) => file.profile === profile)?.answers.map(({ file }) => file) ?? [];
  return (await Promise.all(names.map(unpacked))).join("\n");
}

async function write(name: string, sql: string): Promise<void> {
  const db = await openNodeDatabase(join(folder, name));
  if (name === "evaluation.duckdb") await createEvaluationSchema(db);
  await db.execute(sql);
  await db.close();
}

async function rewrite(name: string, sql: string): Promise<void> {
  const db = await openNodeDatabase(join(folder, name));
  await db.execute(sql);
  await db.close();
}

function publishAll(at = "2024-01-05T01:00:00Z", profiles: readonly Profile[] = ["public", "leader", "committee"]): Promise<Manifest> {
  const [storePath, evaluationPath] = [join(folder, "store.duckdb"), join(folder, "evaluation.duckdb")];
  return publish({ evaluationPath, storePath, outDir, profiles, clock: () => new Date(at) });
}

async function readManifest(): Promise<Manifest> {
  return Manifest.parse(JSON.parse(await readFile(join(outDir, "manifest.json"), "utf8")));
}

async function fileOf(profile: Profile): Promise<string> {
  const { files } = await readManifest();
  return join(outDir, files.find((file) => file.profile === profile)?.file ?? "");
}

async function queryFile(profile: Profile, sql: string): Promise<readonly SqlRow[]> {
  const db = await openNodeDatabase(await fileOf(profile), { readOnly: true });
  const rows = await db.query(sql);
  await db.close();
  return rows;
}

async function allTexts(path: string): Promise<string[]> {
  const db = await openNodeDatabase(path, { readOnly: true });
  const columns = await db.query<{ t: string; c: string }>(
    "select table_name as t, column_name as c from duckdb_columns() where data_type = 'VARCHAR' and not internal",
  );
  const texts: string[] = [];
  for (const { t, c } of columns) {
    const rows = await db.query<{ value: string }>(`select distinct "${c}" as value from "${t}" where "${c}" is not null`);
    texts.push(...rows.map(({ value }) => value));
  }
  await db.close();
  return texts;
}

/** DuckDB-Wasm as the dashboard ships it, run in Node. */
async function openWasm() {
  const dist = dirname(fileURLToPath(import.meta.resolve("@duckdb/duckdb-wasm")));
  const bundle = (kind: "mvp" | "eh") => ({
    mainModule: join(dist, `duckdb-${kind}.wasm`),
    mainWorker: join(dist, `duckdb-node-${kind}.worker.cjs`),
  });
  const wasm = await createDuckDB({ mvp: bundle("mvp"), eh: bundle("eh") }, new VoidLogger(), NODE_RUNTIME);
  await wasm.instantiate(() => {});
  return wasm;
}
