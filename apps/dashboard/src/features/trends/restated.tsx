import type { Run } from "@mingchuang/warehouse/queries/meta";
import { queryPolicies } from "@mingchuang/warehouse/queries/meta";
import { queryPredecessorRows } from "@mingchuang/warehouse/queries/predecessors";
import { queryTrialFacts, type TrialFactsRow } from "@mingchuang/warehouse/queries/what-if";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { choicesOf } from "../../lib/engine-rules.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import type { SchemeLabels } from "../../lib/scheme.ts";
import { useHoldings, useReach, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Section } from "../../ui/page.tsx";
import { Empty, Failure, Loaded } from "../../ui/states.tsx";
import { messages } from "./messages.ts";
import { askRestated } from "./restate-client.ts";
import type { EditionChoice, YearRequest } from "./restate-years.ts";
import { RestatedPublished } from "./restated-published.tsx";
import { RestatedResult } from "./restated-result.tsx";
import type { TrendsSearch } from "./search.ts";

interface RestatedProps {
  readonly search: TrendsSearch;
  readonly onChange: (change: Partial<TrendsSearch>) => void;
}

/** A year and the edition that is to hold for it. */
interface Side {
  readonly run: Run;
  readonly judged: SchemeLabels;
  readonly by: SchemeLabels;
}

/** 标准变化与工作变化: how much of the change between two years the rules made, and how much the performance. */
export function Restated({ search, onChange }: RestatedProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { runs, schemes } = useHoldings();
  const { year, honour, run } = useScope();
  const hasFacts = useReach("eval_facts", "facts") !== "withheld";
  const hasChanges = useReach("eval_restated", "rule_num") !== "withheld";
  const isWithheld = !hasFacts && !hasChanges;
  const earlier = runs.filter((each) => each.honour === honour && each.year < year && each.applications > 0);
  // What was worked out at evaluation is against the year before only.
  const former = (hasFacts ? earlier.find((each) => each.year === search.against) : undefined) ?? earlier.at(-1);
  const editions = schemes.filter((scheme) => scheme.honour(honour) !== undefined);
  const others = schemes.filter((scheme) => !editions.includes(scheme));
  const sideOf = (each: Run | undefined, chosen: string | undefined): Side | null => {
    const judged = schemes.find(({ schemeId }) => schemeId === each?.scheme_id);
    if (each === undefined || judged?.honour(honour) === undefined) return null;
    return { run: each, judged, by: editions.find(({ schemeId }) => schemeId === chosen) ?? judged };
  };
  const [before, after] = [sideOf(former, search.againstBy), sideOf(run, search.nowBy)];
  const chooser = (side: Side, key: "againstBy" | "nowBy") => (
    <label className="field">
      <span>{text("yearBy", { year: side.run.year })}</span>
      <select
        value={side.by.schemeId}
        onChange={(event) => onChange({ [key]: event.target.value === side.judged.schemeId ? undefined : event.target.value })}
      >
        {editions.map((scheme) => (
          <option key={scheme.schemeId} value={scheme.schemeId}>
            {scheme.schemeId === side.judged.schemeId ? text("judgedBy", { edition: scheme.title(language) }) : scheme.title(language)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <Section
      id="restated"
      title={text("restated")}
      note={text("restatedHow")}
      aside={
        before === null || after === null || isWithheld ? null : (
          <>
            <label className="field">
              <span>{text("thenYear")}</span>
              <select value={before.run.year} onChange={(event) => onChange({ against: Number(event.target.value) })}>
                {(hasFacts ? earlier : earlier.slice(-1)).map((each) => (
                  <option key={each.year} value={each.year}>
                    {each.year}
                  </option>
                ))}
              </select>
            </label>
            {chooser(before, "againstBy")}
            {chooser(after, "nowBy")}
          </>
        )
      }
    >
      {isWithheld ? (
        <Empty>{text("factsWithheld")}</Empty>
      ) : run === undefined || run.applications === 0 ? (
        <p>{text("noResultsIn", { year })}</p>
      ) : former === undefined ? (
        <p>{text("noEarlier", { year })}</p>
      ) : before === null || after === null ? (
        <p>{text("noEdition", { year: before === null ? former.year : year })}</p>
      ) : hasFacts ? (
        <Compared before={before} after={after} search={search} onChange={onChange} />
      ) : (
        <RestatedPublished
          before={{ id: before.by.schemeId, title: before.by.title(language) }}
          after={{ id: after.by.schemeId, title: after.by.title(language) }}
          search={search}
          onChange={onChange}
        />
      )}
      {isWithheld || others.length === 0 ? null : (
        <p className="faint">
          {text("otherEditions", { editions: others.map((scheme) => scheme.title(language)).join(language === "zh" ? "、" : ", ") })}
        </p>
      )}
    </Section>
  );
}

interface ComparedProps extends RestatedProps {
  readonly before: Side;
  readonly after: Side;
}

function Compared({ before, after, search, onChange }: ComparedProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { honour } = useScope();
  const was = useRows(queryTrialFacts, { year: before.run.year, honour });
  const is = useRows(queryTrialFacts, { year: after.run.year, honour });
  const policies = useRows(queryPolicies);
  const line = useRows(queryPredecessorRows, { year: before.run.year });
  const ready =
    was.data && is.data && policies.data && line.data && !was.isPlaceholderData && !is.isPlaceholderData && !line.isPlaceholderData;
  const choice = useMemo(
    () =>
      (scheme: SchemeLabels): EditionChoice | null => {
        const rules = scheme.honour(honour);
        return rules === undefined
          ? null
          : {
              honour: rules,
              policies: scheme.body.policies ?? [],
              calendar: scheme.body.calendar ?? [],
              choices: choicesOf(policies.data ?? [], scheme.schemeId),
            };
      },
    [honour, policies.data],
  );
  const request = (side: Side, rows: readonly TrialFactsRow[]): YearRequest | null => {
    const [graded, edition] = [choice(side.judged), side.by === side.judged ? null : choice(side.by)];
    if (graded === null) return null;
    return {
      year: side.run.year,
      rows: rows.map(({ application_id, subject_id, facts, state, rank, total_num, total_den }) => {
        return { application_id, subject_id, facts, state, rank, total_num, total_den };
      }),
      graded,
      edition,
    };
  };
  const unasked = search.assume ? "full" : "unknown";
  const result = useQuery({
    queryKey: ["restated", honour, before.run.year, before.by.schemeId, after.run.year, after.by.schemeId, unasked],
    enabled: Boolean(ready),
    queryFn: async () => {
      const [first, second] = [request(before, was.data ?? []), request(after, is.data ?? [])];
      if (first === null || second === null) throw new Error("restated: no such honour");
      return askRestated({ before: first, after: second, predecessors: line.data ?? [], unasked });
    },
  });
  const empty = ready ? [before, after].find((_, at) => (at === 0 ? was : is).data?.length === 0) : undefined;
  const failed = [was, is, policies, line].find(({ isError }) => isError);
  if (failed) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
  if (empty) return <p>{text("noFacts", { year: empty.run.year })}</p>;
  return (
    <Loaded result={result}>
      {(answer) =>
        "refused" in answer ? (
          <Empty>{text("restateRefused", { detail: answer.refused[language], code: answer.refused.code })}</Empty>
        ) : (
          <RestatedResult
            restated={answer.restated}
            rows={{ before: was.data ?? [], after: is.data ?? [] }}
            titles={{ before: before.by.title(language), after: after.by.title(language) }}
            years={[before.run.year, after.run.year]}
            sameEdition={before.by === after.by}
            search={search}
            onChange={onChange}
          />
        )
      }
    </Loaded>
  );
}
