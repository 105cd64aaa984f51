import { wilsonInterval } from "@mingchuang/rubric/wilson";
import type { GroupMonth } from "@mingchuang/warehouse/queries/trends";
import { formatCount, formatMonth } from "../../lib/format.ts";
import type { Column } from "../../ui/data-table.tsx";
import { type Asked, SourceLink } from "../../ui/source/source-link.tsx";
import { neighbours } from "./group-months.ts";
import { changeText, type TrendsText } from "./measure-words.ts";
import { changeOf, figureOf, figureText, type Measure, perOf, rateOf } from "./measures.ts";

/** What is asked about a month's figure when it is followed. */
export type Source = (row: GroupMonth) => Asked;

/** The columns of a table of months: figure, denominator, interval, change on last month and last year, coverage. */
export function monthColumns(
  months: readonly GroupMonth[],
  measure: Measure,
  text: TrendsText,
  source?: Source,
): readonly Column<GroupMonth>[] {
  const change = (row: GroupMonth, to: "previous" | "lastYear") => changeOf(row, neighbours(months, row.month)[to], measure);
  const interval = (row: GroupMonth) => {
    const rate = rateOf(row, measure);
    if (rate === null) return null;
    const { low, high } = wilsonInterval(rate);
    return `${(low * perOf(measure)).toFixed(2)}–${(high * perOf(measure)).toFixed(2)}`;
  };
  const all: readonly (Column<GroupMonth> | null)[] = [
    { id: "month", label: text("month"), value: (row) => formatMonth(row.month) },
    {
      id: "value",
      label: text(`measure-${measure}`),
      numeric: true,
      value: (row) => figureOf(row, measure),
      cell: (row) =>
        source === undefined || figureOf(row, measure) === null ? (
          figureText(row, measure)
        ) : (
          <SourceLink {...source(row)} label={`${formatMonth(row.month)} ${text(`measure-${measure}`)}`}>
            {figureText(row, measure)}
          </SourceLink>
        ),
    },
    measure === "cases"
      ? null
      : {
          id: "denominator",
          label: text("denominator"),
          numeric: true,
          value: (row) => rateOf(row, measure)?.denominator ?? null,
          cell: (row) => formatCount(rateOf(row, measure)?.denominator ?? null),
        },
    measure === "cases" ? null : { id: "interval", label: text("interval"), numeric: true, value: interval },
    { id: "previous", label: text("monthOnMonth"), numeric: true, value: (row) => changeText(change(row, "previous"), text) },
    { id: "lastYear", label: text("yearOnYear"), numeric: true, value: (row) => changeText(change(row, "lastYear"), text) },
    { id: "coverage", label: text("coverage"), numeric: true, value: (row) => `${row.reporting} / ${row.expected}` },
  ];
  return all.filter((column) => column !== null);
}
