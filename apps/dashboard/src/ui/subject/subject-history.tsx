import type { SubjectResultRow } from "@mingchuang/warehouse/queries/subject";
import { Link } from "@tanstack/react-router";
import { formatPoints, formatRate } from "../../lib/format.ts";
import { useText } from "../../lib/i18n.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { DataTable } from "../data-table.tsx";
import { messages } from "./messages.ts";

interface SubjectHistoryProps {
  readonly subjectId: string;
  readonly results: readonly SubjectResultRow[];
  readonly caption: string;
}

/**
 * A subject's applications of all years, with those of the windows that it came from; a year is a link to the page of that year, of the
 * window that it is about.
 */
export function SubjectHistory({ subjectId, results, caption }: SubjectHistoryProps) {
  const text = useText(messages);
  const { year } = useScope();
  const { years } = useHoldings();
  return (
    <DataTable
      caption={caption}
      captionHidden
      rows={results}
      rowKey={(row) => row.application_id}
      isCurrent={(row) => row.year === year && row.subject_id === subjectId}
      columns={[
        {
          id: "year",
          label: text("year"),
          value: (row) => row.year,
          cell: (row) => (
            <Link
              {...(row.subject_id === subjectId ? { to: "." as const } : { to: "/windows/$id" as const, params: { id: row.subject_id } })}
              search={(former) => ({
                ...former,
                year: row.year === years.at(-1) ? undefined : row.year,
                item: undefined,
                grader: undefined,
              })}
            >
              {row.year}
            </Link>
          ),
        },
        { id: "name", label: text("name"), value: (row) => row.subject_name },
        { id: "state", label: text("state"), value: (row) => text(row.state) },
        { id: "rank", label: text("rank"), numeric: true, value: (row) => row.rank },
        { id: "total", label: text("total"), numeric: true, value: (row) => row.total_c / 100, cell: (row) => formatPoints(row.total_c) },
        { id: "base", label: text("base"), numeric: true, value: (row) => row.base_c / 100, cell: (row) => formatPoints(row.base_c) },
        { id: "bonus", label: text("bonus"), numeric: true, value: (row) => row.bonus_c / 100, cell: (row) => formatPoints(row.bonus_c) },
        {
          id: "self",
          label: text("self"),
          numeric: true,
          value: (row) => (row.self_c === null ? null : row.self_c / 100),
          cell: (row) => formatPoints(row.self_c),
        },
        { id: "bad", label: text("badCounted"), numeric: true, value: (row) => row.counted_bad },
        {
          id: "rate",
          label: text("goodRate"),
          numeric: true,
          value: (row) => (row.good === null || !row.active ? null : row.good / row.active),
          cell: (row) => formatRate(row.good, row.active),
        },
      ]}
    />
  );
}
