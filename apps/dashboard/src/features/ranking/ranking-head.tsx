import type { ColumnSort, Header } from "@tanstack/react-table";
import { ColumnResizer } from "./column-resizer.tsx";
import { pinOf } from "./frozen-place.ts";
import { ItemBarHead } from "./item-bar.tsx";
import type { PlacedRow } from "./place-rows.ts";
import type { CellContext } from "./ranking-cell.tsx";
import type { features } from "./ranking-columns.tsx";
import type { ColumnDrag } from "./use-column-drag.ts";

/** Where the bar stands that shows where a dragged column would go: at the left of a header, or at the right of the last one. */
export function dropAt(drag: ColumnDrag | null, id: string, last: string | undefined): "start" | "end" | "taken" | undefined {
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
  readonly index: number;
  readonly tabIndex: 0 | -1;
  readonly drop: ReturnType<typeof dropAt>;
  readonly onDrag: (width: number | null) => void;
  readonly onWidth: (width: number | null) => void;
}

export function HeaderCell({
  header,
  sorting,
  context: { text, items },
  isLastFrozen,
  index,
  tabIndex,
  drop,
  onDrag,
  onWidth,
}: HeaderCellProps) {
  const { column } = header;
  const { label = column.id, short = label, hint, numeric } = column.columnDef.meta ?? {};
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
      data-col={index}
      tabIndex={column.getCanSort() ? undefined : tabIndex}
      data-drop={drop}
      className={`${numeric ? "numeric" : ""} ${place.className}`}
      style={place.style}
      aria-sort={
        direction === false || key > 0 ? (column.getCanSort() ? "none" : undefined) : direction === "asc" ? "ascending" : "descending"
      }
    >
      {column.getCanSort() ? (
        <button
          type="button"
          tabIndex={tabIndex}
          onClick={column.getToggleSortingHandler()}
          title={[label, hint, words].filter(Boolean).join("：")}
        >
          {short}
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
