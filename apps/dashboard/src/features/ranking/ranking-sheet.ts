import { comparePoints, type Points, points, sumPoints } from "@mingchuang/rubric/points";
import { isMeasured, type PlacedRow } from "./place-rows.ts";
import { formats, type RankingColumns } from "./ranking-columns.tsx";
import { type ExportedCell, type ExportedColumn, exportedColumns } from "./ranking-export.ts";

/** A column of the sheet; `format` is that of its numbers, undefined for words. */
export interface SheetColumn {
  readonly id: string;
  readonly label: string;
  readonly format: string | undefined;
}

/** The ranking as one table of a spreadsheet, before anything is said above it. */
export interface RankingSheet {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly ExportedCell[])[];
  /** Where totals stand and which columns they add up; null when totals or items are not there. */
  readonly total: { readonly at: number; readonly adds: readonly number[] } | null;
  /** For each row whether its total is the sum of its items, so that a formula may say so. */
  readonly isSum: readonly boolean[];
  /** How many columns from the left stay in sight, as on the page. */
  readonly frozen: number;
}

interface SheetInput {
  /** In the order in which they are shown. */
  readonly rows: readonly PlacedRow[];
  /** Those that are shown. */
  readonly columns: RankingColumns;
  /** Columns of the page that stay in sight. */
  readonly frozen: readonly string[];
  /** Every item that a total may be made of, in the scheme's order. */
  readonly items: readonly { readonly id: string; readonly label: string }[];
  /** Exact points by item, of each application. */
  readonly exact: ReadonlyMap<string, ReadonlyMap<string, Points>>;
}

/**
 * The rows as they are shown, each item in a column of its own where the page draws a bar, and after the shown columns those items that
 * the total needs and the page does not show. Items and totals are exact, in points: rounded items need not add up to the rounded total.
 */
export function rankingSheet({ rows, columns, frozen, items, exact }: SheetInput): RankingSheet {
  const itemColumns = items.map(
    ({ id, label }): ExportedColumn => ({ id: `item:${id}`, label, format: formats.points, read: readItem(id) }),
  );
  function readItem(id: string): ExportedColumn["read"] {
    return (row) => inPoints(exact.get(row.application_id)?.get(id));
  }
  const known = items.length > 0 && exact.size > 0;
  const shown = exportedColumns(columns);
  const barred = shown.some(({ id }) => id === "items");
  const placed = known
    ? shown.flatMap((column, index) =>
        column.id === "items"
          ? shown[index - 1]?.id === "items"
            ? []
            : itemColumns
          : column.id.startsWith("item:")
            ? itemColumns.filter(({ id }) => !barred && id === column.id)
            : [column],
      )
    : shown;
  const at = placed.findIndex(({ id }) => id === "total");
  const hasTotal = known && at >= 0;
  const all = hasTotal ? [...placed, ...itemColumns.filter((item) => !placed.some(({ id }) => id === item.id))] : placed;
  const sums = rows.map((row) => (hasTotal && isMeasured(row) ? exactSum(exact.get(row.application_id)) : null));
  return {
    columns: all.map(({ id, label, format }) => ({ id, label, format })),
    rows: rows.map((row, index) =>
      all.map(({ id, read }) => (id === "total" && isMeasured(row) ? inPoints(points(row.total_num, row.total_den)) : read(row, index))),
    ),
    total: hasTotal ? { at, adds: itemColumns.map((item) => all.findIndex(({ id }) => id === item.id)) } : null,
    isSum: rows.map((row, index) => {
      const sum = sums[index];
      return sum !== null && sum !== undefined && comparePoints(sum, points(row.total_num, row.total_den)) === 0;
    }),
    frozen: countFrozen(all, frozen),
  };
}

/** The bar of the items is a column for each of them here. */
function countFrozen(columns: readonly ExportedColumn[], frozen: readonly string[]): number {
  const end = columns.findIndex(({ id }) => !frozen.includes(id) && !(id.startsWith("item:") && frozen.includes("items")));
  return end < 0 ? columns.length : end;
}

function exactSum(items: ReadonlyMap<string, Points> | undefined): Points | null {
  return items === undefined ? null : sumPoints(items.values());
}

function inPoints(amount: Points | undefined): number | null {
  return amount === undefined ? null : amount.numerator / amount.denominator / 100;
}
