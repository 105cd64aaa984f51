import type { Cell, CellValue, WriteSheet } from "hucre/xlsx";
import { workbookFont as font, workbookBytes } from "../../lib/workbook-bytes.ts";
import type { Notice } from "./notice.ts";

const thin = { style: "thin" } as const;
const border = { top: thin, bottom: thin, left: thin, right: thin };

/** The notice as one sheet on A4: merged title and words, the list with its total as a formula, the place for the seal. */
export function noticeWorkbook(notice: Notice, sheet: string, made: Date): Promise<Uint8Array> {
  const { title, marks, paragraphs, columns, rows, total, signature } = notice;
  const last = columns.length - 1;
  const above = [title, ...marks, ...paragraphs];
  const headerRow = above.length;
  const totalRow = headerRow + rows.length + 1;
  const range = `A${headerRow + 2}:A${headerRow + 1 + rows.length}`;
  const cells = new Map<string, Partial<Cell>>();
  const style = (row: number, column: number, cell: Partial<Cell>) => cells.set(`${row},${column}`, cell);
  above.forEach((value, row) => {
    const isTitle = row === 0;
    style(row, 0, {
      value,
      style: {
        font: { ...font, bold: isTitle, size: isTitle ? 16 : 11 },
        alignment: { horizontal: row <= marks.length ? "center" : "left", vertical: "center", wrapText: true },
      },
    });
  });
  columns.forEach((value, column) => {
    style(headerRow, column, {
      value,
      style: { font: { ...font, bold: true }, border, alignment: { horizontal: "center", vertical: "center" } },
    });
  });
  rows.forEach((row, index) => {
    row.forEach((value, column) => {
      style(headerRow + 1 + index, column, { value, style: { font, border } });
    });
  });
  style(totalRow, 0, { value: total, style: { font: { ...font, bold: true } } });
  style(totalRow, 1, {
    value: rows.length,
    formula: `COUNT(${range})`,
    formulaResult: rows.length,
    style: { font: { ...font, bold: true } },
  });
  const widths = columns.map((head, column) => {
    const longest = Math.max(head.length, ...rows.map((row) => String(row[column] ?? "").length));
    return Math.min(46, Math.max(8, longest * 2 + 2));
  });
  const written: WriteSheet = {
    name: sheet,
    columns: columns.map((_, column) => ({ width: widths[column] ?? 20 })),
    rows: [
      ...above.map((text): CellValue[] => [text]),
      [...columns],
      ...rows.map((row): CellValue[] => [...row]),
      [total, rows.length],
      [],
      ...signature.map((text): CellValue[] => [...Array(last).fill(null), text]),
    ],
    cells,
    merges: above.map((_, row) => ({ startRow: row, startCol: 0, endRow: row, endCol: last })),
    rowDefs: new Map(above.map((text, row) => [row, { height: row === 0 ? 30 : 18 * Math.max(1, Math.ceil(text.length / 40)) }])),
    pageSetup: { paperSize: "a4", orientation: "portrait", fitToWidth: 1, fitToHeight: 0 },
  };
  return workbookBytes([written], { title, made, asTheyAre: true });
}
