import { queryGroupParts, queryMonthSource, queryYearParts, type SumOf } from "@mingchuang/warehouse/queries/lineage";
import { queryRegister } from "@mingchuang/warehouse/queries/subject";
import { Link } from "@tanstack/react-router";
import { cityName } from "../../lib/city-name.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { messages as shell } from "../../ui/messages.ts";
import { Page } from "../../ui/page.tsx";
import type { CountField } from "../../ui/source/source-link.tsx";
import { Loaded } from "../../ui/states.tsx";
import { messages } from "./messages.ts";
import { SourceRows } from "./source-rows.tsx";
import { SumParts } from "./sum-parts.tsx";

/** Fields of a row that stand behind a count on a page. */
const rowFields: Readonly<Record<CountField, readonly string[]>> = {
  all: [],
  cases: ["cases"],
  active: ["active_reviews"],
  good: ["good", "level_5", "level_4", "level_3"],
  bad: ["bad", "level_2", "level_1"],
};

const ofWindow = (windowId: string, name: string) => (
  <Link key="window" to="/windows/$id" params={{ id: windowId }} search={({ year, lang, theme }) => ({ year, lang, theme })} hash="months">
    {name}
  </Link>
);

/** The counts of a window in a month. */
export function MonthSource({ windowId, month, field }: { readonly windowId: string; readonly month: string; readonly field: CountField }) {
  const text = useText(messages);
  const name = useWindowName(windowId, Number(month.slice(0, 4)));
  const rows = useRows(queryMonthSource, { windowId, month });
  return (
    <Page
      title={`${text("ofMonth", { name, month })}　${text(`field-${field}`)}`}
      question={text("question")}
      trail={[ofWindow(windowId, name), text("title")]}
    >
      <Loaded result={rows}>{(found) => <SourceRows rows={found} marked={rowFields[field]} nothing={text("noMonth", { month })} />}</Loaded>
    </Page>
  );
}

/** A window's year as the sum of its months. */
export function YearSource({ windowId, year, field }: { readonly windowId: string; readonly year: number; readonly field: CountField }) {
  const text = useText(messages);
  const name = useWindowName(windowId, year);
  const parts = useRows(queryYearParts, { windowId, year });
  const title = `${text("ofYear", { name, year })}　${text(`field-${field}`)}`;
  return (
    <Page title={title} question={text("question")} trail={[ofWindow(windowId, name), text("title")]}>
      <Loaded result={parts}>
        {(found) => (
          <SumParts
            title={title}
            note={text("partsMonths", { year, count: found.length })}
            parts={found}
            of="month"
            field={field}
            ask={({ id }) => ({ of: "month", id: windowId, at: id })}
          />
        )}
      </Loaded>
    </Page>
  );
}

interface SumSourceProps {
  readonly by: SumOf;
  readonly group: string;
  /** `2023` or `2023-04`. */
  readonly period: string;
  readonly field: CountField;
}

/** The province's, a city's or a domain's figure as the sum of its windows. */
export function SumSource({ by, group, period, field }: SumSourceProps) {
  const text = useText(messages);
  const pages = useText(shell);
  const name = useGroupName(by, group);
  const parts = useRows(queryGroupParts, { by, key: group, period });
  const title = `${period.length === 4 ? text("ofYear", { name, year: period }) : text("ofMonth", { name, month: period })}　${text(`field-${field}`)}`;
  const from =
    by === "city" ? (
      <Link key="from" to="/cities" search={({ year, honour, lang, theme }) => ({ year, honour, lang, theme, city: group })}>
        {pages("cities")}
      </Link>
    ) : (
      <Link key="from" to="/trends" search={({ year, honour, lang, theme }) => ({ year, honour, lang, theme })}>
        {pages("trends")}
      </Link>
    );
  return (
    <Page title={title} question={text("question")} trail={[from, text("title")]}>
      <Loaded result={parts}>
        {(found) => (
          <SumParts
            title={title}
            note={text("partsWindows", {
              count: found.length,
              reporting: found.filter(({ cases, active }) => cases !== null || active !== null).length,
            })}
            parts={found}
            of="window"
            field={field}
            ask={({ id }) => ({ of: period.length === 4 ? "year" : "month", id, at: period })}
          />
        )}
      </Loaded>
    </Page>
  );
}

function useWindowName(windowId: string, year: number): string {
  const register = useRows(queryRegister, { windowId });
  const entries = register.isPlaceholderData ? [] : (register.data ?? []);
  return (entries.find((entry) => entry.year === year) ?? entries.at(-1))?.name ?? windowId;
}

function useGroupName(by: SumOf, group: string): string {
  const text = useText(messages);
  const language = useLanguage();
  const { cities } = useHoldings();
  const { scheme } = useScope();
  if (by === "province") return text("province");
  if (by === "domain") return scheme.domain(group, language);
  const city = cities.find(({ city_code }) => city_code === group)?.city;
  return city === undefined ? group : cityName(city, language);
}
