import { type ColumnSort, type Row, useTable } from "@tanstack/react-table";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type MouseEvent, memo, type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { usePrinting } from "../../ui/use-printing.ts";
import { type ColumnLayout, frozenColumns, placeColumn, sizeColumn } from "./column-layout.ts";
import { fitColumns, frozenWithin } from "./column-sizes.ts";
import { copiedCells } from "./copied-cells.ts";
import { linesInside, placeCuts, placeGaps, strictestFirst } from "./cut-places.ts";
import { pinOf } from "./frozen-place.ts";
import { type Grouping, groupRows } from "./group-rows.ts";
import type { Cut, PlacedRow } from "./place-rows.ts";
import type { RankGap } from "./rank-gaps.ts";
import { type CellContext, hasLink, type Picked, RankingCell } from "./ranking-cell.tsx";
import { features, type RankingColumns } from "./ranking-columns.tsx";
import { dropAt, HeaderCell } from "./ranking-head.tsx";
import { type Entry, layGroups, layRows } from "./table-entries.ts";
import { CutLine, GapLine, GroupLine, Spacer } from "./table-lines.tsx";
import { useCellSelection } from "./use-cell-selection.ts";
import { useColumnDrag } from "./use-column-drag.ts";
import { useFrameWidth } from "./use-frame-width.ts";
import { useMoreBeside } from "./use-more-beside.ts";

export interface TableGrouping {
  readonly by: Grouping;
  readonly nameOf: (key: string) => string;
  readonly isOpen: (key: string) => boolean;
  readonly onToggle: (key: string) => void;
}

/** A line of the table with its place in the list of all of them. */
interface Line {
  readonly index: number;
  readonly start: number;
  readonly end: number;
}

interface RankingTableProps {
  readonly rows: readonly PlacedRow[];
  readonly columns: RankingColumns;
  readonly cuts: readonly Cut[];
  readonly gaps: readonly RankGap[];
  readonly caption: string;
  readonly sorting: readonly ColumnSort[];
  readonly onSorting: (sorting: readonly ColumnSort[]) => void;
  readonly visible: Readonly<Record<string, boolean>>;
  readonly layout: ColumnLayout;
  readonly onLayout: (layout: ColumnLayout) => void;
  readonly lineName: (stage: string) => string;
  /** What the rows are grouped by, or null. */
  readonly grouping: TableGrouping | null;
  readonly onOpen: (row: PlacedRow) => void;
  readonly context: CellContext;
  /** Whether a row is chosen to be held side by side with others. */
  readonly pickedOf: (row: PlacedRow) => Picked;
  /** Told the rows in the order in which they stand, for what exports them. */
  readonly shown: RefObject<readonly PlacedRow[]>;
}

const rowHeight = 34;
const lineHeight = 28;
const groupHeight = 40;
const heightOf = (entry: Entry | undefined): number =>
  entry === undefined || "row" in entry ? rowHeight : "group" in entry ? groupHeight : lineHeight;
const none: readonly never[] = [];
const originalOf = (row: Row<typeof features, PlacedRow>): PlacedRow => row.original;
/** More rows than these are not laid out for print: they would be thousands of pages. */
const printLimit = 2000;

/**
 * The ranking as a table of which only the rows in sight exist: 100,000 rows scroll like 40. The frozen columns stay in sight, headers
 * sort (Shift adds a key) and are dragged to another place, their edges to another width, arrow keys move from row to row.
 */
export function RankingTable({
  rows,
  columns,
  cuts,
  gaps,
  caption,
  sorting,
  onSorting,
  visible,
  layout,
  onLayout,
  lineName,
  grouping,
  onOpen,
  context,
  pickedOf,
  shown,
}: RankingTableProps) {
  const frame = useRef<HTMLElement>(null);
  const printing = usePrinting();
  const frameWidth = useFrameWidth(frame);
  const [dragged, setDragged] = useState<{ readonly id: string; readonly width: number } | null>(null);
  const isShown = (id: string) => visible[id] === true;
  const widths = dragged === null ? layout.widths : new Map(layout.widths).set(dragged.id, dragged.width);
  const sizeAtFirst = new Map(columns.map(({ id = "", size = 100 }) => [id, size]));
  const sizes = fitColumns(
    layout.order.filter(isShown).map((id) => ({ id, size: sizeAtFirst.get(id) ?? 100 })),
    widths,
    frameWidth,
  );
  const toFreeze = frozenColumns(layout, isShown);
  const frozen = frozenWithin(toFreeze, sizes, frameWidth);
  const { drag, onPointerDown } = useColumnDrag(frame, (id, before) => onLayout(placeColumn(layout, id, before, isShown)));
  const sortingState = useMemo(() => [...sorting], [sorting]);
  const columnOrder = useMemo(() => [...layout.order], [layout]);
  const frozenKey = frozen.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the list says, and is the same for an equal list
  const columnPinning = useMemo(() => ({ start: [...frozen], end: [] }), [frozenKey]);
  const table = useTable({
    features,
    data: rows,
    columns,
    getRowId: (row) => row.application_id,
    state: { sorting: sortingState, columnVisibility: visible, columnOrder, columnPinning, columnSizing: sizes },
    onSortingChange: (change) => onSorting(typeof change === "function" ? change([...sorting]) : change),
    isMultiSortEvent: (event) => (event as MouseEvent).shiftKey,
    enableSortingRemoval: true,
  });
  const sorted = table.getRowModel().rows;
  const by = grouping?.by;
  const groups = useMemo(() => (by === undefined ? null : groupRows(sorted, originalOf, by, cuts)), [sorted, by, cuts]);
  const ordered = useMemo(() => groups?.flatMap(({ items }) => items) ?? sorted, [groups, sorted]);
  useLayoutEffect(() => {
    shown.current = ordered.map(originalOf);
  }, [shown, ordered]);
  const inMerit = groups === null && (sorting.length === 0 || (sorting.length === 1 && sorting[0]?.id === "rank" && !sorting[0].desc));
  const isOpen = grouping?.isOpen;
  const { entries } = useMemo(() => {
    if (groups !== null) return layGroups(groups, (key) => printing || isOpen === undefined || isOpen(key));
    const inOrder = inMerit ? ordered.map(originalOf) : [];
    return layRows(ordered.length, placeGaps(inOrder, gaps, placeCuts(inOrder, cuts)));
  }, [groups, isOpen, printing, inMerit, ordered, cuts, gaps]);
  const groupOf = useMemo(() => new Map(groups?.map((group) => [group.key, group])), [groups]);
  const strictest = strictestFirst(cuts)[0]?.stage;
  const count = entries.length;
  const cursorAt = useRef(0);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: (position) => heightOf(entries[position]),
    overscan: 12,
    scrollPaddingStart: 48,
    // The line of the cursor is there even when it is scrolled out of sight, so that the focus is not lost.
    rangeExtractor: (range) => {
      const positions = defaultRangeExtractor(range);
      return positions.includes(cursorAt.current) || cursorAt.current >= count
        ? positions
        : [...positions, cursorAt.current].sort((a, b) => a - b);
    },
  });
  const leaves = table.getVisibleLeafColumns();
  const label = context.text("tableOf", { title: caption });
  const more = useMoreBeside(frame);

  const shownColumns = leaves.flatMap(({ id }) => columns.find((column) => column.id === id) ?? []);
  const start = {
    position: 0,
    column: Math.max(
      0,
      leaves.findIndex(({ id }) => id === "name"),
    ),
  };
  const shape = leaves.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: something new whenever lines or columns are others
  const of = useMemo(() => ({}), [entries, shape]);
  const { active, range, copied, isSelected, handlers } = useCellSelection({
    frame,
    of,
    start,
    size: { lines: count, columns: leaves.length, page: Math.max(1, Math.floor((frame.current?.clientHeight ?? 600) / rowHeight) - 3) },
    scrollTo: (position) => virtualizer.scrollToIndex(position),
    copy: ({ top, bottom, left, right }) =>
      copiedCells(
        rowsBetween(top, bottom),
        shownColumns.slice(left, right + 1),
        top === 0 && bottom === count - 1 && left === 0 && right === leaves.length - 1,
      ),
    onEnter: (position) => {
      const [row] = rowsBetween(position, position);
      if (row !== undefined) onOpen(row);
    },
    onSpace: context.isPicking
      ? (position) => {
          const [row] = rowsBetween(position, position);
          if (row !== undefined && pickedOf(row) !== "full") context.onPick(row.subject_id);
        }
      : null,
  });
  /** The columns selected in a line, as one word, so that a line is drawn anew only when it is another. */
  const selectedIn = (position: number) => leaves.flatMap((_, column) => (isSelected(position, column) ? [column] : [])).join();
  cursorAt.current = active.position;
  const [top, bottom] = [range?.top ?? 0, range?.bottom ?? -1];
  const selectedRows = useMemo(
    () => entries.reduce((sum, entry, position) => sum + (position >= top && position <= bottom && "row" in entry ? 1 : 0), 0),
    [entries, top, bottom],
  );
  const lines: readonly Line[] = printing
    ? entries.slice(0, printLimit).map((_, index) => ({ index, start: 0, end: 0 }))
    : virtualizer.getVirtualItems();
  const after = printing ? 0 : virtualizer.getTotalSize() - (lines.at(-1)?.end ?? 0);
  function rowsBetween(top: number, bottom: number): PlacedRow[] {
    return entries.slice(top, bottom + 1).flatMap((entry) => ("row" in entry ? (ordered[entry.row]?.original ?? []) : []));
  }
  const onClick = useCallback(
    (event: MouseEvent, row: PlacedRow) => {
      if ((event.target as HTMLElement).closest("a, button, input") || getSelection()?.toString()) return;
      onOpen(row);
    },
    [onOpen],
  );
  // A row keeps its object whatever becomes of the columns: this says when they are others.
  const sizesKey = leaves.map((column) => column.getSize()).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: something new whenever columns, their order, widths or freezing are others
  const arrangement = useMemo(() => ({}), [columns, shape, sizesKey, frozenKey]);

  const lineOf = (entry: Entry, place: { position: number; tabIndex: 0 | -1; span: number; context: CellContext }) => {
    const { position } = place;
    if ("cut" in entry) return <CutLine key={`cut-${entry.cut.stage}`} {...place} cut={entry.cut} name={lineName(entry.cut.stage)} />;
    if ("gap" in entry) return <GapLine key={`gap-${entry.gap.from}`} {...place} gap={entry.gap} />;
    if ("group" in entry) {
      const group = groupOf.get(entry.group);
      if (group === undefined || grouping === null) return null;
      return (
        <GroupLine
          key={`group-${entry.group}`}
          {...{ ...place, group, lineName }}
          name={grouping.nameOf(entry.group)}
          open={entry.open}
          onToggle={() => grouping.onToggle(entry.group)}
          width={printing ? 0 : frameWidth}
          measure={printing ? undefined : virtualizer.measureElement}
        />
      );
    }
    const row = ordered[entry.row];
    if (row === undefined) return null;
    return (
      <DataRow
        key={row.id}
        {...{ row, position, onClick, context, cuts, strictest, lineName, arrangement }}
        cursor={active.position === position ? active.column : -1}
        selection={selectedIn(position)}
        index={entry.row}
        picked={pickedOf(row.original)}
        lastFrozen={frozen.at(-1)}
        marksInside={!inMerit}
      />
    );
  };

  return (
    <>
      <div className={more ? "ranking-edge more" : "ranking-edge"}>
        <section className="ranking-frame" ref={frame} aria-label={label} {...handlers} onDragStart={(event) => event.preventDefault()}>
          <table
            className="ranking"
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked and selected is a grid
            role="grid"
            aria-multiselectable="true"
            aria-rowcount={count + 1}
            style={printing ? undefined : { width: table.getTotalSize() }}
          >
            <caption className="sr-only">{caption}</caption>
            <colgroup>
              {leaves.map((column) => (
                <col
                  key={column.id}
                  style={{ width: printing ? `${(column.getSize() / table.getTotalSize()) * 100}%` : column.getSize() }}
                />
              ))}
            </colgroup>
            <thead onPointerDown={onPointerDown}>
              {table.getHeaderGroups().map((group) => (
                <tr key={group.id} aria-rowindex={1} data-position={-1}>
                  {group.headers.map((header, index) => (
                    <HeaderCell
                      key={header.id}
                      header={header}
                      sorting={sorting}
                      context={context}
                      index={index}
                      tabIndex={index === active.column ? 0 : -1}
                      isLastFrozen={header.column.id === frozen.at(-1)}
                      drop={dropAt(drag, header.column.id, leaves.at(-1)?.id)}
                      onDrag={(width) => setDragged(width === null ? null : { id: header.column.id, width })}
                      onWidth={(width) => onLayout(sizeColumn(layout, header.column.id, width))}
                    />
                  ))}
                </tr>
              ))}
            </thead>
            <tbody>
              {lines.flatMap(({ index: position, start: top }, index) => {
                const entry = entries[position];
                if (entry === undefined) return [];
                const skipped = top - (lines[index - 1]?.end ?? 0);
                const tabIndex = position === active.position ? 0 : -1;
                const place = { position, tabIndex, span: leaves.length, context } as const;
                const spacer = printing ? null : <Spacer key={`above-${position}`} height={skipped} span={leaves.length} />;
                return [spacer, lineOf(entry, place)];
              })}
              <Spacer height={after} span={leaves.length} />
            </tbody>
          </table>
        </section>
        <p className="selection" role="status">
          {copied !== null
            ? context.text(copied.named ? "copiedNamed" : "copied", { rows: copied.rows, columns: copied.columns })
            : range === null
              ? ""
              : context.text("selected", { rows: selectedRows, columns: range.right - range.left + 1 })}
        </p>
      </div>
      {frozen.length < toFreeze.length ? (
        <p className="table-note frozen-note">{context.text("frozenFewer", { all: toFreeze.length, frozen: frozen.length })}</p>
      ) : null}
      {inMerit || strictest === undefined ? null : (
        <p className="table-note">
          {strictestFirst(cuts)
            .map(({ stage, size }) =>
              context.text("insideNote", {
                mark: context.text(stage === strictest ? "insideThick" : "insideDouble"),
                line: lineName(stage),
                size,
              }),
            )
            .join("")}
        </p>
      )}
    </>
  );
}

interface DataRowProps {
  readonly row: Row<typeof features, PlacedRow>;
  readonly index: number;
  readonly position: number;
  readonly onClick: (event: MouseEvent, row: PlacedRow) => void;
  readonly context: CellContext;
  readonly lastFrozen: string | undefined;
  readonly cuts: readonly Cut[];
  /** Whether it says which cut-off lines it is inside of: where they are not drawn. */
  readonly marksInside: boolean;
  readonly strictest: string | undefined;
  readonly lineName: (stage: string) => string;
  /** The cell of the cursor, or -1. */
  readonly cursor: number;
  /** The places of the selected cells, `2,3,4`. */
  readonly selection: string;
  readonly picked: Picked;
  /** Another object whenever the columns are arranged otherwise. */
  readonly arrangement: object;
}

/** Drawn anew only when something of its own has changed, not whenever the list scrolls by. */
const DataRow = memo(function DataRow({
  row,
  index,
  position,
  onClick,
  context,
  lastFrozen,
  cuts,
  marksInside,
  strictest,
  lineName,
  cursor,
  selection,
  picked,
}: DataRowProps) {
  const inside = marksInside ? linesInside(row.original, cuts) : none;
  const selected = new Set(selection === "" ? [] : selection.split(",").map(Number));
  const words = inside.map(({ stage }) => context.text("insideLine", { line: lineName(stage) })).join("，");
  return (
    <tr
      data-row={index}
      data-position={position}
      data-inside={inside[0] === undefined ? undefined : inside[0].stage === strictest ? "strictest" : "other"}
      aria-rowindex={position + 2}
      className={picked === "on" ? `${row.original.state} picked` : row.original.state}
      onClick={(event) => onClick(event, row.original)}
    >
      {row.getVisibleCells().map((cell, at) => {
        const { column } = cell;
        const place = pinOf(column.getIsPinned() ? column.getStart("start") : null, column.id === lastFrozen);
        const tabIndex = at === cursor ? 0 : -1;
        const Tag = column.id === "name" ? "th" : "td";
        return (
          <Tag
            key={column.id}
            scope={Tag === "th" ? "row" : undefined}
            data-col={at}
            tabIndex={hasLink(column.id, row.original, context) ? undefined : tabIndex}
            aria-selected={selected.has(at) ? true : undefined}
            className={`${column.columnDef.meta?.numeric ? "numeric" : ""} ${place.className}`}
            style={place.style}
          >
            <RankingCell
              column={column.id}
              value={cell.getValue()}
              row={row.original}
              context={context}
              tabIndex={tabIndex}
              picked={picked}
            />
            {column.id === "rank" && words !== "" ? <span className="sr-only">{words}</span> : null}
          </Tag>
        );
      })}
    </tr>
  );
});
