import type { LoopStep } from "@mingchuang/rubric/closed-loop/closed-loop";
import { dayWords } from "@mingchuang/rubric/deadlines/day-words";
import { type Policies, settle } from "@mingchuang/rubric/policy";
import { Link } from "@tanstack/react-router";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { Choices } from "../../ui/choices.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { documentName } from "../../ui/subject/honour-of.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import { dayPolicyOf, type LoopRule, noRule } from "./choose-rule.ts";
import { messages } from "./messages.ts";
import type { ReviewsSearch } from "./search.ts";
import { useSay } from "./use-say.ts";

interface RuleSectionProps {
  readonly rule: LoopRule | null;
  readonly rules: readonly LoopRule[];
  /** Under which the page shows the steps, and those that were in force when the scheme was evaluated. */
  readonly policies: Policies | null;
  readonly settled: Policies | null;
  readonly asOf: string;
  readonly onChange: (part: Partial<ReviewsSearch>) => void;
}

/** Whose steps and deadlines these are, which days they count and where that is written; or that nobody wrote any. */
export function RuleSection({ rule, rules, policies, settled, asOf, onChange }: RuleSectionProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme } = useScope();
  const isOwn = rule?.labels.schemeId === scheme.schemeId;
  const names = { own: scheme.title(language), scheme: rule?.labels.title(language) ?? "" };
  const note = rule === null ? text("ruleMissing", names) : text(isOwn ? "ruleOwn" : "ruleBorrowed", names);
  const isOffered = rules.length > 1 || (rules.length === 1 && rules[0]?.labels.schemeId !== scheme.schemeId);
  return (
    <Section
      id="rule"
      title={text("rule")}
      note={note}
      aside={
        isOffered ? (
          <Choices
            label={text("ruleChoice")}
            options={[
              ...rules.map(({ labels }) => ({ value: labels.schemeId, label: labels.title(language) })),
              { value: noRule, label: text("ruleNone") },
            ]}
            value={rule?.labels.schemeId ?? noRule}
            onChoose={(chosen) => onChange({ rule: chosen, days: undefined, step: undefined })}
          />
        ) : null
      }
    >
      {rule === null || policies === null || settled === null ? (
        <p className="faint">{text("asOf", { asOf })}</p>
      ) : (
        <RuleTable rule={rule} policies={policies} settled={settled} asOf={asOf} onChange={onChange} />
      )}
    </Section>
  );
}

interface RuleTableProps extends Pick<RuleSectionProps, "asOf" | "onChange"> {
  readonly rule: LoopRule;
  readonly policies: Policies;
  readonly settled: Policies;
}

function RuleTable({ rule, policies, settled, asOf, onChange }: RuleTableProps) {
  const text = useText(messages);
  const language = useLanguage();
  const say = useSay();
  const narrow = useNarrow();
  const { labels, loop } = rule;
  const policy = dayPolicyOf(rule);
  const optionIn = ({ inForce }: Policies) => policy?.options.find(({ id }) => id === inForce[policy.id]?.option);
  const [shown, own] = [optionIn(policies), optionIn(settled)];
  const typeOf = ({ within }: LoopStep) => (within === null ? null : settle(policies, "day-type", within.count));
  const countsWorking = loop.steps.some((step) => typeOf(step) === "working");
  const clauseOf = ({ source }: LoopStep) => text("clauseOf", { document: documentName(labels, source.document), clause: source.clause });
  const clause = (step: LoopStep) => (
    <Link
      to="/rubric"
      search={({ year, honour, lang, theme }) => ({ year, honour, lang, theme, scheme: labels.schemeId })}
      hash={`loop.${loop.id}`}
      className="rule-link"
    >
      {clauseOf(step)}
    </Link>
  );
  const startOf = ({ after }: LoopStep): string => {
    if (after === "opened") return text("startsOpened");
    const earlier = loop.steps.find(({ id }) => id === after.step);
    const ways = earlier?.ways.filter(({ id }) => after.ways.includes(id)) ?? [];
    const name =
      ways.length > 0 ? ways.map(({ label }) => say(label)).join(" / ") : say(earlier?.label ?? { zh: after.step, en: after.step });
    return text("startsAfter", { step: name });
  };
  return (
    <>
      <DataTable
        caption={text("ruleTable")}
        captionHidden
        rows={loop.steps}
        rowKey={({ id }) => id}
        columns={[
          {
            id: "step",
            label: text("step"),
            value: ({ label }) => say(label),
            cell: (step) => (
              <>
                {say(step.label)}
                {narrow ? <span className="loop-beneath">{clause(step)}</span> : null}
              </>
            ),
          },
          {
            id: "ways",
            label: text("counts"),
            value: ({ ways }) => ways.map(({ label }) => say(label)).join(language === "zh" ? "、" : ", "),
          },
          { id: "from", label: text("starts"), value: startOf },
          {
            id: "within",
            label: text("within"),
            value: (step) => (step.within === null ? text("noDay") : say(dayWords(step.within.days, typeOf(step) ?? "calendar"))),
          },
          ...(narrow ? [] : [{ id: "clause", label: text("clause"), value: clauseOf, cell: clause }]),
        ]}
      />
      {policy === null ? null : (
        <div className="loop-days">
          <span className="faint">{text("daysChoice")}</span>
          <Choices
            label={text("daysChoice")}
            options={policy.options.map(({ id, label }) => ({ value: id, label: say(label) }))}
            value={shown?.id ?? policy.default}
            onChoose={(days) => onChange({ days: days === own?.id ? undefined : days })}
          />
        </div>
      )}
      <p className="loop-note">
        {[
          policy === null
            ? ""
            : text(!policy.silent ? "daysStated" : shown === own ? "daysSilent" : "daysTried", {
                option: say(own?.label ?? policy.label),
                tried: say(shown?.label ?? policy.label),
                policy: say(policy.label),
              }),
          text(countsWorking ? "calendarWorking" : "calendarDays"),
          text("asOf", { asOf }),
        ].join(language === "zh" ? "" : " ")}
      </p>
    </>
  );
}
