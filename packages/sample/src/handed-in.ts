import { readXlsx } from "hucre/xlsx";
import iconv from "iconv-lite";
import type { SampleFile } from "./workbook.ts";

/** A row of a handed-in table, by header, with where it stands. All cells as text; blank cells are missing. */
export interface HandedInRow {
  readonly path: string;
  readonly sheet: string;
  /** As Excel numbers rows. */
  readonly number: number;
  readonly cells: Readonly<Record<string, string>>;
}

interface HandedInTable {
  readonly path: string;
  readonly sheet: string;
  readonly lines: readonly (readonly string[])[];
}

/** Every table of the files, read back; the first line is the title. */
export async function readBack(files: readonly SampleFile[]): Promise<HandedInTable[]> {
  const tables = await Promise.all(files.map(tablesOf));
  return tables.flat();
}

/** The rows of all tables that have these headers, in the order of the files. */
export function rowsWith(tables: readonly HandedInTable[], ...headers: readonly string[]): HandedInRow[] {
  return tables.flatMap(({ path, sheet, lines }) => {
    const at = lines.findIndex((line) => headers.every((header) => line.includes(header)));
    const names = lines[at] ?? [];
    if (at < 0) return [];
    return lines.slice(at + 1).map((line, index) => ({
      path,
      sheet,
      number: at + index + 2,
      cells: Object.fromEntries(names.flatMap((name, column) => (line[column] ? [[name, line[column]]] : []))),
    }));
  });
}

async function tablesOf({ path, bytes }: SampleFile): Promise<HandedInTable[]> {
  if (path.endsWith(".xlsx")) {
    const { sheets } = await readXlsx(bytes);
    return sheets.map(({ name, rows }) => ({ path, sheet: name, lines: rows.map((row) => row.map(asText)) }));
  }
  if (!path.endsWith(".csv")) return [];
  const isUtf8 = bytes[0] === 0xef && bytes[1] === 0xbb;
  const text = iconv.decode(Buffer.from(bytes), isUtf8 ? "utf8" : "gb18030");
  return [
    {
      path,
      sheet: "",
      lines: text
        .trimEnd()
        .split("\r\n")
        .map((line) => line.split(",")),
    },
  ];
}

const asText = (value: unknown): string =>
  value === null || value === undefined ? "" : value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
