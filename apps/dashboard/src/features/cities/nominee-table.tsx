import type { CityScore } from "@mingchuang/warehouse/queries/cities";
import { Link } from "@tanstack/react-router";
import { formatPoints } from "../../lib/format.ts";
import { useHonours } from "../../lib/honours.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { parseItems } from "../../lib/parse-items.ts";
import type { ItemLabel } from "../../lib/scheme.ts";
import { useScope } from "../../lib/scope.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { messages } from "./messages.ts";

interface NomineeTableProps {
  readonly scores: readonly CityScore[];
  readonly items: readonly ItemLabel[];
  readonly item: string | undefined;
}

const pointsOf = (row: CityScore, index: number) => parseItems(row.items_c)[index] ?? null;

/** The city's nominees, best first; with an item chosen, those who lose most in it first. */
export function NomineeTable({ scores, items, item }: NomineeTableProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { honour, scheme } = useScope();
  const { pathOf } = useHonours();
  const chosen = items.findIndex(({ id }) => id === item);
  const rows = chosen < 0 ? scores : [...scores].sort((a, b) => (pointsOf(a, chosen) ?? 0) - (pointsOf(b, chosen) ?? 0));
  const columns: readonly Column<CityScore>[] = [
    {
      id: "name",
      label: text("name"),
      value: (row) => row.subject_name,
      cell: (row) => (
        <Link to={pathOf(honour)} params={{ id: row.subject_id }} search={item === undefined ? {} : { item }}>
          {row.subject_name}
        </Link>
      ),
    },
    { id: "domain", label: text("domain"), value: (row) => scheme.domain(row.domain, language) },
    {
      id: "rank",
      label: text("rank"),
      numeric: true,
      value: (row) => row.rank,
      cell: (row) => (row.state === "ranked" ? row.rank : row.rank === null ? text(row.state) : `${row.rank}（${text(row.state)}）`),
    },
    {
      id: "change",
      label: text("change"),
      numeric: true,
      value: (row) => (row.rank === null || row.previous_rank === null ? null : row.previous_rank - row.rank),
      cell: (row) => {
        if (row.rank === null || row.previous_rank === null) return "–";
        const change = row.previous_rank - row.rank;
        return change === 0 ? "＝" : change > 0 ? `▲ ${change}` : `▼ ${-change}`;
      },
    },
    { id: "total", label: text("total"), numeric: true, value: (row) => row.total_c / 100, cell: (row) => formatPoints(row.total_c) },
    ...items.map(
      ({ id, label }, index): Column<CityScore> => ({
        id,
        label,
        numeric: true,
        value: (row) => (pointsOf(row, index) ?? 0) / 100,
        cell: (row) => (id === item ? <strong>{formatPoints(pointsOf(row, index))}</strong> : formatPoints(pointsOf(row, index))),
      }),
    ),
  ];
  const caption = chosen < 0 ? text("nominees") : text("nomineesByItem", { item: items[chosen]?.label ?? "" });
  return <DataTable key={caption} caption={caption} columns={columns} rows={rows} rowKey={(row) => row.subject_id} />;
}
