import { queryNeighbours } from "@mingchuang/warehouse/queries/compare";
import type { SubjectResultRow } from "@mingchuang/warehouse/queries/subject";
import { Link } from "@tanstack/react-router";
import { useText } from "../../lib/i18n.ts";
import { useHoldings, useScope } from "../../lib/scope.ts";
import { useRows } from "../../lib/use-rows.ts";
import { messages } from "./messages.ts";
import "./subject-compare.css";

interface SubjectCompareProps {
  readonly result: SubjectResultRow;
  /** The results of the other years, of a window also those of the windows that it came from. */
  readonly others: readonly SubjectResultRow[];
}

/** 与…比较: with those next to it in rank, this year and in the years before. */
export function SubjectCompare({ result, others }: SubjectCompareProps) {
  const text = useText(messages);
  const former = others.filter((row) => row.year < result.year && row.rank !== null).sort((a, b) => b.year - a.year);
  return (
    <nav className="subject-compare" aria-label={text("compareWith")}>
      <span>{text("compareWith")}</span>
      <ul>
        <YearLinks result={result} />
        {former.map((row) => (
          <YearLinks key={row.application_id} result={row} isFormer />
        ))}
      </ul>
    </nav>
  );
}

/** Of the year in sight each neighbour by itself and both at once, of a former year both at once; without a rank nobody is next to it. */
function YearLinks({ result, isFormer = false }: { readonly result: SubjectResultRow; readonly isFormer?: boolean }) {
  const text = useText(messages);
  const { scheme, honour } = useScope();
  const { years } = useHoldings();
  const { year, subject_id: id } = result;
  const withinTier = scheme.isRankedByTier(honour);
  const neighbours = useRows(queryNeighbours, { year, honour, subjectId: id, withinTier, reach: 1 }).data ?? [];
  const to = (others: readonly string[], words: string) => (
    <li key={words}>
      <Link
        to="/compare"
        search={({ lang, theme, honour: title }) => ({
          year: year === years.at(-1) ? undefined : year,
          honour: title,
          lang,
          theme,
          id: [id, ...others],
        })}
      >
        {words}
      </Link>
    </li>
  );
  const all = neighbours.map(({ subject_id }) => subject_id);
  if (isFormer) return all.length === 0 ? null : to(all, text("compareFormer", { year, rank: result.rank ?? "" }));
  if (result.rank === null) return to([], text("compareChoose"));
  return (
    <>
      {neighbours.map(({ subject_id, subject_name, rank }) => to([subject_id], text("compareRank", { rank, name: subject_name })))}
      {all.length === 2 ? to(all, text("compareBoth")) : null}
    </>
  );
}
