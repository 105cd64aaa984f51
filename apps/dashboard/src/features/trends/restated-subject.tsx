import { effectsSentence, rankEffectsSentence } from "@mingchuang/rubric/editions/edition-sentence";
import { bothOrders, type ChangeSplit, type Effects } from "@mingchuang/rubric/editions/split-change";
import { type Points, toHundredths } from "@mingchuang/rubric/points";
import { formatPoints, formatPointsChange } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { messages } from "./messages.ts";

interface RestatedSubjectProps {
  readonly name: string;
  readonly split: ChangeSplit;
  readonly titles: { readonly before: string; readonly after: string };
  readonly years: readonly [number, number];
  /** Null where no rank can be told. */
  readonly rank: Effects | null;
  readonly itemLabel: (item: string) => string;
}

const shown = (points: Points): string => formatPoints(toHundredths(points));
const signed = (points: Points): string => formatPointsChange(toHundredths(points));

/** One subject's change: the four totals that it comes from, both orders, and item by item. */
export function RestatedSubject({ name, split: { total, corners, items }, titles, years, rank, itemLabel }: RestatedSubjectProps) {
  const text = useText(messages);
  const language = useLanguage();
  if (total === null || corners === null) return null;
  const { ruleFirst, performanceFirst } = bothOrders(corners);
  const rows: readonly { readonly id: string; readonly label: string; readonly effects: Effects }[] = [
    ...items.map(({ item, effects }) => ({ id: item, label: itemLabel(item), effects })),
    { id: "total", label: text("total"), effects: total },
  ];
  type Row = (typeof rows)[number];
  const figure = (id: keyof Effects, label: string, isChange: boolean): Column<Row> => ({
    id,
    label,
    numeric: true,
    value: ({ effects }) => toHundredths(effects[id]) / 100,
    cell: ({ effects }) => (isChange ? signed(effects[id]) : shown(effects[id])),
  });
  const corner = [
    { id: "before", label: text("sheetsOf", { year: years[0] }), old: corners.oldOld, now: corners.oldNew },
    { id: "after", label: text("sheetsOf", { year: years[1] }), old: corners.newOld, now: corners.newNew },
  ];
  return (
    <section className="restated-subject" aria-label={name}>
      <h3>{name}</h3>
      <p>
        {effectsSentence({ zh: text("total"), en: text("total") }, total)[language]}
        {rank === null ? null : ` ${rankEffectsSentence(rank)[language]}`}
      </p>
      <p className="faint">
        {text("orders", {
          firstRule: signed(ruleFirst.rule),
          firstPerformance: signed(ruleFirst.performance),
          secondRule: signed(performanceFirst.rule),
          secondPerformance: signed(performanceFirst.performance),
        })}
      </p>
      <div className="columns">
        <div className="half">
          <DataTable
            caption={text("cornersTable")}
            rows={corner}
            rowKey={({ id }) => id}
            columns={[
              { id: "year", label: text("sheets"), value: ({ label }) => label },
              {
                id: "old",
                label: text("underEdition", { edition: titles.before }),
                numeric: true,
                value: ({ old }) => toHundredths(old) / 100,
                cell: ({ old }) => shown(old),
              },
              {
                id: "new",
                label: text("underEdition", { edition: titles.after }),
                numeric: true,
                value: ({ now }) => toHundredths(now) / 100,
                cell: ({ now }) => shown(now),
              },
            ]}
          />
        </div>
        <div className="half">
          <DataTable
            caption={text("itemsTable")}
            rows={rows}
            rowKey={({ id }) => id}
            isCurrent={({ id }) => id === "total"}
            columns={[
              { id: "item", label: text("itemColumn"), value: ({ label }) => label },
              figure("before", text("scoreIn", { year: years[0] }), false),
              figure("after", text("scoreIn", { year: years[1] }), false),
              figure("change", text("wholeChange"), true),
              figure("rule", text("ruleEffect"), true),
              figure("performance", text("performanceEffect"), true),
            ]}
          />
        </div>
      </div>
    </section>
  );
}
