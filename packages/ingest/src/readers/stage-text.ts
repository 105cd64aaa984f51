import { open } from "node:fs/promises";
import { literal } from "../sql-text.ts";
import type { StagedRow } from "./stage-rows.ts";

const pieceLength = 1 << 20;
/** What the engine takes for a line at most unless it is told otherwise. */
const usualLine = 2_000_000;

/** A file of rows that the engine reads: text columns `c0` … and `row_no`, in order. */
export interface TextRows {
  /** As it stands behind `from`. */
  readonly relation: string;
  readonly count: number;
}

/** Puts rows into a text file. The engine reads a million cells from text of ours faster than it takes them one by one. */
export async function stageText(path: string, width: number, rows: Iterable<StagedRow>): Promise<TextRows> {
  let count = 0;
  let longest = 0;
  const file = await open(path, "w");
  try {
    let piece = "";
    for (const { rowNo, cells } of rows) {
      const start = piece.length;
      for (let column = 0; column < width; column += 1) piece += `${textCell(cells[column])},`;
      piece += `${rowNo}\n`;
      count += 1;
      if (piece.length - start > longest) longest = piece.length - start;
      if (piece.length < pieceLength) continue;
      await file.writeFile(piece);
      piece = "";
    }
    if (piece !== "") await file.writeFile(piece);
  } finally {
    await file.close();
  }
  const columns = [...Array.from({ length: width }, (_, index) => `'c${index}': 'VARCHAR'`), "'row_no': 'INTEGER'"].join(", ");
  // a character is four bytes at most
  const line = longest * 4 > usualLine ? `, max_line_size = ${longest * 4}` : "";
  const relation = `read_csv(${literal(path)}, auto_detect = false, header = false, delim = ',', quote = '"', escape = '"', nullstr = '',
    allow_quoted_nulls = false, strict_mode = true, parallel = false, new_line = '\\n', columns = {${columns}}${line})`;
  return { relation, count };
}

const special = /[",\r\n]|^\s|\s$/u;

function textCell(cell: string | null | undefined): string {
  if (cell === null || cell === undefined || cell === "") return "";
  return special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
