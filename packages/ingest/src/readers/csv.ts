import { type HeadRow, headerSearchRows } from "../detect.ts";
import { IngestError } from "../errors.ts";
import { literal, pathLiteral } from "../sql-text.ts";
import { type RecordWidth, splitRecords } from "./careful-csv.ts";
import { type Encoding, headBytes, openText, readHead } from "./encoding.ts";
import type { MalformedRecord, RawTable, ReadFile } from "./raw-table.ts";
import { scanRecords } from "./scan-records.ts";
import { stageRows } from "./stage-rows.ts";
import { readLines } from "./text-lines.ts";

/** What may stand between the cells of a text file. */
export const separators = [",", "\t", ";", "|", "，"] as const;
export type Separator = (typeof separators)[number];

export interface TextOptions {
  readonly encoding?: Encoding | undefined;
  readonly separator?: Separator | undefined;
}

/**
 * Reads a text file with separated values as one table. A file that is not UTF-8 is decoded into `temporaryPath` first.
 *
 * @throws {IngestError} F110 empty, F128 when it has no columns under the separator that is wanted, and what `openText` throws.
 */
export async function readCsv(path: string, temporaryPath: string, format: "csv" | "tsv", options: TextOptions = {}): Promise<ReadFile> {
  const { textPath, encoding } = await openText(path, temporaryPath, options.encoding ?? null);
  const headLines = await readHeadLines(textPath);
  const separator = options.separator ?? chooseSeparator(headLines);
  const records = await headRecords(headLines, separator);
  if (records.length === 0) throw new IngestError("F110", "");
  if (options.separator !== undefined && records.every(({ cells }) => cells.length === 1))
    throw new IngestError("F128", `separator: ${JSON.stringify(separator)}`);
  return { format, encoding, separator, tables: [csvTable(textPath, separator, records)], hiddenSheets: [] };
}

/** The lines of a file's beginning, none that is cut off. */
async function readHeadLines(path: string): Promise<string[]> {
  const bytes = await readHead(path);
  const lines = new TextDecoder().decode(bytes).split(/\r\n|\n|\r/);
  return bytes.length < headBytes || lines.length === 1 ? lines : lines.slice(0, -1);
}

/**
 * The separator: what Excel's own first line `sep=;` says, else the one under which most of the first lines have the same number of columns,
 * and among equals the one with more columns. The Chinese comma stands inside texts too often to compete with the others: it counts where none of them is.
 */
function chooseSeparator(headLines: readonly string[]): Separator {
  const said = separators.find((separator) => separator === /^"?sep=(.)"?\s*$/i.exec(headLines[0] ?? "")?.[1]);
  if (said !== undefined) return said;
  const lines = headLines
    .join("\n")
    .replace(/"(?:[^"]|"")*"/g, "")
    .split("\n")
    .slice(0, headerSearchRows * 2);
  const fit = (separator: Separator) => {
    const linesOfWidth = new Map<number, number>();
    for (const line of lines) {
      const width = line.split(separator).length;
      if (width > 1) linesOfWidth.set(width, (linesOfWidth.get(width) ?? 0) + 1);
    }
    return [...linesOfWidth].reduce((best, [width, count]) => Math.max(best, count * 10_000 + width), 0);
  };
  const best = ([",", "\t", ";", "|"] as const).reduce<Separator>(
    (best, separator) => (fit(separator) > fit(best) ? separator : best),
    ",",
  );
  return fit(best) === 0 && fit("，") > 0 ? "，" : best;
}

async function headRecords(headLines: readonly string[], separator: string): Promise<HeadRow[]> {
  const lines = headLines.map((text, index) => ({ rowNo: index + 1, text }));
  const rows: HeadRow[] = [];
  for await (const { rowNo, cells } of splitRecords(lines, separator, null, () => {})) {
    rows.push({ rowNo, cells: cells.length > widestWithBlanks ? withoutBlankEnd(cells) : cells });
    if (rows.length === headerSearchRows + 1) break;
  }
  return rows;
}

/** Whole sheets saved as text drag thousands of blank columns along, each of which would cost as much as one that says something. */
const widestWithBlanks = 1000;

function withoutBlankEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== "") + 1);
}

function csvTable(path: string, separator: string, head: readonly HeadRow[]): RawTable {
  const cellsOf = (headIndex: number) => head[headIndex]?.cells ?? [];
  return {
    sheet: "",
    unit: "line",
    head,
    place: (column, headers) => headers[column]?.trim() || `列${column + 1}`,
    stageFast: async (headIndex) => {
      if (separator.length !== Buffer.byteLength(separator)) return null;
      const scan = await scanRecords(path, separator);
      if (scan.suspicious) return null;
      const above = headIndex + 1;
      return {
        relation: fastRelation(path, separator, cellsOf(headIndex).length, recordsThrough(head, headIndex)),
        lines: {
          records: scan.lines.records.map((record) => record - above),
          offsets: scan.lines.offsets.map((offset) => offset + above),
        },
        expectedRows: scan.records - above,
        malformed: [],
      };
    },
    stage: async (connection, headIndex, name) => {
      const malformed: MalformedRecord[] = [];
      const lines = linesAfter(path, lastLineOf(head[headIndex]));
      const rows = splitRecords(lines, separator, widthUnder(cellsOf(headIndex)), (record) => malformed.push(record));
      const expectedRows = await stageRows(connection, name, cellsOf(headIndex).length, rows);
      return { relation: name, lines: null, expectedRows, malformed };
    },
  };
}

function widthUnder(headers: readonly string[]): RecordWidth {
  return { least: headers.findLastIndex((header) => header.trim() !== "") + 1, full: headers.length };
}

/** DuckDB's reader with nothing left to guess, so that it either reads what stands there or fails. */
function fastRelation(path: string, separator: string, width: number, skip: number): string {
  const columns = Array.from({ length: width }, (_, index) => `'c${index}': 'VARCHAR'`).join(", ");
  return `read_csv(${pathLiteral(path)}, auto_detect = false, header = false, skip = ${skip}, delim = ${literal(separator)}, quote = '"', escape = '"',
    columns = {${columns}}, strict_mode = true, null_padding = false, ignore_errors = false)`;
}

function extraLines(row: HeadRow | undefined): number {
  return row ? row.cells.join("").split("\n").length - 1 : 0;
}

function lastLineOf(row: HeadRow | undefined): number {
  return (row?.rowNo ?? 0) + extraLines(row);
}

/** Records from the top of the file through the header, blank lines included: what the fast reader is told to skip. */
function recordsThrough(head: readonly HeadRow[], headIndex: number): number {
  return lastLineOf(head[headIndex]) - head.slice(0, headIndex + 1).reduce((sum, row) => sum + extraLines(row), 0);
}

async function* linesAfter(path: string, lastLine: number) {
  for await (const line of readLines(path)) if (line.rowNo > lastLine) yield line;
}
