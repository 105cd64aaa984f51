import { badPerTenThousand, goodRate, rateHundredths } from "@mingchuang/rubric/rates";
import type { CityYear } from "@mingchuang/warehouse/queries/cities";
import { Link } from "@tanstack/react-router";
import { formatPoints, formatPointsChange } from "../../lib/format.ts";
import { useText } from "../../lib/i18n.ts";
import { useHoldings } from "../../lib/scope.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { SourceLink } from "../../ui/source/source-link.tsx";
import { messages } from "./messages.ts";
import { meanScore } from "./order-cities.ts";

interface CityYearsProps {
  readonly cities: readonly CityYear[];
  readonly all: readonly CityYear[];
  readonly year: number;
  readonly chosen: string | undefined;
  readonly cityColumn: Column<CityYear>;
}

const measures = {
  yearScore: meanScore,
  yearGood: (row: CityYear) => {
    const rate = goodRate.of(row);
    return rate === null ? null : rateHundredths(rate);
  },
  yearBad: (row: CityYear) => {
    const rate = badPerTenThousand.of(row);
    return rate === null ? null : rateHundredths(rate, 10_000);
  },
} as const;

/** True when the mean fell from the year before last to last year and again to this one. */
function fellTwice(means: readonly (number | null)[]): boolean {
  const [first, second, third] = means.slice(-3);
  return first != null && second != null && third != null && second < first && third < second;
}

/** City × year: score, good rate and bad reviews of every year; each cell leads to that city and year in the ranking. */
export function CityYears({ cities, all, year, chosen, cityColumn }: CityYearsProps) {
  const text = useText(messages);
  const { years: known } = useHoldings();
  const at = (row: CityYear, when: number) => all.find((other) => other.city_code === row.city_code && other.year === when);
  const figure = (row: CityYear, when: number, measure: keyof typeof measures) => {
    const found = at(row, when);
    return found ? measures[measure](found) : null;
  };
  const years = known.filter((when) =>
    cities.some((row) => (["yearScore", "yearGood", "yearBad"] as const).some((measure) => figure(row, when, measure) !== null)),
  );
  const isFalling = (row: CityYear) => fellTwice(years.filter((when) => when <= year).map((when) => figure(row, when, "yearScore")));
  const scored = cities.some((row) => years.some((when) => figure(row, when, "yearScore") !== null));
  const change = (row: CityYear) => {
    const [now, before] = [figure(row, year, "yearScore"), figure(row, year - 1, "yearScore")];
    return now === null || before === null ? null : now - before;
  };
  const columns: readonly Column<CityYear>[] = [
    cityColumn,
    ...(["yearScore", "yearGood", "yearBad"] as const)
      .filter((measure) => measure !== "yearScore" || scored)
      .flatMap((measure) => [
        ...years.map(
          (when): Column<CityYear> => ({
            id: `${measure}-${when}`,
            label: text(measure, { year: when }),
            numeric: true,
            value: (row) => {
              const value = figure(row, when, measure);
              return value === null ? null : value / 100;
            },
            cell: (row) =>
              measure === "yearScore" || figure(row, when, measure) === null ? (
                <Link to="/ranking" search={{ year: when, city: [row.city_code] }}>
                  {formatPoints(figure(row, when, measure))}
                </Link>
              ) : (
                <SourceLink
                  of="sum"
                  by="city"
                  id={row.city_code}
                  at={String(when)}
                  field={measure === "yearGood" ? "good" : "bad"}
                  label={`${row.city} ${text(measure, { year: when })}`}
                >
                  {formatPoints(figure(row, when, measure))}
                </SourceLink>
              ),
          }),
        ),
        ...(measure === "yearScore"
          ? [
              {
                id: "change",
                label: text("changeScore"),
                numeric: true,
                value: (row: CityYear) => {
                  const value = change(row);
                  return value === null ? null : value / 100;
                },
                cell: (row: CityYear) => {
                  const value = change(row);
                  return (
                    <span className={value !== null && value < 0 ? "fall" : undefined}>
                      {isFalling(row) ? `${text("falling")} ` : ""}
                      {formatPointsChange(value)}
                    </span>
                  );
                },
              },
            ]
          : []),
      ]),
  ];
  return (
    <DataTable
      caption={text("yearsTable")}
      columns={columns}
      rows={cities}
      rowKey={(row) => row.city_code}
      isCurrent={(row) => row.city_code === chosen}
      footnote={cities.some(isFalling) ? text("yearsFootnote") : undefined}
    />
  );
}
