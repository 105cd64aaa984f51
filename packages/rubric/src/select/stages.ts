import type { Policies } from "../policy.ts";
import type { Honour, SchemeFile } from "../scheme.ts";
import type { SolveIlp } from "./ilp.ts";
import type { SelectionProblem } from "./problem.ts";
import { type Selection, selectSubjects } from "./select.ts";
import { nomination, type StageInput, stageProblem } from "./stage-problem.ts";

/** What one stage came to. `provisional`: a place of an earlier stage is still open, and those who may fill it take part. */
export interface StageSelection {
  readonly stage: string;
  readonly problem: SelectionProblem;
  readonly selection: Selection;
  readonly provisional: boolean;
}

/**
 * The whole way to an honour: the nominations and then each stage, among those who came through the one before. It ends with the first
 * stage for which no selection exists.
 *
 * @param given what each stage is to be decided on; scores and vetoes may have changed since the stage before
 * @throws {RubricError} R241, R242, R243 as `selectSubjects` does.
 */
export async function selectStages(
  scheme: Pick<SchemeFile, "domains" | "levels" | "tiers" | "honours">,
  honour: Honour,
  policies: Policies,
  given: (stage: string) => Omit<StageInput, "passed">,
  solve: SolveIlp,
): Promise<StageSelection[]> {
  const stages: StageSelection[] = [];
  let [passed, provisional]: [ReadonlySet<string> | null, boolean] = [null, false];
  for (const stage of [nomination, ...honour.stages.map(({ id }) => id)]) {
    const problem = stageProblem(scheme, honour, stage, policies, { ...given(stage), passed });
    const selection = await selectSubjects(problem, solve);
    stages.push({ stage, problem, selection, provisional });
    if (selection.status === "impossible") break;
    passed = new Set([...selection.chosen, ...selection.open.flatMap(({ subjects }) => subjects)]);
    provisional ||= selection.status === "open";
  }
  return stages;
}
