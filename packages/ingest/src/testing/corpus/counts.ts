import { writeXlsx } from "hucre/xlsx";
import type { TestCell } from "../sandbox.ts";
import type { StoredValue } from "./case.ts";

/** The header of the plain table that most cases are about: monthly counts of a window. */
export const header = ["窗口编号", "统计月份", "办件量", "主动评价量"];

/** A stored row of counts. */
export function counted(
  windowId: string,
  month: string,
  cases: number | null,
  active: number | null,
): Readonly<Record<string, StoredValue>> {
  return { window_id: windowId, month: `${month}-01`, cases, active_reviews: active };
}

type Sheets = Parameters<typeof writeXlsx>[0]["sheets"];

/** A workbook as a library writes it. */
export function workbook(
  ...sheets: readonly (Omit<Sheets[number], "name" | "rows"> & {
    readonly name?: string;
    readonly rows: readonly (readonly TestCell[])[];
  })[]
) {
  return () =>
    writeXlsx({
      sheets: sheets.map((sheet, index) => ({
        ...sheet,
        name: sheet.name ?? (index === 0 ? "统计" : `表${index + 1}`),
        rows: sheet.rows.map((row) => [...row]),
      })),
    });
}

/** `A1:B2` as a library wants it. */
export function merge(range: string) {
  const [from = "", to = from] = range.split(":");
  const place = (cell: string) => {
    const [, letters = "", digits = ""] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
    return { row: Number(digits) - 1, column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 };
  };
  const [start, end] = [place(from), place(to)];
  return { startRow: start.row, startCol: start.column, endRow: end.row, endCol: end.column };
}
