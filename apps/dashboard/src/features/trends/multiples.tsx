import { useMemo } from "react";
import { useText } from "../../lib/i18n.ts";
import { joinSentences } from "../../lib/join-sentences.ts";
import { Chart } from "../../ui/chart.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { type Group, sumCounts } from "./group-months.ts";
import { changeText, tallyChanges } from "./measure-words.ts";
import { changeOf, figureOf, figureText, type Measure } from "./measures.ts";
import { messages } from "./messages.ts";
import type { TrendsSearch } from "./search.ts";
import { smallMultiples } from "./small-multiples.ts";

interface MultiplesProps {
  readonly groups: readonly Group[];
  readonly whole: Group;
  readonly measure: Measure;
  readonly by: TrendsSearch["by"];
  readonly chosen: string;
  readonly years: readonly number[];
  readonly year: number;
  readonly onFocus: (key: string) => void;
}

/** All groups side by side on one scale; the table has their years. */
export function Multiples({ groups, whole, measure, by, chosen, years, year, onFocus }: MultiplesProps) {
  const text = useText(messages);
  const palette = usePalette();
  const option = useMemo(() => smallMultiples(groups, whole, measure, chosen, palette), [groups, whole, measure, chosen, palette]);
  const inYear = (group: Group, when: number) => sumCounts(group.months.filter(({ month }) => month.startsWith(String(when))));
  const change = (group: Group) => changeOf(inYear(group, year), inYear(group, year - 1), measure);
  const tally = tallyChanges(groups.map(change), measure);
  const kind = text(`kind-${by}`);
  const sentence =
    tally.unknown === groups.length
      ? text("multiplesAlone", { year, before: year - 1 })
      : joinSentences([
          text(measure === "cases" ? "multiplesCases" : "multiplesSentence", { year, kind, ...tally }),
          tally.unknown === 0 ? "" : text("multiplesUnknown", { kind, unknown: tally.unknown }),
        ]);
  const columns: readonly Column<Group>[] = [
    {
      id: "group",
      label: text("group"),
      value: ({ label }) => label,
      cell: ({ key, label }) => (
        <button type="button" className="link" onClick={() => onFocus(key)}>
          {label}
        </button>
      ),
    },
    ...years.map(
      (when): Column<Group> => ({
        id: String(when),
        label: String(when),
        numeric: true,
        value: (group) => figureOf(inYear(group, when), measure),
        cell: (group) => figureText(inYear(group, when), measure),
      }),
    ),
    { id: "change", label: text("yearOnYear"), numeric: true, value: (group) => changeText(change(group), text) },
  ];
  const lines = Math.ceil(groups.length / 4);
  return (
    <Chart
      title={text(`unit-${measure}`)}
      sentence={sentence}
      option={option}
      height={150 * lines}
      narrowHeight={120 * Math.ceil(groups.length / 2)}
      table={{ columns, rows: [whole, ...groups], rowKey: ({ key }) => key }}
      note={text("multiplesNote")}
      onMark={({ series }) => onFocus(series.replace(/\.panel$/, ""))}
    />
  );
}
