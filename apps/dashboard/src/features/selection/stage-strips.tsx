import { useMemo } from "react";
import { formatPoints } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { joinSentences } from "../../lib/join-sentences.ts";
import { Chart } from "../../ui/chart.tsx";
import { Section } from "../../ui/page.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import { messages } from "./messages.ts";
import { chases, countOutcomes, gapText, type Outcome, outcomeOf } from "./outcome.ts";
import { rankStrips, type StripMark } from "./rank-strips.ts";
import type { StageInView } from "./stages-in-view.ts";
import type { SelectionScope } from "./use-selection-scope.ts";

interface StageStripsProps {
  readonly stages: readonly StageInView[];
  readonly scope: SelectionScope;
  readonly who: string | undefined;
  readonly onMark: (stage: string, application: string) => void;
}

/** The strips of ranks with their cut-off lines, in a picture, in a sentence and as a table. */
export function StageStrips({ stages, scope, who, onMark }: StageStripsProps) {
  const text = useText(messages);
  const language = useLanguage();
  const palette = usePalette();
  const narrow = useNarrow();
  const { year, honour, name } = scope;
  const option = useMemo(
    () =>
      rankStrips(
        stages,
        {
          outcome: (outcome: Outcome) => text(`outcome-${outcome}`),
          rank: (rank) => (rank === null ? text("noRank") : text("rankNo", { rank })),
          points: text("points"),
        },
        palette,
        { narrow, who },
      ),
    [stages, text, palette, narrow, who],
  );
  const counted = (key: "pictureTied" | "pictureWaiting" | "pictureOut", count: number) => (count === 0 ? "" : text(key, { count }));
  const told = stages.map(({ label, rows }) => {
    const counts = countOutcomes(rows);
    return text("pictureStage", {
      stage: label,
      chosen: counts.in,
      tied: counted("pictureTied", counts.tied),
      waiting: counted("pictureWaiting", counts.waiting),
      out: counted("pictureOut", counts.out),
    });
  });
  const all = stages.flatMap(({ rows }) => rows);
  return (
    <Section title={text("picture")}>
      <Chart
        title={text("pictureTitle", { year, honour: name(honour) })}
        sentence={text("pictureSentence", { stages: told.join(language === "zh" ? "；" : "; "), change: smallestChange(stages, text) })}
        option={option}
        height={74 + stages.length * 56}
        narrowHeight={96 + stages.length * 56}
        note={text("narrowLegend")}
        onMark={({ data }) => {
          const mark = data as StripMark | undefined;
          if (mark?.row) onMark(mark.stage, mark.row.application_id);
        }}
        table={{
          rows: all,
          rowKey: ({ stage, application_id }) => `${stage}.${application_id}`,
          columns: [
            {
              id: "subject",
              label: text("subject"),
              value: (row) => row.subject_name ?? row.subject_id,
              cell: (row) => (
                <button type="button" className="link" onClick={() => onMark(row.stage, row.application_id)}>
                  {row.subject_name ?? row.subject_id}
                </button>
              ),
            },
            { id: "stage", label: text("stage"), value: (row) => stages.find(({ id }) => id === row.stage)?.label ?? row.stage },
            { id: "rank", label: text("rank"), numeric: true, value: ({ rank }) => rank },
            {
              id: "total",
              label: text("total"),
              numeric: true,
              value: (row) => (row.total_c === null ? null : row.total_c / 100),
              cell: (row) => formatPoints(row.total_c),
            },
            { id: "outcome", label: text("outcome"), value: (row) => text(`outcome-${outcomeOf(row)}`) },
          ],
        }}
      />
    </Section>
  );
}

/** What the least change is that would give a place to somebody else, over all stages. */
function smallestChange(stages: readonly StageInView[], text: ReturnType<typeof useText<keyof typeof messages.zh>>): string {
  const [tied] = stages.flatMap(({ label, rows }) => {
    const count = countOutcomes(rows).tied;
    return count === 0 ? [] : [text("smallestTie", { stage: label, count })];
  });
  const [least] = stages
    .flatMap(({ label, rows }) =>
      chases(rows)
        .slice(0, 1)
        .map((chase) => ({ label, ...chase })),
    )
    .sort((a, b) => a.gap.numerator * b.gap.denominator - b.gap.numerator * a.gap.denominator);
  if (least === undefined) return tied ?? "";
  const nearest = text("smallest", {
    who: least.row.subject_name ?? least.row.subject_id,
    gap: gapText(least.gap),
    stage: least.label,
    ahead: least.ahead.map((row) => row.subject_name ?? row.subject_id).join("、"),
  });
  return joinSentences([tied ?? "", nearest]);
}
