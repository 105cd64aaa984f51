import { useLanguage, useText } from "../../lib/i18n.ts";
import { Section } from "../../ui/page.tsx";
import { Partial } from "../../ui/states.tsx";
import { messages } from "./messages.ts";
import { RuleCounts } from "./rule-counts.tsx";
import type { StageInView } from "./stages-in-view.ts";
import type { Checked } from "./use-checked-list.ts";
import type { SelectionScope } from "./use-selection-scope.ts";

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
