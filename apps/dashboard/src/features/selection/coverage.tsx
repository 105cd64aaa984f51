import { RubricError } from "@mingchuang/rubric/errors";
import { checkList, type ListCheck } from "@mingchuang/rubric/select/check-list";
import type { SelectionProblem } from "@mingchuang/rubric/select/problem";
import type { PolicyChoice } from "@mingchuang/warehouse/queries/selection";
import { useMemo } from "react";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { Section } from "../../ui/page.tsx";
import { Partial } from "../../ui/states.tsx";
import { handProblem, listOf } from "./hand-list.ts";
import type { HandMark } from "./hand-marks.ts";
import { messages } from "./messages.ts";
import { RuleCounts } from "./rule-counts.tsx";
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

/** Checks the list of a stage by the rules of the engine, with what was decided by hand. */
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

interface CoverageProps {
  readonly checked: Checked | null;
  readonly current: StageInView;
  readonly byHand: boolean;
  readonly scope: SelectionScope;
}

/** Every rule of the stage counted over the list, place by place: quotas, tables of places, coverage. */
export function Coverage({ checked, current, byHand, scope }: CoverageProps) {
  const text = useText(messages);
  const language = useLanguage();
  if (checked === null) return null;
  const title = text("coverage", { stage: current.label });
  if ("refused" in checked) {
    return (
      <Section title={title}>
        <Partial>{text("coverageFailed", { why: checked.refused.detail[language] })}</Partial>
      </Section>
    );
  }
  const { problem, check } = checked;
  return (
    <Section id="coverage" title={title} note={text("coverageNote", { list: text(byHand ? "ofHand" : "ofRules") })}>
      {problem.rules.length === 0 ? <p>{text("coverageNone")}</p> : null}
      {problem.rules.map((rule) => (
        <RuleCounts
          key={rule.id}
          rule={rule}
          problem={problem}
          counts={check.demands.filter(({ demand }) => demand.rule === rule.id)}
          scope={scope}
        />
      ))}
    </Section>
  );
}
