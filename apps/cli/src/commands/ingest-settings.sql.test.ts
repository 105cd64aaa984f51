import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { runCommandLine } from "../main.ts";
import { recordingTerminal } from "../recording-terminal.ts";

let root: string;
let folder: string;
let workspace: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "mingchuang-ingest-settings-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));
beforeEach(() => {
  folder = mkdtempSync(join(root, "folder-"));
  workspace = join(mkdtempSync(join(root, "workspace-")), "w");
});

const register = "名录年度,窗口编号,窗口名称,设区市,层级,领域\n2024,W1,示例窗口1,杭州市,县级,住建\n2024,W2,示例窗口2,杭州市,县级,气象\n";
const write = (path: string, text: string) => writeFileSync(join(folder, path), text);

async function run(...args: string[]) {
  const terminal = recordingTerminal("zh");
  const exit = await runCommandLine(["ingest", folder, ...args, "--workspace", workspace], terminal);
  return { exit, said: terminal.said.join("\n"), warned: terminal.warned.join("\n") };
}
const account = (said: string) => said.split("\n").filter((line) => /^(文件|合计|\S+\.csv) /.test(line));
const everything = () =>
  readdirSync(workspace, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path, readFileSync(path).toString("base64")]);

describe("a dry run", () => {
  test("makes no workspace, gives the account and the problems of the load, and says that nothing changed", async () => {
    write("窗口.csv", register);
    const dry = await run("--dry-run");
    expect(existsSync(workspace)).toBe(false);
    expect(dry.said).toContain("没有改动：1 个文件，将接收 1 行，退回 1 行");
    expect(dry.said).toMatch(/窗口\.csv 第3行·领域 {2}「气象」 D206/);
    const real = await run();
    expect([dry.exit, account(dry.said)]).toEqual([real.exit, account(real.said)]);
    expect(account(real.said)[1]).toMatch(/窗口名录 · csv UTF-8 逗号$/);
  });

  test("leaves store, report and what is remembered as they were, and writes its report only where it is told to", async () => {
    write("窗口.csv", register);
    await run();
    const before = everything();
    write("窗口.csv", register.replace("气象", "住建"));
    const page = join(root, "dry.md");
    const { said } = await run("--dry-run", "--report", page, "--file", "窗口.csv", "--kind", "windows");
    expect(said).toMatch(/窗口\.csv +2 +2 +0 +0/);
    expect(everything()).toEqual(before);
    expect(readFileSync(page, "utf8")).toContain("| 窗口.csv | 已导入 / loaded | 2 | 2 | 0 | 0 |");
    expect(await run("--dry-run", "--report", page)).toMatchObject({ exit: 1, warned: expect.stringMatching(/^S120/) });
  });
});

describe("the command line lays down for one file", () => {
  test("what later loads keep to, until --file alone takes it back", async () => {
    write("窗口.csv", register);
    expect((await run("--file", "窗口.csv", "--kind", "窗口名录", "--header-row", "1")).said).toContain(
      '按指定 {"headerRow":1,"kind":"windows"}',
    );
    expect((await run()).said).toContain("按指定");
    expect((await run("--file", "窗口.csv")).said).not.toContain("按指定");
    expect((await run()).said).not.toContain("按指定");
  });

  test("goes before workspace.yaml, and both are refused where they do not fit", async () => {
    write("窗口.csv", register);
    write("workspace.yaml", 'files: { "*.csv": { kind: people } }\n');
    expect((await run()).said).toMatch(/窗口\.csv {2}F128 .+（kind: people/);
    expect((await run("--file", "窗口.csv", "--kind", "windows")).said).toMatch(/窗口\.csv +2 +1 +1 +0/);
  });

  test.each([
    [["--file", "没有.csv"], 1, /^S119 .+\n.+没有\.csv/s],
    [["--file", "窗口.csv", "--encoding", "big5"], 1, /^S119 .+encoding/s],
    [["--file", "窗口.csv", "--header-row", "x"], 1, /^S119 .+headerRow/s],
    [["--kind", "windows"], 2, /^S110 .+--kind 须与 --file 同用/],
  ])("%j is refused", async (args, exit, warned) => {
    write("窗口.csv", register);
    expect(await run(...args)).toMatchObject({ exit, warned: expect.stringMatching(warned) });
  });
});

test("settings and mappings of the folder that fit nothing are told", async () => {
  write("窗口.csv", register);
  write("workspace.yaml", "files: { 旧.csv: { ignore: true } }\n");
  mkdirSync(join(folder, "mappings"));
  write("mappings/热线.yaml", "name: 热线\nkind: complaints\nmatch: [编号]\ncolumns: { complaint_id: 编号 }\n");
  const { said } = await run();
  expect(said).toMatch(/没有用上的规定：\n {2}files: 旧\.csv {2}F129 .+\n {2}mappings: 热线 {2}F130/);
  expect(readFileSync(join(workspace, "ingest-report.md"), "utf8")).toContain("## 没有用上的规定");
});
