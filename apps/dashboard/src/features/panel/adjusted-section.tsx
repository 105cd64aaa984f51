import type { AdjustedTotal } from "@mingchuang/rubric/agreement/adjusted-totals";
import { completeRatings } from "@mingchuang/rubric/agreement/ratings";
import { toHundredths } from "@mingchuang/rubric/points";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { formatPoints, formatPointsChange } from "../../lib/format.ts";
import { useHonours } from "../../lib/honours.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { Chart } from "../../ui/chart.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import { usePrinting } from "../../ui/use-printing.ts";
import { adjustedDots } from "./adjusted-dots.ts";
import { messages } from "./messages.ts";
import type { Panel } from "./read-panel.ts";

/** What totals and ranks would be if no grader were stricter than another; it counts for nothing. */
export function AdjustedSection({
  panel,
  rows,
  averaged,
}: {
  readonly panel: Panel;
  readonly rows: readonly AdjustedTotal[];
  readonly averaged: boolean;
}) {
  const text = useText(messages);
  const language = useLanguage();
  const palette = usePalette();
  const narrow = useNarrow();
  const printing = usePrinting();
  const { scheme, honour } = useScope();
  const { pathOf } = useHonours();
  const resultOf = (id: string) => panel.results.find(({ application_id }) => application_id === id);
  const nameOf = (id: string) => resultOf(id)?.subject_name ?? id;
  const scored = rows.filter(({ state }) => state !== "unscored" && state !== "not_applied");
  const moved = scored.filter(({ rawRank, adjustedRank }) => rawRank !== adjustedRank);
  const changed = scored.filter(({ raw, adjusted }) => toHundredths(raw) !== toHundredths(adjusted));
  const shown = scored.filter((row) => changed.includes(row) || moved.includes(row));
  /** Then severity cannot move anything, whatever it is. */
  const isWhole = averaged && completeRatings(panel.agreement.ratings).leftOut.length === 0;
  const crossing = scheme.stages(honour).flatMap(({ label, size }) => {
    const inside = (rank: number | null) => rank !== null && rank <= size;
    const count = scored.filter(({ rawRank, adjustedRank }) => inside(rawRank) !== inside(adjustedRank)).length;
    return count === 0 ? [] : [text("crossing", { count, stage: label[language], size })];
  });
  const option = useMemo(
    () =>
      adjustedDots(
        shown.map(({ id, raw, adjusted, rawRank, adjustedRank }) => ({
          id,
          name: `${rawRank ?? "–"}　${panel.results.find(({ application_id }) => application_id === id)?.subject_name ?? id}`,
          raw: toHundredths(raw),
          adjusted: toHundredths(adjusted),
          figure: rawRank === adjustedRank ? `${rawRank ?? "–"}` : `${rawRank ?? "–"} → ${adjustedRank ?? "–"}`,
        })),
        { raw: text("raw"), adjusted: text("adjustedTotal"), rank: text("rank") },
        narrow,
        palette,
      ),
    [shown, panel.results, text, narrow, palette],
  );
  const points = (id: "raw" | "adjusted", label: string): Column<AdjustedTotal> => ({
    id,
    label,
    numeric: true,
    value: (row) => toHundredths(row[id]) / 100,
    cell: (row) => formatPoints(toHundredths(row[id])),
  });
  const columns: readonly Column<AdjustedTotal>[] = [
    {
      id: "applicant",
      label: text("applicant"),
      value: ({ id }) => nameOf(id),
      cell: ({ id }) => {
        const result = resultOf(id);
        return result ? (
          <Link to={pathOf(honour)} params={{ id: result.subject_id }} search={({ year, lang, theme }) => ({ year, honour, lang, theme })}>
            {result.subject_name}
          </Link>
        ) : (
          id
        );
      },
    },
    { id: "rawRank", label: text("rank"), numeric: true, value: ({ rawRank }) => rawRank },
    points("raw", text("raw")),
    points("adjusted", text("adjustedTotal")),
    {
      id: "difference",
      label: text("difference"),
      numeric: true,
      value: ({ raw, adjusted }) => (toHundredths(adjusted) - toHundredths(raw)) / 100,
      cell: ({ raw, adjusted }) => formatPointsChange(toHundredths(adjusted) - toHundredths(raw)),
    },
    { id: "adjustedRank", label: text("adjustedRank"), numeric: true, value: ({ adjustedRank }) => adjustedRank },
  ];
  const table = { columns, rows: scored, rowKey: ({ id }: AdjustedTotal) => id };
  const sentence =
    changed.length === 0 && moved.length === 0
      ? text(isWhole ? "adjustedSame" : "adjustedAlmost")
      : [
          text("adjustedSentence", { changed: changed.length, moved: moved.length, all: scored.length }),
          ...(crossing.length === 0 ? [text("noCrossing")] : crossing),
        ].join(language === "zh" ? "" : " ");
  return (
    <Section id="adjusted" title={text("adjustedTitle")} note={text("adjustedNote")}>
      <p className="what-if">
        <strong>{text("whatIf")}</strong>　{text("whatIfWhy", { scheme: scheme.title(language) })}
      </p>
      {shown.length === 0 ? (
        <>
          <p>{sentence}</p>
          <details className="after-table" open={printing || undefined}>
            <summary>{text("adjustedTable")}</summary>
            <DataTable caption={text("adjustedTable")} captionHidden {...table} />
          </details>
        </>
      ) : (
        <Chart
          title={text("adjustedChart")}
          sentence={sentence}
          option={option}
          height={62 + shown.length * (narrow ? 30 : 25)}
          table={table}
          note={text("adjustedLegend")}
        />
      )}
    </Section>
  );
}
