import { rm } from "node:fs/promises";
import { sumOfLeaves, unexplained } from "@mingchuang/rubric/explain/explanation";
import { openNodeDatabase } from "@mingchuang/warehouse/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evaluatedWorkspace, tell } from "../evaluated-fixture.ts";
import type { Workspace } from "../workspace.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await evaluatedWorkspace();
});
afterAll(() => rm(workspace.folder, { recursive: true }));

test("an undecided window is explained from its rank to its cells, with what each decision would do", async () => {
  const { code, said } = await tell(workspace, ["explain", "W-3"]);
  expect(code).toBe(0);
  expect(said).toMatchInlineSnapshot(`
    "=示例窗口丙 W-3（申报 2023-W-3）
    红旗窗口 · 2023 年（zhejiang-2023，截止 2023-12-31）

    名次
      第 2 名。与他人总分相同，按计入的差评多少分出先后。  [zj-2023-notice 正文·评审认定]
        有待认定的事项，名次是暂定的。
          非客观原因差评过多：计入 3 条，待认定 1 条，满 4 条否决，待认定。待认定的有 1 条计入即一票否决。  [zj-2023-notice 附件5·7·2]
            计入：日期和各项条件都符合。  R-W-3-1  ← f1.csv 第 2 行
            计入：日期和各项条件都符合。  R-W-3-2  ← f1.csv 第 3 行
            待认定：原因认定尚未确定。  R-W-3-3  ← f1.csv 第 4 行
            计入：日期和各项条件都符合。  R-W-3-4  ← f1.csv 第 5 行
        在前的是 示例窗口甲 W-1（第 1 名）：总分相同，由计入的差评分出。
        在后的是 示例窗口乙 W-2（第 3 名）：总分比它高 4.67。

    得分（左列为分值，各级相加等于上一级；显示到 0.01 分，计算不舍入）
       88.00  总分 88.00 分：基本分 85.00，加分 3.00。  [zj-2023-notice 附件5]
       10.00    “组织领导”得 10.00 分，满分 10.00 分。  [zj-2023-notice 附件5·1]
       10.00      组织领导满分 10.00 分。
       15.00    “政务服务标准化”得 15.00 分，满分 20.00 分。  [zj-2023-notice 附件5·2]
       20.00      政务服务标准化满分 20.00 分。
       -5.00      3 位评委中有 3 位认为“名称与流程统一”未达到，合计 -5.00 分。  [zj-2023-notice 附件5·2·2]
       -1.67        G1认为“名称与流程统一”未达到，扣 5.00 分，计入 -1.67 分，原因：workflow未落实，佐证：现场照片。  ← f1.csv G1 F5
       -1.67        G2认为“名称与流程统一”未达到，扣 5.00 分，计入 -1.67 分，原因：workflow未落实，佐证：现场照片。  ← f1.csv G2 F5
       -1.67        G3认为“名称与流程统一”未达到，扣 5.00 分，计入 -1.67 分，原因：workflow未落实，佐证：现场照片。  ← f1.csv G3 F5
       20.00    “政务服务规范化”得 20.00 分，满分 20.00 分。  [zj-2023-notice 附件5·3]
       20.00      政务服务规范化满分 20.00 分。
       20.00    “政务服务便利化”得 20.00 分，满分 20.00 分。  [zj-2023-notice 附件5·4]
       20.00      政务服务便利化满分 20.00 分。
       20.00    “政务服务廉洁化”得 20.00 分，满分 20.00 分。  [zj-2023-notice 附件5·5]
       20.00      政务服务廉洁化满分 20.00 分。
        3.00    “加分事项”得 3.00 分，满分 10.00 分。  [zj-2023-notice 附件5·6]
        3.00      “近三年获得荣誉”1 条，计 3.00 分，上限 8.00 分。
        3.00        设区市级“示例文明窗口”，加 3.00 分。  ← f1.csv 第 2 行
        0.00      “推出服务新举措”0 条，计 0.00 分，上限 2.00 分。

    一票否决
      违纪违法查实：计入 0 条，满 1 条否决，未触及否决。  [zj-2023-notice 附件5·7·1]
      非客观原因差评过多：计入 3 条，待认定 1 条，满 4 条否决，待认定。待认定的有 1 条计入即一票否决。  [zj-2023-notice 附件5·7·2]
        计入：日期和各项条件都符合。  R-W-3-1  ← f1.csv 第 2 行
        计入：日期和各项条件都符合。  R-W-3-2  ← f1.csv 第 3 行
        待认定：原因认定尚未确定。  R-W-3-3  ← f1.csv 第 4 行
        计入：日期和各项条件都符合。  R-W-3-4  ← f1.csv 第 5 行
      明显办件差错造成严重后果：计入 0 条，满 1 条否决，未触及否决。  [zj-2023-notice 附件5·7·3]
      申报或佐证材料弄虚作假：计入 0 条，满 1 条否决，未触及否决。  [zj-2023-notice 附件5·7·4]

    评选
      推荐：第 2 名，按名次入选。
      专家初审：第 2 名，不参加评选：非客观原因差评过多：计入 3 条，待认定 1 条，满 4 条否决，待认定。待认定的有 1 条计入即一票否决。
      组委会认定：第 2 名，不参加评选：非客观原因差评过多：计入 3 条，待认定 1 条，满 4 条否决，待认定。待认定的有 1 条计入即一票否决。

    什么会改变结果
      在“专家初审”线内，与 示例窗口乙 W-2 相差 4.67。
      在“组委会认定”线外，与 示例窗口甲 W-1 总分相同。至少再达到 1 条即可入围：“名称与流程统一”，总分为 93.00。
      与 示例窗口甲 W-1 总分相同，按计入的差评排在后。
      非客观原因差评过多：若待认定的都不计入：共 3 条，差一条即否决。第 2 名，各名次不变。
      非客观原因差评过多：若待认定的都计入：共 4 条，一票否决。一票否决，没有名次，共有 3 个名次变动。"
  `);
});

test("outside a cut the smallest set of clauses that would lead over it is named, in English too", async () => {
  const { said } = await tell(workspace, ["explain", "2023-W-4"], "en");
  expect(said.slice(said.indexOf("What would change it"))).toMatchInlineSnapshot(`
    "What would change it
      Outside the cut of "Shortlist": 9.00 away from =示例窗口丙 W-3; drawing level is enough. Meeting 3 more clauses would do: "Plan and safeguards", "Unified names and workflow", "Mail service", for a total of 88.33.
      Outside the cut of "Final": 9.00 away from 示例窗口甲 W-1; drawing level would make a tie at the cut. Meeting 3 more clauses would do: "Plan and safeguards", "Unified names and workflow", "Mail service", for a total of 88.33."
  `);
});

test("the tree that programs get adds up to the total that was evaluated, exactly", async () => {
  const { said } = await tell(workspace, ["explain", "W-4", "--json"]);
  const { score, run, applicant } = JSON.parse(said);
  expect(run).toEqual({ year: 2023, honour: "red-flag-window", scheme: "zhejiang-2023", asOf: "2023-12-31" });
  expect(applicant).toMatchObject({ application_id: "2023-W-4", subject_name: "示例窗口丁" });
  const db = await openNodeDatabase(workspace.evaluation, { readOnly: true });
  const [total] = await db.query(
    "select total_num as numerator, total_den as denominator from eval_result where application_id = '2023-W-4'",
  );
  await db.close();
  expect(sumOfLeaves(score)).toEqual(total);
  expect(unexplained(score)).toEqual([]);
});

test("another year of the same subject is asked for by --year", async () => {
  expect((await tell(workspace, ["explain", "W-3", "--year", "2022"])).said).toContain("（申报 2022-W-3）");
});

test("who did not apply, or not in that year, is told so by number", async () => {
  expect(await tell(workspace, ["explain", "W-9"])).toMatchObject({ code: 1, warned: expect.stringContaining("S116") });
  const { code, warned } = await tell(workspace, ["explain", "W-3", "--year", "2021"]);
  expect(code).toBe(1);
  expect(warned).toMatch(/S115[\s\S]*--year 2023 --honour red-flag-window/);
});
