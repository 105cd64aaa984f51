import type { Scheme } from "@mingchuang/rubric/scheme";
import { queryPolicies } from "@mingchuang/warehouse/queries/meta";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { useLanguage, useText } from "../../lib/i18n.ts";
import type { SchemeLabels } from "../../lib/scheme.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Choices } from "../../ui/choices.tsx";
import { Page } from "../../ui/page.tsx";
import { Loaded } from "../../ui/states.tsx";
import { Comparison } from "./comparison.tsx";
import { messages } from "./messages.ts";
import { SchemeDocument } from "./scheme-document.tsx";
import "./rubric.css";

const route = getRouteApi("/rubric");

/** 标准: what is the rule, where is it written. One edition to read, or two side by side. */
export function RubricPage() {
  const text = useText(messages);
  const language = useLanguage();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { schemes } = useHoldings();
  const { scheme: inForce } = useScope();
  const policies = useRows(queryPolicies);
  const find = (id: string | undefined) => schemes.find(({ schemeId }) => schemeId === id);
  const shown = find(search.scheme) ?? inForce;
  const other = find(search.compare);
  const compared = other === shown ? undefined : other;
  const choose = (change: Partial<typeof search>) =>
    void navigate({ search: (former) => ({ ...former, ...change }), hash: "", resetScroll: false });
  const name = (scheme: SchemeLabels) => scheme.title(language);
  return (
    <Page
      title={text("title")}
      question={text("question")}
      actions={
        <>
          <label className="field">
            <span>{text("compareWith")}</span>
            <select value={compared?.schemeId ?? ""} onChange={(event) => choose({ compare: event.target.value || undefined })}>
              <option value="">{text("compareNone")}</option>
              {schemes
                .filter((scheme) => scheme !== shown)
                .map((scheme) => (
                  <option key={scheme.schemeId} value={scheme.schemeId}>
                    {name(scheme)}
                  </option>
                ))}
            </select>
          </label>
          <button type="button" className="button" onClick={() => window.print()}>
            {text("print")}
          </button>
        </>
      }
    >
      <div className="scheme-choice">
        <Choices
          label={text("scheme")}
          options={schemes.map((scheme) => ({ value: scheme.schemeId, label: name(scheme) }))}
          value={shown.schemeId}
          onChoose={(chosen) => choose({ scheme: chosen })}
        />
      </div>
      <Loaded result={policies}>
        {(rows) =>
          compared === undefined ? (
            <Shown key={shown.schemeId} labels={shown} rows={rows} />
          ) : (
            <Comparison before={compared.body as Scheme} after={shown.body as Scheme} />
          )
        }
      </Loaded>
    </Page>
  );
}

interface ShownProps {
  readonly labels: SchemeLabels;
  readonly rows: readonly { readonly scheme_id: string; readonly policy: string; readonly value: string }[];
}

function Shown({ labels: { schemeId, body }, rows }: ShownProps) {
  const choices = useMemo(
    () => Object.fromEntries(rows.flatMap(({ scheme_id, policy, value }) => (scheme_id === schemeId ? [[policy, value]] : []))),
    [rows, schemeId],
  );
  return <SchemeDocument scheme={body as Scheme} choices={choices} />;
}
