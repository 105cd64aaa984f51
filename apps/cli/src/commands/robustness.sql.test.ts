import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeStore } from "@mingchuang/warehouse/store-fixture";
import { afterAll, beforeAll, expect, test } from "vitest";
import { evaluatedWorkspace, tell } from "../evaluated-fixture.ts";
import { type Workspace, workspaceAt } from "../workspace.ts";

let workspace: Workspace;
beforeAll(async () => {
  workspace = await evaluatedWorkspace();
});
afterAll(() => rm(workspace.folder, { recursive: true }));

test("a ranking is told with the agreement of its graders, its ranges and what crosses each cut", async () => {
  const { code, said } = await tell(workspace, ["robustness", "--draws", "50"]);
  expect(code).toBe(0);
  expect(said).toMatchInlineSnapshot(`
    "红旗窗口 · 2023 年（zhejiang-2023，截止 2023-12-31）

    评委是否一致
      单个评委（松紧之差算误差）的可靠性为差至优：ICC(2,1) = 0.79，95% 区间 0.27 – 0.98（3 位评委，4 个对象）。
      单个评委（松紧之差不算误差）的可靠性为差至优：ICC(3,1) = 0.87，95% 区间 0.41 – 0.99（3 位评委，4 个对象）。
      全体评委的平均（松紧之差算误差）的可靠性为中至优：ICC(2,k) = 0.92，95% 区间 0.52 – 0.99（3 位评委，4 个对象）。
      按总分的 Krippendorff α = 0.747（4 个对象，12 份评分）。
      逐条看扣与不扣的 Krippendorff α = 0.669（76 处，228 个评分）。
      名次的一致程度 Kendall W = 0.976（χ² = 8.79，自由度 3，p = 0.032）。

      项目            单个评委 ICC(2,1)  95% 区间
      组织领导        0.250              -0.199 – 0.896
      政务服务标准化  0.700              0.136 – 0.975
      政务服务规范化  0.000              -0.394 – 0.821
      政务服务便利化  0.700              0.136 – 0.975

    评委的松紧
      G1与其他评委平均相差 2.38 分，看不出偏严或偏宽（共同评分 4 个对象）。
      G3与其他评委平均相差 0.63 分，看不出偏严或偏宽（共同评分 4 个对象）。
      G2与其他评委平均相差 1.75 分，看不出偏严或偏宽（共同评分 4 个对象）。

    名次的范围：重抽评委 50 次取中间 95%；权重上下浮动 10%；政策按来源未规定的各种选择。随机种子 20230928
      名次  对象             重抽评委  少一位评委  权重  政策
      1     示例窗口甲 W-1   1–2       1–2         1–2*  1–2
      2     =示例窗口丙 W-3  1–2       1–2         1–2*  1–2
      3     示例窗口乙 W-2   3         3           3*    2–3
      4     示例窗口丁 W-4   4         4           4*    3–4
      权重一列带 * 的范围已证明：在浮动范围内怎样改权重都不会超出。
      改变后会动名次的政策：差评原因的认定、多位评委的合成、同分的处理。

    专家初审（2 个名额）线上下各 5 个对象，最小什么改变会越线
      示例窗口甲 W-1  在专家初审名额之内；少 4.67 分就会与 示例窗口乙 W-2 换位；政务服务标准化的权重降低超过 93.33% 也会换位；改动 1 份评分表（G2）就可能换位。
      =示例窗口丙 W-3  在专家初审名额之内；少 4.67 分就会与 示例窗口乙 W-2 换位；政务服务标准化的权重提高超过 540.00% 也会换位；改动 1 份评分表（G1）就可能换位。
      示例窗口乙 W-2  在专家初审名额之外；多 4.67 分就会与 =示例窗口丙 W-3 换位；政务服务标准化的权重降低超过 93.33% 也会换位；改动 2 份评分表（G1、G2）就可能换位。
      示例窗口丁 W-4  在专家初审名额之外；多 9.00 分就会与 =示例窗口丙 W-3 换位；政务服务标准化的权重提高超过 540.00% 也会换位；改动 3 份评分表（G1、G2、G3）就可能换位。

    组委会认定（1 个名额）线上下各 5 个对象，最小什么改变会越线
      示例窗口甲 W-1  在组委会认定名额之内；多 0.00 分以上就会与 =示例窗口丙 W-3 换位；组织领导的权重提高超过 0.00% 也会换位；改动 1 份评分表（G2）就可能换位。
      =示例窗口丙 W-3  在组委会认定名额之外；多 0.00 分以上就会与 示例窗口甲 W-1 换位；组织领导的权重提高超过 0.00% 也会换位；改动 1 份评分表（G1）就可能换位。
      示例窗口乙 W-2  在组委会认定名额之外；多 4.67 分就会与 示例窗口甲 W-1 换位；改动 2 份评分表（G1、G2）就可能换位。
      示例窗口丁 W-4  在组委会认定名额之外；多 9.00 分就会与 示例窗口甲 W-1 换位；改动 3 份评分表（G1、G2、G3）就可能换位。"
  `);
});

test("the same seed gives the same, in JSON with every range and whom it is about", async () => {
  const json = async (seed: string) => (await tell(workspace, ["robustness", "--draws", "20", "--seed", seed, "--json"])).said;
  const first = await json("7");
  expect(await json("7")).toBe(first);
  const { run, applicants, agreement, robustness } = JSON.parse(first);
  expect(run).toMatchObject({ year: 2023, honour: "red-flag-window", seed: 7 });
  expect(applicants).toHaveLength(4);
  expect(robustness).toMatchObject({ draws: 20, graders: ["G1", "G2", "G3"] });
  expect(robustness.redrawn).toHaveLength(4);
  expect(agreement.ratings.graders).toEqual(["G1", "G2", "G3"]);
});

test("in English nothing but names stays Chinese", async () => {
  const { said } = await tell(workspace, ["robustness", "--draws", "10"], "en");
  expect(said.replaceAll(/示例窗口[甲乙丙丁]/g, "")).not.toMatch(/\p{Script=Han}/u);
});

test("an honour that was not evaluated is refused with those that were", async () => {
  const { code, warned } = await tell(workspace, ["robustness", "--honour", "service-pioneer"]);
  expect(code).toBe(1);
  expect(warned).toMatch(/S115[\s\S]*--year 2022 --honour red-flag-window\n\s*--year 2023 --honour red-flag-window/);
});

test("a store that changed since it was evaluated is not judged by old results", async () => {
  const other = workspaceAt(await mkdtemp(join(tmpdir(), "mingchuang-changed-")));
  await cp(workspace.evaluation, other.evaluation);
  await writeStore(other.store, {});
  expect(await tell(other, ["robustness"])).toMatchObject({ code: 1, warned: expect.stringContaining("S114") });
  await rm(other.folder, { recursive: true });
});
