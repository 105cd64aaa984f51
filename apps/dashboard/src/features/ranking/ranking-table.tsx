import { type ColumnSort, type Header, type Row, useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import { formatPoints } from "../../lib/format.ts";
import { usePrinting } from "../../ui/use-printing.ts";
import { type ColumnLayout, frozenColumns, placeColumn, sizeColumn } from "./column-layout.ts";
import { ColumnResizer } from "./column-resizer.tsx";
import { fitColumns, frozenWithin } from "./column-sizes.ts";
import { entryAt, placeCuts, placeGaps, positionOf } from "./cut-places.ts";
import { ItemBarHead } from "./item-bar.tsx";
import type { Cut, PlacedRow } from "./place-rows.ts";
import type { RankGap } from "./rank-gaps.ts";
import { type CellContext, RankingCell } from "./ranking-cell.tsx";
import { features, type RankingColumns } from "./ranking-columns.tsx";
import { type ColumnDrag, useColumnDrag } from "./use-column-drag.ts";
import { useFrameWidth } from "./use-frame-width.ts";
import { useMoreBeside } from "./use-more-beside.ts";

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
  readonly onOpen: (row: PlacedRow) => void;
  readonly context: CellContext;
  /** Told the rows in the order in which they stand, for what exports them. */
  readonly shown: RefObject<readonly PlacedRow[]>;
}

const rowHeight = 34;
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
  onOpen,
  context,
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
  const frozen = frozenWithin(frozenColumns(layout, isShown), sizes, frameWidth);
  const { drag, onPointerDown } = useColumnDrag(frame, (id, before) => onLayout(placeColumn(layout, id, before, isShown)));
  const columnOrder = useMemo(() => [...layout.order], [layout]);
  const frozenKey = frozen.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the list says, and is the same for an equal list
  const columnPinning = useMemo(() => ({ start: [...frozen], end: [] }), [frozenKey]);
  const table = useTable({
    features,
    data: rows,
    columns,
    getRowId: (row) => row.application_id,
    state: { sorting: [...sorting], columnVisibility: visible, columnOrder, columnPinning, columnSizing: sizes },
    onSortingChange: (change) => onSorting(typeof change === "function" ? change([...sorting]) : change),
    isMultiSortEvent: (event) => (event as MouseEvent).shiftKey,
    enableSortingRemoval: true,
  });
  const sorted = table.getRowModel().rows;
  useLayoutEffect(() => {
    shown.current = sorted.map((row) => row.original);
  }, [shown, sorted]);
  const inMerit = sorting.length === 0 || (sorting.length === 1 && sorting[0]?.id === "rank" && !sorting[0].desc);
  const places = useMemo(() => {
    const inOrder = inMerit ? sorted.map((row) => row.original) : [];
    return placeGaps(inOrder, gaps, placeCuts(inOrder, cuts));
  }, [inMerit, sorted, cuts, gaps]);
  const count = sorted.length + places.length;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: 44,
  });
  const inSight = virtualizer.getVirtualItems();
  const all = printing ? Math.min(count, printLimit) : 0;
  const positions = printing ? Array.from({ length: all }, (_, position) => position) : inSight.map((item) => item.index);
  const before = printing ? 0 : (inSight[0]?.start ?? 0);
  const after = printing ? 0 : virtualizer.getTotalSize() - (inSight.at(-1)?.end ?? 0);
  const leaves = table.getVisibleLeafColumns();
  const label = context.text("tableOf", { title: caption });
  const more = useMoreBeside(frame);

  const moveTo = (row: number) => {
    const target = Math.max(0, Math.min(sorted.length - 1, row));
    virtualizer.scrollToIndex(positionOf(target, places));
    requestAnimationFrame(() =>
      frame.current?.querySelector<HTMLElement>(`tr[data-row="${target}"] .row-link`)?.focus({ preventScroll: true }),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = Number((event.target as HTMLElement).closest("tr[data-row]")?.getAttribute("data-row") ?? Number.NaN);
    const page = Math.floor((frame.current?.clientHeight ?? 600) / rowHeight) - 2;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined || Number.isNaN(at)) return;
    event.preventDefault();
    moveTo(at + step);
  };
  const onClick = (event: MouseEvent, row: PlacedRow) => {
    if ((event.target as HTMLElement).closest("a, button") || getSelection()?.toString()) return;
    onOpen(row);
  };

  return (
    <div className={more ? "ranking-edge more" : "ranking-edge"}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard */}
      <section className="ranking-frame" ref={frame} aria-label={label} tabIndex={0} onKeyDown={onKeyDown}>
        <table className="ranking" aria-rowcount={count + 1} style={printing ? undefined : { width: table.getTotalSize() }}>
          <caption className="sr-only">{caption}</caption>
          <colgroup>
            {leaves.map((column) => (
              <col key={column.id} style={{ width: printing ? `${(column.getSize() / table.getTotalSize()) * 100}%` : column.getSize() }} />
            ))}
          </colgroup>
          <thead onPointerDown={onPointerDown}>
            {table.getHeaderGroups().map((group) => (
              <tr key={group.id} aria-rowindex={1}>
                {group.headers.map((header) => (
                  <HeaderCell
                    key={header.id}
                    header={header}
                    sorting={sorting}
                    context={context}
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
            <Spacer height={before} span={leaves.length} />
            {positions.map((position) => {
              const entry = entryAt(position, places);
              if ("cut" in entry)
                return (
                  <CutLine
                    key={`cut-${entry.cut.stage}`}
                    cut={entry.cut}
                    span={leaves.length}
                    position={position}
                    name={lineName(entry.cut.stage)}
                    context={context}
                  />
                );
              if ("gap" in entry)
                return <GapLine key={`gap-${entry.gap.from}`} gap={entry.gap} span={leaves.length} position={position} context={context} />;
              const row = sorted[entry.row];
              if (row === undefined) return null;
              return (
                <DataRow
                  key={row.id}
                  row={row}
                  index={entry.row}
                  position={position}
                  onClick={onClick}
                  context={context}
                  lastFrozen={frozen.at(-1)}
                />
              );
            })}
            <Spacer height={after} span={leaves.length} />
          </tbody>
        </table>
      </section>
    </div>
  );
}

interface DataRowProps {
  readonly row: Row<typeof features, PlacedRow>;
  readonly index: number;
  readonly position: number;
  readonly onClick: (event: MouseEvent, row: PlacedRow) => void;
  readonly context: CellContext;
  readonly lastFrozen: string | undefined;
}

function DataRow({ row, index, position, onClick, context, lastFrozen }: DataRowProps) {
  return (
    <tr data-row={index} aria-rowindex={position + 2} className={row.original.state} onClick={(event) => onClick(event, row.original)}>
      {row.getVisibleCells().map((cell) => {
        const { column } = cell;
        const place = pinOf(column.getIsPinned() ? column.getStart("start") : null, column.id === lastFrozen);
        const Tag = column.id === "name" ? "th" : "td";
        return (
          <Tag
            key={column.id}
            scope={Tag === "th" ? "row" : undefined}
            className={`${column.columnDef.meta?.numeric ? "numeric" : ""} ${place.className}`}
            style={place.style}
          >
            <RankingCell column={column.id} value={cell.getValue()} row={row.original} context={context} />
          </Tag>
        );
      })}
    </tr>
  );
}

function pinOf(start: number | null, isLast: boolean): { className: string; style: { left: number } | undefined } {
  return start === null ? { className: "", style: undefined } : { className: isLast ? "pinned last" : "pinned", style: { left: start } };
}

/** Where the bar stands that shows where a dragged column would go: at the left of a header, or at the right of the last one. */
function dropAt(drag: ColumnDrag | null, id: string, last: string | undefined): "start" | "end" | "taken" | undefined {
  if (drag === null) return undefined;
  if (drag.before === id && drag.id !== id) return "start";
  if (drag.before === null && id === last) return "end";
  return drag.id === id ? "taken" : undefined;
}

interface HeaderCellProps {
  readonly header: Header<typeof features, PlacedRow, unknown>;
  readonly sorting: readonly ColumnSort[];
  readonly context: CellContext;
  readonly isLastFrozen: boolean;
  readonly drop: ReturnType<typeof dropAt>;
  readonly onDrag: (width: number | null) => void;
  readonly onWidth: (width: number | null) => void;
}

function HeaderCell({ header, sorting, context: { text, items }, isLastFrozen, drop, onDrag, onWidth }: HeaderCellProps) {
  const { column } = header;
  const { label = column.id, numeric } = column.columnDef.meta ?? {};
  const direction = column.getIsSorted();
  const key = column.getSortIndex();
  const place = pinOf(column.getIsPinned() ? column.getStart("start") : null, isLastFrozen);
  const words =
    direction === false
      ? undefined
      : text("sortKey", { index: key + 1, direction: text(direction === "asc" ? "ascending" : "descending") });
  return (
    <th
      scope="col"
      data-column={column.id}
      data-drop={drop}
      className={`${numeric ? "numeric" : ""} ${place.className}`}
      style={place.style}
      aria-sort={
        direction === false || key > 0 ? (column.getCanSort() ? "none" : undefined) : direction === "asc" ? "ascending" : "descending"
      }
    >
      {column.getCanSort() ? (
        <button type="button" onClick={column.getToggleSortingHandler()} title={[label, words].filter(Boolean).join("：")}>
          {label}
          {direction === false ? null : (
            <span className="direction">
              <span aria-hidden="true">
                {direction === "asc" ? "▴" : "▾"}
                {sorting.length > 1 ? key + 1 : ""}
              </span>
              <span className="sr-only">{words}</span>
            </span>
          )}
        </button>
      ) : (
        <span className="plain-head">{label}</span>
      )}
      {column.id === "items" ? <ItemBarHead items={items} /> : null}
      <ColumnResizer label={text("widthOf", { column: label })} width={column.getSize()} tabIndex={0} onDrag={onDrag} onWidth={onWidth} />
    </th>
  );
}

interface CutLineProps {
  readonly cut: Cut;
  readonly span: number;
  readonly position: number;
  readonly name: string;
  readonly context: CellContext;
}

function CutLine({ cut, span, position, name, context: { text } }: CutLineProps) {
  const words = text(cut.inside > cut.size ? "lineTied" : "lineLabel", {
    line: name,
    size: cut.size,
    total: formatPoints(Math.round(cut.total ?? 0)),
    inside: cut.inside,
  });
  return (
    <tr className="cut" aria-rowindex={position + 2}>
      <td colSpan={span}>
        <span>{words}</span>
      </td>
    </tr>
  );
}

interface GapLineProps {
  readonly gap: RankGap;
  readonly span: number;
  readonly position: number;
  readonly context: CellContext;
}

function GapLine({ gap: { from, to }, span, position, context: { text } }: GapLineProps) {
  return (
    <tr className="gap" aria-rowindex={position + 2}>
      <td colSpan={span}>
        <span>{from === to ? text("gapOne", { from }) : text("gapSeveral", { from, to })}</span>
      </td>
    </tr>
  );
}

/** Stands for the rows out of sight, so that the scroll bar is as long as the list. */
function Spacer({ height, span }: { readonly height: number; readonly span: number }) {
  return height <= 0 ? null : (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
    <tr className="spacer" aria-hidden="true" style={{ height }}>
      <td colSpan={span} />
    </tr>
  );
}
