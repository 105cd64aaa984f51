import { queryMissingMonths } from "@mingchuang/warehouse/queries/overview";
import { queryWindowMonths } from "@mingchuang/warehouse/queries/subject";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { formatCount, formatRate } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings, useReach, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Chart } from "../../ui/chart.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { type CountField, SourceLink } from "../../ui/source/source-link.tsx";
import { Loaded } from "../../ui/states.tsx";
import { messages } from "./messages.ts";
import { goodRate, type MonthSlot, monthFigures, monthPictures, monthSlots } from "./months.ts";

/** What the window did and how it was rated, month by month over all years. */
export function WindowMonths({ windowId }: { readonly windowId: string }) {
  const text = useText(messages);
  const { years, meta } = useHoldings();
  const { year } = useScope();
  const gaps = useRows(queryMissingMonths, { year });
  const result = useRows(queryWindowMonths, { windowId });
  return (
    <Section
      id="months"
      title={text("months")}
      aside={
        <SourceLink
          of="year"
          id={windowId}
          at={String(year)}
          label={text("monthsOfYear", { year })}
          words={text("sourceOfYear", { year })}
        />
      }
    >
      <Loaded result={result}>
        {(rows) => (
          <Loaded result={gaps}>
            {(missing) => (
              <Months
                windowId={windowId}
                slots={monthSlots(rows, years, meta.as_of)}
                due={missing.filter(({ window_id }) => window_id === windowId).map(({ month }) => month)}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </Section>
  );
}

interface MonthsProps {
  readonly windowId: string;
  readonly slots: readonly MonthSlot[];
  readonly due: readonly string[];
}

function Months({ windowId, slots, due }: MonthsProps) {
  const text = useText(messages);
  const language = useLanguage();
  const palette = usePalette();
  const navigate = useNavigate();
  const { year } = useScope();
  const isSourced = useReach("mart_column", "place") !== "withheld";
  const ofMonth = (month: string) => ({ of: "month" as const, id: windowId, at: month });
  const counted = (id: CountField, key: "cases" | "active_reviews" | "good" | "bad", label: string): Column<MonthSlot> => ({
    id,
    label,
    numeric: true,
    value: ({ data }) => data?.[key] ?? null,
    cell: ({ month, data }) =>
      data === null || data[key] === null ? (
        "–"
      ) : data.windows.includes(", ") ? (
        `${formatCount(data[key])} (${data.windows})`
      ) : (
        <SourceLink {...ofMonth(month)} id={data.windows} field={id} label={`${month} ${label}`}>
          {formatCount(data[key])}
        </SourceLink>
      ),
  });
  const option = useMemo(
    () => monthPictures(slots, [text("cases"), text("active"), text("bad"), text("rate")], palette),
    [slots, text, palette],
  );
  const { count, cases, active, bad, good, missing } = monthFigures(slots, year, due);
  const sentence =
    count === 0
      ? text("monthsNone", { year })
      : text("monthsSentence", {
          year,
          count,
          cases: formatCount(cases),
          active: formatCount(active),
          bad: formatCount(bad),
          rate: formatRate(good, active),
          missing: missing.length === 0 ? "" : text("monthsMissing", { months: missing.join(language === "zh" ? "、" : ", ") }),
        });
  return (
    <Chart
      title={text("months")}
      sentence={sentence}
      option={option}
      height={340}
      {...(isSourced
        ? {
            note: text("monthsSource"),
            onMark: ({ name }) =>
              void navigate({
                to: "/source",
                search: ({ year: chosen, honour, lang, theme }) => ({ year: chosen, honour, lang, theme, ...ofMonth(name) }),
              }),
          }
        : {})}
      table={{
        rows: slots,
        rowKey: ({ month }) => month,
        columns: [
          { id: "month", label: text("month"), value: ({ month }) => month },
          counted("cases", "cases", text("cases")),
          counted("active", "active_reviews", text("active")),
          { id: "default", label: text("default"), numeric: true, value: ({ data }) => data?.default_reviews ?? null },
          counted("good", "good", text("good")),
          counted("bad", "bad", text("bad")),
          { id: "rate", label: text("rate"), numeric: true, value: ({ data }) => goodRate(data) },
          ...(slots.some(({ data }) => data?.handling_p50 != null)
            ? [{ id: "handling", label: text("handling"), numeric: true, value: ({ data }: MonthSlot) => data?.handling_p50 ?? null }]
            : []),
        ],
      }}
    />
  );
}
