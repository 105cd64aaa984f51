import { useMemo } from "react";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings, useReach, useScope } from "../../lib/scope.ts";
import { Chart } from "../../ui/chart.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { Section } from "../../ui/page.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import type { Applicant } from "./beside-row.ts";
import { letters } from "./letters.ts";
import { messages } from "./messages.ts";
import { height, type RankLine, rankIn, rankLines } from "./rank-lines.ts";

/** The ranks of all the years side by side. */
export function RankHistory({ applicants }: { readonly applicants: readonly Applicant[] }) {
  const text = useText(messages);
  const language = useLanguage();
  const palette = usePalette();
  const { years } = useHoldings();
  const { scheme, honour } = useScope();
  const isUnlinked = useReach("eval_result", "previous_rank") !== "full" && scheme.isOfPersons(honour);
  const lines = useMemo(
    () =>
      applicants.map(
        ({ subjectId, result, history }, at): RankLine => ({
          letter: letters[language][at] ?? "",
          name: result.subject_name,
          ranks: years.map((year) => rankIn(history, subjectId, year)),
        }),
      ),
    [applicants, years, language],
  );
  const option = useMemo(() => rankLines(lines, years, palette), [lines, years, palette]);
  const [comma, stop] = language === "zh" ? ["，", "；"] : [", ", "; "];
  const told = lines.map(({ letter, name, ranks }) =>
    text("historyLine", {
      letter,
      name,
      ranks: years
        .map((year, at) => (ranks[at] === null ? text("historyNone", { year }) : text("historyYear", { year, rank: ranks[at] ?? "" })))
        .join(comma),
    }),
  );
  const columns: readonly Column<RankLine>[] = [
    { id: "letter", label: text("letter"), value: ({ letter }) => letter },
    { id: "name", label: text("name"), value: ({ name }) => name },
    ...years.map(
      (year, at): Column<RankLine> => ({
        id: String(year),
        label: text("rankIn", { year }),
        numeric: true,
        value: ({ ranks }) => ranks[at] ?? null,
      }),
    ),
  ];
  return (
    <Section id="history" title={text("history")}>
      {isUnlinked ? (
        <p className="reach-note">{text("historyWithheld")}</p>
      ) : (
        <Chart
          title={text("history")}
          sentence={text("historySentence", { lines: told.join(stop) })}
          option={option}
          height={height}
          table={{ columns, rows: lines, rowKey: ({ letter }) => letter }}
          note={text("historyNote")}
        />
      )}
    </Section>
  );
}
