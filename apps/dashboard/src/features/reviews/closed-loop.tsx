import type { PolicyRow } from "@mingchuang/warehouse/queries/meta";
import type { HandledReview } from "@mingchuang/warehouse/queries/reviews";
import { useMemo } from "react";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { Partial as PartData } from "../../ui/states.tsx";
import { chooseRule, loopRules, policiesOf } from "./choose-rule.ts";
import { DeadlinesSection } from "./deadlines-section.tsx";
import { isAskedFor, type ReviewFilter } from "./filter-reviews.ts";
import { asOfYear, type Followed, followReviews } from "./follow-reviews.ts";
import { FunnelSection } from "./funnel-section.tsx";
import { recordedStages, ruledStages } from "./funnel-stages.ts";
import { GroupsSection } from "./groups-section.tsx";
import { messages } from "./messages.ts";
import { MonthsSection } from "./months-section.tsx";
import { ReviewFilters } from "./review-filters.tsx";
import { RuleSection } from "./rule-section.tsx";
import type { ReviewsSearch } from "./search.ts";
import { StepListSection } from "./step-list.tsx";
import { WaysNote } from "./ways-note.tsx";

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
  const years = useMemo(() => [...new Set(all.map((row) => row.year))].sort(), [all]);
  const followed = useMemo(() => {
    const follow = (when: number): Followed | null => {
      const rows = all.filter((row) => row.year === when);
      return rule === null || policies === null ? null : followReviews(rule, rows, asOfYear(when, honour, runs, meta), policies);
    };
    return new Map(years.map((when) => [when, follow(when)]));
  }, [rule, policies, years, all, honour, runs, meta]);
  const stages = useMemo(() => {
    const filter = { city, domain, channel, month };
    return years.flatMap((when) => {
      const found = followed.get(when);
      if (rule !== null && found?.problem === null) {
        return ruledStages(
          rule,
          when,
          found.reviews.filter(({ review }) => isAskedFor(review, filter)),
        );
      }
      const rows = all.filter((row) => row.year === when && isAskedFor(row, filter));
      return recordedStages(when, rows, asOfYear(when, honour, runs, meta));
    });
  }, [years, followed, rule, all, city, domain, channel, month, honour, runs, meta]);
  const now = followed.get(year) ?? null;
  const ofYear = useMemo(() => all.filter((row) => row.year === year), [all, year]);
  const { reviews, ofAllMonths } = useMemo(() => {
    const found = now?.problem === null ? now.reviews : [];
    const asked = (filter: ReviewFilter) => found.filter(({ review }) => isAskedFor(review, filter));
    return { reviews: asked({ city, domain, channel, month }), ofAllMonths: asked({ city, domain, channel }) };
  }, [now, city, domain, channel, month]);
  return (
    <>
      <RuleSection rule={rule} rules={rules} policies={policies} settled={settled} asOf={asOf} onChange={onChange} />
      <ReviewFilters reviews={ofYear} search={search} onChange={onChange} />
      {now !== null && now.problem !== null ? (
        <PartData>{text("calendarProblem", { detail: now.problem.detail[language] })}</PartData>
      ) : null}
      {ofYear.every((row) => !isAskedFor(row, search)) ? (
        <p className="none-left">{text("noneLeft")}</p>
      ) : (
        <>
          <FunnelSection stages={stages} year={year} isRuled={rule !== null && now?.problem === null}>
            {rule === null ? null : <WaysNote rule={rule} reviews={reviews} asOf={asOf} />}
          </FunnelSection>
          {rule !== null && policies !== null && now?.problem === null ? (
            <>
              <DeadlinesSection rule={rule} policies={policies} reviews={reviews} year={year} />
              <StepListSection rule={rule} reviews={reviews} search={search} onChange={onChange} />
              <GroupsSection rule={rule} all={now.reviews} search={search} onChange={onChange} />
              <MonthsSection rule={rule} reviews={ofAllMonths} year={year} search={search} onChange={onChange} />
            </>
          ) : null}
        </>
      )}
    </>
  );
}
