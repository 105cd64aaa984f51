import { badPerTenThousand } from "@mingchuang/rubric/rates";
import { wilsonInterval } from "@mingchuang/rubric/wilson";
import type { CityWindow } from "@mingchuang/warehouse/queries/cities";
import { Link } from "@tanstack/react-router";
import { formatCount, formatRate } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { messages } from "./messages.ts";

/** Windows with the highest rates of bad reviews, each with the interval that says how much its rate can be trusted. */
export function WindowsInNeed({ windows }: { readonly windows: readonly CityWindow[] }) {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme } = useScope();
  const interval = (row: CityWindow) => {
    const rate = badPerTenThousand.of(row);
    if (rate === null) return null;
    const { low, high } = wilsonInterval(rate);
    return `${(low * 10_000).toFixed(2)}–${(high * 10_000).toFixed(2)}`;
  };
  const columns: readonly Column<CityWindow>[] = [
    {
      id: "name",
      label: text("name"),
      value: (row) => row.name,
      cell: (row) => (
        <Link to="/windows/$id" params={{ id: row.window_id }}>
          {row.name}
        </Link>
      ),
    },
    { id: "county", label: text("county"), value: (row) => row.county },
    { id: "domain", label: text("domain"), value: (row) => scheme.domain(row.domain, language) },
    { id: "bad", label: text("badCount"), numeric: true, value: (row) => row.bad },
    { id: "active", label: text("active"), numeric: true, value: (row) => row.active, cell: (row) => formatCount(row.active) },
    {
      id: "rate",
      label: text("badRate"),
      numeric: true,
      value: (row) => (row.bad === null || !row.active ? null : (row.bad / row.active) * 10_000),
      cell: (row) => formatRate(row.bad, row.active, 10_000),
    },
    { id: "interval", label: text("interval"), numeric: true, value: interval },
  ];
  return <DataTable caption={text("need")} columns={columns} rows={windows} rowKey={(row) => row.window_id} footnote={text("needNote")} />;
}
