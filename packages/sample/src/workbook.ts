import { unzipSync, type Zippable, zipSync } from "fflate";
import { type Cell, type CellValue, type WriteSheet, writeXlsx } from "hucre/xlsx";
import type { CellContent, Table } from "./table.ts";

/** A file of the sample: where it lies in the folder, and its bytes. */
export interface SampleFile {
  /** Relative, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

const madeOn = new Date("2024-01-15T00:00:00Z");
const font = { name: "宋体", size: 11 };
const bold = { font: { ...font, bold: true }, alignment: { horizontal: "center", vertical: "center", wrapText: true } } as const;

/** An `.xlsx` workbook with a merged title over each table. The same tables give the same bytes on every machine. */
export async function workbook(tables: readonly Table[]): Promise<Uint8Array> {
  const written = await writeXlsx({
    sheets: tables.map(sheetOf),
    defaultFont: font,
    properties: { title: tables[0]?.title ?? "", created: madeOn, modified: madeOn },
  });
  return repack(written);
}

function sheetOf({ sheet, title, notes, columns, rows }: Table): WriteSheet {
  const lastColumn = columns.length - 1;
  const headerRow = 1 + notes.length;
  const above = [title, ...notes].map((text): CellValue[] => [text]);
  const cells = new Map<string, Partial<Cell>>([
    ["0,0", { value: title, style: { font: { ...font, bold: true, size: 14 }, alignment: { horizontal: "center" } } }],
    ...columns.map(({ header }, column): [string, Partial<Cell>] => [`${headerRow},${column}`, { value: header, style: bold }]),
  ]);
  return {
    name: sheet,
    columns: columns.map(({ width, date }) => (date ? { width, numFmt: "yyyy-mm-dd" } : { width })),
    rows: [
      ...above,
      columns.map(({ header }) => header),
      ...rows.map((row) => row.map((cell, column): CellValue => (columns[column]?.date ? dateSerial(cell) : cell))),
    ],
    cells,
    merges: above.map((_, row) => ({ startRow: row, startCol: 0, endRow: row, endCol: lastColumn })),
    freezePane: { rows: headerRow + 1 },
  };
}

/** Excel's day number of a date; anything that is no date is written as it stands. */
function dateSerial(cell: CellContent): CellContent {
  if (typeof cell !== "string" || !/^\d{4}-\d{2}-\d{2}$/u.test(cell)) return cell;
  return Date.parse(`${cell}T00:00:00Z`) / 86_400_000 + 25_569;
}

/** Packs the parts again with a deflate written in JavaScript and fixed times: the platform's own differs between processors. */
function repack(archive: Uint8Array): Uint8Array {
  const mtime = new Date(2024, 0, 15, 0, 0, 0);
  const parts: Zippable = {};
  for (const [name, bytes] of Object.entries(unzipSync(archive))) parts[name] = [bytes, { mtime, level: 9 }];
  return zipSync(parts);
}
