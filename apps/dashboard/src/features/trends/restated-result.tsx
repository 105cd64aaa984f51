import { restatementSentence } from "@mingchuang/rubric/editions/edition-sentence";
import { type Points, roundRatio, toHundredths } from "@mingchuang/rubric/points";
import type { TrialFactsRow } from "@mingchuang/warehouse/queries/what-if";
import { useMemo } from "react";
import { formatPoints, formatPointsChange } from "../../lib/format.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { Chart } from "../../ui/chart.tsx";
import type { Column } from "../../ui/data-table.tsx";
import { usePalette } from "../../ui/palette-context.ts";
import { Empty, Partial } from "../../ui/states.tsx";
import { useNarrow } from "../../ui/use-narrow.ts";
import { type EffectRow, effectBars } from "./effect-bars.ts";
import { messages } from "./messages.ts";
import type { RestatedYears } from "./restate-years.ts";
import { RestatedSubject } from "./restated-subject.tsx";
import type { TrendsSearch } from "./search.ts";

interface RestatedResultProps {
  readonly restated: RestatedYears;
  readonly rows: { readonly before: readonly TrialFactsRow[]; readonly after: readonly TrialFactsRow[] };
  readonly titles: { readonly before: string; readonly after: string };
  readonly years: readonly [number, number];
  readonly sameEdition: boolean;
  readonly search: TrendsSearch;
  readonly onChange: (change: Partial<TrendsSearch>) => void;
}

const shownChange = (points: Points): string => formatPointsChange(toHundredths(points));

/** Places with halves as they come out of the mean of two orders. */
function placesText({ numerator, denominator }: Points): string {
  const tenths = roundRatio(numerator, denominator, 10);
  return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
}

/** What came of holding two years under two editions: in words, as bars, row by row, and what did not fit. */
export function RestatedResult({ restated, rows, titles, years, sameEdition, search, onChange }: RestatedResultProps) {
  const text = useText(messages);
  const language = useLanguage();
  const palette = usePalette();
  const narrow = useNarrow();
  const { scheme, honour } = useScope();
  const { change, mean, ranks, unlike } = restated;
  const ranksKnown = ranks === "known";
  const names = useMemo(
    () => new Map([...rows.before, ...rows.after].map(({ subject_id, subject_name }) => [subject_id, subject_name ?? subject_id])),
    [rows],
  );
  const known = useMemo(
    () =>
      change.changes
        .flatMap(({ subjectId, score, rank }) =>
          score.total === null ? [] : [{ key: subjectId, name: names.get(subjectId) ?? subjectId, effects: score.total, rank }],
        )
        .sort((a, b) => toHundredths(b.effects.change) - toHundredths(a.effects.change) || (a.key < b.key ? -1 : 1)),
    [change, names],
  );
  const option = useMemo(
    () =>
      effectBars(
        known,
        search.who,
        { rule: text("ruleEffect"), performance: text("performanceEffect"), change: text("wholeChange"), format: formatPointsChange },
        { palette, narrow },
      ),
    [known, search.who, text, palette, narrow],
  );
  const chosen = change.changes.find(({ subjectId }) => subjectId === search.who);
  const unknown = change.changes.length - known.length;
  const comma = language === "zh" ? "、" : ", ";
  const listed = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).join(comma);
  const choose = (id: string) => onChange({ who: id === search.who ? undefined : id });
  const asks = change.notes.some(({ notes }) => notes.some(({ kind }) => kind === "unasked"));
  if (unlike.length > 0) {
    return (
      <Empty>{text("unlikePublished", { count: unlike.length, list: unlike.map(({ applicationId }) => applicationId).join(comma) })}</Empty>
    );
  }
  type Row = (typeof known)[number];
  const effect = (id: "change" | "rule" | "performance", label: string): Column<Row> => ({
    id,
    label,
    numeric: true,
    value: ({ effects }) => toHundredths(effects[id]) / 100,
    cell: ({ effects }) => shownChange(effects[id]),
  });
  const place = (id: "before" | "after", year: number): Column<Row> => ({
    id: `rank-${id}`,
    label: text("placeUnder", { year }),
    numeric: true,
    value: ({ rank }) => (rank === null ? null : rank[id].numerator / rank[id].denominator),
    cell: ({ rank }) => (rank === null ? "–" : placesText(rank[id])),
  });
  const total = (id: "before" | "after", year: number): Column<Row> => ({
    id,
    label: text("scoreIn", { year }),
    numeric: true,
    value: ({ effects }) => toHundredths(effects[id]) / 100,
    cell: ({ effects }) => formatPoints(toHundredths(effects[id])),
  });
  const columns: readonly Column<Row>[] = [
    {
      id: "name",
      label: text("group"),
      value: ({ name }) => name,
      cell: ({ key, name }) => (
        <button type="button" className="link" aria-pressed={key === search.who} onClick={() => choose(key)}>
          {name}
        </button>
      ),
    },
    total("before", years[0]),
    total("after", years[1]),
    effect("change", text("wholeChange")),
    effect("rule", text("ruleEffect")),
    effect("performance", text("performanceEffect")),
    ...(ranksKnown ? [place("before", years[0]), place("after", years[1])] : []),
  ];
  const sentence =
    mean === null
      ? ""
      : text("restatedSentence", {
          count: known.length,
          former: years[0],
          formerBy: titles.before,
          now: years[1],
          nowBy: titles.after,
          before: formatPoints(toHundredths(mean.before)),
          after: formatPoints(toHundredths(mean.after)),
          change: shownChange(mean.change),
          rule: shownChange(mean.rule),
          performance: shownChange(mean.performance),
        }) + (sameEdition ? text("sameEdition") : "");
  return (
    <>
      {known.length === 0 ? (
        <Empty>{text(change.changes.length === 0 ? "nobodyTwice" : "nobodyKnown", { former: years[0], now: years[1] })}</Empty>
      ) : (
        <Chart<Row & EffectRow>
          title={text("restatedChart", { former: years[0], now: years[1] })}
          sentence={sentence}
          option={option}
          height={70 + known.length * (narrow ? 30 : 22)}
          table={{ columns, rows: known, rowKey: ({ key }) => key }}
          note={text(`ranks-${ranks}`)}
          onMark={({ name }) => choose(name)}
        />
      )}
      {chosen?.score.total && chosen.score.corners ? (
        <RestatedSubject
          name={names.get(chosen.subjectId) ?? chosen.subjectId}
          split={chosen.score}
          titles={titles}
          years={years}
          rank={ranksKnown ? chosen.rank : null}
          itemLabel={(item) => scheme.item(honour, item, language)}
        />
      ) : search.who !== undefined && known.length > 0 ? (
        <Partial>{text("whoUnknown", { id: names.get(search.who) ?? search.who })}</Partial>
      ) : null}
      {asks ? (
        <label className="field">
          <input type="checkbox" checked={search.assume} onChange={(event) => onChange({ assume: event.target.checked })} />
          <span>{text("assume")}</span>
        </label>
      ) : null}
      {unknown > 0 ? <Partial>{text("unknownUnder", { count: unknown })}</Partial> : null}
      {change.onlyBefore.length + change.onlyAfter.length > 0 ? (
        <details className="left-out">
          <summary>
            {text("leftOut", { before: change.onlyBefore.length, after: change.onlyAfter.length, former: years[0], now: years[1] })}
          </summary>
          <p>{text("onlyIn", { year: years[0], names: listed(change.onlyBefore) })}</p>
          <p>{text("onlyIn", { year: years[1], names: listed(change.onlyAfter) })}</p>
        </details>
      ) : null}
      {change.notes.length > 0 ? (
        <section aria-label={text("fitNotes")} className="fit-notes">
          <h3>{text("fitNotes")}</h3>
          <ul>
            {change.notes.flatMap(({ year, edition, graded, notes }, at) =>
              notes.map((note) => (
                <li key={[at, note.kind, note.item, note.clause].join("/")}>
                  {text("fitNote", {
                    year,
                    edition: titles[restated.notesUnder[at] ?? "after"],
                    told: restatementSentence(edition.honour, graded.honour, note)[language],
                  })}
                </li>
              )),
            )}
          </ul>
        </section>
      ) : null}
    </>
  );
}
