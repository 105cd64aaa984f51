import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { evaluate } from "@mingchuang/evaluation/evaluate";
import { badReviews, windowSheet } from "@mingchuang/evaluation/evaluation-fixture";
import type { Scheme } from "@mingchuang/rubric/scheme";
import { type StoreRows, writeStore } from "@mingchuang/warehouse/store-fixture";
import type { Language } from "./locale.ts";
import { runCommandLine } from "./main.ts";
import { rules } from "./pipeline.ts";
import { recordingTerminal } from "./recording-terminal.ts";
import { readSchemes } from "./schemes.ts";
import { type Workspace, workspaceAt } from "./workspace.ts";

const windows = ["W-1", "W-2", "W-3", "W-4"];
const names = ["示例窗口甲", "示例窗口乙", "=示例窗口丙", "示例窗口丁"];
const graders = ["G1", "G2", "G3"];

/** What graders took off, by window, grader and clause: the first grader is the strictest, the last window the weakest. */
const taken: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>> = {
  "W-1": { G1: { plan: 300 }, G3: { plan: 300 } },
  "W-2": { G1: { workflow: 500, mail: 500 }, G2: { workflow: 500 }, G3: { workflow: 500 } },
  "W-3": { G1: { workflow: 500 }, G2: { workflow: 500 }, G3: { workflow: 500 } },
  "W-4": { G1: { plan: 300, workflow: 500, mail: 500 }, G2: { workflow: 500, mail: 500 }, G3: { mail: 500, attitude: 500 } },
};

/**
 * Four windows that applied in 2022 and 2023; in 2023 the third is undecided, and the first has a bad review that nobody answered. The third has
 * a name that a spreadsheet would take for a formula.
 */
const world: StoreRows = {
  windows: [2022, 2023].flatMap((year) =>
    windows.map((window_id, place) => ({
      year,
      window_id,
      name: names[place] ?? null,
      city_code: "330100",
      county_code: "330106",
      level: "county",
      domain: "housing",
    })),
  ),
  applications: [2022, 2023].flatMap((year) =>
    windows.map((subject_id, place) => ({
      application_id: `${year}-${subject_id}`,
      scheme_id: "zhejiang-2023",
      year,
      honour: "red-flag-window",
      subject_id,
      subject_name: names[place] ?? null,
      submitted_at: `${year}-08-20 09:00:00`,
    })),
  ),
  scores: [
    ...windows.flatMap((window) => graders.flatMap((grader) => windowSheet(`2022-${window}`, grader, { workflow: 500 }))),
    ...windows.flatMap((window) => graders.flatMap((grader) => windowSheet(`2023-${window}`, grader, taken[window]?.[grader]))),
  ],
  honours: [{ subject_id: "W-3", title: "示例文明窗口", level: "city", issuer: "示例单位", awarded_on: "2022-05-01" }],
  review_counts: windows.flatMap((window_id, place) =>
    ["2023-05-01", "2023-06-01"].map((month) => ({
      window_id,
      month,
      cases: place === 3 ? null : 1000 * (place + 1),
      active_reviews: 50,
      good: 49,
      bad: 1,
    })),
  ),
  ingest_column: ["visited_at", "appealed_at", "appeal_result", "rectified_at", "follow_up_level"].map((field) => {
    return { file_id: "f1", sheet: "", kind: "bad_reviews", header_row: 1, field, header: field, place: null };
  }),
  bad_reviews: [
    ...badReviews("W-3", ["not_objective", "not_objective", null, "not_objective"]).map((review) => {
      return { ...review, visited_at: String(review.rated_at).replace("10:00:00", "16:00:00"), appealed_at: "2023-04-10 09:00:00" };
    }),
    ...badReviews("W-1", ["objective"], "2023-09-28"),
  ],
};

/** The scheme with two places in its first stage and one in each that follows, so that four windows have a cut to cross. */
function withFewPlaces(scheme: Scheme): Scheme {
  return {
    ...scheme,
    honours: scheme.honours.map((honour) => {
      return { ...honour, stages: honour.stages.map((stage, place) => ({ ...stage, size: place === 0 ? 2 : 1 })) };
    }),
  };
}

/** A workspace with a small evaluation, in a folder that the caller takes away again. */
export async function evaluatedWorkspace(): Promise<Workspace> {
  const workspace = workspaceAt(await mkdtemp(join(tmpdir(), "mingchuang-evaluated-")));
  await writeStore(workspace.store, world);
  await evaluate({
    storePath: workspace.store,
    outPath: workspace.evaluation,
    schemes: readSchemes(rules.schemes).map(withFewPlaces),
    software: "mingchuang test",
    clock: () => new Date("2024-01-10T08:00:00+08:00"),
  });
  return workspace;
}

/** What a command says of a workspace. */
export async function tell(
  workspace: Workspace,
  rawArgs: readonly string[],
  language: Language = "zh",
): Promise<{ code: number; said: string; warned: string }> {
  const terminal = recordingTerminal(language);
  const code = await runCommandLine([...rawArgs, "--workspace", workspace.folder], terminal);
  return { code, said: terminal.said.join("\n"), warned: terminal.warned.join("\n") };
}
