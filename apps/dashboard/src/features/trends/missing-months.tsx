import type { MissingMonth } from "@mingchuang/warehouse/queries/overview";
import { Link } from "@tanstack/react-router";
import { formatMonth } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { messages } from "./messages.ts";

interface Gap extends Omit<MissingMonth, "month"> {
  readonly months: readonly string[];
}

/** One row per window, with its months that were not handed in. */
export function gapsByWindow(rows: readonly MissingMonth[]): readonly Gap[] {
  const gaps = new Map<string, Gap & { months: string[] }>();
  for (const { month, ...window } of rows) {
    const gap = gaps.get(window.window_id) ?? { ...window, months: [] };
    gap.months.push(month);
    gaps.set(window.window_id, gap);
  }
  return [...gaps.values()].sort((a, b) => b.months.length - a.months.length || a.window_id.localeCompare(b.window_id));
}

export function MissingMonths({ rows, year }: { readonly rows: readonly MissingMonth[]; readonly year: number }) {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme } = useScope();
  if (rows.length === 0) return <p>{text("missingNone", { year })}</p>;
  const columns: readonly Column<Gap>[] = [
    {
      id: "name",
      label: text("group"),
      value: (row) => row.name,
      cell: (row) => (
        <Link from="/trends" to="/trends" search={(former) => ({ ...former, window: row.window_id })} hash="window">
          {row.name}
        </Link>
      ),
    },
    { id: "city", label: text("city"), value: (row) => row.city },
    { id: "domain", label: text("domain"), value: (row) => scheme.domain(row.domain, language) },
    { id: "months", label: text("missingMonths"), value: (row) => row.months.map(formatMonth).join(language === "zh" ? "、" : ", ") },
    { id: "count", label: text("count"), numeric: true, value: (row) => row.months.length },
  ];
  return <DataTable caption={text("missingTable", { year })} columns={columns} rows={gapsByWindow(rows)} rowKey={(row) => row.window_id} />;
}
