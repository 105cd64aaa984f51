import { type ReactNode, useMemo } from "react";
import { cityName } from "../../lib/city-name.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings } from "../../lib/scope.ts";
import { Choices } from "../../ui/choices.tsx";
import { Section } from "../../ui/page.tsx";
import type { Hand } from "./hand-cell.tsx";
import { messages } from "./messages.ts";
import { NomineeTable } from "./nominee-table.tsx";
import { countOutcomes, outcomeOf, outcomes } from "./outcome.ts";
import type { SelectionSearch } from "./search.ts";
import type { StageInView } from "./stages-in-view.ts";
import type { Checked } from "./use-checked-list.ts";
import type { SelectionScope } from "./use-selection-scope.ts";

interface NomineesProps {
  readonly stages: readonly StageInView[];
  readonly current: StageInView;
  readonly scope: SelectionScope;
  readonly search: SelectionSearch;
  readonly onChange: (part: Partial<SelectionSearch>) => void;
  /** Decisions by hand on this stage; null for whom they are not. */
  readonly hand: Hand | null;
  /** What is said of the list made by hand, in sight while it is made. */
  readonly bar: ReactNode;
  readonly byRules: Checked | null;
}

/** Everybody at one stage: the result, the rule, the reason in words, and the distance to the line. */
export function Nominees({ stages, current, scope, search, onChange, hand, bar, byRules }: NomineesProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { cities } = useHoldings();
  const { rows } = current;
  const counts = useMemo(() => countOutcomes(rows), [rows]);
  const shown = useMemo(
    () =>
      rows.filter((row) => {
        const outcome = outcomeOf(row);
        const among = search.outcome.length === 0 ? outcome !== "earlier" : search.outcome.includes(outcome);
        return (among || row.application_id === search.who) && (search.city === undefined || row.city_code === search.city);
      }),
    [rows, search.outcome, search.city, search.who],
  );
  const offered = outcomes.filter((outcome) => counts[outcome] > 0);
  const places = cities.filter(({ city_code }) => rows.some((row) => row.city_code === city_code));
  const caption = text("nominees", { stage: current.label });
  return (
    <Section id="nominees" title={caption} note={text("nomineesNote")}>
      <search className="filter-bar selection-filters">
        <Choices
          label={text("stageFilter")}
          options={stages.map(({ id, label }) => ({ value: id, label }))}
          value={current.id}
          onChoose={(stage) => onChange({ stage })}
        />
        <fieldset className="choices">
          <legend className="choices-label">{text("outcomeFilter")}</legend>
          {offered.map((outcome) => (
            <button
              key={outcome}
              type="button"
              aria-pressed={search.outcome.includes(outcome)}
              onClick={() =>
                onChange({ outcome: offered.filter((each) => search.outcome.includes(each) !== (each === outcome)), who: undefined })
              }
            >
              {text(`outcome-${outcome}`)} {counts[outcome]}
            </button>
          ))}
        </fieldset>
        {places.length < 2 ? null : (
          <label className="field">
            <span>{text("cityFilter")}</span>
            <select value={search.city ?? ""} onChange={(event) => onChange({ city: event.target.value || undefined, who: undefined })}>
              <option value="">{text("all")}</option>
              {places.map(({ city_code, city }) => (
                <option key={city_code} value={city_code}>
                  {cityName(city, language)}
                </option>
              ))}
            </select>
          </label>
        )}
        <span role="status" className="faint">
          {text("shown", { shown: shown.length, all: rows.length })}
        </span>
      </search>
      {shown.length === 0 ? (
        <p className="none-left">
          {text("none")}
          <button type="button" className="link" onClick={() => onChange({ outcome: [], city: undefined, who: undefined })}>
            {text("clearFilters")}
          </button>
        </p>
      ) : (
        <NomineeTable
          rows={shown}
          stage={current}
          scope={scope}
          caption={caption}
          who={search.who}
          inMerit={search.city === undefined}
          hand={hand}
          byRules={byRules}
        />
      )}
      {bar}
      {search.outcome.length === 0 && counts.earlier > 0 ? (
        <p className="table-note">{text("earlierHidden", { count: counts.earlier })}</p>
      ) : null}
    </Section>
  );
}
