import { queryCounties } from "@mingchuang/warehouse/queries/counties";
import { queryRunCounts, type RankingRow } from "@mingchuang/warehouse/queries/ranking";
import { getRouteApi } from "@tanstack/react-router";
import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { useHonours } from "../../lib/honours.ts";
import { useLanguage, useText } from "../../lib/i18n.ts";
import { joinSentences } from "../../lib/join-sentences.ts";
import { useHoldings, useReach, useScope } from "../../lib/scope.ts";
import { mostBeside, toggleBeside } from "../../lib/side-by-side.ts";
import { useRows } from "../../lib/use-rows.ts";
import { Section } from "../../ui/page.tsx";
import { useSchemeNames } from "../../ui/subject/scheme-names.ts";
import { useNarrow } from "../../ui/use-narrow.ts";
import { type ColumnLayout, formatLayout, frozenColumns, parseLayout } from "./column-layout.ts";
import { ColumnMenu } from "./column-menu.tsx";
import { changedCounties, countiesOf, standingCounties } from "./county-kin.ts";
import { filterRows, inState } from "./filter-rows.ts";
import { type GroupRank, groupings, groupKeyOf, groupRanks, noKey } from "./group-rows.ts";
import { ItemLegend } from "./item-bar.tsx";
import { messages } from "./messages.ts";
import { PickedBar } from "./picked-bar.tsx";
import { type PlacedRow, placeRows } from "./place-rows.ts";
import { findRankGaps } from "./rank-gaps.ts";
import type { RankSpan } from "./rank-spans.ts";
import type { CellContext, Picked } from "./ranking-cell.tsx";
import { isHiddenAtFirst, rankingColumns } from "./ranking-columns.tsx";
import { exportRanking } from "./ranking-export.ts";
import { RankingFilters } from "./ranking-filters.tsx";
import { RankingPicture } from "./ranking-picture.tsx";
import { RankingTable } from "./ranking-table.tsx";
import { RankingWorkbookButton } from "./ranking-workbook-button.tsx";
import type { RankingSearch } from "./search.ts";
import { SortKeys } from "./sort-keys.tsx";
import { formatSort, parseSort } from "./sort-state.ts";
import { stateWords } from "./state-words.ts";
import { useRankSpans } from "./use-rank-spans.ts";
import { filterWords, sortWords } from "./view-words.ts";

const route = getRouteApi("/ranking");

/** The ranking of one year and honour: filters, table, picture. What is chosen stands in the address. */
export function Ranking({ rows }: { readonly rows: readonly RankingRow[] }) {
  const text = useText(messages);
  const language = useLanguage();
  const { cities } = useHoldings();
  const { year, previousYear, honour, scheme, run } = useScope();
  const { nameOf, pathOf } = useHonours();
  const names = useSchemeNames();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = useCallback(
    (part: Partial<RankingSearch>) => void navigate({ search: (former) => ({ ...former, ...part }), replace: true, resetScroll: false }),
    [navigate],
  );
  const onPick = useCallback(
    (subject: string) =>
      void navigate({
        search: (former) => ({ ...former, pick: [...toggleBeside(former.pick, subject)] }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const open = (row: PlacedRow) =>
    void navigate({
      to: pathOf(honour),
      params: { id: row.subject_id },
      search: ({ year: chosen, honour: title, lang, theme }) => ({ year: chosen, honour: title, lang, theme }),
    });

  const narrow = useNarrow();
  const isSourced = useReach("mart_column", "place") !== "withheld";
  const personsLinked = useReach("eval_result", "previous_rank") === "full";

  const stages = names.honour?.stages ?? none;
  const placing = useMemo(() => placeRows(rows, stages), [rows, stages]);
  const picked = useMemo(
    () => [...new Set(search.pick)].flatMap((id) => placing.rows.find(({ subject_id }) => subject_id === id) ?? []).slice(0, mostBeside),
    [search.pick, placing],
  );
  const pickedIds = useMemo(() => new Set(picked.map(({ subject_id }) => subject_id)), [picked]);
  const [wantsPicks, setWantsPicks] = useState(false);
  const isPicking = wantsPicks || picked.length > 0;
  const pickedOf = useCallback(
    ({ subject_id }: PlacedRow): Picked => (pickedIds.has(subject_id) ? "on" : pickedIds.size < mostBeside ? "off" : "full"),
    [pickedIds],
  );
  const { city, county, domain, level, state, q } = search;
  const knownCounties = useRows(queryCounties).data ?? none;
  const counties = useMemo(
    () => standingCounties(county, countiesOf(year, placing.rows, knownCounties), knownCounties),
    [county, year, placing, knownCounties],
  );
  const changed = changedCounties(counties, knownCounties);
  const filtered = useMemo(
    () => filterRows(placing.rows, { city, county: counties, domain, level, state, q }),
    [placing, city, counties, domain, level, state, q],
  );
  const left = Math.max(0, (run?.applications ?? 0) - rows.length);
  const gaps = useMemo(() => (left > 0 ? findRankGaps(rows) : none), [rows, left]);
  const ranksByTier = scheme.isRankedByTier(honour);
  const by = groupings.find((each) => each === search.group && (each !== "tier" || ranksByTier));
  const unlisted = left === 0 ? undefined : ranksByTier ? 1 : gaps[0]?.from;
  const ranksInGroup = useMemo(
    () => (by === undefined ? noRanks : groupRanks(placing.rows, by, { byTier: ranksByTier, unlisted })),
    [placing, by, ranksByTier, unlisted],
  );
  // Only the committee's file has what the results were decided on, and only sheets of graders can be left out.
  const canSpan = useReach("eval_facts", "facts") !== "withheld" && left === 0 && scheme.honour(honour)?.rubric.sheets !== undefined;
  const wantsSpan = canSpan && search.columns.includes("rankSpan");
  const { data: rankSpans, error: spanFailure } = useRankSpans(wantsSpan);
  // A rank that is another when worked out anew, or that has nothing published to work it out from: then no range is to be trusted.
  const unfounded = useMemo(() => {
    if (rankSpans === undefined) return 0;
    return rankSpans.differing || rows.filter(({ rank, application_id: id }) => rank !== null && !rankSpans.spans.has(id)).length;
  }, [rankSpans, rows]);
  const spans = !wantsSpan ? undefined : spanFailure === null && unfounded === 0 ? rankSpans?.spans : noSpans;
  const isWorking = wantsSpan && spans === undefined;
  const context = useMemo<CellContext>(
    () => ({
      text,
      items: scheme.items(honour, language),
      vetoLabel: (rule) => scheme.veto(honour, rule, language),
      year,
      ofPersons: scheme.isOfPersons(honour),
      hasFormer: previousYear !== null && (!scheme.isOfPersons(honour) || personsLinked),
      isSourced,
      groupRanks: ranksInGroup,
      spans,
      isPicking,
      onPick,
    }),
    [isPicking, onPick, spans, isSourced, ranksInGroup, text, scheme, honour, year, language, previousYear, personsLinked],
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
        tierName: ranksByTier ? (tier) => scheme.tier(tier, language) : null,
        lowerIsBetter: scheme.isLowerBetter(honour),
        stateName: (row) => stateWords(row, text),
        spanOf: canSpan ? (row) => spans?.get(row.application_id) : null,
        groupRank: by === undefined ? null : { label: text(`groupRank-${by}`), read: (row) => ranksInGroup.get(row.application_id)?.rank },
      }),
    [canSpan, spans, by, ranksInGroup, ranksByTier, context, placing, names, lineName, narrow, scheme, language, honour, text],
  );
  const labels = useMemo(() => new Map(columns.map((column) => [column.id ?? "", column.meta?.label ?? ""])), [columns]);
  const labelOf = (id: string) => labels.get(id) ?? id;
  const sorting = useMemo(() => parseSort(search.sort, new Set(labels.keys())), [search.sort, labels]);
  const toggled = useMemo(() => new Set(search.columns), [search.columns]);
  const visible = useMemo(
    () => Object.fromEntries([...labels.keys()].map((id) => [id, isHiddenAtFirst(id) === toggled.has(id)])),
    [labels, toggled],
  );
  const isShown = (id: string) => visible[id] === true;
  const ids = useMemo(() => [...labels.keys()], [labels]);
  const { cols, frozen, w } = search;
  const layout = useMemo(() => parseLayout({ cols, frozen, w }, ids), [cols, frozen, w, ids]);
  const onLayout = (changed: ColumnLayout) => change(formatLayout(changed, ids));
  const shownColumns = layout.order.filter(isShown).flatMap((id) => columns.find((column) => column.id === id) ?? []);
  // The head of a group says what its rows have in common; in a file without heads each row says it.
  const groupAt = Math.max(
    0,
    shownColumns.findIndex(({ id }) => id === "groupRank"),
  );
  const exportedColumns =
    by === undefined || isShown(by)
      ? shownColumns
      : [...shownColumns.slice(0, groupAt), ...columns.filter(({ id }) => id === by), ...shownColumns.slice(groupAt)];
  const grouping = useMemo(() => {
    if (by === undefined) return null;
    const closed = new Set(search.closed);
    const named = new Map(placing.rows.map((row) => [groupKeyOf(row, by), row]));
    const nameOfKey = (key: string) => {
      const row = named.get(key);
      if (key === noKey || row === undefined) return text("groupWithout", { group: text(by) });
      if (by === "domain") return names.domain(key);
      if (by === "level") return names.level(key);
      return (by === "tier" ? scheme.tier(key, language) : row[by]) ?? key;
    };
    return {
      by,
      nameOf: nameOfKey,
      isOpen: (key: string) => !closed.has(key),
      onToggle: (key: string) =>
        change({ closed: closed.has(key) ? search.closed.filter((each) => each !== key) : [...search.closed, key] }),
    };
  }, [by, search.closed, placing, names, scheme, language, text, change]);
  const groupKeys = useMemo(() => (by === undefined ? none : [...new Set(filtered.map((row) => groupKeyOf(row, by)))]), [filtered, by]);
  const shown = useRef<readonly PlacedRow[]>(none);
  const caption = text("caption", { year, honour: nameOf(honour) });
  const filters = filterWords(
    search,
    {
      city: (code) => cities.find((each) => each.city_code === code)?.city ?? code,
      county: (code) => knownCounties.find((each) => each.county_code === code)?.county ?? code,
      domain: names.domain,
      level: names.level,
    },
    text,
  );

  return (
    <>
      <Section title={caption} note={<Summary rows={placing.rows} left={left} />}>
        <Tools folded={narrow} summary={filters === text("noFilter") ? text("tools") : filters}>
          <RankingFilters
            {...{ filter: search, cities, counties: knownCounties, text }}
            rows={placing.rows}
            onChange={change}
            domainName={names.domain}
            levelName={names.level}
          />
          {changed.length === 0 ? null : (
            <p className="note">
              {joinSentences(changed.map((each) => text("countyChanged", { county: each.county, note: each.note ?? "" })))}
            </p>
          )}
          <div className="ranking-actions">
            <label className="field grouping">
              <span>{text("group")}</span>
              <select value={by ?? ""} onChange={({ target }) => change({ group: target.value || undefined, closed: [] })}>
                <option value="">{text("groupNone")}</option>
                {groupings
                  .filter((each) => each !== "tier" || ranksByTier)
                  .map((each) => (
                    <option key={each} value={each}>
                      {text(each)}
                    </option>
                  ))}
              </select>
            </label>
            {by === undefined ? null : (
              <button
                type="button"
                className="link"
                onClick={() => change({ closed: groupKeys.some((key) => search.closed.includes(key)) ? [] : [...groupKeys] })}
              >
                {text(groupKeys.some((key) => search.closed.includes(key)) ? "groupOpenAll" : "groupCloseAll")}
              </button>
            )}
            <ColumnMenu
              {...{ layout, labelOf, text }}
              isShown={isShown}
              canHide={(id) => id !== "name" && id !== "rank"}
              sizeOf={(id) => columns.find((column) => column.id === id)?.size ?? 100}
              changed={[search.columns, search.cols, search.w].some((part) => part.length > 0) || search.frozen !== undefined}
              onShown={(id, shown) => change({ columns: toggleShown(search.columns, id, shown) })}
              onLayout={onLayout}
              onReset={() => change({ columns: [], cols: [], w: [], frozen: undefined })}
            />
            <button
              type="button"
              className="link"
              aria-pressed={isPicking}
              disabled={placing.rows.length < 2}
              onClick={() => {
                setWantsPicks(!isPicking);
                if (isPicking) change({ pick: [] });
              }}
            >
              {text("pick")}
            </button>
            <button
              type="button"
              className="link"
              disabled={filtered.length === 0 || isWorking}
              onClick={() => exportRanking(caption, shown.current, exportedColumns)}
            >
              {text("export")}
            </button>
            <RankingWorkbookButton
              shown={shown}
              title={caption}
              all={placing.rows.length}
              left={left}
              columns={exportedColumns}
              group={by === undefined ? null : text(by)}
              frozen={frozenColumns(layout, isShown)}
              filters={filters}
              order={sortWords(sorting, labelOf, text)}
              totalLabel={labelOf("total")}
              disabled={filtered.length === 0 || isWorking}
            />
          </div>
        </Tools>
        <div className="ranking-head">
          {context.items.length > 0 ? <ItemLegend items={context.items} title={text("legend")} /> : <span />}
          <SortKeys sorting={sorting} labelOf={labelOf} onSorting={(keys) => change({ sort: formatSort(keys) })} text={text} />
          <p className="count" role="status">
            {by === undefined
              ? text("shown", { shown: filtered.length, all: placing.rows.length })
              : text("groups", { shown: filtered.length, all: placing.rows.length, groups: groupKeys.length })}
          </p>
        </div>
        {isPicking ? (
          <PickedBar
            picked={picked}
            onRemove={onPick}
            onClear={() => {
              setWantsPicks(true);
              change({ pick: [] });
            }}
            text={text}
          />
        ) : null}
        {filtered.length === 0 ? (
          <p className="none-left">{text("noneLeft")}</p>
        ) : (
          <RankingTable
            {...{ columns, caption, sorting, shown, lineName, context, pickedOf }}
            rows={filtered}
            cuts={placing.cuts}
            gaps={gaps}
            onSorting={(keys) => change({ sort: formatSort(keys) })}
            {...{ visible, layout, onLayout, grouping }}
            onOpen={open}
          />
        )}
        {wantsSpan ? (
          <p className="table-note" role="status">
            {spanFailure !== null
              ? text("spanFailed", { why: spanFailure.message })
              : rankSpans === undefined
                ? text("spanWorking")
                : unfounded > 0
                  ? text("spanDiffers", { count: unfounded })
                  : text("spanNote", { graders: rankSpans.graders })}
          </p>
        ) : null}
        {by === undefined ? null : (
          <p className="table-note">
            {text("groupNote")}
            {left > 0 ? ` ${text("groupListed")}` : null}
            {unlisted === undefined ? null : ` ${text("groupRankUnknownNote", { from: unlisted })}`}
          </p>
        )}
        {placing.rows.some((row) => row.state === "vetoed") ? <p className="table-note">{text("vetoedNote")}</p> : null}
      </Section>
      <RankingPicture rows={filtered} items={context.items} onOpen={open} />
    </>
  );
}

const none: readonly never[] = [];
const noSpans: ReadonlyMap<string, RankSpan> = new Map();
const noRanks: ReadonlyMap<string, GroupRank> = new Map();

/** The address names the columns that are not as they are at first. */
function toggleShown(toggled: readonly string[], id: string, shown: boolean): string[] {
  const others = toggled.filter((each) => each !== id);
  return shown === isHiddenAtFirst(id) ? [...others, id] : others;
}

interface SummaryProps {
  readonly rows: readonly PlacedRow[];
  /** Applications that this profile does not list. */
  readonly left: number;
}

/** Counts of the run, not of the rows: a profile may list fewer. */
function Summary({ rows, left }: SummaryProps) {
  const text = useText(messages);
  const { year, honour } = useScope();
  const counts = useRows(queryRunCounts, { year, honour }).data;
  const nearKnown = useReach("eval_veto", "state") !== "withheld";
  if (!counts) return null;
  const { ranked, undecided, vetoed, unscored, ineligible, not_applied: late } = counts;
  return joinSentences([
    text("summary", { ranked: ranked + undecided, undecided, vetoed }),
    nearKnown ? text("summaryNear", { near: rows.filter((row) => inState(row, "near")).length }) : "",
    unscored > 0 ? text("summaryUnscored", { count: unscored }) : "",
    ineligible > 0 ? text("summaryIneligible", { count: ineligible }) : "",
    late > 0 ? text("summaryLate", { count: late }) : "",
    left > 0 ? text("summaryLeft", { applications: counts.applications, shown: rows.length, left }) : "",
  ]);
}

interface ToolsProps {
  /** On a telephone, so that the list begins on the first screen. */
  readonly folded: boolean;
  /** What the line says that they stand behind. */
  readonly summary: string;
  readonly children: ReactNode;
}

function Tools({ folded, summary, children }: ToolsProps) {
  const tools = <div className="ranking-tools">{children}</div>;
  if (!folded) return tools;
  return (
    <details className="ranking-fold">
      <summary>{summary}</summary>
      {tools}
    </details>
  );
}
