import { join } from "node:path";
import type { EvaluationReport } from "@mingchuang/evaluation/evaluate";
import { beforeAll, expect, test } from "vitest";
import { sayOutcome } from "./evaluation-outcome.ts";
import { recordingTerminal } from "./recording-terminal.ts";
import { readSchemes } from "./schemes.ts";
import { repository } from "./workspace.ts";

const schemes = readSchemes(join(repository, "data/schemes"));

type Run = EvaluationReport["runs"][number];
const run = (over: Partial<Run>): Run => ({
  year: 2023,
  honour: "red-flag-window",
  schemeId: "zhejiang-2023",
  edition: "2023",
  restated: false,
  carriedOn: false,
  asOf: "2023-12-31",
  round: "initial",
  applications: 0,
  ranked: 0,
  undecided: 0,
  vetoed: 0,
  unscored: 0,
  ineligible: 0,
  notApplied: 0,
  watched: 0,
  sheetsDropped: 0,
  tiesAtCut: [],
  ...over,
});
const policyOf = (scheme_id: string): EvaluationReport["policies"][number] => {
  const text = `${scheme_id} 的设定`;
  return { scheme_id, honour: "h", policy: "p", value: "v", label_zh: text, label_en: text, silent: true, is_default: true };
};
let policies: EvaluationReport["policies"];
beforeAll(() => {
  policies = schemes.map(({ id }) => policyOf(id));
});

const outcome = (report: Partial<EvaluationReport>, language: "zh" | "en" = "zh") => {
  const terminal = recordingTerminal(language);
  sayOutcome(
    { storeHash: "", runs: [], stages: [], policies, warnings: [], ...report },
    schemes,
    "mingchuang check --workspace w",
    terminal,
  );
  return { said: terminal.said.join("\n"), warned: terminal.warned };
};

test("of a scheme for which nobody applied and no veto is in sight nothing is said, nor what its committee set", () => {
  const { said } = outcome({ runs: [run({ applications: 3, ranked: 3 }), run({ schemeId: "hunan-2011", honour: "x", year: 2011 })] });
  expect(said).toContain("zhejiang-2023 的设定");
  expect(said).not.toContain("hunan-2011");
  expect(said).not.toContain("2011");
});

test("before anyone applies there is no table of zeros, but the vetoes in sight are told", () => {
  const { said } = outcome({ runs: [run({ watched: 2 }), run({ honour: "service-pioneer" })] });
  expect(said).toContain("2023 年红旗窗口：未申报的对象中，2 个触及或接近一票否决");
  expect(said).toContain("还没有人申报");
  expect(said).not.toContain("有名次");
  expect(said).not.toContain("年服务先锋");
});

test("a year before its edition is restated, a year after it carries the edition on, and its own year needs no word", () => {
  const years = [
    run({ applications: 1, year: 2021, restated: true }),
    run({ applications: 1 }),
    run({ applications: 1, year: 2024, carriedOn: true }),
  ];
  const lines = outcome({ runs: years }).said.split("\n");
  expect(lines.filter((line) => line.includes("重算"))).toEqual([expect.stringContaining("2021")]);
  expect(lines.filter((line) => line.includes("沿用"))).toEqual([expect.stringContaining("2024")]);
});

test("a warning names the first two that it is about, and the command that shows more", () => {
  const check = { name: "c", zh: "申报对象不在名录里", en: "not in the register", severity: "warning" as const, sql: "" };
  const violation = (what: string) => ({ what, detail: "W9", file_id: null, sheet: null, row_no: null });
  const violations = ["A1", "A2", "A3"].map(violation);
  expect(outcome({ runs: [run({ applications: 1 })], warnings: [{ check, count: 3, violations }] }).warned).toEqual([
    "提醒  申报对象不在名录里（3 处）",
    "    A1  W9",
    "    A2  W9",
    "逐条见：mingchuang check --workspace w",
  ]);
  expect(outcome({ warnings: [{ check, count: 2, violations: violations.slice(0, 2) }] }, "en").warned).toHaveLength(3);
});
