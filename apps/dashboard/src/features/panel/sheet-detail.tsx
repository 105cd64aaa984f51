import { outlierSentence } from "@mingchuang/rubric/agreement/agreement-sentence";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { formatPoints } from "../../lib/format.ts";
import { useHonours } from "../../lib/honours.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useScope } from "../../lib/scope.ts";
import { type Column, DataTable } from "../../ui/data-table.tsx";
import { SourceLink } from "../../ui/source/source-link.tsx";
import type { DeviationCell, DeviationRow } from "./deviation-rows.ts";
import { formatDistance, formatValue } from "./figures.ts";
import { messages } from "./messages.ts";
import type { Panel } from "./read-panel.ts";
import { type SheetPlace, sheetPlaces } from "./sheet-places.ts";
import { useSingle } from "./use-single.ts";

interface SheetDetailProps {
  readonly panel: Panel;
  readonly row: DeviationRow;
  readonly cell: DeviationCell;
  readonly itemLabel: string | null;
}

/** One grader's sheet of one applicant beside the others', place by place, with the ways to the applicant's page and to the rows. */
export function SheetDetail({ panel, row, cell, itemLabel }: SheetDetailProps) {
  const text = useText(messages);
  const language = useLanguage();
  const { scheme, honour } = useScope();
  const { pathOf } = useHonours();
  const { search, change } = useSingle();
  const rules = scheme.honour(honour);
  const { application, result } = row;
  const { grader, value, deviation, outlier } = cell;
  const name = result?.subject_name ?? application;
  const places = useMemo(
    () =>
      rules === undefined
        ? []
        : sheetPlaces(rules, panel.entries, application, grader).filter(({ item }) => search.item === undefined || item === search.item),
    [rules, panel.entries, application, grader, search.item],
  );
  const labelOf = ({ item, clause, kind }: SheetPlace) => {
    const label = scheme.item(honour, item, language);
    if (kind === "discretionary") return `${label}　${text("discretionary")}`;
    return clause === null ? label : `${label}　${scheme.clause(honour, item, clause, language)}`;
  };
  const graded = places.some(({ kind }) => kind === "graded");
  const columns: readonly Column<SheetPlace>[] = [
    { id: "place", label: text("place"), value: labelOf },
    {
      id: "own",
      label: text(graded ? "ownGiven" : "ownTaken", { grader }),
      numeric: true,
      value: ({ own }) => (own === null ? null : own / 100),
      cell: ({ own, kind }) =>
        own === null ? text("blankPlace") : kind === "graded" || own === 0 ? formatPoints(own) : `−${formatPoints(own)}`,
    },
    {
      id: "others",
      label: text("others"),
      value: ({ kind, others, deducting, othersSum }) =>
        others === 0
          ? null
          : kind === "graded"
            ? text("othersMean", { mean: formatPoints(Math.round(othersSum / others)), others })
            : text("othersTook", { deducting, others }),
    },
    {
      id: "source",
      label: text("rows"),
      value: () => null,
      cell: ({ item }) => <SourceLink of="item" id={application} at={item} label={`${name} ${scheme.item(honour, item, language)}`} />,
    },
  ];
  const told =
    deviation === null
      ? text("detailAlone", { value: formatValue(value) })
      : text("detailSentence", {
          value: formatValue(value),
          others: formatValue((value ?? 0) - deviation),
          deviation: formatDistance(deviation),
        });
  return (
    <>
      <h3>
        {grader}　{name}
        {itemLabel === null ? "" : `　${itemLabel}`}
      </h3>
      <p>
        {told}
        {outlier === null ? "" : ` ${outlierSentence({ ...outlier, subject: name })[language]}`}
      </p>
      <p className="section-aside">
        {result ? (
          <Link
            to={pathOf(honour)}
            params={{ id: result.subject_id }}
            search={({ year, lang, theme }) => ({ year, honour, lang, theme, grader })}
            hash="lines"
          >
            {text("toSubject", { grader })}
          </Link>
        ) : null}
        <button type="button" className="link" onClick={() => change({ application: undefined })}>
          {text("close")}
        </button>
      </p>
      {panel.entries.length === 0 ? null : places.length === 0 ? (
        <p>{text("nothingTaken")}</p>
      ) : (
        <DataTable
          caption={text("detailTable", { grader, name })}
          captionHidden
          columns={columns}
          rows={places}
          rowKey={({ key }) => key}
        />
      )}
    </>
  );
}
