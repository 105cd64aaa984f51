import { queryMissingMonths } from "@mingchuang/warehouse/queries/overview";
import { queryWindowMonths } from "@mingchuang/warehouse/queries/subject";
import { useMemo } from "react";
import { formatCount, formatRate } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Chart } from "../../ui/chart.tsx";
import { Section } from "../../ui/page.tsx";
import { usePalette } from "../../ui/palette-context.ts";
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
    <Section id="months" title={text("months")}>
      <Loaded result={result}>
        {(rows) => (
          <Loaded result={gaps}>
            {(missing) => (
              <Months
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

function Months({ slots, due }: { readonly slots: readonly MonthSlot[]; readonly due: readonly string[] }) {
  const text = useText(messages);
  const language = useLanguage();
  const palette = usePalette();
  const { year } = useScope();
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
      table={{
        rows: slots,
        rowKey: ({ month }) => month,
        columns: [
          { id: "month", label: text("month"), value: ({ month }) => month },
          { id: "cases", label: text("cases"), numeric: true, value: ({ data }) => data?.cases ?? null },
          { id: "active", label: text("active"), numeric: true, value: ({ data }) => data?.active_reviews ?? null },
          { id: "default", label: text("default"), numeric: true, value: ({ data }) => data?.default_reviews ?? null },
          { id: "good", label: text("good"), numeric: true, value: ({ data }) => data?.good ?? null },
          { id: "bad", label: text("bad"), numeric: true, value: ({ data }) => data?.bad ?? null },
          { id: "rate", label: text("rate"), numeric: true, value: ({ data }) => goodRate(data) },
        ],
      }}
    />
  );
}
