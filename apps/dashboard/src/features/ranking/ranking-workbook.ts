import { type Cell, type CellStyle, type CellValue, cellRef, measureValueWidth, rangeRef, type WriteSheet } from "hucre/xlsx";
import { workbookFont as font, workbookBytes } from "../../lib/workbook-bytes.ts";
import type { RankingSheet } from "./ranking-sheet.ts";

const headerStyle: CellStyle = {
  font: { ...font, bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "EDEDED" } },
  border: { bottom: { style: "thin" } },
  alignment: { vertical: "center", wrapText: true },
};

/** Words keep off the numbers to their left. */
const words = { horizontal: "left", indent: 1 } as const;

export interface RankingWorkbook {
  readonly sheetName: string;
  /** What stands above the table, a line each; the first is the title. */
  readonly head: readonly string[];
  readonly sheet: RankingSheet;
  /** When the file's figures were made. */
  readonly made: Date;
}

/**
 * The ranking as a workbook: what it is above, header and name frozen, filter buttons, number formats. A total that is the sum of its
 * items is a formula over their cells, its value beside it, so that a reader which does not calculate shows it too.
 */
export function rankingWorkbook({ sheetName, head, sheet, made }: RankingWorkbook): Promise<Uint8Array> {
  const { columns, rows, total, isSum, frozen } = sheet;
  const headerRow = head.length;
  const cells = new Map<string, Partial<Cell>>();
  head.forEach((value, row) => {
    cells.set(`${row},0`, { value, style: { font: { ...font, bold: row === 0, size: row === 0 ? 14 : 10 } } });
  });
  columns.forEach(({ label, format }, column) => {
    const alignment = { ...headerStyle.alignment, ...(format === undefined ? words : ({ horizontal: "right" } as const)) };
    cells.set(`${headerRow},${column}`, { value: label, style: { ...headerStyle, alignment } });
  });
  if (total !== null) {
    const style: CellStyle = { font: { ...font, bold: true }, numFmt: columns[total.at]?.format ?? "0.00" };
    const noSum: CellStyle = { ...style, font: { ...font, bold: true, italic: true } };
    rows.forEach((row, index) => {
      const value = row[total.at] ?? null;
      if (value === null) return;
      const at = headerRow + 1 + index;
      const summed = isSum[index] ? { formula: `SUM(${joinRefs(at, total.adds)})`, formulaResult: value } : {};
      cells.set(`${at},${total.at}`, { value, ...summed, style: isSum[index] ? style : noSum });
    });
  }
  const last = columns.length - 1;
  const written: WriteSheet = {
    name: sheetName,
    columns: columns.map(({ label, format }, column) => ({
      width: widthOf(label, format, rows, column),
      style: format === undefined ? { font, alignment: words } : { font, numFmt: format },
    })),
    rows: [...head.map((line): CellValue[] => [line]), columns.map(({ label }) => label), ...rows.map((row): CellValue[] => [...row])],
    cells,
    rowDefs: new Map([
      [0, { height: 24 }],
      [headerRow, { height: 32 }],
    ]),
    freezePane: { rows: headerRow + 1, columns: frozen },
    autoFilter: { range: rangeRef(headerRow, 0, headerRow + rows.length, last) },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${headerRow + 1}:$${headerRow + 1}`,
    },
    headerFooter: { oddFooter: "&C&P / &N" },
    a11y: { summary: head[0] ?? sheetName, headerRow },
  };
  return workbookBytes([written], { title: head[0] ?? sheetName, made });
}

/** `E7:I7` for neighbours in a row, `E7,G7,H7` for others. */
function joinRefs(row: number, columns: readonly number[]): string {
  const [first = 0] = columns;
  const last = columns.at(-1) ?? first;
  const neighbours = columns.length > 1 && columns.every((column, index) => column === first + index);
  return neighbours ? rangeRef(row, first, row, last) : columns.map((column) => cellRef(row, column)).join(",");
}

/** Wide enough for what stands in the column; a header may take two lines. */
function widthOf(label: string, format: string | undefined, rows: RankingSheet["rows"], column: number): number {
  let longest = measureValueWidth(label) / (format === undefined ? 1 : 2);
  for (const row of rows) longest = Math.max(longest, measureValueWidth(row[column] ?? null, format));
  return Math.min(44, Math.max(8, Math.ceil(longest) + 4));
}
