import { queryMissingMonths } from "@mingchuang/warehouse/queries/overview";
import { queryGroupMonths } from "@mingchuang/warehouse/queries/trends";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useCityNames } from "../../lib/city-name.ts";
import { formatCount, formatRate } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Chart } from "../../ui/chart.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { Loaded } from "../../ui/states.tsx";
import { useNarrow } from "../../ui/use-narrow.ts";
import { coverageHeight, coverageMap } from "./coverage-cells.ts";
import { type CoverageCell, coverageOf, ofNoCity } from "./coverage-rows.ts";
import { messages } from "./messages.ts";
import type { DataSearch } from "./search.ts";

interface CoverageProps {
  readonly search: DataSearch;
  readonly onChange: (part: Partial<DataSearch>) => void;
}

/** Which registered windows handed in counts for which month: what is missing is a gap, never a zero. */
export function CoverageSection({ search, onChange }: CoverageProps) {
  const text = useText(messages);
  const language = useLanguage();
  const palette = usePalette();
  const narrow = useNarrow();
  const { year } = useScope();
  const holdings = useHoldings();
  const named = useCityNames();
  const result = useRows(queryGroupMonths, { by: "city" });
  const coverage = useMemo(() => coverageOf(result.data ?? [], year), [result.data, year]);
  const cities = useMemo(
    () =>
      [...named(holdings.cities), { city_code: ofNoCity, city: text("noCity") }].filter(({ city_code }) =>
        coverage.cells.some((cell) => cell.city === city_code),
      ),
    [named, holdings.cities, coverage, text],
  );
  const chosen = useMemo(
    () => (search.city && search.month ? { city: search.city, month: search.month } : null),
    [search.city, search.month],
  );
  const option = useMemo(() => coverageMap(coverage, cities, { narrow, chosen }, palette), [coverage, cities, narrow, chosen, palette]);
  const cityOf = (code: string) => cities.find(({ city_code }) => city_code === code)?.city ?? code;
  const choose = (id: string) => {
    const [city, month] = id.split(".");
    onChange(chosen?.city === city && chosen?.month === month ? { city: undefined, month: undefined } : { city, month });
  };
  const missing = (cell: CoverageCell) => cell.expected - cell.reporting;
  const worst = [...coverage.cells].sort((a, b) => missing(b) - missing(a))[0];
  const sentence = [
    text("coverageSentence", {
      year,
      months: coverage.months.length,
      expected: formatCount(coverage.expected),
      reporting: formatCount(coverage.reporting),
      rate: formatRate(coverage.reporting, coverage.expected),
    }),
    worst && missing(worst) > 0
      ? text("coverageWorst", { city: cityOf(worst.city), month: worst.month, missing: missing(worst), expected: worst.expected })
      : text("coverageWhole"),
  ].join(language === "zh" ? "" : " ");
  return (
    <Section id="coverage" title={text("coverage")} note={text("coverageNote")}>
      <Loaded result={result}>
        {() =>
          coverage.expected === 0 ? (
            <p>{text("coverageNone", { year })}</p>
          ) : (
            <Chart
              title={text("coverageTitle", { year })}
              sentence={sentence}
              option={option}
              height={coverageHeight(cities.length)}
              note={text(narrow ? "coverageLegendNarrow" : "coverageLegend")}
              onMark={({ data }) => choose((data as { id: string }).id)}
              table={{
                rows: coverage.cells,
                rowKey: ({ city, month }) => `${city}.${month}`,
                columns: [
                  { id: "city", label: text("city"), value: ({ city }) => cityOf(city) },
                  { id: "month", label: text("month"), value: ({ month }) => month },
                  { id: "reporting", label: text("reporting"), numeric: true, value: ({ reporting }) => reporting },
                  { id: "expected", label: text("expected"), numeric: true, value: ({ expected }) => expected },
                  {
                    id: "missing",
                    label: text("missing"),
                    numeric: true,
                    value: missing,
                    cell: (cell) =>
                      missing(cell) === 0 ? (
                        0
                      ) : (
                        <button type="button" className="link" onClick={() => choose(`${cell.city}.${cell.month}`)}>
                          {missing(cell)}
                        </button>
                      ),
                  },
                ],
              }}
            />
          )
        }
      </Loaded>
      {chosen === null ? null : (
        <MissingWindows
          {...chosen}
          city={chosen.city}
          name={cityOf(chosen.city)}
          onClose={() => onChange({ city: undefined, month: undefined })}
        />
      )}
    </Section>
  );
}

interface MissingWindowsProps {
  readonly city: string;
  readonly name: string;
  readonly month: string;
  readonly onClose: () => void;
}

/** Who did not hand in: the windows of one city and month. */
function MissingWindows({ city, name, month, onClose }: MissingWindowsProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme } = useScope();
  const result = useRows(queryMissingMonths, { year: Number(month.slice(0, 4)) });
  return (
    <Loaded result={result}>
      {(all) => {
        const rows = all.filter((row) => (row.city_code ?? ofNoCity) === city && row.month.startsWith(month));
        const title = text("missingTitle", { city: name, month });
        return (
          <div className="data-drill">
            <p>
              <strong>{rows.length === 0 ? text("missingNobody", { city: name, month }) : title}</strong>{" "}
              <button type="button" className="link" onClick={onClose}>
                {text("close")}
              </button>
            </p>
            {rows.length === 0 ? null : (
              <DataTable
                caption={title}
                captionHidden
                rows={rows}
                rowKey={({ window_id }) => window_id}
                columns={[
                  {
                    id: "window",
                    label: text("window"),
                    value: (row) => row.name,
                    cell: (row) => (
                      <Link
                        to="/windows/$id"
                        params={{ id: row.window_id }}
                        search={({ year, lang, theme }) => ({ year, lang, theme })}
                        hash="months"
                      >
                        {row.name}
                      </Link>
                    ),
                  },
                  { id: "number", label: text("number"), value: (row) => row.window_id },
                  { id: "domain", label: text("domain"), value: (row) => scheme.domain(row.domain, language) },
                ]}
              />
            )}
          </div>
        );
      }}
    </Loaded>
  );
}
