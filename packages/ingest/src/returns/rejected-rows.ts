import type { WriteSheet } from "hucre/xlsx";
import { writeXlsx } from "hucre/xlsx";
import { columnLetters } from "../readers/column-letters.ts";
import { asText } from "../templates/finish-sheets.ts";
import { annotateWorkbook } from "./annotate-workbook.ts";
import type { ListSummary } from "./list-sheet.ts";
import type { ReturnedProblem } from "./problem-text.ts";
import { WorkbookParts } from "./workbook-parts.ts";

/** A cell of a row as the store keeps it: of files with typed columns a number or yes and no as well. */
type Cell = string | number | boolean | null;

/** Rejected rows of one table, with the headers under which they were handed in. */
interface RejectedTable {
  readonly name: string;
  readonly headers: string[];
  readonly rows: Readonly<Record<string, Cell>>[];
  /** The place of a row among `rows`, by its number in the file. */
  readonly placeOf: Map<number, number>;
}

/**
 * A workbook of a file's rejected rows alone, under their headers, marked and listed as in an annotated copy: for text files, and for
 * workbooks that cannot be annotated in place. Every cell is text, also in what it will hold once it is edited, so that a value which
 * looks like a formula never becomes one.
 *
 * `tableOf` names the sheet for the rows of a table.
 */
export async function rejectedRowsWorkbook(
  problems: readonly ReturnedProblem[],
  summary: Omit<ListSummary, "unlisted" | "uncommented" | "form">,
  tableOf: (sheet: string) => string,
): Promise<Uint8Array> {
  const tables = rejectedTables(problems, tableOf);
  const sheets = [...tables.values()].map(rowsSheet);
  const plain = await writeXlsx({ sheets: sheets.length > 0 ? sheets : [{ name: "无退回的行", rows: [] }] });
  const placed = problems.map((problem) => ({ ...problem, target: placeIn(tables.get(problem.sheet), problem) }));
  return annotateWorkbook(asText(new WorkbookParts(plain)).toBytes(), placed, { ...summary, form: "rows" });
}

function rejectedTables(problems: readonly ReturnedProblem[], tableOf: (sheet: string) => string): Map<string, RejectedTable> {
  const tables = new Map<string, RejectedTable>();
  for (const { sheet, rowNo, rowText, severity } of problems) {
    const isPlaced = tables.get(sheet)?.placeOf.has(rowNo) === true;
    const cells = severity === "rejected" && !isPlaced ? parseRow(rowText) : null;
    if (!cells) continue;
    const table: RejectedTable = tables.get(sheet) ?? {
      name: sheetName(tableOf(sheet), tables),
      headers: [],
      rows: [],
      placeOf: new Map(),
    };
    for (const header of Object.keys(cells)) if (!table.headers.includes(header)) table.headers.push(header);
    table.placeOf.set(rowNo, table.rows.push(cells) - 1);
    tables.set(sheet, table);
  }
  return tables;
}

/** The cells of a row; null for a record that could not be split into cells. */
function parseRow(rowText: string | null): Readonly<Record<string, Cell>> | null {
  if (rowText === null) return null;
  const parsed: unknown = JSON.parse(rowText);
  return typeof parsed === "object" && parsed !== null && !Array.isArray(parsed) ? (parsed as Record<string, Cell>) : null;
}

/** Excel allows 31 characters, none of `[]:*?/\`, and each name once. */
function sheetName(wanted: string, tables: ReadonlyMap<string, RejectedTable>): string {
  const base =
    wanted
      .replace(/[[\]:*?/\\]/g, " ")
      .replace(/^'|'$/g, " ")
      .trim()
      .slice(0, 27) || "退回的行";
  const taken = new Set([...tables.values()].map(({ name }) => name.toLowerCase()));
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${base} ${number}`;
  return name;
}

const text = { numFmt: "@", alignment: { vertical: "top" as const } };

function rowsSheet({ name, headers, rows }: RejectedTable): WriteSheet {
  const cells: WriteSheet["cells"] = new Map();
  headers.forEach((header, column) => {
    const style = {
      ...text,
      font: { bold: true },
      fill: { type: "pattern" as const, pattern: "solid" as const, fgColor: { rgb: "E7E6E6" } },
    };
    cells.set(`0,${column}`, { value: header, style });
  });
  for (const [index, row] of rows.entries())
    for (const [column, header] of headers.entries()) cells.set(`${index + 1},${column}`, { value: asWritten(row[header]), style: text });
  const values = [headers, ...rows.map((row) => headers.map((header) => asWritten(row[header])))];
  return { name, rows: values, cells, columns: headers.map((header) => ({ width: widthOf(header) })), freezePane: { rows: 1 } };
}

/** The writer takes `_x0041_` for the escape of a character: its underscore is escaped in turn, as Excel does. */
const asWritten = (value: Cell | undefined) =>
  value === null || value === undefined ? null : String(value).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");

/** A Chinese character is about as wide as two others. */
const widthOf = (header: string) =>
  Math.min(
    40,
    Math.max(
      12,
      [...header].reduce((width, c) => width + (c > "\u2e80" ? 2 : 1), 2),
    ),
  );

function placeIn(table: RejectedTable | undefined, { rowNo, header }: ReturnedProblem): ReturnedProblem["target"] {
  const row = table?.placeOf.get(rowNo);
  if (!table || row === undefined) return null;
  const column = Math.max(0, header === null ? 0 : table.headers.indexOf(header));
  return { sheet: table.name, cell: `${columnLetters(column)}${row + 2}` };
}
