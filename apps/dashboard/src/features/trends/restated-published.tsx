import { effectsSentence } from "@mingchuang/rubric/editions/edition-sentence";
import { type Points, toHundredths } from "@mingchuang/rubric/points";
import { queryRestated, type RestatedRow } from "@mingchuang/warehouse/queries/restated";
import { useMemo } from "react";
import { useCityNames } from "../../lib/city-name.ts";
import { formatPoints, formatPointsChange } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Chart } from "../../ui/chart.tsx";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { Empty, Loaded, Partial } from "../../ui/states.tsx";
import { useNarrow } from "../../ui/use-narrow.ts";
import { effectBars } from "./effect-bars.ts";
import { messages } from "./messages.ts";
import { type PublishedChange, province, publishedChanges } from "./published-changes.ts";
import type { TrendsSearch } from "./search.ts";

interface RestatedPublishedProps {
  /** The editions that hold for the year before and the year, by id and title. */
  readonly before: { readonly id: string; readonly title: string };
  readonly after: { readonly id: string; readonly title: string };
  readonly search: TrendsSearch;
  readonly onChange: (change: Partial<TrendsSearch>) => void;
}

/** The same taken apart by city, as it was worked out at evaluation: for audiences that do not get the sheets. */
export function RestatedPublished(props: RestatedPublishedProps) {
  const { year, honour } = useScope();
  const rows = useRows(queryRestated, { year, honour });
  return <Loaded result={rows}>{(all) => <Told {...props} rows={all} />}</Loaded>;
}

function Told({ before, after, search, onChange, rows }: RestatedPublishedProps & { readonly rows: readonly RestatedRow[] }) {
  const text = useText(messages);
  const palette = usePalette();
  const narrow = useNarrow();
  const { year, scheme, honour } = useScope();
  const named = useCityNames();
  const changes = useMemo(() => publishedChanges(rows, before.id, after.id), [rows, before.id, after.id]);
  const listed = named(changes.map((change) => ({ ...change, city: change.city ?? "" }))).map((change) => ({
    ...change,
    name: change.key === province ? text("province") : change.city,
  }));
  const [whole] = listed;
  if (whole === undefined || whole.key !== province)
    return <Empty>{text(scheme.isOfPersons(honour) ? "restatedNoPersons" : "restatedNone")}</Empty>;
  const former = rows[0]?.year_before ?? year - 1;
  const chosen = listed.find(({ key }) => key === search.who) ?? whole;
  const choose = (key: string) => onChange({ who: key === chosen.key || key === province ? undefined : key });
  type Row = (typeof listed)[number];
  const columns: readonly Column<Row>[] = [
    {
      id: "name",
      label: text("group"),
      value: ({ name }) => name,
      cell: ({ key, name }) => (
        <button type="button" className="link" aria-pressed={key === chosen.key} onClick={() => choose(key)}>
          {name}
        </button>
      ),
    },
    { id: "subjects", label: text("restatedSubjects"), numeric: true, value: ({ subjects }) => subjects },
    ...effectColumns<Row>(({ effects }) => effects, [former, year], text),
  ];
  return (
    <>
      <Chart
        title={text("restatedByCity", { former, now: year })}
        sentence={
          text("restatedSentence", {
            count: whole.subjects,
            former,
            formerBy: before.title,
            now: year,
            nowBy: after.title,
            before: shown(whole.effects.before),
            after: shown(whole.effects.after),
            change: signed(whole.effects.change),
            rule: signed(whole.effects.rule),
            performance: signed(whole.effects.performance),
          }) + (before.id === after.id ? text("sameEdition") : "")
        }
        option={effectBars(
          listed,
          chosen.key,
          { rule: text("ruleEffect"), performance: text("performanceEffect"), change: text("wholeChange"), format: formatPointsChange },
          { palette, narrow },
        )}
        height={70 + listed.length * (narrow ? 30 : 24)}
        table={{ columns, rows: listed, rowKey: ({ key }) => key }}
        note={text(scheme.isOfPersons(honour) ? "restatedPersonsNote" : "restatedPublishedNote")}
        onMark={({ name }) => choose(name)}
      />
      <ItemsOf change={chosen} name={chosen.name} years={[former, year]} />
      {chosen.unknown > 0 ? <Partial>{text("unknownUnder", { count: chosen.unknown })}</Partial> : null}
    </>
  );
}

interface ItemsOfProps {
  readonly change: Pick<PublishedChange, "effects" | "items">;
  readonly name: string;
  readonly years: readonly [number, number];
}

/** The change of one group, item by item. */
function ItemsOf({ change: { effects, items }, name, years }: ItemsOfProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme, honour } = useScope();
  const rows = [
    ...items.map((each) => ({ ...each, label: scheme.item(honour, each.item, language) })),
    { item: "total", effects, label: text("total") },
  ];
  return (
    <section className="restated-subject" aria-label={name}>
      <h3>{name}</h3>
      <p>{effectsSentence({ zh: text("total"), en: text("total") }, effects)[language]}</p>
      <DataTable
        caption={text("itemsTable")}
        rows={rows}
        rowKey={({ item }) => item}
        isCurrent={({ item }) => item === "total"}
        columns={[
          { id: "item", label: text("itemColumn"), value: ({ label }) => label },
          ...effectColumns<(typeof rows)[number]>((row) => row.effects, years, text),
        ]}
      />
    </section>
  );
}

const shown = (points: Points): string => formatPoints(toHundredths(points));
const signed = (points: Points): string => formatPointsChange(toHundredths(points));

function effectColumns<Row>(
  of: (row: Row) => PublishedChange["effects"],
  [former, now]: readonly [number, number],
  text: ReturnType<typeof useText<keyof typeof messages.zh>>,
): readonly Column<Row>[] {
  const column = (id: keyof PublishedChange["effects"], label: string, isChange: boolean): Column<Row> => ({
    id,
    label,
    numeric: true,
    value: (row) => toHundredths(of(row)[id]) / 100,
    cell: (row) => (isChange ? signed(of(row)[id]) : shown(of(row)[id])),
  });
  return [
    column("before", text("scoreIn", { year: former }), false),
    column("after", text("scoreIn", { year: now }), false),
    column("change", text("wholeChange"), true),
    column("rule", text("ruleEffect"), true),
    column("performance", text("performanceEffect"), true),
  ];
}
