import { saveCsv } from "../../lib/export-csv.ts";
import type { PlacedRow } from "./place-rows.ts";
import type { RankingColumns } from "./ranking-columns.tsx";

type Cell = string | number | null;

/** The shown columns of the given rows as plain cells, the headers first; numbers with two decimals at most, nothing as an empty cell. */
export function rankingCells(
  rows: readonly PlacedRow[],
  columns: RankingColumns,
): { readonly headers: readonly string[]; readonly cells: readonly (readonly Cell[])[] } {
  const parts = columns.flatMap((column): { label: string; read: (row: PlacedRow, index: number) => Cell }[] => {
    const { label = column.id ?? "", exported, parts: several } = column.meta ?? {};
    if (several) return [...several];
    if (exported) return [{ label, read: exported }];
    return [
      {
        label,
        read: (row, index) => {
          const value = "accessorFn" in column ? column.accessorFn(row, index) : null;
          return typeof value === "number" || typeof value === "string" ? value : null;
        },
      },
    ];
  });
  return { headers: parts.map(({ label }) => label), cells: rows.map((row, index) => parts.map(({ read }) => read(row, index))) };
}

export function exportRanking(name: string, rows: readonly PlacedRow[], columns: RankingColumns): void {
  const { headers, cells } = rankingCells(rows, columns);
  saveCsv(name, headers, cells);
}
