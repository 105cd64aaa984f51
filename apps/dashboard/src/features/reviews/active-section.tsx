import { activeReviewRate, printRate } from "@mingchuang/rubric/rates";
import { type ActiveMonth, queryActiveMonths } from "@mingchuang/warehouse/queries/reviews";
import { useMemo } from "react";
import { formatCount } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Chart } from "../../ui/chart.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { type CountField, SourceLink } from "../../ui/source/source-link.tsx";
import { Loaded } from "../../ui/states.tsx";
import { unnamed } from "./filter-reviews.ts";
import { messages } from "./messages.ts";
import { intervalText, type RateMonth, rateMonths, rateMonthText } from "./rate-months.ts";
import type { ReviewsSearch } from "./search.ts";
import { useSay } from "./use-say.ts";

/** Below this many cases a rate of active reviews is marked, as on the page of trends. */
const fewCases = 1000;

type Month = RateMonth & ActiveMonth;

/** How many of the cases somebody rated, month by month, with the denominator: few reviews make few bad ones. */
export function ActiveSection({ search: { city, domain, channel } }: { readonly search: ReviewsSearch }) {
  const text = useText(messages);
  const { year, scheme } = useScope();
  const of = { city: city === unnamed ? null : (city ?? null), domain: domain === unnamed ? null : (domain ?? null) };
  const result = useRows(queryActiveMonths, { schemeId: scheme.schemeId, year, ...of });
  return (
    <Section id="active" title={text("active")} note={channel === undefined ? undefined : text("activeNoChannel")}>
      <Loaded result={result}>{(rows) => <ActiveMonths rows={rows} year={year} {...of} />}</Loaded>
    </Section>
  );
}

interface ActiveMonthsProps {
  readonly rows: readonly ActiveMonth[];
  readonly year: number;
  readonly city: string | null;
  readonly domain: string | null;
}

function ActiveMonths({ rows, year, city, domain }: ActiveMonthsProps) {
  const text = useText(messages);
  const say = useSay();
  const comma = useLanguage() === "zh" ? "、" : ", ";
  const palette = usePalette();
  const months = useMemo(
    () =>
      rows.map((row): Month => {
        const rate = activeReviewRate.of(row);
        return { ...row, rate, isSmall: rate !== null && rate.denominator < fewCases };
      }),
    [rows],
  );
  const basis = `${say(activeReviewRate.numerator)} ÷ ${say(activeReviewRate.denominator)}`;
  const option = useMemo(() => rateMonths(months, basis, palette), [months, basis, palette]);
  const known = months.filter(({ rate }) => rate !== null);
  if (known.length === 0) return <p className="none-left">{text("activeNone", { year })}</p>;
  const sum = (key: "cases" | "active") => known.reduce((total, row) => total + (row[key] ?? 0), 0);
  const rate = activeReviewRate.of({ cases: sum("cases"), active: sum("active") });
  const small = known.filter(({ isSmall }) => isSmall).map(({ month }) => month);
  const gaps = months.filter(({ reporting, expected }) => reporting < expected).length;
  const by = city !== null ? "city" : domain !== null ? "domain" : "province";
  const counted = (id: CountField, key: "cases" | "active" | "bad", label: string): Column<Month> => ({
    id,
    label,
    numeric: true,
    value: (row) => row[key],
    cell: (row) =>
      row[key] === null || (city !== null && domain !== null) ? (
        formatCount(row[key])
      ) : (
        <SourceLink of="sum" by={by} id={city ?? domain ?? "province"} at={row.month} field={id} label={`${row.month} ${label}`}>
          {formatCount(row[key])}
        </SourceLink>
      ),
  });
  return (
    <Chart
      title={text("activeChart", { year })}
      sentence={[
        text("activeSentence", { year, rate: printRate(rate), active: formatCount(sum("active")), cases: formatCount(sum("cases")) }),
        small.length > 0 ? text("monthsSmall", { months: small.join(comma), few: formatCount(fewCases) }) : "",
        gaps > 0 ? text("activeGaps", { months: gaps }) : "",
      ]
        .filter((part) => part !== "")
        .join(comma === "、" ? "" : " ")}
      option={option}
      height={220}
      note={text("activeNote")}
      table={{
        rows: months,
        rowKey: ({ month }) => month,
        columns: [
          { id: "month", label: text("month"), value: ({ month }) => month },
          { id: "rate", label: text("activeRate"), numeric: true, value: rateMonthText, title: () => basis },
          counted("active", "active", say(activeReviewRate.numerator)),
          counted("cases", "cases", say(activeReviewRate.denominator)),
          { id: "interval", label: text("interval"), numeric: true, value: intervalText },
          counted("bad", "bad", text("badCount")),
          { id: "coverage", label: text("coverage"), numeric: true, value: ({ reporting, expected }) => `${reporting} / ${expected}` },
        ],
      }}
    />
  );
}
