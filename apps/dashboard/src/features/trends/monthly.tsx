import { useMemo } from "react";
import type { Change } from "../../lib/change.ts";
import { formatMonth } from "../../lib/format.ts";
import { useText } from "../../lib/i18n.ts";
import { joinSentences } from "../../lib/join-sentences.ts";
import { Chart } from "../../ui/chart.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { type Group, neighbours, sumCounts } from "./group-months.ts";
import { changeText } from "./measure-words.ts";
import { changeOf, figureOf, figureText, type Measure, smallSample } from "./measures.ts";
import { messages } from "./messages.ts";
import { monthColumns } from "./month-columns.tsx";
import { monthLines } from "./month-lines.ts";

interface MonthlyProps {
  readonly focus: Group;
  readonly siblings: readonly Group[];
  readonly whole: Group;
  readonly measure: Measure;
  /** What the groups are; the whole is the province. */
  readonly by: "city" | "domain";
  readonly year: number;
  readonly onFocus: (key: string) => void;
}

/** One line over all months, and its months of the year beside the former month and the same month of last year. */
export function Monthly({ focus, siblings, whole, measure, by, year, onFocus }: MonthlyProps) {
  const text = useText(messages);
  const palette = usePalette();
  const option = useMemo(
    () => monthLines({ focus, siblings, whole: focus.key === whole.key ? undefined : whole, measure }, palette),
    [focus, siblings, whole, measure, palette],
  );
  const inYear = (when: number) => focus.months.filter(({ month }) => month.startsWith(String(when)));
  const [now, before] = [sumCounts(inYear(year)), sumCounts(inYear(year - 1))];
  const latest = inYear(year).findLast((row) => figureOf(row, measure) !== null);
  const compared = (change: Change, to: "Year" | "Month") =>
    change.text === null ? text(`noFormer${to}`) : text(`against${to}`, { change: changeText(change, text) });
  const sentence = latest
    ? text("linesSentence", {
        year,
        focus: focus.label,
        now: figureText(now, measure),
        change: compared(changeOf(now, before, measure), "Year"),
        month: formatMonth(latest.month),
        latest: figureText(latest, measure),
        yearOnYear: compared(changeOf(latest, neighbours(focus.months, latest.month).lastYear, measure), "Month"),
      })
    : text("noMonths");
  const columns = monthColumns(focus.months, measure, text, ({ month }) => ({
    of: "sum",
    id: focus.key,
    at: formatMonth(month),
    field: measure,
    by: focus.key === whole.key ? "province" : by,
  }));
  return (
    <>
      <Chart
        title={text("linesTitle", { focus: focus.label, unit: text(`unit-${measure}`) })}
        sentence={sentence}
        option={option}
        height={360}
        table={{ columns, rows: focus.months, rowKey: ({ month }) => month }}
        note={joinSentences([
          text("linesNote", { small: smallSample }),
          measure === "good" || measure === "active" ? text("notFromZero") : "",
        ])}
        onMark={({ series }) => onFocus(series)}
      />
      <div className="after-chart">
        <DataTable
          caption={text("compareTable", { focus: focus.label, year })}
          columns={columns}
          rows={inYear(year)}
          rowKey={({ month }) => month}
          footnote={text("coverageNote")}
        />
      </div>
    </>
  );
}
