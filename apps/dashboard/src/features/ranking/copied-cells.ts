import { neutralise } from "@mingchuang/warehouse/csv-text";
import type { PlacedRow } from "./place-rows.ts";
import type { RankingColumns } from "./ranking-columns.tsx";
import { type ExportedCell, rankingCells } from "./ranking-export.ts";

export interface CopiedCells {
  /** Cells with tabs between them, lines with line ends, as spreadsheets take them. */
  readonly text: string;
  readonly html: string;
  /** How many lines and columns were taken, the line of names not counted. */
  readonly rows: number;
  readonly columns: number;
  readonly named: boolean;
}

/**
 * Cells for the clipboard: the values that the exported file has, numbers as numbers, words that start like a formula as words. With
 * `named`, the columns' names come first.
 */
export function copiedCells(rows: readonly PlacedRow[], columns: RankingColumns, named: boolean): CopiedCells {
  const { headers, cells } = rankingCells(rows, columns);
  const lines: readonly (readonly ExportedCell[])[] = named ? [headers, ...cells] : cells;
  return {
    text: lines.map((line) => line.map(plain).join("\t")).join("\r\n"),
    html: `<meta charset="utf-8"><table>${lines.map((line) => `<tr>${line.map(marked).join("")}</tr>`).join("")}</table>`,
    rows: rows.length,
    columns: headers.length,
    named,
  };
}

/** A tab or line end within a cell would begin another one. */
function plain(cell: ExportedCell): string {
  return cell === null ? "" : typeof cell === "number" ? String(cell) : neutralise(cell.replace(/[\t\r\n]+/g, " "));
}

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Spreadsheets read words as text by their number format, so that a name of digits keeps its zeros. */
function marked(cell: ExportedCell): string {
  const content = plain(cell).replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);
  return typeof cell === "string" ? `<td style="mso-number-format:'\\@'">${content}</td>` : `<td>${content}</td>`;
}
