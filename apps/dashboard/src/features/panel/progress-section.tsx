import type { Honour } from "@mingchuang/rubric/scheme";
import { useMemo } from "react";
import { formatCount } from "../../lib/format.ts";
import { useText } from "../../lib/i18n.ts";
import { Chart } from "../../ui/chart.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { messages } from "./messages.ts";
import { progressBars, progressStates } from "./progress-bars.ts";
import type { Panel } from "./read-panel.ts";
import { expectedApplications, type GraderProgress, placesOfSheet, sheetProgress } from "./sheet-progress.ts";
import { useSingle } from "./use-single.ts";

/** How far each grader is: what is complete, partly filled, empty, not handed in. */
export function ProgressSection({ panel, honour }: { readonly panel: Panel; readonly honour: Honour }) {
  const text = useText(messages);
  const palette = usePalette();
  const { search, change } = useSingle();
  const applications = useMemo(
    () => expectedApplications(panel.results, panel.sheets, panel.round),
    [panel.results, panel.sheets, panel.round],
  );
  const rows = useMemo(() => sheetProgress(panel.sheets, applications, placesOfSheet(honour)), [panel.sheets, applications, honour]);
  const option = useMemo(() => {
    const words = { complete: text("complete"), partly: text("partly"), blank: text("blank"), absent: text("absent") };
    return progressBars(rows, words, search.grader, palette);
  }, [rows, text, search.grader, palette]);
  const sum = (of: keyof Omit<GraderProgress, "grader">) => rows.reduce((total, row) => total + row[of], 0);
  const totals = Object.fromEntries((["expected", ...progressStates] as const).map((state) => [state, formatCount(sum(state))]));
  const choose = (grader: string) => change({ grader: grader === search.grader ? undefined : grader, application: undefined });
  const count = (id: keyof Omit<GraderProgress, "grader">): Column<GraderProgress> => ({
    id,
    label: text(id),
    numeric: true,
    value: (row) => row[id],
  });
  const columns: readonly Column<GraderProgress>[] = [
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
    count("expected"),
    ...progressStates.map(count),
    count("blankPlaces"),
  ];
  return (
    <Section id="progress" title={text("progress")} note={text(panel.round === "initial" ? "progressNote" : "progressNoteOnsite")}>
      <Chart
        title={text("progressChart")}
        sentence={
          sum("complete") === sum("expected")
            ? text("progressDone", { graders: rows.length, applications: applications.length, expected: totals.expected ?? "" })
            : text("progressSentence", totals)
        }
        option={option}
        height={64 + rows.length * 28}
        table={{ columns, rows, rowKey: ({ grader }) => grader }}
        onMark={({ data }) => choose((data as { id: string }).id)}
      />
    </Section>
  );
}
