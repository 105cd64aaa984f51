import type { GroupMonth } from "@mingchuang/warehouse/queries/trends";

/** A city in a month: how many of the windows that should have handed in counts did. */
export interface CoverageCell {
  readonly city: string;
  readonly month: string;
  readonly reporting: number;
  readonly expected: number;
}

/** Windows of the province itself belong to no city. */
export const ofNoCity = "province";

export interface Coverage {
  readonly cells: readonly CoverageCell[];
  /** Months of the year that the data reach, `YYYY-MM`. */
  readonly months: readonly string[];
  readonly reporting: number;
  readonly expected: number;
}

/** The months of one year; those before the first and after the last month with any data are not due and are not there. */
export function coverageOf(rows: readonly GroupMonth[], year: number): Coverage {
  const cells = rows
    .filter(({ month }) => month.startsWith(`${year}-`))
    .map(({ key, month, reporting, expected }) => ({ city: key ?? ofNoCity, month: month.slice(0, 7), reporting, expected }));
  return {
    cells,
    months: [...new Set(cells.map(({ month }) => month))].sort(),
    reporting: cells.reduce((sum, cell) => sum + cell.reporting, 0),
    expected: cells.reduce((sum, cell) => sum + cell.expected, 0),
  };
}

/** How grave a gap is, 0 none to 4 more than half missing. */
export function gapStep({ reporting, expected }: Pick<CoverageCell, "reporting" | "expected">): 0 | 1 | 2 | 3 | 4 {
  const missing = expected - reporting;
  if (missing <= 0) return 0;
  const share = missing / expected;
  return share <= 0.05 ? 1 : share <= 0.2 ? 2 : share <= 0.5 ? 3 : 4;
}
