import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evaluatedWorkspace, tell } from "../evaluated-fixture.ts";
import type { Workspace } from "../workspace.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await evaluatedWorkspace();
});
afterAll(() => rm(workspace.folder, { recursive: true }));

const june = ["draw-calls", "--month", "2023-06", "--calls", "12", "--seed", "5"];

test("calls are shared by the cases of the month, and a window without a figure is named as such", async () => {
  const { code, said, warned } = await tell(workspace, june);
  expect(code).toBe(0);
  expect(said).toMatchInlineSnapshot(`
    "窗口编号  窗口         设区市  办件量  回访数
    W-1       示例窗口甲   杭州市    1000       2
    W-2       示例窗口乙   杭州市    2000       4
    W-3       =示例窗口丙  杭州市    3000       6
    2023-06：3 个窗口共 6000 件，按办件量抽 12 件回访（随机种子 5）"
  `);
  expect(warned).toBe("另有 1 个窗口没有报办件量，抽不到。");
});

test("a year takes all its months, and the seed alone decides who is rounded up", async () => {
  const drawn = async (seed: string) => {
    const { said } = await tell(workspace, ["draw-calls", "--year", "2023", "--calls", "4", "--seed", seed, "--json"]);
    return JSON.parse(said) as { cases: number; sample: { subject_id: string; calls: number }[] };
  };
  const first = await drawn("3");
  expect(first.cases).toBe(12_000);
  expect(first.sample.reduce((sum, { calls }) => sum + calls, 0)).toBe(4);
  expect(await drawn("3")).toEqual(first);
  const others = await Promise.all(["4", "5", "6", "7", "8"].map(drawn));
  expect(others.some(({ sample }) => JSON.stringify(sample) !== JSON.stringify(first.sample))).toBe(true);
});

test("the sample goes into a CSV file that a spreadsheet reads as text, with a cell like a formula made harmless", async () => {
  const path = join(workspace.folder, "calls.csv");
  expect((await tell(workspace, [...june, "--out", path])).said).toContain(`已写入 ${path}`);
  const lines = (await readFile(path, "utf8")).split("\r\n");
  expect(lines[0]).toBe("\uFEFF窗口编号,窗口,设区市,办件量,回访数");
  expect(lines).toContain("W-3,'=示例窗口丙,杭州市,3000,6");
});

test("more calls than cases are refused by number, and so is a programme that nobody was judged by", async () => {
  expect(await tell(workspace, ["draw-calls", "--month", "2023-06", "--calls", "6001"])).toMatchObject({
    code: 1,
    warned: expect.stringContaining("R234"),
  });
  expect(await tell(workspace, [...june, "--scheme", "hunan-2011"])).toMatchObject({ code: 1, warned: expect.stringContaining("S117") });
});
