import { saveCsv } from "../../lib/export-csv.ts";
import type { PlacedRow } from "./place-rows.ts";
import type { RankingColumns } from "./ranking-columns.tsx";

/** The shown columns of the given rows as plain cells; numbers with two decimals at most, nothing as an empty cell. */
function rankingCells(rows: readonly PlacedRow[], columns: RankingColumns): (string | number | null)[][] {
  return rows.map((row, index) =>
    columns.map((column) => {
      const exported = column.meta?.exported;
      if (exported) return exported(row);
      const value = "accessorFn" in column ? column.accessorFn(row, index) : null;
      return typeof value === "number" || typeof value === "string" ? value : null;
    }),
  );
}

export function exportRanking(name: string, rows: readonly PlacedRow[], columns: RankingColumns): void {
  saveCsv(
    name,
    columns.map((column) => column.meta?.label ?? column.id ?? ""),
    rankingCells(rows, columns),
  );
}
