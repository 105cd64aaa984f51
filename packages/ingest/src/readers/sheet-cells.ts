import { IngestError } from "../errors.ts";
import { elementPieces } from "./element-pieces.ts";
import { numberText } from "./number-format.ts";
import { decodeEscapes, isTrue, readRuns, type SheetEntry, type WorkbookParts } from "./workbook-parts.ts";
import { XmlScanner } from "./xml-scanner.ts";
import type { ZipParts } from "./zip-parts.ts";

/** A row with something in it. `rowNo` counts from 1, cells from column A; a cell without content is null or not there. */
export interface SheetRow {
  readonly rowNo: number;
  readonly cells: (string | null)[];
}

/** Cells that were made one: rows from 1, columns from 0, ends included. */
export interface Merge {
  readonly fromRow: number;
  readonly toRow: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

/** What stands in a sheet, as text. */
export interface SheetCells {
  readonly rows: SheetRow[];
  readonly merges: readonly Merge[];
  readonly hiddenRows: ReadonlySet<number>;
  /** Ranges of columns, ends included. */
  readonly hiddenColumns: readonly (readonly [from: number, to: number])[];
}

const lastRow = 1_048_576;
const lastColumn = 16_383;
/** Places of cells kept for one sheet, blanks on the way to the last cell of a row among them. */
const mostPlaces = 40_000_000;
const mostMerges = 200_000;
const mostCovered = 20_000_000;

/**
 * Reads the cells of a sheet. Only cells with content are kept, so that a used range of a million blank rows costs no more than its text.
 * A number is the text it stands for under its format, an error its sign, a formula its last result; a formula that was never computed
 * is `=` and its text. Of merged cells only the first counts, as in Excel: what a program left in the others is not seen there either.
 *
 * @throws {IngestError} F107 damaged, F108 too large.
 */
export async function readSheetCells(zip: ZipParts, sheet: SheetEntry, workbook: WorkbookParts): Promise<SheetCells> {
  const reader = new SheetReader(sheet, workbook);
  for await (const piece of elementPieces(zip.pieces(sheet.part), "row")) reader.read(piece);
  return reader.finish();
}

class SheetReader {
  private readonly rows: SheetRow[] = [];
  private readonly merges: Merge[] = [];
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns: (readonly [number, number])[] = [];
  private readonly sharedFormulas = new Map<string, string>();
  private rowNo = 0;
  private places = 0;
  private readonly sheet: SheetEntry;
  private readonly workbook: WorkbookParts;

  constructor(sheet: SheetEntry, workbook: WorkbookParts) {
    this.sheet = sheet;
    this.workbook = workbook;
  }

  read(xml: string): void {
    const scanner = new XmlScanner(xml);
    for (let stop = scanner.next(); stop !== "end"; stop = scanner.next()) {
      if (stop !== "open") continue;
      switch (scanner.name) {
        case "row":
          this.readRow(scanner);
          break;
        case "mergeCell":
          this.merges.push(this.parseRange(scanner.attribute("ref") ?? ""));
          break;
        case "col":
          if (isTrue(scanner.attribute("hidden"))) {
            this.hiddenColumns.push([Number(scanner.attribute("min")) - 1, Number(scanner.attribute("max")) - 1]);
          }
          break;
      }
    }
  }

  finish(): SheetCells {
    const rows = this.inOrder();
    const merges = this.merges.filter(({ fromRow, toRow, fromColumn, toColumn }) => toRow > fromRow || toColumn > fromColumn);
    this.refuseAbsurd(merges, rows);
    for (const merge of merges) clearCovered(rows, merge);
    return {
      rows: merges.length === 0 ? rows : rows.filter(({ cells }) => cells.some(isFilled)),
      merges,
      hiddenRows: this.hiddenRows,
      hiddenColumns: this.hiddenColumns,
    };
  }

  /** Ranges that do not overlap cover each row at most once a column; a program that wrote more wrote no sheet. */
  private refuseAbsurd(merges: readonly Merge[], rows: readonly SheetRow[]): void {
    let covered = 0;
    for (const { fromRow, toRow } of merges) covered += rowIndex(rows, toRow + 1) - rowIndex(rows, fromRow) + 1;
    if (merges.length > mostMerges || covered > mostCovered)
      throw new IngestError("F165", `${this.sheet.name}：${merges.length} 个合并区域 / merged ranges`);
  }

  private inOrder(): SheetRow[] {
    const { rows } = this;
    if (rows.every(({ rowNo }, index) => index === 0 || rowNo > (rows[index - 1]?.rowNo ?? 0))) return rows;
    rows.sort((a, b) => a.rowNo - b.rowNo);
    const twice = rows.find(({ rowNo }, index) => rowNo === rows[index + 1]?.rowNo);
    if (twice) throw this.damaged(`第 ${twice.rowNo} 行重复 / row twice`);
    return rows;
  }

  private readRow(scanner: XmlScanner): void {
    const number = scanner.attribute("r");
    this.rowNo = number === null ? this.rowNo + 1 : Number(number);
    if (!(this.rowNo >= 1 && this.rowNo <= lastRow)) throw this.damaged(`第 ${number} 行 / row`);
    const hidden = isTrue(scanner.attribute("hidden"));
    if (scanner.empty) return;
    const cells: (string | null)[] = [];
    let filled = false;
    let column = 0;
    for (let stop = scanner.next(); stop !== "end"; stop = scanner.next()) {
      if (stop === "close" && scanner.name === "row") break;
      if (stop !== "open" || scanner.name !== "c") continue;
      const reference = scanner.attribute("r");
      if (reference !== null) column = this.columnOf(reference);
      const text = this.readCell(scanner);
      if (text !== null && text !== "") {
        while (cells.length < column) cells.push(null);
        cells[column] = text;
        filled ||= isFilled(text);
      }
      column += 1;
    }
    if (!filled) return;
    this.places += cells.length;
    if (this.places > mostPlaces) throw new IngestError("F108", `${this.sheet.name}：> ${mostPlaces} 格 / cells`);
    this.rows.push({ rowNo: this.rowNo, cells });
    if (hidden) this.hiddenRows.add(this.rowNo);
  }

  private readCell(scanner: XmlScanner): string | null {
    if (scanner.empty) return null;
    const type = scanner.attribute("t") ?? "n";
    const style = scanner.attribute("s");
    let value: string | null = null;
    let formula: string | null = null;
    for (let stop = scanner.next(); stop !== "end"; stop = scanner.next()) {
      if (stop === "close") {
        if (scanner.name === "c") break;
        continue;
      }
      if (scanner.name === "v") value = scanner.empty ? "" : scanner.text();
      else if (scanner.name === "f") formula = this.readFormula(scanner);
      else if (scanner.name === "is" && !scanner.empty) value = readRuns(scanner, "is");
    }
    if (formula !== null && (value === null || (value === "" && type !== "str"))) return `=${formula}`;
    return value === null || value === "" ? null : this.valueText(value, type, style);
  }

  private valueText(value: string, type: string, style: string | null): string {
    switch (type) {
      case "s": {
        const text = this.workbook.texts?.[Number(value)];
        if (text === undefined) throw this.damaged(`缺少文字 / missing text ${value}`);
        return text;
      }
      case "str":
        return decodeEscapes(value);
      case "inlineStr":
        return value;
      case "b":
        return value.trim() === "1" || value === "true" ? "TRUE" : "FALSE";
      case "d":
        return value
          .replace("T", " ")
          .replace(/(:\d\d)\.\d+$/, "$1")
          .replace(/ 00:00(:00)?$/, "");
      case "e":
        return value;
      default:
        return numberText(value, this.workbook.meanings[Number(style)] ?? "plain", this.workbook.is1904);
    }
  }

  /** A formula that is written once for many cells is kept under its number. */
  private readFormula(scanner: XmlScanner): string {
    const shared = scanner.attribute("t") === "shared" ? scanner.attribute("si") : null;
    const text = scanner.empty ? "" : scanner.text();
    if (shared === null) return text;
    if (text !== "") this.sharedFormulas.set(shared, text);
    return this.sharedFormulas.get(shared) ?? text;
  }

  private columnOf(reference: string): number {
    let column = 0;
    for (let at = 0; at < reference.length; at += 1) {
      const code = reference.charCodeAt(at) & 0xdf;
      if (code < 65 || code > 90) break;
      column = column * 26 + code - 64;
    }
    if (column < 1 || column - 1 > lastColumn) throw this.damaged(`单元格 / cell ${reference}`);
    return column - 1;
  }

  private parseRange(reference: string): Merge {
    const [from = "", to = from] = reference.replaceAll("$", "").split(":");
    const rowOf = (cell: string) => Number(cell.replace(/^[a-z]+/i, ""));
    const [rows, columns] = [[rowOf(from), rowOf(to)] as const, [this.columnOf(from), this.columnOf(to)] as const];
    if (rows.some((row) => !(row >= 1 && row <= lastRow))) throw this.damaged(`合并 / merge ${reference}`);
    return { fromRow: Math.min(...rows), toRow: Math.max(...rows), fromColumn: Math.min(...columns), toColumn: Math.max(...columns) };
  }

  private damaged(why: string): IngestError {
    return new IngestError("F107", `${this.sheet.name}：${why}`);
  }
}

/** Whether a cell holds more than spaces. */
export function isFilled(cell: string | null | undefined): boolean {
  if (cell === null || cell === undefined || cell === "") return false;
  const code = cell.charCodeAt(0);
  return (code > 32 && code < 128) || cell.trim() !== "";
}

/** Index of the first row with a number of at least `rowNo`. */
export function rowIndex(rows: readonly { readonly rowNo: number }[], rowNo: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.rowNo ?? 0) < rowNo) low = middle + 1;
    else high = middle;
  }
  return low;
}

function clearCovered(rows: readonly SheetRow[], { fromRow, toRow, fromColumn, toColumn }: Merge): void {
  for (let index = rowIndex(rows, fromRow); index < rows.length; index += 1) {
    const row = rows[index];
    if (!row || row.rowNo > toRow) return;
    const first = row.rowNo === fromRow ? fromColumn + 1 : fromColumn;
    for (let column = first; column <= toColumn && column < row.cells.length; column += 1) row.cells[column] = null;
  }
}
