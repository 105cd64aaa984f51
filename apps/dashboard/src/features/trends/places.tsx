import type { CityYear } from "@mingchuang/warehouse/queries/cities";
import type { SubjectYear } from "@mingchuang/warehouse/queries/trends";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { cityName } from "../../lib/city-name.ts";
import { formatPoints } from "../../lib/format.ts";
import { useHonours } from "../../lib/honours.ts";
import { useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import type { Language } from "../../lib/search-state.ts";
import { Chart } from "../../ui/chart.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { messages } from "./messages.ts";
import { climb, type Placed, rankBy, rankSlopes } from "./rank-slopes.ts";

interface ScoredPlaces extends Placed {
  readonly scores: readonly (number | null)[];
}

/** Cities by their mean score in each year. */
export function cityPlaces(rows: readonly CityYear[], years: readonly number[], language: Language): readonly ScoredPlaces[] {
  const cities = [...new Map(rows.map(({ city_code, city }) => [city_code, cityName(city, language)]))];
  const mean = (code: string, year: number) => {
    const row = rows.find((candidate) => candidate.city_code === code && candidate.year === year);
    return row && row.total_sum_c !== null && row.scored > 0 ? row.total_sum_c / row.scored : null;
  };
  const ranks = years.map((year) => rankBy(cities.map(([code]) => mean(code, year))));
  return cities.map(([key, label], index) => ({
    key,
    label,
    ranks: ranks.map((ofYear) => ofYear[index] ?? null),
    scores: years.map((year) => mean(key, year)),
  }));
}

/**
 * Subjects that hold a place in more than one year. A line of windows goes by the last of them; lines that end in the same window, since it
 * was merged from them, go by their first.
 */
export function subjectPlaces(rows: readonly SubjectYear[], years: readonly number[]): readonly ScoredPlaces[] {
  const lines = [...new Set(rows.map(({ line }) => line))].map((line) => [line, rows.filter((row) => row.line === line)] as const);
  const lastOf = (ofLine: readonly SubjectYear[]) => ofLine.at(-1)?.subject_id;
  return lines
    .map(([line, ofLine]) => {
      const [first, last] = [ofLine[0], ofLine.at(-1)];
      const isShared = lines.filter(([, other]) => lastOf(other) === lastOf(ofLine)).length > 1;
      const found = years.map((year) => ofLine.find((row) => row.year === year));
      return {
        key: isShared ? line : (last?.subject_id ?? line),
        label: isShared && first !== last ? `${first?.subject_name} → ${last?.subject_name}` : (last?.subject_name ?? line),
        ranks: found.map((row) => row?.rank ?? null),
        scores: found.map((row) => row?.total_c ?? null),
      };
    })
    .filter(({ ranks }) => ranks.filter((rank) => rank !== null).length > 1);
}

interface PlacesProps {
  readonly rows: readonly ScoredPlaces[];
  readonly years: readonly number[];
  readonly of: "city" | "subject";
  readonly chosen: string | undefined;
}

/** A slope chart of places over the years. */
export function Places({ rows, years, of, chosen }: PlacesProps) {
  const text = useText(messages);
  const palette = usePalette();
  const navigate = useNavigate();
  const { honour } = useScope();
  const { pathOf } = useHonours();
  const known = rows.some(({ key }) => key === chosen) ? chosen : undefined;
  const option = useMemo(() => rankSlopes(rows, years, known, of === "city" ? 124 : "46%", palette), [rows, years, known, of, palette]);
  const ordered = [...rows].sort((a, b) => climb(b) - climb(a));
  const [up, down] = [ordered[0], ordered.at(-1)];
  const sentence =
    years.length > 1 && up && down
      ? text("placesSentence", {
          first: years[0] ?? "",
          last: years.at(-1) ?? "",
          up: up.label,
          upBy: Math.max(0, climb(up)),
          down: down.label,
          downBy: Math.max(0, -climb(down)),
        })
      : text("placesSentenceNone");
  const columns: readonly Column<ScoredPlaces>[] = [
    {
      id: "name",
      label: text("group"),
      value: ({ label }) => label,
      cell: ({ key, label }) =>
        of === "city" ? (
          <Link to="/cities" search={{ city: key }}>
            {label}
          </Link>
        ) : (
          <Link to={pathOf(honour)} params={{ id: key }}>
            {label}
          </Link>
        ),
    },
    ...years.flatMap((year, index): Column<ScoredPlaces>[] => [
      { id: `rank-${year}`, label: text("placeIn", { year }), numeric: true, value: ({ ranks }) => ranks[index] ?? null },
      {
        id: `score-${year}`,
        label: text("scoreIn", { year }),
        numeric: true,
        value: ({ scores }) => (scores[index] == null ? null : Math.round(scores[index]) / 100),
        cell: ({ scores }) => formatPoints(scores[index] == null ? null : Math.round(scores[index])),
      },
    ]),
    {
      id: "climb",
      label: text("climb"),
      numeric: true,
      value: climb,
      cell: (row) => (climb(row) === 0 ? "＝" : climb(row) > 0 ? `▲ ${climb(row)}` : `▼ ${-climb(row)}`),
    },
  ];
  const open = (key: string) =>
    void (of === "city" ? navigate({ to: "/cities", search: { city: key } }) : navigate({ to: pathOf(honour), params: { id: key } }));
  const most = Math.max(1, ...rows.flatMap(({ ranks }) => ranks.map((rank) => rank ?? 0)));
  const table = { columns, rows, rowKey: ({ key }: ScoredPlaces) => key };
  const chart = (
    <Chart
      title={text(of === "city" ? "cityPlaces" : "subjectPlaces")}
      sentence={sentence}
      option={option}
      height={40 + most * (of === "city" ? 32 : 19)}
      table={table}
      note={of === "city" ? text("cityPlacesNote", { last: years.at(-1) ?? "" }) : text("subjectPlacesNote")}
      onMark={({ series }) => {
        const row = rows.find(({ label }) => label === series) ?? rows.find(({ key }) => key === series);
        if (row) open(row.key);
      }}
    />
  );
  if (of === "subject") return chart;
  return (
    <div className="columns">
      <div className="half">{chart}</div>
      <div className="half">
        <DataTable
          caption={text("placesTable")}
          {...table}
          rows={[...rows].sort((a, b) => (a.ranks.at(-1) ?? 99) - (b.ranks.at(-1) ?? 99))}
        />
      </div>
    </div>
  );
}
