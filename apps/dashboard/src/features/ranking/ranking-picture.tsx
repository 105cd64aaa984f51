import { useMemo } from "react";
import { useText } from "../../lib/i18n.ts";
import { parseItems } from "../../lib/parse-items.ts";
import type { ItemLabel } from "../../lib/scheme.ts";
import { Chart } from "../../ui/chart.tsx";
import { Section } from "../../ui/page.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import { messages } from "./messages.ts";
import type { PlacedRow } from "./place-rows.ts";
import { rankingBars, topFigures } from "./ranking-bars.ts";

const shownBars = 20;

interface RankingPictureProps {
  readonly rows: readonly PlacedRow[];
  readonly items: readonly ItemLabel[];
  readonly onOpen: (row: PlacedRow) => void;
}

/** The leaders of what is shown, as bars, in a sentence and as a table. */
export function RankingPicture({ rows, items, onOpen }: RankingPictureProps) {
  const text = useText(messages);
  const palette = usePalette();
  const narrow = useNarrow();
  const top = useMemo(() => rows.filter((row) => row.rank !== null).slice(0, shownBars), [rows]);
  const option = useMemo(() => rankingBars(top, items, palette, narrow), [top, items, palette, narrow]);
  const figures = topFigures(top);
  if (figures === null) return null;
  const lastPlace = top.at(-1)?.place ?? 0;
  const vetoed = rows.filter((row) => row.state === "vetoed" && row.place < lastPlace).length;
  const aside = vetoed > 0 ? text("chartVetoed", { count: vetoed, of: figures.count }) : "";
  const sentence = figures.count === 1 ? text("chartSentenceOne", { ...figures }) : text("chartSentence", { ...figures, vetoed: aside });
  return (
    <Section title={text("picture")}>
      <Chart
        title={text("chartTitle", { count: figures.count })}
        sentence={sentence}
        option={option}
        height={top.length * (narrow ? 30 : 21) + (narrow ? 110 : 74)}
        onMark={({ index }) => {
          const row = top[index];
          if (row) onOpen(row);
        }}
        table={{
          rows: top,
          rowKey: (row) => row.application_id,
          columns: [
            { id: "name", label: text("name"), value: (row) => row.subject_name },
            { id: "rank", label: text("rank"), numeric: true, value: (row) => row.rank },
            {
              id: "total",
              label: text("total"),
              numeric: true,
              value: (row) => row.total_c / 100,
              cell: (row) => (row.total_c / 100).toFixed(2),
            },
            ...items.map((item, index) => ({
              id: item.id,
              label: item.label,
              numeric: true,
              value: (row: PlacedRow) => (parseItems(row.items_c)[index] ?? 0) / 100,
              cell: (row: PlacedRow) => ((parseItems(row.items_c)[index] ?? 0) / 100).toFixed(2),
            })),
          ],
        }}
      />
    </Section>
  );
}
