import { printRate } from "@mingchuang/rubric/rates";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { formatCount } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { Chart } from "../../ui/chart.tsx";
import { Section } from "../../ui/page.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import type { LoopRule } from "./choose-rule.ts";
import type { FollowedReview } from "./follow-reviews.ts";
import { fewReviews, type GroupFigures, groupFigures } from "./group-figures.ts";
import { datedSteps } from "./groups-section.tsx";
import { messages } from "./messages.ts";
import { intervalText, type RateMonth, rateMonths, rateMonthText } from "./rate-months.ts";
import type { ReviewsSearch } from "./search.ts";

type Month = RateMonth & { readonly figures: GroupFigures | undefined };

interface MonthsProps {
  readonly rule: LoopRule;
  /** Of all months: the one that is chosen stands among the others. */
  readonly reviews: readonly FollowedReview[];
  readonly year: number;
  readonly search: ReviewsSearch;
  readonly onChange: (part: Partial<ReviewsSearch>) => void;
}

/** The in-time rate of the bad reviews of each month; months with few are marked. */
export function MonthsSection({ rule, reviews, year, search, onChange }: MonthsProps) {
  const text = useText(messages);
  const comma = useLanguage() === "zh" ? "、" : ", ";
  const palette = usePalette();
  const months = useMemo(() => {
    const found = new Map(groupFigures(reviews, "month", datedSteps(rule, search.step)).map((group) => [group.key, group]));
    return Array.from({ length: 12 }, (_, index): Month => {
      const month = `${year}-${String(index + 1).padStart(2, "0")}`;
      const figures = found.get(month);
      return { month, figures, rate: figures?.inTime ?? null, isSmall: figures?.isSmall ?? false };
    });
  }, [rule, reviews, year, search.step]);
  const basis = text("inTimeBasis");
  const option = useMemo(() => rateMonths(months, basis, palette), [months, basis, palette]);
  const known = months.filter(({ rate }) => rate !== null);
  const share = ({ rate }: Month) => (rate === null ? 1 : rate.numerator / rate.denominator);
  const [lowest] = known.toSorted((a, b) => share(a) - share(b));
  const small = known.filter(({ isSmall }) => isSmall).map(({ month }) => month);
  if (known.length === 0) return null;
  return (
    <Section id="months" title={text("months")}>
      <Chart
        title={text("monthsChart", { year })}
        sentence={[
          lowest
            ? text("monthsSentence", { month: lowest.month, rate: printRate(lowest.rate), decided: lowest.rate?.denominator ?? 0 })
            : "",
          small.length > 0
            ? text("monthsSmall", { months: small.join(comma), few: fewReviews })
            : text("monthsNoneSmall", { few: fewReviews }),
        ].join(comma === "、" ? "" : " ")}
        option={option}
        height={220}
        note={text("monthsNote")}
        onMark={({ data }) => {
          const { id } = data as { readonly id?: string };
          if (id !== undefined) onChange({ month: id === search.month ? undefined : id });
        }}
        table={{
          rows: months,
          rowKey: ({ month }) => month,
          columns: [
            {
              id: "month",
              label: text("month"),
              value: ({ month }) => month,
              cell: ({ month }) => (
                <Link
                  from="/reviews"
                  to="/reviews"
                  search={(former) => ({ ...former, month: month === search.month ? undefined : month })}
                  resetScroll={false}
                >
                  {month}
                </Link>
              ),
            },
            { id: "reviews", label: text("reviewCount"), numeric: true, value: ({ figures }) => figures?.reviews ?? 0 },
            { id: "late", label: text("late"), numeric: true, value: ({ figures }) => figures?.states.late ?? 0 },
            { id: "overdue", label: text("overdue"), numeric: true, value: ({ figures }) => figures?.states.overdue ?? 0 },
            { id: "rate", label: text("inTimeRate"), numeric: true, value: rateMonthText },
            {
              id: "denominator",
              label: text("denominator"),
              numeric: true,
              value: ({ rate }) => rate?.denominator ?? null,
              cell: ({ rate }) => formatCount(rate?.denominator ?? null),
            },
            { id: "interval", label: text("interval"), numeric: true, value: intervalText },
          ],
        }}
      />
    </Section>
  );
}
