import type { Outlier } from "@mingchuang/rubric/agreement/outliers";
import type { Ratings } from "@mingchuang/rubric/agreement/ratings";
import { useEffect, useMemo, useRef } from "react";
import { useText } from "../../lib/i18n.ts";
import { Chart } from "../../ui/chart.tsx";
import { Choices } from "../../ui/choices.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import { deviationHeight, deviationMap } from "./deviation-cells.ts";
import { type DeviationRow, deviationRows } from "./deviation-rows.ts";
import { formatDistance, formatValue } from "./figures.ts";
import { messages } from "./messages.ts";
import { orderGraders } from "./order-graders.ts";
import type { Panel } from "./read-panel.ts";
import { SheetDetail } from "./sheet-detail.tsx";
import { useSingle } from "./use-single.ts";

interface DeviationSectionProps {
  readonly panel: Panel;
  readonly ratings: Ratings;
  readonly itemLabel: string | null;
}

/** Which single scores are far from the others; one of them can be looked into, down to its rows. */
export function DeviationSection({ panel, ratings, itemLabel }: DeviationSectionProps) {
  const text = useText(messages);
  const palette = usePalette();
  const narrow = useNarrow();
  const { search, change } = useSingle();
  const { grader, application, order } = search;
  const rows = useMemo(() => deviationRows(ratings, panel.results, order), [ratings, panel.results, order]);
  const outliers = rows
    .flatMap(({ cells }) => cells.map(({ outlier }) => outlier))
    .filter((outlier) => outlier !== null)
    .sort((a, b) => Math.abs(b.score) - Math.abs(a.score));
  const nameOf = (id: string) => rows.find((row) => row.application === id)?.result?.subject_name ?? id;
  const option = useMemo(
    () =>
      deviationMap(
        rows,
        {
          nameOf: ({ result, application: id }) => `${result?.rank ?? "–"}　${result?.subject_name ?? id}`,
          nameWidth: narrow ? 126 : 268,
          narrow,
          chosen: { application, grader },
          lines: (_, { value, deviation, outlier }) => [
            [text("given"), formatValue(value)],
            [text("fromOthers"), deviation === null ? "–" : formatDistance(deviation)],
            ...(outlier === null ? [] : [[text("isOutlier"), text("aboutExpected", { expected: formatValue(outlier.expected) })] as const]),
          ],
        },
        palette,
      ),
    [rows, narrow, application, grader, text, palette],
  );
  const choose = (id: string, by: string) =>
    change(id === application && by === grader ? { application: undefined, grader: undefined } : { application: id, grader: by });
  const lookInto = ({ subject, grader: by }: Outlier) => (
    <button type="button" className="link" onClick={() => choose(subject, by)}>
      {by}
    </button>
  );
  const columns: readonly Column<DeviationRow>[] = [
    { id: "applicant", label: text("applicant"), value: ({ result, application: id }) => result?.subject_name ?? id },
    { id: "rank", label: text("rank"), numeric: true, value: ({ result }) => result?.rank ?? null },
    ...orderGraders(ratings.graders).map(
      (by, place): Column<DeviationRow> => ({
        id: by,
        label: by,
        numeric: true,
        value: ({ cells }) => cells[place]?.deviation ?? null,
        cell: ({ application: id, cells }) => {
          const cell = cells[place];
          if (cell === undefined || cell.deviation === null) return "–";
          return (
            <button type="button" className="link" onClick={() => choose(id, by)}>
              {formatDistance(cell.deviation)}
              {cell.outlier === null ? "" : " *"}
            </button>
          );
        },
      }),
    ),
    {
      id: "spread",
      label: text("range"),
      numeric: true,
      value: ({ spread }) => spread,
      cell: ({ spread }) => formatValue(spread),
    },
  ];
  const outlierColumns: readonly Column<Outlier>[] = [
    { id: "applicant", label: text("applicant"), value: ({ subject }) => nameOf(subject) },
    { id: "grader", label: text("grader"), value: ({ grader: by }) => by, cell: lookInto },
    { id: "given", label: text("given"), numeric: true, value: ({ value }) => value, cell: ({ value }) => formatValue(value) },
    {
      id: "expected",
      label: text("expectedAbout"),
      numeric: true,
      value: ({ expected }) => expected,
      cell: ({ expected }) => formatValue(expected),
    },
    {
      id: "distance",
      label: text("distance"),
      numeric: true,
      value: ({ distance }) => distance,
      cell: ({ distance }) => formatDistance(distance),
    },
  ];
  const [worst] = outliers;
  const sheets = ratings.values.flat().filter((value) => value !== null).length;
  const widest = [...rows].sort((a, b) => (b.spread ?? -1) - (a.spread ?? -1))[0];
  const chosenRow = rows.find((row) => row.application === application);
  const chosenCell = chosenRow?.cells.find((cell) => cell.grader === grader);
  return (
    <Section
      id="deviations"
      title={text("deviations")}
      note={text("deviationsNote")}
      aside={
        <Choices
          label={text("order")}
          options={[
            { value: "rank" as const, label: text("order-rank") },
            { value: "spread" as const, label: text("order-spread") },
          ]}
          value={order}
          onChoose={(value) => change({ order: value })}
        />
      }
    >
      {chosenRow && chosenCell ? (
        <Detail key="detail" about={`${application} ${grader}`}>
          <SheetDetail panel={panel} row={chosenRow} cell={chosenCell} itemLabel={itemLabel} />
        </Detail>
      ) : null}
      <Chart
        title={itemLabel === null ? text("deviationsChart") : text("deviationsChartOf", { item: itemLabel })}
        sentence={
          worst
            ? text("deviationsSentence", {
                sheets,
                count: outliers.length,
                grader: worst.grader,
                subject: nameOf(worst.subject),
                value: formatValue(worst.value),
                expected: formatValue(worst.expected),
              })
            : text("deviationsNone", {
                sheets,
                subject: widest ? nameOf(widest.application) : "–",
                spread: formatValue(widest?.spread ?? null),
              })
        }
        option={option}
        height={deviationHeight(rows.length, narrow)}
        table={{ columns, rows, rowKey: (row) => row.application }}
        note={text("deviationsLegend")}
        onMark={({ data }) => {
          const [id = "", by = ""] = (data as { id: string }).id.split("\u0000");
          choose(id, by);
        }}
      />
      {outliers.length === 0 ? null : (
        <div className="after-table">
          <DataTable
            caption={text("outliers")}
            columns={outlierColumns}
            rows={outliers}
            rowKey={({ subject, grader: by }) => `${subject} ${by}`}
            isCurrent={({ subject, grader: by }) => subject === application && by === grader}
            footnote={text("outliersNote")}
          />
        </div>
      )}
    </Section>
  );
}

/** Comes into sight when another sheet is chosen, not when the page opens with one. */
function Detail({ about, children }: { readonly about: string; readonly children: React.ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (opened.current !== about && document.activeElement !== document.body) place.current?.scrollIntoView({ block: "nearest" });
    opened.current = about;
  }, [about]);
  return (
    <div ref={place} className="sheet-detail">
      {children}
    </div>
  );
}
