import { readFile } from "node:fs/promises";
import type { CellValue, Sheet } from "hucre";
import { readXlsx } from "hucre/xlsx";
import { type HeadRow, headerSearchRows } from "../detect.ts";
import { IngestError } from "../errors.ts";
import type { RawTable, ReadFile } from "./raw-table.ts";
import { type StagedRow, stageRows } from "./stage-rows.ts";
import { checkZipLimits } from "./zip-limits.ts";

/**
 * Reads a workbook, each visible sheet as one table of text. Cells merged over rows are filled down.
 *
 * @throws {IngestError} F107 damaged, F108 too large when unpacked.
 */
export async function readWorkbook(path: string): Promise<ReadFile> {
  await checkZipLimits(path);
  const sheets = await openSheets(path);
  return {
    format: "xlsx",
    encoding: null,
    separator: null,
    tables: sheets.filter((sheet) => !isHidden(sheet)).map(sheetTable),
    hiddenSheets: sheets.filter(isHidden).map((sheet) => ({ sheet: sheet.name, filledRows: textRows(sheet).length })),
  };
}

async function openSheets(path: string): Promise<Sheet[]> {
  try {
    return (await readXlsx(await readFile(path))).sheets;
  } catch (cause) {
    throw new IngestError("F107", cause instanceof Error ? cause.message : String(cause), cause);
  }
}

function isHidden(sheet: Sheet): boolean {
  return sheet.hidden === true || sheet.veryHidden === true;
}

function sheetTable(sheet: Sheet): RawTable {
  const rows = textRows(sheet);
  const width = (headIndex: number) => rows[headIndex]?.cells.length ?? 0;
  return {
    sheet: sheet.name,
    unit: "row",
    filledRows: rows.length,
    head: rows.slice(0, headerSearchRows + 1).map(({ rowNo, cells }): HeadRow => ({ rowNo, cells: cells.map((cell) => cell ?? "") })),
    place: columnLetters,
    stage: async (connection, headIndex, name) => {
      const below = rows.slice(headIndex + 1);
      await stageRows(connection, name, width(headIndex), below);
      return { relation: name, lines: null, expectedRows: below.length, malformed: [] };
    },
  };
}

/** Rows that are not blank, with their true numbers. */
function textRows(sheet: Sheet): StagedRow[] {
  const rows = sheet.rows.map((row, rowIndex) => row.map((value, column) => cellText(value, sheet, rowIndex, column)));
  for (const merge of sheet.merges ?? []) {
    const value = rows[merge.startRow]?.[merge.startCol] ?? null;
    for (let row = merge.startRow + 1; row <= merge.endRow; row += 1) {
      const cells = rows[row];
      if (cells) cells[merge.startCol] = value;
    }
  }
  return rows.flatMap((cells, index) => (cells.some((cell) => cell !== null && cell.trim() !== "") ? [{ rowNo: index + 1, cells }] : []));
}

function cellText(value: CellValue, sheet: Sheet, row: number, column: number): string | null {
  if (value === null || value === undefined) {
    const formula = sheet.cells?.get(`${row},${column}`)?.formula;
    return formula === undefined ? null : `=${formula}`;
  }
  if (typeof value === "number") return numberText(value);
  if (value instanceof Date) return dateText(value);
  return String(value);
}

/** Excel keeps 15 digits; more than that is noise of the binary form (0.1 + 0.2). */
function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
}

function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return "#VALUE!";
  const text = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().slice(0, 19).replace("T", " ");
  return text.endsWith(" 00:00:00") ? text.slice(0, 10) : text;
}

/** 0 → A, 25 → Z, 26 → AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}
