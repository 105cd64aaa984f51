import type { RankingRow } from "@mingchuang/warehouse/queries/ranking";
import { getRouteApi } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { useHoldings, useReach, useScope } from "../../lib/scope.ts";
import { messages as shell } from "../../ui/messages.ts";
import { Section } from "../../ui/page.tsx";
import { useSchemeNames } from "../../ui/subject/scheme-names.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import { FilterMenu } from "./filter-menu.tsx";
import { filterRows, inState } from "./filter-rows.ts";
import { ItemLegend } from "./item-bar.tsx";
import { messages } from "./messages.ts";
import { type PlacedRow, placeRows } from "./place-rows.ts";
import type { CellContext } from "./ranking-cell.tsx";
import { isHiddenAtFirst, rankingColumns } from "./ranking-columns.tsx";
import { exportRanking } from "./ranking-export.ts";
import { RankingFilters } from "./ranking-filters.tsx";
import { RankingPicture } from "./ranking-picture.tsx";
import { RankingTable } from "./ranking-table.tsx";
import type { RankingSearch } from "./search.ts";
import { SortKeys } from "./sort-keys.tsx";
import { formatSort, parseSort } from "./sort-state.ts";

const route = getRouteApi("/ranking");

/** The ranking of one year and honour: filters, table, picture. What is chosen stands in the address. */
export function Ranking({ rows }: { readonly rows: readonly RankingRow[] }) {
  const text = useText(messages);
  const honourName = useText(shell);
  const language = useLanguage();
  const { cities } = useHoldings();
  const { year, honour, scheme } = useScope();
  const names = useSchemeNames();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback(
    (part: Partial<RankingSearch>) => void navigate({ search: (former) => ({ ...former, ...part }), replace: true, resetScroll: false }),
    [navigate],
  );
  const open = (row: PlacedRow) =>
    void navigate({
      to: honour === "service-pioneer" ? "/people/$id" : "/windows/$id",
      params: { id: row.subject_id },
      search: ({ year: chosen, honour: title, lang, theme }) => ({ year: chosen, honour: title, lang, theme }),
    });

  const narrow = useNarrow();

  const stages = names.honour?.stages ?? none;
  const placing = useMemo(() => placeRows(rows, stages), [rows, stages]);
  const { city, county, domain, level, state, q } = search;
  const filtered = useMemo(
    () => filterRows(placing.rows, { city, county, domain, level, state, q }),
    [placing, city, county, domain, level, state, q],
  );
  const context = useMemo<CellContext>(
    () => ({
      text,
      items: scheme.items(honour, language),
      vetoLabel: (rule) => scheme.veto(honour, rule, language),
      ofPersons: honour === "service-pioneer",
    }),
    [text, scheme, honour, language],
  );
  const lineName = useCallback((stage: string) => text("line", { stage: names.stage(stage) }), [text, names]);
  const columns = useMemo(
    () =>
      rankingColumns({
        ...context,
        rows: placing.rows,
        cuts: placing.cuts,
        narrow,
        lineName,
        domainName: names.domain,
        levelName: names.level,
        stateName: (row) => [row.state, row.vetoes].filter(Boolean).join(" "),
      }),
    [context, placing, names, lineName, narrow],
  );
  const labels = useMemo(() => new Map(columns.map((column) => [column.id ?? "", column.meta?.label ?? ""])), [columns]);
  const labelOf = (id: string) => labels.get(id) ?? id;
  const sorting = useMemo(() => parseSort(search.sort, new Set(labels.keys())), [search.sort, labels]);
  const toggled = useMemo(() => new Set(search.columns), [search.columns]);
  const visible = useMemo(
    () => Object.fromEntries([...labels.keys()].map((id) => [id, isHiddenAtFirst(id) === toggled.has(id)])),
    [labels, toggled],
  );
  const shownColumns = columns.filter((column) => visible[column.id ?? ""]);
  const caption = text("caption", { year, honour: honourName(honour) });

  return (
    <>
      <Section title={caption} note={<Summary rows={placing.rows} />}>
        <div className="ranking-tools">
          <RankingFilters
            {...{ filter: search, cities, text }}
            rows={placing.rows}
            onChange={change}
            domainName={names.domain}
            levelName={names.level}
          />
          <div className="ranking-actions">
            <FilterMenu
              label={text("columnsMenu")}
              summary={text("columnsMenu")}
              choices={[...labels].filter(([id]) => id !== "name" && id !== "rank").map(([value, label]) => ({ value, label }))}
              chosen={new Set([...labels.keys()].filter((id) => visible[id]))}
              onChange={(ids) =>
                change({
                  columns: [...labels.keys()].filter((id) => id !== "name" && id !== "rank" && ids.includes(id) === isHiddenAtFirst(id)),
                })
              }
            />
            <button type="button" className="link" onClick={() => exportRanking(caption, filtered, shownColumns)}>
              {text("export")}
            </button>
          </div>
        </div>
        <div className="ranking-head">
          <ItemLegend items={context.items} title={text("legend")} />
          <SortKeys sorting={sorting} labelOf={labelOf} onSorting={(keys) => change({ sort: formatSort(keys) })} text={text} />
          <p className="count" role="status">
            {text("shown", { shown: filtered.length, all: placing.rows.length })}
          </p>
        </div>
        {filtered.length === 0 ? (
          <p className="none-left">{text("noneLeft")}</p>
        ) : (
          <RankingTable
            {...{ columns, caption, sorting, lineName, context }}
            rows={filtered}
            cuts={placing.cuts}
            onSorting={(keys) => change({ sort: formatSort(keys) })}
            visible={visible}
            onOpen={open}
          />
        )}
        {placing.rows.some((row) => row.state === "vetoed") ? <p className="table-note">{text("vetoedNote")}</p> : null}
      </Section>
      <RankingPicture rows={filtered} items={context.items} onOpen={open} />
    </>
  );
}

const none: readonly never[] = [];

function Summary({ rows }: { readonly rows: readonly PlacedRow[] }) {
  const text = useText(messages);
  const nearKnown = useReach("eval_veto", "state") !== "withheld";
  const count = (state: string) => rows.filter((row) => inState(row, state)).length;
  const [undecided, near, unscored] = [count("undecided"), count("near"), count("unscored")];
  return [
    text("summary", { ranked: count("ranked") + undecided, undecided, vetoed: count("vetoed") }),
    nearKnown ? text("summaryNear", { near }) : "",
    unscored > 0 ? text("summaryUnscored", { count: unscored }) : "",
  ].join(" ");
}
