import type { CityItem } from "@mingchuang/warehouse/queries/cities";
import { useMemo } from "react";
import { formatPoints } from "../../lib/format.ts";
import { useText } from "../../lib/i18n.ts";
import { joinSentences } from "../../lib/join-sentences.ts";
import type { ItemLabel } from "../../lib/scheme.ts";
import { Chart } from "../../ui/chart.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { compareItems, type ItemComparison, itemDots } from "./item-dots.ts";
import { messages } from "./messages.ts";

interface CityItemsProps {
  readonly items: readonly ItemLabel[];
  readonly shares: readonly CityItem[];
  readonly city: string;
  readonly year: number;
  readonly chosen: string | undefined;
  readonly onChoose: (item: string | undefined) => void;
}

/** Which item: the city's shares against the province's and its own of last year. */
export function CityItems({ items, shares, city, year, chosen, onChoose }: CityItemsProps) {
  const text = useText(messages);
  const palette = usePalette();
  const rows = useMemo(() => compareItems(items, shares, { city, year }), [items, shares, city, year]);
  const words = { now: text("thisYear", { year }), before: text("thisYear", { year: year - 1 }), province: text("province") };
  const option = itemDots(rows, words, chosen, palette);
  const scored = rows.flatMap(({ item, now }) => (now === null || item.isBonus ? [] : [{ item, now }])).sort((a, b) => a.now - b.now);
  const [fall] = rows
    .flatMap(({ item, now, before }) => (now === null || before === null || now >= before ? [] : [{ item, change: now - before }]))
    .sort((a, b) => a.change - b.change);
  const hasBefore = rows.some(({ before }) => before !== null);
  const sentence = joinSentences([
    scored[0] ? text("itemCompareSentence", { worst: scored[0].item.label, worstFigure: formatPoints(scored[0].now) }) : "",
    fall
      ? text("itemCompareFall", { fall: fall.item.label, change: formatPoints(fall.change) })
      : hasBefore
        ? text("itemCompareSteady")
        : "",
  ]);
  const share = (id: "now" | "before" | "province", label: string): Column<ItemComparison> => ({
    id,
    label,
    numeric: true,
    value: (row) => (row[id] === null ? null : row[id] / 100),
    cell: (row) => formatPoints(row[id]),
  });
  const columns: readonly Column<ItemComparison>[] = [
    {
      id: "item",
      label: text("item"),
      value: ({ item }) => item.label,
      cell: ({ item }) => (
        <button type="button" className="link" onClick={() => onChoose(item.id)}>
          {item.label}
        </button>
      ),
    },
    share("now", words.now),
    share("before", words.before),
    share("province", words.province),
  ];
  return (
    <Chart
      title={text("itemCompare")}
      sentence={sentence}
      option={option}
      height={70 + 38 * rows.length}
      table={{ columns, rows, rowKey: ({ item }) => item.id }}
      note={text("itemCompareNote")}
      onMark={({ data }) => {
        const { id } = data as { id: string };
        onChoose(id === chosen ? undefined : id);
      }}
    />
  );
}
