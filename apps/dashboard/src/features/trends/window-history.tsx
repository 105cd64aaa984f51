import { queryWindowMonths, queryWindowYears, type WindowChoice, type WindowYear } from "@mingchuang/warehouse/queries/trends";
import { Link } from "@tanstack/react-router";
import { formatCount, formatPoints, formatRate } from "../../lib/format.ts";
import { useHonours } from "../../lib/honours.ts";
import { useText } from "../../lib/i18n.ts";
import { joinSentences } from "../../lib/join-sentences.ts";
import { useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Chart } from "../../ui/chart.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { SourceLink } from "../../ui/source/source-link.tsx";
import { Loaded } from "../../ui/states.tsx";
import { messages as subjectMessages } from "../../ui/subject/messages.ts";
import { figureOf, type Measure, smallSample } from "./measures.ts";
import { messages } from "./messages.ts";
import { monthColumns } from "./month-columns.tsx";
import { monthLines } from "./month-lines.ts";

/** How one window did: its months with their gaps, and each of its years with its place. */
export function WindowHistory({ window, measure }: { readonly window: WindowChoice; readonly measure: Measure }) {
  const text = useText(messages);
  const states = useText(subjectMessages);
  const palette = usePalette();
  const { window_id: windowId, name } = window;
  const months = useRows(queryWindowMonths, { windowId });
  const { honour } = useScope();
  const ofWindows = useHonours().oneOf("windows") ?? honour;
  const years = useRows(queryWindowYears, { windowId, honour: ofWindows });
  /** What a figure was counted from; of several windows together each has its own. */
  const fromSource = (row: WindowYear, field: "cases" | "good" | "bad", label: string, shown: string) =>
    row.windows.includes(", ") ? (
      shown
    ) : (
      <SourceLink of="year" id={row.windows} at={String(row.year)} field={field} label={`${row.year} ${label}`}>
        {shown}
      </SourceLink>
    );
  const columns: readonly Column<WindowYear>[] = [
    { id: "year", label: text("year"), value: (row) => row.year },
    {
      id: "name",
      label: text("registerName"),
      value: (row) => row.name,
      cell: (row) => `${row.name}${row.windows === windowId ? "" : ` (${row.windows})`}${row.is_part ? text("beforeSplit") : ""}`,
    },
    { id: "months", label: text("monthsReported"), numeric: true, value: (row) => row.months },
    {
      id: "cases",
      label: text("cases"),
      numeric: true,
      value: (row) => row.cases,
      cell: (row) => fromSource(row, "cases", text("cases"), formatCount(row.cases)),
    },
    {
      id: "active",
      label: text("active"),
      numeric: true,
      value: (row) => figureOf(row, "active"),
      cell: (row) => formatRate(row.active, row.cases),
    },
    {
      id: "good",
      label: text("good"),
      numeric: true,
      value: (row) => figureOf(row, "good"),
      cell: (row) => fromSource(row, "good", text("good"), formatRate(row.good, row.active)),
    },
    {
      id: "bad",
      label: text("bad"),
      numeric: true,
      value: (row) => row.bad,
      cell: (row) => fromSource(row, "bad", text("bad"), formatCount(row.bad)),
    },
    {
      id: "rank",
      label: text("rank"),
      numeric: true,
      value: (row) => row.rank,
      cell: (row) =>
        row.places !== null ? row.places : row.state === null ? text("notNominated") : row.rank === null ? states(row.state) : row.rank,
    },
    {
      id: "total",
      label: text("total"),
      numeric: true,
      value: (row) => (row.total_c === null ? null : row.total_c / 100),
      cell: (row) => formatPoints(row.total_c),
    },
  ];
  return (
    <div className="columns">
      <div className="half">
        <Loaded result={months}>
          {(rows) => {
            const reported = rows.filter((row) => figureOf(row, measure) !== null).length;
            return (
              <Chart
                title={text("windowMonths", { name, unit: text(`unit-${measure}`) })}
                sentence={text("windowSentence", { months: reported, missing: rows.length - reported })}
                option={monthLines(
                  { focus: { key: windowId, label: name, months: rows }, siblings: [], whole: undefined, measure },
                  palette,
                )}
                height={280}
                table={{
                  columns: monthColumns(rows, measure, text, (row) => ({
                    of: "month",
                    id: windowId,
                    at: row.month.slice(0, 7),
                    field: measure,
                  })),
                  rows,
                  rowKey: ({ month }) => month,
                }}
                note={joinSentences([
                  text("linesNote", { small: smallSample }),
                  measure === "good" || measure === "active" ? text("notFromZero") : "",
                ])}
              />
            );
          }}
        </Loaded>
      </div>
      <div className="half">
        <Loaded result={years}>
          {(rows) => (
            <DataTable
              caption={text("windowYears")}
              columns={columns}
              rows={rows}
              rowKey={(row) => String(row.year)}
              footnote={
                <Link to="/windows/$id" params={{ id: windowId }}>
                  {text("openWindow")}
                </Link>
              }
            />
          )}
        </Loaded>
      </div>
    </div>
  );
}
