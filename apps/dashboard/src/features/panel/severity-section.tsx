import { severitySentence } from "@mingchuang/rubric/agreement/agreement-sentence";
import type { Ratings } from "@mingchuang/rubric/agreement/ratings";
import { graderSeverities, type Severity } from "@mingchuang/rubric/agreement/severity";
import { useMemo } from "react";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { Chart } from "../../ui/chart.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { formatDistance } from "./figures.ts";
import { dotsHeight, type IntervalDot, intervalDots } from "./interval-dots.ts";
import { messages } from "./messages.ts";
import { useSingle } from "./use-single.ts";

/** Which way a grader leans; none while the interval includes 0 or there is none. */
function leaningOf({ deviation, low, high }: Severity): "stricter" | "milder" | "level" {
  if (low === null || high === null || (low <= 0 && high >= 0)) return "level";
  return deviation < 0 ? "stricter" : "milder";
}

/** Who is stricter and who is milder than the others, on the whole sheet or on one item. */
export function SeveritySection({ ratings, itemLabel }: { readonly ratings: Ratings; readonly itemLabel: string | null }) {
  const text = useText(messages);
  const language = useLanguage();
  const palette = usePalette();
  const { search, change } = useSingle();
  const rows = useMemo(() => graderSeverities(ratings), [ratings]);
  const chosen = rows.find(({ grader }) => grader === search.grader);
  const option = useMemo(() => {
    const dots = rows.map((row): IntervalDot => {
      return {
        id: row.grader,
        name: row.grader,
        value: row.deviation,
        low: row.low,
        high: row.high,
        told: leaningOf(row) !== "level",
        figure: formatDistance(row.deviation),
        lines: [
          [text("deviation"), formatDistance(row.deviation)],
          [text("interval"), row.low === null || row.high === null ? "–" : `${formatDistance(row.low)} – ${formatDistance(row.high)}`],
          [text("subjects"), String(row.subjects)],
          [text("reading"), text(leaningOf(row))],
        ],
      };
    });
    const reach = Math.max(0.5, ...rows.flatMap(({ deviation, low, high }) => [deviation, low ?? 0, high ?? 0].map(Math.abs)));
    const edge = Math.ceil(reach * 1.08 * 2) / 2;
    const marks = [{ at: 0, label: text("zero") }];
    return intervalDots(dots, { min: -edge, max: edge, marks, nameWidth: 62, chosen: search.grader }, palette);
  }, [rows, text, search.grader, palette]);
  const [strict, mild] = [rows[0], rows.at(-1)];
  const choose = (grader: string) => change({ grader: grader === search.grader ? undefined : grader, application: undefined });
  const figure = (id: "deviation" | "low" | "high"): Column<Severity> => ({
    id,
    label: text(id),
    numeric: true,
    value: (row) => row[id],
    cell: (row) => (row[id] === null ? "–" : formatDistance(row[id])),
  });
  const columns: readonly Column<Severity>[] = [
    {
      id: "grader",
      label: text("grader"),
      value: ({ grader }) => grader,
      cell: ({ grader }) => (
        <button type="button" className="link" aria-pressed={grader === search.grader} onClick={() => choose(grader)}>
          {grader}
        </button>
      ),
    },
    figure("deviation"),
    figure("low"),
    figure("high"),
    { id: "subjects", label: text("subjects"), numeric: true, value: ({ subjects }) => subjects },
    { id: "reading", label: text("reading"), value: (row) => text(leaningOf(row)) },
  ];
  return (
    <Section id="severity" title={text("severity")} note={text("severityNote")}>
      {strict && mild ? (
        <Chart
          title={itemLabel === null ? text("severityChart") : text("severityChartOf", { item: itemLabel })}
          sentence={[
            text("severitySentence", {
              strict: strict.grader,
              strictFigure: formatDistance(strict.deviation),
              mild: mild.grader,
              mildFigure: formatDistance(mild.deviation),
              gap: formatDistance(mild.deviation - strict.deviation).replace("+", ""),
              told: rows.filter((row) => leaningOf(row) !== "level").length,
              all: rows.length,
            }),
            chosen ? severitySentence(chosen)[language] : "",
          ].join(language === "zh" ? "" : " ")}
          option={option}
          height={dotsHeight(rows.length)}
          table={{ columns, rows, rowKey: ({ grader }) => grader }}
          note={text("severityLegend")}
          onMark={({ data }) => choose((data as { id: string }).id)}
        />
      ) : (
        <p>{text("severityNone")}</p>
      )}
    </Section>
  );
}
