import { normaliseCode } from "../half-width.ts";
import { columnLetters } from "../readers/column-letters.ts";
import { isFilled, type SheetCells } from "../readers/sheet-cells.ts";

/** A cell of a form, merged or not: rows from 1, columns from 0, ends included. */
export interface FormCell {
  readonly row: number;
  readonly column: number;
  readonly toRow: number;
  readonly toColumn: number;
  readonly text: string;
}

/** A value of a form and the cell it stands in. */
export interface FormValue {
  readonly text: string | null;
  readonly cell: string;
  readonly row: number;
}

/** A sheet that is read by where things stand to one another. */
export interface FormGrid {
  readonly sheet: string;
  /** All cells with text, row by row. */
  readonly cells: readonly FormCell[];
  readonly lastColumn: number;
  /** The cell of which this place is a part, with or without text. */
  at(row: number, column: number): FormCell;
}

export function formGrid(sheet: string, { rows, merges }: SheetCells): FormGrid {
  const merged = new Map<string, FormCell>();
  const texts = new Map(rows.map(({ rowNo, cells }) => [rowNo, cells]));
  const textAt = (row: number, column: number) => {
    const text = texts.get(row)?.[column];
    return isFilled(text) && typeof text === "string" ? text.trim() : "";
  };
  const bottom = rows.at(-1)?.rowNo ?? 0;
  for (const { fromRow, toRow, fromColumn, toColumn } of merges) {
    const cell: FormCell = { row: fromRow, column: fromColumn, toRow, toColumn, text: textAt(fromRow, fromColumn) };
    for (let row = fromRow; row <= Math.min(toRow, bottom); row += 1)
      for (let column = fromColumn; column <= Math.min(toColumn, fromColumn + 200); column += 1) merged.set(`${row}|${column}`, cell);
  }
  const at = (row: number, column: number): FormCell =>
    merged.get(`${row}|${column}`) ?? { row, column, toRow: row, toColumn: column, text: textAt(row, column) };
  const cells = rows.flatMap(({ rowNo, cells: own }) => own.flatMap((text, column) => (isFilled(text) ? [at(rowNo, column)] : [])));
  return { sheet, cells, lastColumn: Math.max(0, ...cells.map(({ toColumn }) => toColumn)), at };
}

export function placeOf({ row, column }: Pick<FormCell, "row" | "column">): string {
  return `${columnLetters(column)}${row}`;
}

export function cellValue(cell: FormCell, text: string = cell.text): FormValue {
  return { text: text.trim() === "" ? null : text.trim(), cell: placeOf(cell), row: cell.row };
}

/** A text as labels are compared: without spaces, line breaks, numbering, what is explained in brackets, and the colon at its end. */
export function labelText(text: string): string {
  return normaliseCode(text)
    .replace(/[(（][^()（）]*[)）]/gu, "")
    .replace(/^([一二三四五六七八九十]+[、.]|\d+[、.])/u, "")
    .replace(/[:：*]+$/u, "");
}
