import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { underStoreLock } from "@mingchuang/ingest/store-lock";
import { WarehouseError } from "@mingchuang/warehouse/errors";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { renderFailure } from "../failure.ts";
import { runCommandLine } from "../main.ts";
import { runPipeline } from "../pipeline.ts";
import { recordingTerminal } from "../recording-terminal.ts";
import { type Workspace, workspaceAt } from "../workspace.ts";

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "mingchuang-ingest-command-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folder: string;
let workspace: Workspace;
beforeEach(() => {
  folder = mkdtempSync(join(root, "folder-"));
  workspace = workspaceAt(mkdtempSync(join(root, "workspace-")));
});

const register = "名录年度,窗口编号,窗口名称,设区市,层级,领域\n2024,W1,示例窗口1,杭州市,县级,住建\n2024,W2,示例窗口2,杭州市,县级,住建\n";
const withoutYear = register.replaceAll(/^[^,]+,/gm, "");
const write = (path: string, text: string) => writeFileSync(join(folder, path), text);

async function run(...args: string[]) {
  const terminal = recordingTerminal("zh");
  const exit = await runCommandLine([...args, "--workspace", workspace.folder], terminal);
  return { exit, said: terminal.said.join("\n"), warned: terminal.warned.join("\n") };
}

async function start() {
  const terminal = recordingTerminal("zh");
  await runPipeline(folder, workspace, terminal, { mayMix: false });
  return { said: terminal.said.join("\n"), warned: terminal.warned.join("\n") };
}

async function query(sql: string, path = workspace.store) {
  const db = await openNodeDatabase(path);
  try {
    return await db.query(sql);
  } finally {
    await db.close();
  }
}
const years = () => query("select distinct year from raw_windows where superseded_by is null");

describe("a store of another version", () => {
  beforeEach(async () => {
    write("窗口.csv", register);
    await run("ingest", folder);
    await query("update store_meta set store_version = 1");
    await query("alter table raw_windows drop column name");
  });

  test("is refused by evaluate and by ingest, which say how to get a new one, and stays as it is", async () => {
    const bytes = readFileSync(workspace.store);
    for (const args of [["evaluate"], ["ingest", folder]]) {
      const { exit, warned } = await run(...args);
      expect(exit).toBe(1);
      expect(warned).toMatch(/^F120 .+\n.+1 ≠ \d+\n.+npm start -- <文件夹>/);
    }
    expect(readFileSync(workspace.store).equals(bytes)).toBe(true);
  });

  test("is put aside by start and built anew from its folder, and start says so", async () => {
    const aside = join(workspace.folder, "store-v1.duckdb");
    expect((await start()).said).toContain(`旧库另存为 ${aside}`);
    expect(await query("select name from raw_windows order by window_id")).toEqual([{ name: "示例窗口1" }, { name: "示例窗口2" }]);
    expect(await query("select store_version from store_meta", aside)).toEqual([{ store_version: 1 }]);
    expect((await start()).said).toContain("导入：没有变化");
  });

  test("is not built anew from another folder than its own", async () => {
    const own = folder;
    folder = mkdtempSync(join(root, "folder-"));
    write("窗口.csv", register);
    const terminal = recordingTerminal("zh");
    await expect(runPipeline(folder, workspace, terminal, { mayMix: true })).rejects.toMatchObject({ code: "F120" });
    expect(existsSync(join(workspace.folder, "store-v1.duckdb"))).toBe(false);
    folder = own;
  });
});

describe("a table without a year", () => {
  beforeEach(() => write("窗口.csv", withoutYear));

  test("is refused with the words that help, on every run", async () => {
    const first = await run("ingest", folder);
    const second = await run("ingest", folder);
    for (const { exit, said } of [first, second]) {
      expect(exit).toBe(3);
      expect(said).toMatch(/窗口\.csv {2}F117 .+--year 2024.+（窗口名录: 名录年度）/);
      expect(readFileSync(workspace.report, "utf8")).toContain("## 被退回的文件");
    }
  });

  test("takes that of --year, and a later load remembers it", async () => {
    expect(await run("ingest", folder, "--year", "2024")).toMatchObject({ exit: 0, warned: "" });
    write("窗口.csv", withoutYear.replace("W2", "W3"));
    expect(await run("ingest", folder)).toMatchObject({ exit: 0, warned: "" });
    expect(await years()).toEqual([{ year: 2024 }]);
    expect((await run("ingest", folder, "--year", "2023")).warned).toContain("已按 2024 年入库");
  });

  test("takes that of workspace.yaml, which --year goes before", async () => {
    write("workspace.yaml", "year: 2022\n");
    expect(await run("ingest", folder)).toMatchObject({ exit: 0 });
    expect(await years()).toEqual([{ year: 2022 }]);
    write("窗口.csv", withoutYear.replace("W2", "W3"));
    await run("ingest", folder, "--year", "2024");
    expect(await years()).toEqual([{ year: 2024 }]);
  });
});

test("start says again what was turned away when there is nothing new to read", async () => {
  write("窗口.csv", `${register}2024,W3,示例窗口3,杭州市,县级,气象\n`);
  write("空.csv", "");
  await start();
  const { said, warned } = await start();
  expect(said).toContain("导入：没有变化");
  expect(warned).toBe(`仍有 1 行、1 个文件被退回；见 ${workspace.report}`);
});

describe("a file that is no longer in the folder", () => {
  const second = register.replaceAll("W1", "W8").replaceAll("W2", "W9");
  const subjects = () =>
    query("select window_id from raw_windows where superseded_by is null order by 1").then((rows) => rows.flatMap(Object.values));
  beforeEach(async () => {
    write("一.csv", register);
    write("二.csv", second);
    await run("ingest", folder);
    rmSync(join(folder, "二.csv"));
  });

  test("keeps its line in the account and its rows in the total, on every run, with the command that undoes it", async () => {
    for (const { exit, said, warned } of [await run("ingest", folder), await run("ingest", folder)]) {
      expect(exit).toBe(0);
      expect(said).toMatch(/二\.csv（已不在文件夹里） +2 +2 +0 +0 .+\n合计 +4 +4 +0 +0/);
      expect(warned).toContain(`mingchuang ingest undo "二.csv" --workspace ${workspace.folder}`);
      expect(readFileSync(workspace.report, "utf8")).toContain("| 二.csv | 已不在文件夹里，数据仍计入");
    }
    await start();
    expect((await start()).warned).toContain("1 个文件已不在文件夹里而数据仍计入");
  });

  test("leaves account and results when it is undone, once, and the same content stays out until it is redone", async () => {
    const { exit, said, warned } = await run("ingest", "undo", "二.csv");
    expect({ exit, warned }).toEqual({ exit: 0, warned: "" });
    expect(said).toMatch(/^已撤销：二\.csv，2 行不再计入/);
    expect(await run("ingest", "undo", "二.csv")).toMatchObject({ exit: 1, warned: expect.stringMatching(/^S118/) });
    expect((await run("ingest", folder)).said).toMatch(/合计 +2 +2 +0 +0/);
    expect(await subjects()).toEqual(["W1", "W2"]);
    write("二.csv", second);
    const bytes = readFileSync(workspace.store);
    const left = await run("ingest", folder);
    expect(left.said).toMatch(/二\.csv（已撤销） +2 +0 +0 +2 /);
    expect(left.warned).toContain(`mingchuang ingest redo "二.csv" --workspace ${workspace.folder}`);
    expect(readFileSync(workspace.store).equals(bytes)).toBe(true);
    expect((await run("ingest", "redo", join(folder, "二.csv"))).said).toMatch(/^已恢复：二\.csv，2 行计入/);
    expect(await run("ingest", "redo", "二.csv")).toMatchObject({ exit: 1, warned: expect.stringMatching(/^S124/) });
    expect(await subjects()).toEqual(["W1", "W2", "W8", "W9"]);
  });
});

describe("the log", () => {
  const log = async (...args: string[]) => (await run("ingest", "log", ...args)).said.replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/g, "某时");

  test("tells of every file what happened to it, in the order in which it did, and of one file what concerns it", async () => {
    write("一.csv", register);
    write("二.csv", register.replace("W1", "W8").replace("示例窗口2", "示例窗口二"));
    await run("ingest", folder);
    await run("ingest", "undo", "二.csv");
    const lines = (await log())
      .split("\n")
      .slice(1)
      .map((line) => line.replaceAll(/ [0-9a-f]{8}\b/g, "").replaceAll(/ {2,}/g, " | "));
    expect(lines).toEqual([
      "1 | 某时 | 导入 | 一.csv | 2 行计入 | 2 = 2 + 0 + 0",
      "2 | 某时 | 导入 | 二.csv | 2 行计入 | 2 = 2 + 0 + 0",
      "3 | 某时 | 被取代 | 一.csv | 1 行由 二.csv 取代 | 2 = 1 + 0 + 1",
      "4 | 某时 | 撤销 | 二.csv | 2 行不再计入 | 2 = 0 + 0 + 2",
      "5 | 某时 | 重新计入 | 一.csv | 1 行因 二.csv 而重新计入 | 2 = 2 + 0 + 0",
    ]);
    expect((await log("二.csv")).split("\n")).toHaveLength(5);
    expect(await run("ingest", "log", "三.csv")).toMatchObject({ exit: 1, warned: expect.stringMatching(/^S125/) });
  });

  test("tells of a row every version with its place, what changed, and which counts", async () => {
    write("一.csv", register);
    await run("ingest", folder);
    write("一.csv", register.replace("示例窗口2", "示例窗口二"));
    await run("ingest", folder);
    await run("ingest", "undo", "一.csv");
    expect((await log("--row", "窗口名录", "--key", "W2,2024")).split("\n")).toEqual([
      "窗口名录 W2 · 2024",
      "  某时  一.csv 第 3 行  计入",
      "  某时  一.csv 第 3 行  已撤销",
      "      窗口名称: 示例窗口2 → 示例窗口二",
    ]);
    expect(await log("--row", "windows", "--key", "W2")).toContain("W2 · 2024");
    expect((await run("ingest", "log", "--row", "windows", "--key", "W7")).warned).toMatch(
      /^S126[\s\S]+窗口编号 \(window_id\), 名录年度 \(year\)/,
    );
    expect((await run("ingest", "log", "--row", "windows")).exit).toBe(2);
  });

  test("is not the folder of that name, which is written ./log", async () => {
    expect(await run("ingest", "log")).toMatchObject({ exit: 1, warned: expect.stringMatching(/^S102/) });
    expect(await run("ingest", "./log")).toMatchObject({ exit: 1, warned: expect.stringMatching(/^S101/) });
  });
});

test("a store filled anew from the same files at another time starts no step again", async () => {
  write("一.csv", register);
  await start();
  rmSync(workspace.store);
  const { said } = await start();
  expect(said).not.toContain("导入：没有变化");
  expect(said).toContain("评价：没有变化");
  expect(said).toContain("发布：没有变化");
});

test("a folder without usable data is told which tables are wanted, and by which headers they are known", async () => {
  expect((await start()).said).toMatch(/没有读到可用的数据.+\n {2}窗口名录：窗口编号、窗口名称、领域\/单位类别\n/);
  write("窗口.csv", register);
  expect((await start()).said).not.toContain("没有读到可用的数据");
});

test("a second import says who is working and waits, or with --wait 0 is turned away; it then finds all done", async () => {
  write("窗口.csv", register);
  await run("ingest", folder);
  let release = () => {};
  const first = underStoreLock(workspace.store, {}, () => new Promise<void>((done) => (release = done)));
  while (!existsSync(`${workspace.store}.lock.json`)) await new Promise(setImmediate);
  const turnedAway = await run("ingest", folder, "--wait", "0");
  expect(turnedAway).toMatchObject({ exit: 1, warned: expect.stringMatching(/^F118 .+\n.+进程 \d+（/) });
  const terminal = recordingTerminal("zh");
  const second = runCommandLine(["ingest", folder, "--workspace", workspace.folder, "--wait", "60"], terminal);
  while (terminal.warned.length === 0) await new Promise(setImmediate);
  expect(terminal.warned[0]).toMatch(/^另一个导入正在进行（.+进程 \d+.+），最多等 60 秒/);
  release();
  await first;
  expect(await second).toBe(0);
});

test("a disk that is full anywhere has a number, and so has a place that may not be written to", () => {
  const terminal = recordingTerminal("zh");
  const system = (code: string) => Object.assign(new Error(`${code}: write`), { code, syscall: "write" });
  expect(renderFailure(system("ENOSPC"), terminal)).toMatch(/^S129 /);
  expect(renderFailure(new WarehouseError("W101", "IO Error: Could not write file: No space left on device"), terminal)).toMatch(/^S129 /);
  expect(renderFailure(system("EACCES"), terminal)).toMatch(/^S130 /);
  expect(renderFailure(new WarehouseError("W101", "Parser Error: syntax error"), terminal)).toMatch(/^W101 /);
});

test("a file that a load took in and then died over is not forgotten when it has left the folder before the next", async () => {
  write("一.csv", register);
  write("二.csv", register.replaceAll("W1", "W8").replaceAll("W2", "W9"));
  const dying = recordingTerminal("zh");
  const during: typeof dying.during = async (_label, work) => {
    await work(() => {});
    throw new Error("killed");
  };
  expect(await runCommandLine(["ingest", folder, "--workspace", workspace.folder], { ...dying, during })).toBe(1);
  rmSync(join(folder, "二.csv"));
  expect((await run("ingest", folder)).said).toMatch(/二\.csv（已不在文件夹里）/);
});
