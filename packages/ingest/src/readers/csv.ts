import { open } from "node:fs/promises";
import { type HeadRow, headerSearchRows } from "../detect.ts";
import { IngestError } from "../errors.ts";
import { literal } from "../sql-text.ts";
import { readLines, splitRecords } from "./careful-csv.ts";
import { decodeFile, detectEncoding } from "./encoding.ts";
import type { MalformedRecord, RawTable, ReadFile } from "./raw-table.ts";
import { scanRecords } from "./scan-records.ts";
import { stageRows } from "./stage-rows.ts";

const separators = [",", "\t", ";", "|"];
const headBytes = 1 << 18;

/**
 * Reads a text file with separated values as one table. A file that is not UTF-8 is decoded into `temporaryPath` first.
 *
 * @throws {IngestError} F109 unknown encoding, F110 empty.
 */
export async function readCsv(path: string, temporaryPath: string, format: "csv" | "tsv"): Promise<ReadFile> {
  const bytes = await readHead(path);
  if (bytes.length === 0) throw new IngestError("F110", "");
  const encoding = await detectEncoding(path, bytes);
  const textPath = encoding === "utf-8" ? path : temporaryPath;
  if (encoding !== "utf-8") await decodeFile(path, encoding, temporaryPath);
  const headText = new TextDecoder().decode(await readHead(textPath));
  const separator = chooseSeparator(headText);
  const records = await headRecords(headText, separator);
  if (records.length === 0) throw new IngestError("F110", "");
  return { format, encoding, tables: [csvTable(textPath, separator, records)], hiddenSheets: [] };
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** The separator under which most of the first lines have the same number of columns, and among equals the one with more columns. */
function chooseSeparator(head: string): string {
  const lines = head
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/\r\n|\n|\r/)
    .slice(0, headerSearchRows * 2);
  const fit = (separator: string) => {
    const linesOfWidth = new Map<number, number>();
    for (const line of lines) {
      const width = line.split(separator).length;
      if (width > 1) linesOfWidth.set(width, (linesOfWidth.get(width) ?? 0) + 1);
    }
    return [...linesOfWidth].reduce((best, [width, count]) => Math.max(best, count * 10_000 + width), 0);
  };
  return separators.reduce((best, separator) => (fit(separator) > fit(best) ? separator : best));
}

async function headRecords(head: string, separator: string): Promise<HeadRow[]> {
  const lines = head
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .map((text, index) => ({ rowNo: index + 1, text }));
  const rows: HeadRow[] = [];
  for await (const record of splitRecords(lines, separator, null, () => {})) {
    rows.push(record);
    if (rows.length === headerSearchRows + 1) break;
  }
  return rows;
}

function csvTable(path: string, separator: string, head: readonly HeadRow[]): RawTable {
  const widthOf = (headIndex: number) => head[headIndex]?.cells.length ?? 0;
  return {
    sheet: "",
    head,
    place: (column, headers) => headers[column]?.trim() || `列${column + 1}`,
    stageFast: async (headIndex) => {
      const scan = await scanRecords(path, separator);
      if (scan.suspicious) return null;
      const above = headIndex + 1;
      return {
        relation: fastRelation(path, separator, widthOf(headIndex), recordsThrough(head, headIndex)),
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
      const rows = splitRecords(lines, separator, widthOf(headIndex), (record) => malformed.push(record));
      const expectedRows = await stageRows(connection, name, widthOf(headIndex), rows);
      return { relation: name, lines: null, expectedRows, malformed };
    },
  };
}

/** DuckDB's reader with nothing left to guess, so that it either reads what stands there or fails. */
function fastRelation(path: string, separator: string, width: number, skip: number): string {
  const columns = Array.from({ length: width }, (_, index) => `'c${index}': 'VARCHAR'`).join(", ");
  return `read_csv(${literal(path)}, auto_detect = false, header = false, skip = ${skip}, delim = ${literal(separator)}, quote = '"', escape = '"',
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
