import { columnLetters } from "../readers/column-letters.ts";

/** A cell by row and column, both from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** `F17` → row 16, column 5; null for anything else. */
export function parseCell(cell: string): CellPlace | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/.exec(cell);
  if (!match) return null;
  const [, letters = "", row = ""] = match;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(row) - 1, column: column - 1 };
}

export const cellName = ({ row, column }: CellPlace) => `${columnLetters(column)}${row + 1}`;
