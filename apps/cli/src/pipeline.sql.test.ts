import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { generateSample } from "@mingchuang/sample/generate";
import type { SqlRow } from "@mingchuang/warehouse/database";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { openXlsx, saveXlsx } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluateWorkspace } from "./commands/evaluate.ts";
import { ingestIntoWorkspace } from "./commands/ingest.ts";
import { runCommandLine } from "./main.ts";
import { rules, runPipeline } from "./pipeline.ts";
import { recordingTerminal } from "./recording-terminal.ts";
import { type Workspace, workspaceAt } from "./workspace.ts";

let root: string;
let folder: string;
let workspace: Workspace;

/** A committee's folder: the sample's year 2023, which nothing but `workspace.yaml` calls a sample; and all that comes of it. */
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "mingchuang-pipeline-"));
  folder = mkdtempSync(join(root, "folder-"));
  workspace = workspaceAt(mkdtempSync(join(root, "workspace-")));
  for (const { path, bytes } of (await generateSample({ years: [2023] })).filter((file) => file.path !== "workspace.yaml")) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  await runAll();
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const runAll = async () => {
  const terminal = recordingTerminal("zh");
  await runPipeline(folder, workspace, terminal, { mayMix: false });
  return terminal.said.join("\n");
};

async function query<Row extends SqlRow>(path: string, sql: string): Promise<readonly Row[]> {
  const db = await openNodeDatabase(path, { readOnly: true });
  try {
    return await db.query<Row>(sql);
  } finally {
    await db.close();
  }
}

/** Every row of every table as text, sorted; columns that tell when or where a run happened are left out. */
async function dump(path: string, except: readonly string[] = []): Promise<Record<string, string[]>> {
  const tables = await query<{ name: string }>(path, "select table_name as name from duckdb_tables() order by name");
  const rows: Record<string, string[]> = {};
  for (const { name } of tables) {
    const excluded = await query<{ name: string }>(path, `select column_name as name from duckdb_columns() where table_name = '${name}'`);
    const left = excluded.filter(({ name: column }) => except.includes(column)).map(({ name: column }) => `"${column}"`);
    const found = await query<{ line: string }>(
      path,
      `select (to_json(t)::varchar) as line from (select ${left.length > 0 ? `* exclude (${left.join(", ")})` : "*"} from "${name}") t order by line`,
    );
    rows[name] = found.map(({ line }) => line);
  }
  return rows;
}

const ofTime = ["generated_at", "evaluated_at", "happened_at"];

describe("the whole way from files to published data", () => {
  test("taking the same files in twice gives the same store, row for row, and no step is done again", async () => {
    const before = await dump(workspace.store);
    await ingestIntoWorkspace(folder, workspace, recordingTerminal("zh"), { ...rules, mayMix: false, rebuild: false });
    expect(await dump(workspace.store)).toEqual(before);
    expect(before.raw_scores?.length).toBeGreaterThan(1000);

    const said = await runAll();
    for (const step of ["导入", "评价", "发布"]) expect(said).toContain(`${step}：没有变化`);
  });

  test("two workspaces filled from the same files hold the same results", async () => {
    const other = workspaceAt(mkdtempSync(join(root, "workspace-")));
    const terminal = recordingTerminal("zh");
    // What is published of the same results is the same by `publish.sql.test.ts`.
    await ingestIntoWorkspace(folder, other, terminal, { ...rules, mayMix: false, rebuild: false });
    await evaluateWorkspace(other, terminal, { schemes: rules.schemes, asOf: {} });
    expect(await dump(other.evaluation, ofTime)).toEqual(await dump(workspace.evaluation, ofTime));
  });
});

describe("one cell of one score sheet is changed", () => {
  const sheetPath = "2023/8-评分/评分-2023-专家G1.xlsx";

  /** Sets the first fixed deduction of an application's sheet that is 0 to what the clause costs, and returns the cell. */
  async function deductOnce(application: string): Promise<string> {
    const book = await openXlsx(readFileSync(join(folder, sheetPath)));
    const sheet = book.sheets.find(({ name }) => name === "窗口");
    if (!sheet) throw new Error("no sheet 窗口");
    const header = sheet.rows.findIndex((row) => row.includes("申报编号"));
    const column = (name: string) => sheet.rows[header]?.indexOf(name) ?? -1;
    const at = sheet.rows.findIndex(
      (row, index) =>
        index > header && row[column("申报编号")] === application && row[column("评分类型")] === "扣分" && row[column("扣分")] === 0,
    );
    const row = sheet.rows[at];
    if (!row) throw new Error(`${application} has no clause that is met`);
    row[column("扣分")] = String(row[column("评分项目")]).startsWith("1") ? 3 : 5;
    row[column("扣分原因")] = "现场复核发现未落实";
    row[column("佐证")] = "复核记录第1页";
    for (const [name, value] of [
      ["扣分", row[column("扣分")]],
      ["扣分原因", row[column("扣分原因")]],
      ["佐证", row[column("佐证")]],
    ] as const) {
      const cell = sheet.cells?.get(`${at},${column(name)}`);
      if (cell) cell.value = value ?? null;
    }
    writeFileSync(join(folder, sheetPath), await saveXlsx(book));
    return `${String.fromCharCode(65 + column("扣分"))}${at + 1}`;
  }

  type Result = { readonly application_id: string; readonly total_c: number; readonly rank: number | null; readonly state: string };
  const results = () =>
    query<Result>(
      workspace.evaluation,
      "select application_id, total_num * 10000 // total_den as total_c, rank, state from eval_result where honour = 'red-flag-window' order by application_id",
    );
  /** All that is stored about the scores of an application, without the ranks and without the file that carries the sheet. */
  const explanation = (application: string) =>
    query(
      workspace.evaluation,
      `select item, clause, kind, points_num, points_den, asked_c, grader_id, reason, evidence, sheet, row_no, cell
      from eval_line where application_id = '${application}' order by line_no`,
    );

  test("that window's score, rank and explanation change, those it falls behind move up one, and nothing else changes", async () => {
    const before = await results();
    const ranked = before.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
    // A deduction of 3 points by one of seven graders costs 3/7: enough for a window whose follower is less than that behind.
    const close = ranked.findIndex(({ rank, total_c }, place) => {
      const [previous, next] = [ranked[place - 1], ranked[place + 1]];
      return rank !== previous?.rank && next !== undefined && total_c > next.total_c && total_c - next.total_c < (300 / 7) * 10_000;
    });
    const changed = ranked[close]?.application_id ?? "";
    const explained = new Map(await Promise.all(before.map(async ({ application_id: id }) => [id, await explanation(id)] as const)));

    const cell = await deductOnce(changed);
    await runAll();
    const after = new Map((await results()).map((result) => [result.application_id, result]));
    expect(after.size).toBe(before.length);

    const old = before.find(({ application_id }) => application_id === changed);
    const now = after.get(changed);
    expect(now?.total_c).toBeLessThan(old?.total_c ?? 0);
    expect(now?.rank).toBeGreaterThan(old?.rank ?? 0);
    const lines = await explanation(changed);
    const added = lines.filter((line) => line.reason === "现场复核发现未落实");
    expect(added).toEqual([expect.objectContaining({ grader_id: "G1", evidence: "复核记录第1页", sheet: "窗口", cell })]);

    for (const { application_id: id, total_c, rank, state } of before.filter((result) => result.application_id !== changed)) {
      const passed = rank !== null && old?.rank != null && now?.rank != null && rank > old.rank && rank <= now.rank;
      expect(after.get(id), id).toMatchObject({ total_c, state, rank: passed ? rank - 1 : rank });
      expect(await explanation(id), id).toEqual(explained.get(id));
    }
  });
});

test("a file with 10 broken rows among 1,000 stores 990, lists 10 with their cells, and says so by its exit code", async () => {
  const broken = new Map([
    [17, { column: "受理时间", value: "2023-02-30 09:00:00" }],
    [101, { column: "性质", value: "吐槽" }],
    [250, { column: "是否属实", value: "也许" }],
    [333, { column: "受理时间", value: "去年" }],
    [404, { column: "窗口编号", value: "" }],
    [512, { column: "态度质量原因", value: "大概" }],
    [640, { column: "工单号", value: "" }],
    [777, { column: "办结时间", value: "2023-13-01 10:00:00" }],
    [888, { column: "性质", value: "" }],
    [1000, { column: "是否满意", value: "还行" }],
  ]);
  const columns = ["工单号", "窗口编号", "来源", "性质", "受理时间", "办结时间", "是否属实", "态度质量原因", "是否满意", "投诉内容"];
  const row = (number: number) => {
    const cells = new Map<string, string>([
      ["工单号", `T${number}`],
      ["窗口编号", "W0001"],
      ["来源", "12345"],
      ["性质", "投诉"],
      ["受理时间", "2023-05-04 09:30:00"],
      ["办结时间", "2023-05-06 16:00:00"],
      ["是否属实", "属实"],
      ["态度质量原因", "否"],
      ["是否满意", "是"],
      ["投诉内容", "示例"],
    ]);
    const fault = broken.get(number);
    if (fault) cells.set(fault.column, fault.value);
    return columns.map((column) => cells.get(column)).join(",");
  };
  const only = mkdtempSync(join(root, "complaints-"));
  const lines = [columns.join(","), ...Array.from({ length: 1000 }, (_, index) => row(index + 1))];
  writeFileSync(join(only, "投诉.csv"), `${lines.join("\n")}\n`);

  const terminal = recordingTerminal("zh");
  const own = workspaceAt(mkdtempSync(join(root, "workspace-")));
  expect(await runCommandLine(["ingest", only, "--workspace", own.folder], terminal)).toBe(3);
  const [counts] = await query<{ stored: number; rejected: number }>(
    own.store,
    `select (select count(*) from raw_complaints) as stored,
      (select count(distinct row_no) from ingest_problem where severity = 'rejected') as rejected`,
  );
  expect(counts).toEqual({ stored: 990, rejected: 10 });

  const said = terminal.said.join("\n");
  const report = readFileSync(own.report, "utf8");
  for (const [number, { column, value }] of broken) {
    const place = `第${number + 1}行·${column}`;
    const line = said.split("\n").find((each) => each.includes(place));
    expect(line, place).toMatch(/D\d{3}/);
    if (value !== "") expect(line).toContain(`「${value}」`);
    expect(report).toContain(place);
  }
});
