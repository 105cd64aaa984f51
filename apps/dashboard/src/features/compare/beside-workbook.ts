import { type Cell, type CellStyle, type CellValue, measureValueWidth, type WriteSheet } from "hucre/xlsx";
import { workbookFont as font, workbookBytes } from "../../lib/workbook-bytes.ts";
import type { BesideSheet, SheetCell } from "./beside-sheet.ts";

export interface BesideWorkbook {
  readonly sheetName: string;
  readonly notesName: string;
  /** What stands above the table, a line each; the first is the title. */
  readonly head: readonly string[];
  readonly sheet: BesideSheet;
  /** When the file's figures were made. */
  readonly made: Date;
}

const grey = { type: "pattern", pattern: "solid", fgColor: { rgb: "EDEDED" } } as const;
const headStyle: CellStyle = {
  font: { ...font, bold: true },
  fill: grey,
  border: { bottom: { style: "thin" } },
  alignment: { vertical: "center", wrapText: true },
};
const groupStyle: CellStyle = { font: { ...font, bold: true }, border: { top: { style: "thin" } } };
const page: Pick<WriteSheet, "headerFooter"> & { readonly setup: NonNullable<WriteSheet["pageSetup"]> } = {
  headerFooter: { oddFooter: "&C&P / &N" },
  setup: { paperSize: "a4", orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
};

/** The comparison as a workbook: figures, differences and sums on the first sheet, on the second what is said about them. */
export function besideWorkbook({ sheetName, notesName, head, sheet, made }: BesideWorkbook): Promise<Uint8Array> {
  const { columns, subjects, lines, notes } = sheet;
  const headerRow = head.length;
  const cells = new Map<string, Partial<Cell>>();
  head.forEach((value, row) => {
    cells.set(`${row},0`, { value, style: { font: { ...font, bold: row === 0, size: row === 0 ? 14 : 10 } } });
  });
  columns.forEach((value, column) => {
    const isFigure = column > 0 && column < 2 * subjects;
    cells.set(`${headerRow},${column}`, {
      value,
      style: { ...headStyle, alignment: { ...headStyle.alignment, horizontal: isFigure ? "right" : "left" } },
    });
  });
  lines.forEach(({ isGroup, cells: own }, index) => {
    own.forEach((cell, column) => {
      cells.set(`${headerRow + 1 + index},${column}`, written(cell, isGroup, column > 0 && column < 2 * subjects));
    });
  });
  const table: WriteSheet = {
    name: sheetName,
    columns: columns.map((label, column) => ({
      width: widthOf(
        label,
        lines.map(({ cells: own }) => own[column]),
      ),
    })),
    rows: [
      ...head.map((line): CellValue[] => [line]),
      [...columns],
      ...lines.map(({ cells: own }): CellValue[] => own.map(({ value }) => value)),
    ],
    cells,
    rowDefs: new Map<number, { readonly height?: number; readonly hidden?: boolean }>([
      [0, { height: 24 }],
      [headerRow, { height: 46 }],
      ...lines.flatMap(({ isHidden }, index) =>
        isHidden ? [[headerRow + 1 + index, { hidden: true }] as [number, { readonly hidden: true }]] : [],
      ),
    ]),
    freezePane: { rows: headerRow + 1, columns: 1 },
    pageSetup: { ...page.setup, printTitlesRow: `$${headerRow + 1}:$${headerRow + 1}`, printTitlesColumn: "$A:$A" },
    headerFooter: page.headerFooter ?? {},
    a11y: { summary: head[0] ?? sheetName, headerRow },
  };
  const said = [columns.slice(0, subjects + 1), ...notes];
  const told: WriteSheet = {
    name: notesName,
    columns: columns.slice(0, subjects + 1).map((_, column) => ({ width: column === 0 ? 34 : 44 })),
    rows: said.map((row): CellValue[] => row.map((text) => (text === "" ? null : text))),
    cells: new Map(
      said.flatMap((row, at) =>
        row.map((value, column): [string, Partial<Cell>] => [
          `${at},${column}`,
          { value: value === "" ? null : value, style: at === 0 ? headStyle : { font, alignment: { vertical: "top", wrapText: true } } },
        ]),
      ),
    ),
    freezePane: { rows: 1, columns: 1 },
    pageSetup: { ...page.setup, printTitlesRow: "$1:$1" },
    headerFooter: page.headerFooter ?? {},
    a11y: { summary: notesName, headerRow: 0 },
  };
  return workbookBytes(notes.length === 0 ? [table] : [table, told], { title: head[0] ?? sheetName, made });
}

function written({ value, format, formula, isPlain }: SheetCell, isGroup: boolean, isFigure: boolean): Partial<Cell> {
  const style: CellStyle = {
    ...(isGroup ? groupStyle : { font: isPlain ? { ...font, italic: true } : font }),
    ...(format === undefined ? {} : { numFmt: format }),
    alignment: isFigure ? { horizontal: "right" } : { vertical: "center", wrapText: !isGroup },
  };
  return formula === undefined ? { value, style } : { value, formula, ...(value === null ? {} : { formulaResult: value }), style };
}

/** Wide enough for what stands in the column; a header may take three lines, a fact two. */
function widthOf(label: string, cells: readonly (SheetCell | undefined)[]): number {
  let longest = measureValueWidth(label) / 3;
  for (const cell of cells) {
    const isText = typeof cell?.value === "string";
    longest = Math.max(longest, measureValueWidth(cell?.value ?? null, cell?.format) / (isText ? 2 : 1));
  }
  return Math.min(44, Math.max(9, Math.ceil(longest) + 3));
}
