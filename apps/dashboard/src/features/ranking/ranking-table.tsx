import { type ColumnSort, type Row, useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type MouseEvent, type RefObject, useLayoutEffect, useMemo, useRef, useState } from "react";
import { usePrinting } from "../../ui/use-printing.ts";
import { type ColumnLayout, frozenColumns, placeColumn, sizeColumn } from "./column-layout.ts";
import { fitColumns, frozenWithin } from "./column-sizes.ts";
import { linesInside, placeCuts, placeGaps, strictestFirst } from "./cut-places.ts";
import { pinOf } from "./frozen-place.ts";
import { type Grouping, groupRows } from "./group-rows.ts";
import type { Cut, PlacedRow } from "./place-rows.ts";
import type { RankGap } from "./rank-gaps.ts";
import { type CellContext, RankingCell } from "./ranking-cell.tsx";
import { features, type RankingColumns } from "./ranking-columns.tsx";
import { dropAt, HeaderCell } from "./ranking-head.tsx";
import { type Entry, layGroups, layRows } from "./table-entries.ts";
import { CutLine, GapLine, GroupLine, Spacer } from "./table-lines.tsx";
import { useColumnDrag } from "./use-column-drag.ts";
import { useFrameWidth } from "./use-frame-width.ts";
import { useMoreBeside } from "./use-more-beside.ts";

export interface TableGrouping {
  readonly by: Grouping;
  readonly nameOf: (key: string) => string;
  readonly isOpen: (key: string) => boolean;
  readonly onToggle: (key: string) => void;
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
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => frame.current,
    estimateSize: (position) => heightOf(entries[position]),
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

  const moveTo = (target: number, direction: number) => {
    const isStop = (position: number) => {
      const entry = entries[position];
      return entry !== undefined && ("row" in entry || "group" in entry);
    };
    let position = Math.max(0, Math.min(count - 1, target));
    while (position >= 0 && position < count && !isStop(position)) position += direction;
    if (!isStop(position)) return;
    virtualizer.scrollToIndex(position);
    requestAnimationFrame(() =>
      frame.current?.querySelector<HTMLElement>(`tr[data-position="${position}"] :is(.row-link, button)`)?.focus({ preventScroll: true }),
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = Number((event.target as HTMLElement).closest("tr[data-position]")?.getAttribute("data-position") ?? Number.NaN);
    const page = Math.floor((frame.current?.clientHeight ?? 600) / rowHeight) - 2;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined || Number.isNaN(at)) return;
    event.preventDefault();
    const target = at + step;
    moveTo(target, target <= 0 ? 1 : target >= count - 1 ? -1 : Math.sign(step));
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
              const entry = entries[position];
              if (entry === undefined) return null;
              const place = { position, span: leaves.length, context };
              if ("cut" in entry)
                return <CutLine key={`cut-${entry.cut.stage}`} {...place} cut={entry.cut} name={lineName(entry.cut.stage)} />;
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
                  {...{ row, position, onClick, context }}
                  index={entry.row}
                  lastFrozen={frozen.at(-1)}
                  inside={inMerit ? none : linesInside(row.original, cuts)}
                  strictest={strictest}
                  lineName={lineName}
                />
              );
            })}
            <Spacer height={after} span={leaves.length} />
          </tbody>
        </table>
      </section>
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
  /** The cut-off lines it is inside of, where they are not drawn. */
  readonly inside: readonly Cut[];
  readonly strictest: string | undefined;
  readonly lineName: (stage: string) => string;
}

function DataRow({ row, index, position, onClick, context, lastFrozen, inside, strictest, lineName }: DataRowProps) {
  const words = inside.map(({ stage }) => context.text("insideLine", { line: lineName(stage) })).join("，");
  return (
    <tr
      data-row={index}
      data-position={position}
      data-inside={inside[0] === undefined ? undefined : inside[0].stage === strictest ? "strictest" : "other"}
      aria-rowindex={position + 2}
      className={row.original.state}
      onClick={(event) => onClick(event, row.original)}
    >
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
            {column.id === "rank" && words !== "" ? <span className="sr-only">{words}</span> : null}
          </Tag>
        );
      })}
    </tr>
  );
}
