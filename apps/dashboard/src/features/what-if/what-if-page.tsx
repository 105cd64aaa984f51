import { queryPolicies } from "@mingchuang/warehouse/queries/meta";
import { queryTrialFacts, queryTrialOutcomes } from "@mingchuang/warehouse/queries/what-if";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { choicesOf } from "../../lib/engine-rules.ts";
import { useText } from "../../lib/i18n.ts";
import { useReach, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { messages } from "./messages.ts";
import { WhatIf } from "./what-if.tsx";
import "../../ui/subject/subject.css";
import "./what-if.css";

/** 试算: what if the committee had decided otherwise. */
export function WhatIfPage() {
  const text = useText(messages);
  const isWithheld = useReach("eval_facts", "facts") === "withheld";
  return (
    <Page
      title={text("title")}
      question={text("question")}
      trail={[
        <Link key="ranking" to="/ranking">
          {text("ranking")}
        </Link>,
      ]}
    >
      <p className="trial-mark">
        <strong>{text("mark")}</strong>　{text("markNote")}
      </p>
      {isWithheld ? <Empty>{text("withheld")}</Empty> : <Ground />}
    </Page>
  );
}

function Ground() {
  const text = useText(messages);
  const { year, honour, scheme } = useScope();
  const rows = useRows(queryTrialFacts, { year, honour });
  const outcomes = useRows(queryTrialOutcomes, { year, honour });
  const policies = useRows(queryPolicies);
  const rules = scheme.honour(honour);
  const choices = useMemo(() => choicesOf(policies.data ?? [], scheme.schemeId), [policies.data, scheme.schemeId]);
  return (
    <Loaded result={rows}>
      {(facts) => (
        <Loaded result={outcomes}>
          {(published) => (
            <Loaded result={policies}>
              {() =>
                rules === undefined || facts.length === 0 ? (
                  <Empty>{text("noneAtAll")}</Empty>
                ) : (
                  <WhatIf
                    key={`${scheme.schemeId} ${year} ${honour}`}
                    ground={{ year, scheme: scheme.body, honour: rules, rows: facts, choices }}
                    outcomes={published}
                  />
                )
              }
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}
