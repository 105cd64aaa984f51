import { badPerTenThousand, goodRate, type Rate, rateHundredths } from "@mingchuang/rubric/rates";
import type { CityScore, CityYear } from "@mingchuang/warehouse/queries/cities";
import type { ReactNode } from "react";
import { formatPoints, formatRate } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { Chart, type Mark } from "../../ui/chart.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { chartHeight } from "./city-axis.ts";
import { messages } from "./messages.ts";
import { nominationCells } from "./nomination-cells.ts";
import { meanScore } from "./order-cities.ts";
import { rateDots } from "./rate-dots.ts";
import { scoreBars } from "./score-bars.ts";

interface FourComparisonsProps {
  readonly rows: readonly CityYear[];
  readonly scores: readonly CityScore[];
  readonly chosen: string | undefined;
  readonly onMark: (mark: Mark) => void;
  readonly cityColumn: Column<CityYear>;
}

/** The highest and the lowest of the rows that have a figure. */
function extremes(rows: readonly CityYear[], figure: (row: CityYear) => number | null) {
  const known = rows.flatMap((row) => {
    const value = figure(row);
    return value === null ? [] : [{ row, value }];
  });
  known.sort((a, b) => b.value - a.value);
  return { high: known[0], low: known.at(-1) };
}

const hundredths = (rate: Rate | null, per: number) => (rate === null ? null : rateHundredths(rate, per));

/** Score, good rate, bad reviews and nominations of the cities, each beside the others; what nobody handed in is left out. */
export function FourComparisons({ rows, scores, chosen, onMark, cityColumn }: FourComparisonsProps): ReactNode {
  const text = useText(messages);
  const language = useLanguage();
  const palette = usePalette();
  const { scheme, honour } = useScope();
  const height = chartHeight(rows.length);
  const most = scheme.quotaPerCity(honour);
  const domains = scheme.domains(language);
  const numeric = (id: string, label: string, figure: (row: CityYear) => number | null, per = 100): Column<CityYear> => ({
    id,
    label,
    numeric: true,
    value: (row) => {
      const value = figure(row);
      return value === null ? null : value / per;
    },
    cell: (row) => (per === 1 ? (figure(row) ?? "–") : formatPoints(figure(row))),
  });
  const told = (figure: (row: CityYear) => number | null) => {
    const { high, low } = extremes(rows, figure);
    return {
      high: high?.row.city ?? "–",
      highFigure: formatPoints(high?.value ?? null),
      low: low?.row.city ?? "–",
      lowFigure: formatPoints(low?.value ?? null),
    };
  };
  const [sum, scored] = rows.reduce(([a, b], row) => [a + (row.total_sum_c ?? 0), b + row.scored], [0, 0]);
  const table = (columns: readonly Column<CityYear>[]) => ({
    columns: [cityColumn, ...columns],
    rows,
    rowKey: (row: CityYear) => row.city_code,
  });
  const covered = (row: CityYear) => (row.domains === null ? 0 : row.domains.split(" ").length);
  const has = (figure: (row: CityYear) => number | null) => rows.some((row) => figure(row) !== null);
  const goodHundredths = (row: CityYear) => hundredths(goodRate.of(row), 100);
  const badHundredths = (row: CityYear) => hundredths(badPerTenThousand.of(row), 10_000);
  const full = rows.filter((row) => most !== null && row.nominated >= most).length;
  return (
    <div className="columns">
      {has(meanScore) ? (
        <div className="half">
          <Chart
            title={text("score")}
            sentence={text("scoreSentence", { ...told(meanScore), all: scored === 0 ? "–" : formatPoints(Math.round(sum / scored)) })}
            option={scoreBars(rows, chosen, palette)}
            height={height}
            table={table([numeric("score", text("score"), meanScore)])}
            note={text("scoreNote")}
            onMark={onMark}
          />
        </div>
      ) : null}
      {has(goodHundredths) ? (
        <div className="half">
          <Chart
            title={text("good")}
            sentence={text("goodSentence", told(goodHundredths))}
            option={rateDots({ rows, rate: goodRate.of, per: 100, chosen }, palette)}
            height={height}
            table={table([numeric("goodRate", text("good"), goodHundredths), numeric("active", text("active"), (row) => row.active, 1)])}
            note={text("rateNote")}
            onMark={onMark}
          />
        </div>
      ) : null}
      {has(badHundredths) ? (
        <div className="half">
          <Chart
            title={text("bad")}
            sentence={text("badSentence", told(badHundredths))}
            option={rateDots({ rows, rate: badPerTenThousand.of, per: 10_000, chosen }, palette)}
            height={height}
            table={table([
              numeric("bad", text("badCount"), (row) => row.bad, 1),
              {
                ...numeric("badRate", text("bad"), badHundredths),
                cell: (row) => formatRate(row.bad, row.active, 10_000),
              },
            ])}
            note={text("rateNote")}
            onMark={onMark}
          />
        </div>
      ) : null}
      {rows.some((row) => row.nominated > 0) ? (
        <div className="half">
          <Chart
            title={text("nominations")}
            sentence={
              domains.length === 0
                ? text("nominationsSentenceNoDomains", { full })
                : text("nominationsSentence", {
                    full,
                    covered: rows.filter((row) => covered(row) === domains.length).length,
                    domains: domains.length,
                  })
            }
            option={nominationCells(rows, scores, domains, { most, label: text("used") }, chosen, palette)}
            height={height}
            table={table([
              numeric("nominated", text("used"), (row) => row.nominated, 1),
              numeric("domains", text("domainsCovered"), covered, 1),
            ])}
            note={text("nominationsNote")}
            onMark={onMark}
          />
        </div>
      ) : null}
    </div>
  );
}
