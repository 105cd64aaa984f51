import type { Leader } from "@mingchuang/warehouse/queries/overview";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { formatPoints } from "../../lib/format.ts";
import { useHonours } from "../../lib/honours.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { Chart } from "../../ui/chart.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { itemPoints, leaderBars } from "./leader-bars.ts";
import { messages } from "./messages.ts";

/** The first ten, tied ones at the tenth place included. */
export function Leaders({ rows }: { readonly rows: readonly Leader[] }) {
  const text = useText(messages);
  const language = useLanguage();
  const palette = usePalette();
  const navigate = useNavigate();
  const { scheme, honour } = useScope();
  const { pathOf } = useHonours();
  const items = useMemo(() => scheme.items(honour, language), [scheme, honour, language]);
  const option = useMemo(() => leaderBars(rows, items, palette), [rows, items, palette]);
  const [first, last] = [rows[0], rows.at(-1)];
  const sentence =
    first && last
      ? text("leadersSentence", {
          first: first.subject_name,
          total: formatPoints(first.total_c),
          rank: last.rank,
          gap: formatPoints(first.total_c - last.total_c),
        })
      : "";
  const columns: readonly Column<Leader>[] = [
    {
      id: "name",
      label: text("name"),
      value: (row) => row.subject_name,
      cell: (row) => (
        <Link to={pathOf(honour)} params={{ id: row.subject_id }}>
          {row.subject_name}
        </Link>
      ),
    },
    { id: "city", label: text("city"), value: (row) => row.city },
    {
      id: "rank",
      label: text("rank"),
      numeric: true,
      value: (row) => row.rank,
      cell: (row) => (row.tied ? `${row.rank}（${text("tied")}）` : row.rank),
    },
    { id: "previous", label: text("previous"), numeric: true, value: (row) => row.previous_rank },
    ...items.map((item, index): Column<Leader> => {
      const points = (row: Leader) => itemPoints(row)[index] ?? null;
      return {
        id: item.id,
        label: item.label,
        numeric: true,
        value: (row) => (points(row) ?? 0) / 100,
        cell: (row) => formatPoints(points(row)),
      };
    }),
    {
      id: "total",
      label: text(scheme.isLowerBetter(honour) ? "compositeRank" : "total"),
      numeric: true,
      value: (row) => row.total_c / 100,
      cell: (row) => formatPoints(row.total_c),
    },
  ];
  if (items.length === 0)
    return <DataTable caption={text("leaders")} captionHidden rows={rows} rowKey={(row) => row.application_id} columns={columns} />;
  const bonus = items.reduce((sum, item) => sum + (item.isBonus ? item.maxHundredths : 0), 0);
  const full = items.reduce((sum, item) => sum + item.maxHundredths, 0) / 100;
  return (
    <Chart
      title={text("leadersChart")}
      sentence={sentence}
      option={option}
      height={70 + 32 * rows.length}
      table={{ columns, rows, rowKey: (row) => row.application_id }}
      note={bonus > 0 ? text("leadersBonusNote", { full, bonus: bonus / 100 }) : text("leadersNote", { full })}
      onMark={({ data }) => void navigate({ to: pathOf(honour), params: { id: (data as { id: string }).id } })}
    />
  );
}
