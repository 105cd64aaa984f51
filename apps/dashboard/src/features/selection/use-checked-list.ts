import { RubricError } from "@mingchuang/rubric/errors";
import { checkList, type ListCheck } from "@mingchuang/rubric/select/check-list";
import type { SelectionProblem } from "@mingchuang/rubric/select/problem";
import type { PolicyChoice } from "@mingchuang/warehouse/queries/selection";
import { useMemo } from "react";
import { handProblem, listOf } from "./hand-list.ts";
import type { HandMark } from "./hand-marks.ts";
import type { StageInView } from "./stages-in-view.ts";
import type { SelectionScope } from "./use-selection-scope.ts";

/** A list held against the rules of its stage, or why that cannot be done. */
export type Checked =
  | { readonly problem: SelectionProblem; readonly list: ReadonlySet<string>; readonly check: ListCheck }
  | { readonly refused: RubricError };

interface CheckInput {
  readonly stages: readonly StageInView[];
  readonly current: StageInView;
  readonly scope: SelectionScope;
  readonly policies: readonly PolicyChoice[];
  readonly marks: readonly HandMark[];
}

/** The list of a stage with what was decided by hand, checked by the rules of the engine; null where the scheme does not know the honour. */
export function useCheckedList({ stages, current, scope, policies, marks }: CheckInput): Checked | null {
  const { rules, scheme } = scope;
  return useMemo(() => {
    if (rules === undefined) return null;
    try {
      const problem = handProblem({
        scheme: scheme.body,
        honour: rules,
        choices: Object.fromEntries(policies.map(({ policy, value }) => [policy, value])),
        stages: stages.slice(0, stages.indexOf(current) + 1),
        marks,
      });
      const list = listOf(current.rows, marks);
      return { problem, list, check: checkList(problem, list) };
    } catch (failure) {
      if (failure instanceof RubricError) return { refused: failure };
      throw failure;
    }
  }, [rules, scheme, policies, stages, current, marks]);
}
