import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommandLine, splitLanguage } from "./main.ts";
import { recordingTerminal } from "./recording-terminal.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mingchuang-cli-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = async (rawArgs: readonly string[], language: "zh" | "en" = "en") => {
  const terminal = recordingTerminal(language);
  const code = await runCommandLine(rawArgs, terminal);
  return { code, said: terminal.said.join("\n"), warned: terminal.warned.join("\n") };
};

describe("help", () => {
  test.each([
    "start",
    "sample",
    "ingest",
    "ingest log",
    "ingest undo",
    "ingest redo",
    "evaluate",
    "publish",
    "serve",
    "check",
    "explain",
    "robustness",
    "compare",
    "draw-calls",
    "loop",
  ])("%s --help explains itself in both languages", async (name) => {
    const [zh, en] = [await run([...name.split(" "), "--help"], "zh"), await run([...name.split(" "), "--help"])];
    expect([zh.code, en.code]).toEqual([0, 0]);
    expect(zh.said).toMatch(new RegExp(`用法: mingchuang ${name}`));
    expect(en.said).toMatch(new RegExp(`Usage: mingchuang ${name}`));
    expect(en.said).not.toMatch(/\p{Script=Han}/u);
  });

  test("of the program lists all commands; no command at all is wrong usage", async () => {
    expect(await run(["--help"])).toMatchObject({ code: 0, said: expect.stringContaining("evaluate") });
    expect((await run([])).code).toBe(2);
  });

  test("--version says the version of the package", async () => {
    expect((await run(["--version"])).said).toMatch(/^\d+\.\d+\.\d+$/);
  });
});

describe("exit codes", () => {
  test.each([
    [["evalute"]],
    [["ingest"]],
    [["publish", "--profil", "public"]],
    [["publish", "--profile", "everyone"]],
    [["serve", "--port", "http"]],
    [["robustness", "--draws", "many"]],
    [["compare", "one.yaml"]],
    [["compare", "one.yaml", "other.yaml", "--year-before", "2022"]],
    [["draw-calls", "--month", "2023-13"]],
    [["draw-calls", "--month", "2023-06", "--year", "2023"]],
    [["loop", "--policy", "working"]],
    [["loop", "--as-of", "2023-02-30"]],
    [["ingest", ".", "--memory", "5"]],
    [["ingest", ".", "--memory", "100MB"]],
    [["start", ".", "--threads", "0"]],
  ])("%j is wrong usage, 2", async (rawArgs) => {
    const { code, warned } = await run(rawArgs);
    expect(code).toBe(2);
    expect(warned).toMatch(/^S110/);
  });

  test("a missing folder is a failure, 1, told by number with its cure and page, in the language of the terminal", async () => {
    const missing = join(folder, "missing");
    const en = await run(["ingest", missing, "--workspace", join(folder, "w")]);
    expect(en.code).toBe(1);
    expect(en.warned).toContain("S101");
    expect(en.warned).toContain(missing);
    expect(en.warned).toContain("docs/errors/S101.md");
    expect(en.warned).not.toMatch(/\p{Script=Han}/u);
    expect((await run(["ingest", missing, "--workspace", join(folder, "w")], "zh")).warned).toContain("处理办法：");
  });

  test.each([
    ["evaluate", "S102"],
    ["publish", "S103"],
    ["serve", "S104"],
    ["check", "S102"],
    ["explain", "S102"],
    ["robustness", "S102"],
    ["draw-calls", "S102"],
    ["loop", "S102"],
  ])("%s of a workspace that is not that far says which command comes first (%s)", async (name, code) => {
    const result = await run([name, ...(name === "explain" ? ["W-1"] : []), "--workspace", join(folder, "w")]);
    expect(result.code).toBe(1);
    expect(result.warned).toContain(code);
  });

  test("a scheme that does not load fails the check, with its code and line", async () => {
    writeFileSync(join(folder, "documents.yaml"), "{}\n");
    const schemes = mkdtempSync(join(folder, "schemes-"));
    writeFileSync(join(schemes, "bad.yaml"), "id: bad\nhonours: []\n");
    const { code, warned } = await run(["check", schemes]);
    expect(code).toBe(1);
    expect(warned).toMatch(/bad\.yaml[\s\S]*R1\d\d/);
  });
});

test.each([
  [["ingest", "data", "--lang", "en"], "en", ["ingest", "data"]],
  [["--lang=zh", "ingest", "data"], "zh", ["ingest", "data"]],
  [["ingest", "data"], undefined, ["ingest", "data"]],
])("--lang is everybody's option: %j", (rawArgs, language, rest) => {
  expect(splitLanguage(rawArgs)).toEqual({ language, rest });
});
