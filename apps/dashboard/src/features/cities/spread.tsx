import type { CityItem, CityScore, CityYear } from "@mingchuang/warehouse/queries/cities";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { formatPoints } from "../../lib/format.ts";
import { useHonours } from "../../lib/honours.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { Chart } from "../../ui/chart.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import { chartHeight } from "./city-axis.ts";
import { itemCells, itemShare } from "./item-cells.ts";
import { messages } from "./messages.ts";
import { scoreStrips } from "./score-strips.ts";

interface SpreadProps {
  readonly rows: readonly CityYear[];
  readonly scores: readonly CityScore[];
  readonly shares: readonly CityItem[];
  readonly chosen: { readonly city: string | undefined; readonly item: string | undefined };
  readonly onItem: (city: string, item: string) => void;
  readonly cityColumn: Column<CityYear>;
}

/** How far apart a city's nominees lie, and in which items the cities differ. */
export function Spread({ rows, scores, shares, chosen, onItem, cityColumn }: SpreadProps) {
  const text = useText(messages);
  const language = useLanguage();
  const palette = usePalette();
  const navigate = useNavigate();
  const { scheme, honour } = useScope();
  const { pathOf } = useHonours();
  const numbered = useNarrow();
  const items = useMemo(() => scheme.items(honour, language), [scheme, honour, language]);
  const cityOf = (code: string) => rows.find((row) => row.city_code === code)?.city ?? code;
  const words = {
    ranked: text("ranked"),
    undecided: text("undecided"),
    vetoed: text("vetoed"),
    mean: text("mean"),
    rank: (score: CityScore) => (score.rank === null ? text(score.state) : text("rankOf", { rank: score.rank })),
  };
  const widest = rows
    .map((row) => {
      const totals = scores.filter((score) => score.city_code === row.city_code).map((score) => score.total_c);
      return { row, gap: totals.length < 2 ? -1 : Math.max(...totals) - Math.min(...totals) };
    })
    .sort((a, b) => b.gap - a.gap)[0];
  const contrasts = items
    .flatMap((item) => {
      const found = shares.filter((share) => share.item === item.id).sort((a, b) => itemShare(b) - itemShare(a));
      const [high, low] = [found[0], found.at(-1)];
      return high && low ? [{ item, high, low, gap: itemShare(high) - itemShare(low) }] : [];
    })
    .sort((a, b) => b.gap - a.gap);
  const widestItem = contrasts[0];
  const scoreColumns: readonly Column<CityScore>[] = [
    {
      id: "name",
      label: text("name"),
      value: (score) => score.subject_name,
      cell: (score) => (
        <Link to={pathOf(honour)} params={{ id: score.subject_id }}>
          {score.subject_name}
        </Link>
      ),
    },
    { id: "city", label: text("city"), value: (score) => cityOf(score.city_code) },
    { id: "rank", label: text("rank"), numeric: true, value: (score) => score.rank, cell: (score) => score.rank ?? text(score.state) },
    {
      id: "total",
      label: text("total"),
      numeric: true,
      value: (score) => score.total_c / 100,
      cell: (score) => formatPoints(score.total_c),
    },
  ];
  const shareOf = (row: CityYear, item: string) => {
    const found = shares.find((share) => share.city_code === row.city_code && share.item === item);
    return found ? itemShare(found) : null;
  };
  const itemColumns: readonly Column<CityYear>[] = [
    cityColumn,
    ...items.map(
      ({ id, label }): Column<CityYear> => ({
        id,
        label,
        numeric: true,
        value: (row) => {
          const share = shareOf(row, id);
          return share === null ? null : share / 100;
        },
        cell: (row) => (
          <button type="button" className="link" onClick={() => onItem(row.city_code, id)}>
            {formatPoints(shareOf(row, id))}
          </button>
        ),
      }),
    ),
  ];
  return (
    <div className="columns">
      <div className="half">
        <Chart
          title={text("strips")}
          sentence={
            widest && widest.gap >= 0
              ? text("stripsSentence", { wide: widest.row.city, gap: formatPoints(widest.gap) })
              : text("stripsSentenceNone")
          }
          option={scoreStrips(rows, scores, words, chosen.city, palette)}
          height={chartHeight(rows.length) + 20}
          table={{ columns: scoreColumns, rows: scores, rowKey: (score) => score.subject_id }}
          note={text("stripsNote")}
          onMark={({ data }) => void navigate({ to: pathOf(honour), params: { id: (data as { id: string }).id } })}
        />
      </div>
      <div className="half">
        <Chart
          title={text("items")}
          sentence={
            widestItem
              ? text("itemsSentence", {
                  item: widestItem.item.label,
                  high: cityOf(widestItem.high.city_code),
                  highFigure: formatPoints(itemShare(widestItem.high)),
                  low: cityOf(widestItem.low.city_code),
                  lowFigure: formatPoints(itemShare(widestItem.low)),
                })
              : ""
          }
          option={itemCells(
            rows,
            items,
            numbered ? items.map((_, index) => String(index + 1)) : items.map(({ label }) => label),
            shares,
            chosen,
            palette,
          )}
          height={chartHeight(rows.length) + 20}
          table={{ columns: itemColumns, rows, rowKey: (row) => row.city_code }}
          note={
            numbered
              ? `${items.map(({ label }, index) => `${index + 1} ${label}`).join(language === "zh" ? "；" : "; ")}${language === "zh" ? "。" : ". "}${text("itemsNote")}`
              : text("itemsNote")
          }
          onMark={({ data }) => {
            const [city = "", item = ""] = (data as { id: string }).id.split(".");
            onItem(city, item);
          }}
        />
      </div>
    </div>
  );
}
