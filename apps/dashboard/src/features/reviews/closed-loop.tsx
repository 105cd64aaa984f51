import type { PolicyRow } from "@mingchuang/warehouse/queries/meta";
import type { HandledReview } from "@mingchuang/warehouse/queries/reviews";
import { useMemo } from "react";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { Partial as PartData } from "../../ui/states.tsx";
import { chooseRule, loopRules, policiesOf } from "./choose-rule.ts";
import { DeadlinesSection } from "./deadlines-section.tsx";
import { filterReviews } from "./filter-reviews.ts";
import { asOfYear, type Followed, followReviews } from "./follow-reviews.ts";
import { FunnelSection } from "./funnel-section.tsx";
import { recordedStages, ruledStages } from "./funnel-stages.ts";
import { messages } from "./messages.ts";
import { ReviewFilters } from "./review-filters.tsx";
import { RuleSection } from "./rule-section.tsx";
import type { ReviewsSearch } from "./search.ts";
import { StepListSection } from "./step-list.tsx";

interface ClosedLoopProps {
  /** The bad reviews of every year. */
  readonly all: readonly HandledReview[];
  readonly policyRows: readonly PolicyRow[];
  readonly search: ReviewsSearch;
  readonly onChange: (part: Partial<ReviewsSearch>) => void;
}

/** The reviews that the address asks for, followed under the rule that it asks for, year by year. */
export function ClosedLoop({ all, policyRows, search, onChange }: ClosedLoopProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { runs, meta, schemes } = useHoldings();
  const { year, honour, scheme } = useScope();
  const rules = useMemo(() => loopRules(schemes), [schemes]);
  const rule = chooseRule(rules, scheme, search.rule);
  const policies = useMemo(() => (rule === null ? null : policiesOf(rule, policyRows, search.days)), [rule, policyRows, search.days]);
  const settled = useMemo(() => (rule === null ? null : policiesOf(rule, policyRows, undefined)), [rule, policyRows]);
  const asOf = asOfYear(year, honour, runs, meta);
  const { city, domain, channel, month } = search;
  const chosen = useMemo(
    () => filterReviews(all, { city, domain, channel }).filter((row) => inMonth(row, month)),
    [all, city, domain, channel, month],
  );
  const years = useMemo(() => [...new Set(all.map((row) => row.year))].sort(), [all]);
  const followed = useMemo(
    () =>
      new Map<number, Followed>(
        rule === null || policies === null
          ? []
          : years.map((when) => {
              const ofYear = chosen.filter((row) => row.year === when);
              return [when, followReviews(rule, ofYear, asOfYear(when, honour, runs, meta), policies)];
            }),
      ),
    [rule, policies, years, chosen, honour, runs, meta],
  );
  const stages = useMemo(
    () =>
      years.flatMap((when) => {
        const found = followed.get(when);
        if (rule !== null && found?.problem === null) return ruledStages(rule, when, found.results);
        return recordedStages(
          when,
          chosen.filter((row) => row.year === when),
          asOfYear(when, honour, runs, meta),
        );
      }),
    [years, followed, rule, chosen, honour, runs, meta],
  );
  const now = followed.get(year);
  const ofYear = all.filter((row) => row.year === year);
  return (
    <>
      <RuleSection rule={rule} rules={rules} policies={policies} settled={settled} asOf={asOf} onChange={onChange} />
      <ReviewFilters reviews={ofYear} search={search} onChange={onChange} />
      {now !== undefined && now.problem !== null ? (
        <PartData>{text("calendarProblem", { detail: now.problem.detail[language] })}</PartData>
      ) : null}
      {chosen.every((row) => row.year !== year) ? (
        <p className="none-left">{text("noneLeft")}</p>
      ) : (
        <>
          <FunnelSection stages={stages} year={year} isRuled={rule !== null && now?.problem === null} />
          {rule !== null && policies !== null && now?.problem === null ? (
            <>
              <DeadlinesSection rule={rule} policies={policies} reviews={now.reviews} year={year} />
              <StepListSection rule={rule} reviews={now.reviews} search={search} onChange={onChange} />
            </>
          ) : null}
        </>
      )}
    </>
  );
}

/** A month of the year in front is compared with the same month of other years. */
function inMonth({ rated_on }: HandledReview, month: string | undefined): boolean {
  return month === undefined || rated_on.slice(5, 7) === month.slice(5, 7);
}
