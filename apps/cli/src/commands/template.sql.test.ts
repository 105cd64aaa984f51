import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contracts } from "@mingchuang/ingest/contracts/catalogue";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exitCodes } from "../exit-codes.ts";
import { runCommandLine } from "../main.ts";
import { recordingTerminal } from "../recording-terminal.ts";

const root = mkdtempSync(join(tmpdir(), "mingchuang-template-"));
const [folder, workspace, out] = [join(root, "in"), join(root, "workspace"), join(root, "out")];
const run = async (...args: string[]) => {
  const terminal = recordingTerminal("zh");
  const code = await runCommandLine(args, terminal);
  return { code, said: [...terminal.said, ...terminal.warned].join("\n") };
};

beforeAll(() => mkdirSync(folder));
afterAll(() => rmSync(root, { recursive: true }));

test("a template of every kind is written once and never over one that may be filled in", async () => {
  expect((await run("template", "--out", out, "--scheme", "zhejiang-2023")).code).toBe(exitCodes.ok);
  expect(readdirSync(out).sort()).toEqual(contracts.map(({ title }) => `${title}-模板.xlsx`).sort());
  const again = await run("template", "windows", "--out", out);
  expect([again.code, again.said]).toEqual([exitCodes.failed, expect.stringContaining("S120")]);
});

test("a kind or scheme that there is not is told together with those that there are", async () => {
  expect((await run("template", "review", "--out", out)).said).toContain("review_counts");
  expect((await run("template", "windows", "--out", out, "--scheme", "zj")).said).toContain("zhejiang-2023");
  expect((await run("template", "scores", "--out", out, "--grader", "G1")).said).toContain("--scheme");
});

test("a grader's score sheet comes from the applications of the workspace", async () => {
  writeFileSync(join(folder, "申报.csv"), "申报编号,方案编号,年度,荣誉,申报对象编号\nA1,zhejiang-2023,2023,红旗窗口,W1\n");
  await run("ingest", folder, "--workspace", workspace);
  const order = ["template", "scores", "--scheme", "zhejiang-2023", "--grader", "评委A", "--workspace", workspace, "--out", folder];
  expect((await run(...order)).code).toBe(exitCodes.ok);
  expect(readdirSync(folder)).toContain("评分-2023-初审-评委A.xlsx");
  expect((await run(...order, "--year", "2022")).said).toContain("S121");
  const { said } = await run("ingest", folder, "--workspace", workspace);
  expect(said).toMatch(/评分-2023-初审-评委A\.xlsx +19 +19 +0 +0/);
  expect(said).toMatch(/空表.*\n.*评分-2023-初审-评委A\.xlsx 酌情扣分/);
});
