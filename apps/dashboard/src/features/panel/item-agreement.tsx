import { readIntraclass } from "@mingchuang/rubric/agreement/agreement-reading";
import type { IntraclassCoefficient, IntraclassCorrelation } from "@mingchuang/rubric/agreement/intraclass";
import { useMemo } from "react";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { Chart } from "../../ui/chart.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import { formatCoefficient } from "./figures.ts";
import { dotsHeight, type IntervalDot, intervalDots } from "./interval-dots.ts";
import { messages } from "./messages.ts";
import type { Panel } from "./read-panel.ts";
import { useSingle } from "./use-single.ts";

interface ItemRow {
  /** Empty: the whole sheet. */
  readonly id: string;
  readonly label: string;
  readonly found: IntraclassCoefficient | null;
}

/** On which items graders see alike, and on which they do not. */
export function ItemAgreement({ panel }: { readonly panel: Panel }) {
  const text = useText(messages);
  const language = useLanguage();
  const palette = usePalette();
  const narrow = useNarrow();
  const { scheme, honour } = useScope();
  const { search, change } = useSingle();
  const { agreement } = panel;
  const rows = useMemo(() => {
    const one = (intraclass: IntraclassCorrelation | null) => intraclass?.coefficients.find(({ form }) => form === "2,1") ?? null;
    return [
      { id: "", label: text("whole"), found: one(agreement.intraclass) },
      ...agreement.items.map(({ item, intraclass }): ItemRow => {
        return { id: item, label: scheme.item(honour, item, language), found: one(intraclass) };
      }),
    ];
  }, [agreement, scheme, honour, language, text]);
  const option = useMemo(() => {
    const dots = rows.flatMap(({ id, label, found }): IntervalDot[] => {
      if (found === null) return [];
      const interval = `${formatCoefficient(found.low)} – ${formatCoefficient(found.high)}`;
      return [
        {
          id,
          name: label,
          value: found.value,
          low: found.low,
          high: found.high,
          told: readIntraclass(found).told,
          figure: formatCoefficient(found.value),
          lines: [
            [text("value"), formatCoefficient(found.value)],
            [text("interval"), interval],
          ],
        },
      ];
    });
    const marks = [
      { at: 0.5, label: text("moderate") },
      { at: 0.75, label: text("good") },
      { at: 0.9, label: text("excellent") },
    ];
    const min = dots.some(({ low }) => low !== null && low < 0) ? -0.25 : 0;
    return intervalDots(dots, { min, max: 1, marks, nameWidth: narrow ? 96 : language === "zh" ? 128 : 184, chosen: search.item }, palette);
  }, [rows, text, narrow, language, search.item, palette]);
  const known = rows
    .flatMap(({ id, label, found }) => (found === null || id === "" ? [] : [{ label, value: found.value }]))
    .sort((a, b) => b.value - a.value);
  const [best, worst] = [known[0], known.at(-1)];
  const choose = (id: string) => change({ item: id === "" || id === search.item ? undefined : id });
  const columns: readonly Column<ItemRow>[] = [
    {
      id: "item",
      label: text("item"),
      value: ({ label }) => label,
      cell: ({ id, label }) => (
        <button type="button" className="link" onClick={() => choose(id)}>
          {label}
        </button>
      ),
    },
    {
      id: "value",
      label: text("value"),
      numeric: true,
      value: ({ found }) => found?.value ?? null,
      cell: ({ found }) => (found === null ? text("unknown") : formatCoefficient(found.value)),
    },
    {
      id: "interval",
      label: text("interval"),
      value: ({ found }) => (found === null ? null : `${formatCoefficient(found.low)} – ${formatCoefficient(found.high)}`),
    },
    {
      id: "reading",
      label: text("reading"),
      value: ({ found }) => {
        if (found === null) return text("cannot");
        const { low, high, told } = readIntraclass(found);
        if (!told) return text("notTold", { low: text(low), high: text(high) });
        return low === high ? text(low) : text("gradeRange", { low: text(low), high: text(high) });
      },
    },
  ];
  return (
    <Chart
      title={text("byItem")}
      sentence={
        best && worst
          ? text("byItemSentence", {
              best: best.label,
              bestFigure: formatCoefficient(best.value),
              worst: worst.label,
              worstFigure: formatCoefficient(worst.value),
            })
          : text("byItemNone")
      }
      option={option}
      height={dotsHeight(rows.filter(({ found }) => found !== null).length)}
      table={{ columns, rows, rowKey: ({ id }) => id }}
      note={text("byItemNote")}
      onMark={({ data }) => choose((data as { id: string }).id)}
    />
  );
}
