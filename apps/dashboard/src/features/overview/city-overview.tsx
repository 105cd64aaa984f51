import type { CityYear } from "@mingchuang/warehouse/queries/cities";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { formatPoints } from "../../lib/format.ts";
import { useText } from "../../lib/i18n.ts";
import { Chart } from "../../ui/chart.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { cityMap, type MapMeasure, mapChange, mapFigure, mapMeasures } from "./city-map.ts";
import { messages } from "./messages.ts";

interface CityOverviewProps {
  readonly rows: readonly CityYear[];
  readonly before: readonly CityYear[];
  readonly year: number;
  readonly measure: MapMeasure;
}

/** The tile map of the province by one of three figures. */
export function CityOverview({ rows, before, year, measure }: CityOverviewProps) {
  const text = useText(messages);
  const palette = usePalette();
  const navigate = useNavigate();
  const label = text(`map-${measure}`);
  const option = useMemo(() => cityMap(rows, before, measure, label, palette), [rows, before, measure, label, palette]);
  const ordered = rows
    .flatMap((row) => {
      const figure = mapFigure(row, measure);
      return figure === null ? [] : [{ row, figure }];
    })
    .sort((a, b) => b.figure - a.figure);
  const [high, low] = [ordered[0], ordered.at(-1)];
  const fallen = rows
    .map((row) => ({ row, change: mapChange(row, before, measure) ?? 0 }))
    .sort((a, b) => a.change - b.change)
    .find(({ change }) => change < 0);
  const extremes =
    high && low
      ? text("mapSentence", {
          year,
          label,
          high: high.row.city,
          highFigure: formatPoints(high.figure),
          low: low.row.city,
          lowFigure: formatPoints(low.figure),
        })
      : "";
  const sentence = fallen ? text("mapFall", { sentence: extremes, fall: fallen.row.city, change: formatPoints(fallen.change) }) : extremes;
  const columns: readonly Column<CityYear>[] = [
    {
      id: "city",
      label: text("city"),
      value: (row) => row.city,
      cell: (row) => (
        <Link to="/cities" search={{ city: row.city_code }}>
          {row.city}
        </Link>
      ),
    },
    ...mapMeasures(rows).map((column): Column<CityYear> => {
      const figure = (row: CityYear) => mapFigure(row, column);
      return {
        id: column,
        label: text(`map-${column}`),
        numeric: true,
        value: (row) => {
          const hundredths = figure(row);
          return hundredths === null ? null : hundredths / 100;
        },
        cell: (row) => formatPoints(figure(row)),
      };
    }),
  ];
  return (
    <Chart
      title={label}
      sentence={sentence}
      option={option}
      height={360}
      table={{ columns, rows, rowKey: (row) => row.city_code }}
      note={text("mapNote")}
      onMark={({ data }) => void navigate({ to: "/cities", search: { city: (data as { id: string }).id } })}
    />
  );
}
