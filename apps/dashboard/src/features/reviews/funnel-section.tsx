import { type ReactNode, useMemo } from "react";
import { formatCount, formatRate } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { Chart } from "../../ui/chart.tsx";
import { Section } from "../../ui/page.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import { funnelBars, funnelHeight } from "./funnel-bars.ts";
import type { Stage } from "./funnel-stages.ts";
import { messages } from "./messages.ts";
import { useSay } from "./use-say.ts";

interface FunnelSectionProps {
  readonly stages: readonly Stage[];
  readonly year: number;
  /** Whether the stages are those of a rule: without one nothing is due. */
  readonly isRuled: boolean;
  readonly children?: ReactNode;
}

/** Review → call-back → appeal or rectification → follow-up, one bar a year. */
export function FunnelSection({ stages, year, isRuled, children }: FunnelSectionProps) {
  const text = useText(messages);
  const language = useLanguage();
  const say = useSay();
  const palette = usePalette();
  const narrow = useNarrow();
  const years = useMemo(() => [...new Set(stages.map((stage) => stage.year))].sort(), [stages]);
  const option = useMemo(
    () => funnelBars({ stages, years, year, nameOf: (stage) => stage.label[language], narrow }, palette),
    [stages, years, year, language, narrow, palette],
  );
  const now = stages.filter((stage) => stage.year === year);
  const parts = now.slice(1).map(({ label, done, due, unknown }) => {
    if (due === 0) return text("funnelPartNone", { stage: say(label) });
    const known = isRuled ? (["funnelPart", "funnelPartUnknown"] as const) : (["recordedPart", "recordedPartUnknown"] as const);
    return text(known[unknown > 0 ? 1 : 0], {
      stage: say(label),
      done: formatCount(done),
      due: formatCount(due),
      rate: formatRate(done, due),
      unknown: formatCount(unknown),
    });
  });
  return (
    <Section id="funnel" title={text("funnel")}>
      <Chart
        title={text("funnelChart")}
        sentence={text("funnelSentence", {
          year,
          reviews: formatCount(now[0]?.reviews ?? 0),
          parts: parts.join(language === "zh" ? "；" : "; "),
        })}
        option={option}
        height={funnelHeight(now.length, years.length)}
        note={text(isRuled ? "funnelNote" : "recordedNote")}
        table={{
          rows: stages.toSorted((a, b) => b.year - a.year),
          rowKey: ({ id, year: when }) => `${when}.${id}`,
          columns: [
            { id: "stage", label: text("stage"), value: ({ label }) => say(label) },
            { id: "year", label: text("year"), numeric: true, value: (stage) => stage.year },
            {
              id: "done",
              label: text(isRuled ? "done" : "recordedDone"),
              numeric: true,
              value: ({ done }) => done,
              cell: ({ done }) => formatCount(done),
            },
            {
              id: "due",
              label: text(isRuled ? "due" : "recordedDue"),
              numeric: true,
              value: ({ due }) => due,
              cell: ({ due }) => formatCount(due),
            },
            {
              id: "rate",
              label: text(isRuled ? "handledRate" : "recordedRate"),
              numeric: true,
              value: ({ done, due }) => formatRate(done, due),
            },
            { id: "share", label: text("shareOfAll"), numeric: true, value: ({ done, reviews }) => formatRate(done, reviews) },
            { id: "unknown", label: text("unknownCount"), numeric: true, value: ({ unknown }) => unknown },
          ],
        }}
      />
      {children}
    </Section>
  );
}
