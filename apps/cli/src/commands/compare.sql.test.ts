import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluatedWorkspace, tell } from "../evaluated-fixture.ts";
import { runCommandLine } from "../main.ts";
import { recordingTerminal } from "../recording-terminal.ts";
import { repository, type Workspace } from "../workspace.ts";

const editions = [join(repository, "data/schemes/zhejiang-2023.yaml"), join(repository, "data/sample/schemes/zhejiang-2024-example.yaml")];

const compare = async (rawArgs: readonly string[], language: "zh" | "en" = "zh") => {
  const terminal = recordingTerminal(language);
  const code = await runCommandLine(["compare", ...rawArgs], terminal);
  return { code, said: terminal.said.join("\n"), warned: terminal.warned.join("\n") };
};

describe("two editions", () => {
  test("are told apart clause by clause, each difference with its kind and where both editions say it", async () => {
    const { code, said } = await compare(editions);
    expect(code).toBe(0);
    expect(said).toMatch(/^共 \d+ 处不同：/);
    expect(said).toContain(
      "  [分值] 红旗窗口 · 政务服务规范化 · 态度与效率：不满足时扣分由 5 改为 6。\n      出处：zj-2023-notice 附件5·3·2 → ",
    );
    expect(said).toContain("  [门槛] 红旗窗口 · 非客观原因差评过多：否决门槛由 4 改为 3。");
  });

  test("that are one do not differ", async () => {
    const [edition = ""] = editions;
    expect((await compare([edition, edition], "en")).said).toBe("The two editions do not differ.");
    expect(JSON.parse((await compare([edition, edition, "--json"])).said)).toEqual({
      before: "zhejiang-2023",
      after: "zhejiang-2023",
      differences: [],
      changes: [],
    });
  });
});

describe("two years under two editions", () => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await evaluatedWorkspace();
  });
  afterAll(() => rm(workspace.folder, { recursive: true }));
  const years = ["compare", ...editions, "--year-before", "2022", "--year-after", "2023"];

  test("have each subject's change split into rule and performance", async () => {
    const { code, said } = await tell(workspace, years);
    expect(code).toBe(0);
    expect(said.slice(said.indexOf("红旗窗口：2022"))).toMatchInlineSnapshot(`
      "红旗窗口：2022 年到 2023 年，两年都申报的 4 个对象
        对象             2022 年分  2023 年分  变化   标准   表现   2022 年名次  2023 年名次  变化  标准  表现（含他人）
        示例窗口甲 W-1   85.00      88.00      +3.00  0.00   +3.00  2            1            -1    0     -1
        示例窗口乙 W-2   85.00      83.33      -1.67  0.00   -1.67  2            2            0     -0.5  +0.5
        =示例窗口丙 W-3  88.00      88.00      0.00   0.00   0.00   –            –            –     –     –
        示例窗口丁 W-4   85.00      78.67      -6.33  -0.17  -6.17  2            3            +1    -0.5  +1.5
        标准：同样的表现换一版标准的差；表现：同一版标准下两年的差；各取两种先后的平均，二者相加正好是变化。
      换一版标准读评分表时作的换算：
        2023 年：“态度与效率”的 1 处扣分按该版次的分值计。"
    `);
  });

  test("are given to programs exactly: rule and performance add up to the change", async () => {
    const { changes } = JSON.parse((await tell(workspace, [...years, "--json"])).said);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ honour: "red-flag-window", yearBefore: 2022, yearAfter: 2023, onlyBefore: [], onlyAfter: [] });
    const value = ({ numerator, denominator }: { numerator: number; denominator: number }) => numerator / denominator;
    for (const { score } of changes[0].changes) {
      const { change, rule, performance } = score.total;
      expect(value(rule) + value(performance)).toBeCloseTo(value(change), 9);
    }
    expect(changes[0].changes).toHaveLength(4);
  });

  test("must both have been evaluated", async () => {
    const { code, warned } = await tell(workspace, ["compare", ...editions, "--year-before", "2021", "--year-after", "2023"]);
    expect(code).toBe(1);
    expect(warned).toMatch(/S115[\s\S]*--year 2022 --honour red-flag-window/);
  });
});
