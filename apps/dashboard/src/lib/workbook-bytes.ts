import { neutralise } from "@mingchuang/warehouse/csv-text";
import { type Cell, type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";

/** What every workbook of the dashboard is set in. */
export const workbookFont = { name: "宋体", size: 11 };

export interface WorkbookProperties {
  readonly title: string;
  /** When the file's figures were made: never when it was written, so that the same figures give the same file. */
  readonly made: Date;
  /** Texts stand as they are: for what is put up for the public, where no sign may stand before a name. */
  readonly asTheyAre?: boolean;
}

/**
 * Writes a workbook; the only place in which one is written. A text is never a formula in it. One that starts like a formula gets an
 * apostrophe, as in a CSV file: it would be run as soon as somebody saves the sheet as CSV or types it again.
 */
export function workbookBytes(sheets: readonly WriteSheet[], { title, made, asTheyAre = false }: WorkbookProperties): Promise<Uint8Array> {
  return writeXlsx({
    sheets: asTheyAre ? [...sheets] : sheets.map(neutral),
    defaultFont: workbookFont,
    properties: { title, created: made, modified: made },
  });
}

function neutral(sheet: WriteSheet): WriteSheet {
  const { rows = [], cells = new Map<string, Partial<Cell>>() } = sheet;
  return {
    ...sheet,
    rows: rows.map((row) => row.map(neutralValue)),
    cells: new Map([...cells].map(([at, cell]) => [at, "value" in cell ? { ...cell, value: neutralValue(cell.value ?? null) } : cell])),
  };
}

const neutralValue = (value: CellValue): CellValue => (typeof value === "string" ? neutralise(value) : value);
