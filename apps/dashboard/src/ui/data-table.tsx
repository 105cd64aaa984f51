import { type ReactNode, useState } from "react";
import { useText } from "../lib/i18n.ts";
import { messages } from "./messages.ts";

export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  readonly numeric?: boolean;
  /** What is sorted by and exported; null is "not handed in" and sorts last. */
  readonly value: (row: Row) => string | number | null;
  /** What is shown, when it is not the value itself. */
  readonly cell?: (row: Row) => ReactNode;
  readonly title?: (row: Row) => string | undefined;
}

export interface Table<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

interface DataTableProps<Row> extends Table<Row> {
  readonly caption: string;
  readonly captionHidden?: boolean;
  readonly isCurrent?: (row: Row) => boolean;
  readonly footnote?: ReactNode;
}

type Sorting = { readonly id: string; readonly descending: boolean } | null;

const collator = new Intl.Collator("zh-CN", { numeric: true });

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return collator.compare(String(a), String(b));
}

export function sortRows<Row>(rows: readonly Row[], column: Column<Row> | undefined, descending: boolean): readonly Row[] {
  if (!column) return rows;
  return [...rows].sort((left, right) => {
    const [a, b] = [column.value(left), column.value(right)];
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    return descending ? compare(b, a) : compare(a, b);
  });
}

/** A three-rule table for tens of rows: sorted by a click on a header, wide ones scroll inside their frame. */
export function DataTable<Row>({ caption, captionHidden, columns, rows, rowKey, isCurrent, footnote }: DataTableProps<Row>) {
  const text = useText(messages);
  const [sorting, setSorting] = useState<Sorting>(null);
  const sorted = sortRows(
    rows,
    columns.find((column) => column.id === sorting?.id),
    sorting?.descending ?? false,
  );
  const cycle = (column: Column<Row>) => {
    const first = column.numeric === true;
    if (sorting?.id !== column.id) setSorting({ id: column.id, descending: first });
    else setSorting(sorting.descending === first ? { id: column.id, descending: !first } : null);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <section className="table-frame" aria-label={caption} tabIndex={0}>
      <table className="ruled">
        <caption className={captionHidden ? "sr-only" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={column.numeric ? "numeric" : undefined}
                aria-sort={sorting?.id === column.id ? (sorting.descending ? "descending" : "ascending") : "none"}
              >
                <button type="button" className="sort" onClick={() => cycle(column)} title={text("sortBy", { column: column.label })}>
                  {column.label}
                  <span aria-hidden="true">{sorting?.id === column.id ? (sorting.descending ? "▾" : "▴") : ""}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={rowKey(row)} aria-current={isCurrent?.(row) ? "true" : undefined}>
              {columns.map((column, index) => {
                const content = column.cell ? column.cell(row) : (column.value(row) ?? "–");
                const title = column.title?.(row);
                return index === 0 ? (
                  <th key={column.id} scope="row" title={title}>
                    {content}
                  </th>
                ) : (
                  <td key={column.id} className={column.numeric ? "numeric" : undefined} title={title}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {footnote ? <p className="table-note">{footnote}</p> : null}
    </section>
  );
}
