import type { VetoRow } from "@mingchuang/warehouse/queries/vetoes";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback } from "react";
import { saveCsv } from "../../lib/export-csv.ts";
import { useHonours } from "../../lib/honours.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { Section } from "../../ui/page.tsx";
import { messages as subject } from "../../ui/subject/messages.ts";
import { useSchemeNames } from "../../ui/subject/scheme-names.ts";
import { countSubjects, filterVetoes } from "./filter-vetoes.ts";
import { messages } from "./messages.ts";
import type { VetoesSearch } from "./search.ts";
import { VetoTable } from "./veto-table.tsx";
import "../../ui/subject/subject.css";
import "./vetoes.css";
import { joinSentences } from "../../lib/join-sentences.ts";

const route = getRouteApi("/vetoes");
const states = ["vetoed", "undecided", "near", "clear"] as const;

export function Vetoes({ rows }: { readonly rows: readonly VetoRow[] }) {
  const text = useText(messages);
  const state = useText(subject);
  const language = useLanguage();
  const { cities } = useHoldings();
  const { year, honour, scheme } = useScope();
  const { nameOf } = useHonours();
  const { honour: rules } = useSchemeNames();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback(
    (part: Partial<VetoesSearch>) => void navigate({ search: (former) => ({ ...former, ...part }), replace: true, resetScroll: false }),
    [navigate],
  );
  const shown = filterVetoes(rows, search);
  const nominated = rows.filter((row) => row.application_id !== null);
  const inState = (name: string) => countSubjects(nominated.filter((row) => row.state === name));
  const caption = text("caption", { year, honour: nameOf(honour) });
  const ruleIds = rules?.rubric.vetoes.map((rule) => rule.id) ?? [...new Set(rows.map((row) => row.rule))].sort();

  const exportCsv = () =>
    saveCsv(
      caption,
      [text("subject"), text("city"), text("rule"), text("state"), text("figures"), text("excluded"), text("nominated")],
      shown.map((row) => [
        row.subject_name ?? row.subject_id,
        row.city,
        `${row.rule} ${scheme.veto(honour, row.rule, language)}`,
        state(row.state),
        `${row.counted} + ${row.undecided} / ${row.threshold}`,
        row.excluded,
        row.application_id === null ? text("notNominated") : (row.rank ?? row.result_state),
      ]),
    );

  return (
    <Section
      title={caption}
      note={text("summary", {
        vetoed: inState("vetoed"),
        undecided: inState("undecided"),
        near: inState("near"),
        others: countSubjects(rows.filter((row) => row.application_id === null)),
      })}
    >
      <search className="filter-bar">
        <Choice
          label={text("who")}
          values={["nominated", "all"]}
          value={search.who}
          name={(value) => text(value === "all" ? "who-all" : "who-nominated")}
          onChange={(value) => change({ who: value === "all" ? "all" : "nominated" })}
        />
        <label className="field">
          <span>{text("cityFilter")}</span>
          <select
            value={search.city[0] ?? ""}
            onChange={(event) => change({ city: event.target.value === "" ? [] : [event.target.value] })}
          >
            <option value="">{text("all")}</option>
            {cities.map((city) => (
              <option key={city.city_code} value={city.city_code}>
                {city.city}
              </option>
            ))}
          </select>
        </label>
        <Several
          label={text("stateFilter")}
          values={states}
          chosen={search.state}
          name={(value) => state(value as (typeof states)[number])}
          onChange={(values) => change({ state: [...values] })}
        />
        <Several
          label={text("ruleFilter")}
          values={ruleIds}
          chosen={search.rule}
          name={(value) => `${value} ${scheme.veto(honour, value, language)}`}
          onChange={(values) => change({ rule: [...values] })}
        />
      </search>
      <div className="veto-head">
        <p className="faint">{joinSentences([text("legend"), text("effectNote")])}</p>
        <p>
          <span role="status">{text("shown", { shown: shown.length })}</span>
          <button type="button" className="link" onClick={exportCsv}>
            {text("exportCsv")}
          </button>
        </p>
      </div>
      {shown.length === 0 ? (
        <p className="none-left">
          {text("none")}
          <button type="button" className="link" onClick={() => change({ city: [], state: [], rule: [] })}>
            {text("clearFilters")}
          </button>
        </p>
      ) : (
        <VetoTable rows={shown} all={rows} caption={caption} open={search.open} onOpen={(key) => change({ open: key })} />
      )}
    </Section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly values: readonly string[];
  readonly name: (value: string) => string;
}

function Choice({
  label,
  values,
  value,
  name,
  onChange,
}: ChoiceProps & { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <fieldset className="choices">
      <legend className="sr-only">{label}</legend>
      {values.map((each) => (
        <button key={each} type="button" aria-pressed={each === value} onClick={() => onChange(each)}>
          {name(each)}
        </button>
      ))}
    </fieldset>
  );
}

/** Several may be chosen; none chosen means what is shown at first. */
function Several({
  label,
  values,
  chosen,
  name,
  onChange,
}: ChoiceProps & { readonly chosen: readonly string[]; readonly onChange: (values: readonly string[]) => void }) {
  return (
    <fieldset className="choices">
      <legend className="choices-label">{label}</legend>
      {values.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={chosen.includes(each)}
          onClick={() => onChange(values.filter((value) => chosen.includes(value) !== (value === each)))}
        >
          {name(each)}
        </button>
      ))}
    </fieldset>
  );
}
