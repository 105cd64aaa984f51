import { rm } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evaluatedWorkspace, tell } from "../evaluated-fixture.ts";
import type { Workspace } from "../workspace.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await evaluatedWorkspace();
});
afterAll(() => rm(workspace.folder, { recursive: true }));

test("each step of the loop is counted by its state, by working days over the holidays of October, with the overdue listed", async () => {
  const { code, said } = await tell(workspace, ["loop", "--policy", "fenghua-2022.day-type=working"]);
  expect(code).toBe(0);
  expect(said).toMatchInlineSnapshot(`
    "差评闭环 · 2023 年：5 条记录，截止 2023-12-31
      步骤                应办  按时  逾期办  已办（无期限）  逾期未办  未到期  不适用  数据未记  办理率  按时率
      一件一日一回访         5     4       0               0         1       0       0         0  80.00%  80.00%
      申诉，或整改并反馈     5     1       3               0         1       0       0         0  80.00%  20.00%
      追评一次               1     0       0               0         0       1       4         0  0.00%   –
      办理率 = 已办的 ÷ 应办的；按时率 = 按时办的 ÷ 按时办的、逾期办的和逾期未办的。
    逾期未办 2 条，最久的在前：
      记录     窗口            日期        说明
      R-W-1-1  示例窗口甲 W-1  2023-09-28  一件一日一回访：尚未办理，逾期 61 个工作日；2023-09-28 起 1 个工作日内，到 2023-10-07。
      R-W-1-1  示例窗口甲 W-1  2023-09-28  申诉，或整改并反馈：尚未办理，逾期 47 个工作日；2023-09-28 起 15 个工作日内，到 2023-10-25。"
  `);
});

test("what happened after the as-of day has not happened yet", async () => {
  const steps = async (asOf: string) => {
    const { loops } = JSON.parse((await tell(workspace, ["loop", "--as-of", asOf, "--json"])).said);
    return loops[0].figures.map(({ states }: { states: Record<string, number> }) => states.overdue);
  };
  expect(await steps("2023-09-29")).toEqual([0, 0, 0]);
  expect(await steps("2023-09-30")).toEqual([1, 0, 0]);
  expect(await steps("2023-10-14")).toEqual([1, 1, 0]);
});

test("programs get every record with its window, its row and its steps", async () => {
  const { said } = await tell(workspace, ["loop", "--json"]);
  const { scheme, year, loops } = JSON.parse(said);
  expect([scheme, year, loops[0].records.length]).toEqual(["fenghua-2022", 2023, 5]);
  const first = loops[0].records.find(({ recordId }: { recordId: string }) => recordId === "R-W-1-1");
  expect(first).toMatchObject({ opened: "2023-09-28", window: { subject_id: "W-1" }, origin: { fileId: "f1" } });
});

test("in English nothing but names stays Chinese", async () => {
  const { said } = await tell(workspace, ["loop"], "en");
  expect(said.replaceAll(/示例窗口[甲乙丙丁]/g, "")).not.toMatch(/\p{Script=Han}/u);
});

test("a scheme without a loop is refused with those that have one, and a policy that does not exist by number", async () => {
  const { code, warned } = await tell(workspace, ["loop", "--scheme", "zhejiang-2023"]);
  expect(code).toBe(1);
  expect(warned).toMatch(/S117[\s\S]*--scheme fenghua-2022/);
  expect((await tell(workspace, ["loop", "--policy", "suzhou-2019.day-type=working"])).warned).toContain("S117");
  expect(await tell(workspace, ["loop", "--policy", "fenghua-2022.days=working"])).toMatchObject({
    code: 1,
    warned: expect.stringContaining("R206"),
  });
});
