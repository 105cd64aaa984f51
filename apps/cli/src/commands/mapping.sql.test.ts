import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommandLine } from "../main.ts";
import { recordingTerminal } from "../recording-terminal.ts";
import { repository } from "../workspace.ts";

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "mingchuang-mapping-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const foreign = join(repository, "data/nyc-311/311_nyc_sample.csv");
async function run(...args: string[]) {
  const terminal = recordingTerminal("zh");
  const exit = await runCommandLine(["mapping", ...args], terminal);
  return { exit, said: terminal.said.join("\n"), warned: terminal.warned.join("\n") };
}

test("a draft is shown, or written where nothing stands yet, with the way to the schema for editors", async () => {
  expect((await run(foreign, "--kind", "complaints")).said).toContain("# 表头在第 1 行：Unique Key、Created Date");
  const out = join(root, "draft.yaml");
  expect(await run(foreign, "--kind", "投诉记录", "--out", out)).toMatchObject({
    exit: 0,
    said: `对照表草稿已写入 ${out}，请逐行核对后再导入。`,
  });
  expect(readFileSync(out, "utf8")).toMatch(/^# yaml-language-server: \$schema=\.\.\/.*data\/mappings\/mapping\.schema\.json\n/);
  expect(await run(foreign, "--out", out)).toMatchObject({ exit: 1, warned: expect.stringMatching(/^S120/) });
});

test("a file that is not there, or a setting that does not fit it, is told by number", async () => {
  expect(await run(join(root, "none.csv"))).toMatchObject({ exit: 1, warned: expect.stringMatching(/^S119/) });
  expect(await run(foreign, "--header-row", "99")).toMatchObject({ exit: 1, warned: expect.stringMatching(/^F128/) });
});
