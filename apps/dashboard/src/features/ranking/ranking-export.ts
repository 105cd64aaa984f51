import { saveCsv } from "../../lib/export-csv.ts";
import type { PlacedRow } from "./place-rows.ts";
import type { RankingColumns } from "./ranking-columns.tsx";

export type ExportedCell = string | number | null;

/** One column of an exported file; a column of the page may come to several. */
export interface ExportedColumn {
  /** The id of the page's column. */
  readonly id: string;
  readonly label: string;
  /** How a spreadsheet writes the numbers; undefined for words. */
  readonly format: string | undefined;
  readonly read: (row: PlacedRow, index: number) => ExportedCell;
}

export function exportedColumns(columns: RankingColumns): readonly ExportedColumn[] {
  return columns.flatMap((column): ExportedColumn[] => {
    const { id = "" } = column;
    const { label = id, format, exported, parts } = column.meta ?? {};
    if (parts) return parts.map((part) => ({ id, label: part.label, format, read: part.read }));
    if (exported) return [{ id, label, format, read: exported }];
    return [
      {
        id,
        label,
        format,
        read: (row, index) => {
          const value = "accessorFn" in column ? column.accessorFn(row, index) : null;
          return typeof value === "number" || typeof value === "string" ? value : null;
        },
      },
    ];
  });
}

/** The shown columns of the given rows as plain cells, the headers first; numbers with two decimals at most, nothing as an empty cell. */
export function rankingCells(
  rows: readonly PlacedRow[],
  columns: RankingColumns,
): { readonly headers: readonly string[]; readonly cells: readonly (readonly ExportedCell[])[] } {
  const exported = exportedColumns(columns);
  return { headers: exported.map(({ label }) => label), cells: rows.map((row, index) => exported.map(({ read }) => read(row, index))) };
}

export function exportRanking(name: string, rows: readonly PlacedRow[], columns: RankingColumns): void {
  const { headers, cells } = rankingCells(rows, columns);
  saveCsv(name, headers, cells);
}
