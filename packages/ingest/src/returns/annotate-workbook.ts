import { ownSheets } from "../own-sheets.ts";
import { addComments, type CellNote } from "./cell-comments.ts";
import { cellName, parseCell } from "./cell-place.ts";
import { type ListSummary, listedProblems, listSheetXml } from "./list-sheet.ts";
import { markCells, mergedRanges } from "./mark-cells.ts";
import type { ReturnedProblem } from "./problem-text.ts";
import { type Mark, StyleSheet } from "./style-sheet.ts";
import { insertBefore, type SheetPart, UnusualWorkbook, WorkbookParts } from "./workbook-parts.ts";
import { attributeOf, prefixOf, withAttribute, withoutAttribute, xmlText } from "./xml-text.ts";

/** Comments in one workbook: Excel gets slow with more. Every cell is coloured and every problem listed all the same. */
export const commentedCells = 2_000;

const sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/**
 * A copy of a workbook in which the cells of its problems are coloured and commented, with a sheet that lists them all. Only the text of
 * those cells' formats, the comments and the list are written; every other part of the package stays as it is, byte for byte. Marks,
 * comments and list of an earlier round are taken away first.
 *
 * @throws {UnusualWorkbook} when the workbook is written in a way that this does not know
 */
export function annotateWorkbook(
  bytes: Uint8Array,
  problems: readonly ReturnedProblem[],
  summary: Omit<ListSummary, "unlisted" | "uncommented">,
): Uint8Array {
  const parts = new WorkbookParts(bytes);
  const sheets = parts.sheets();
  const stylesPath = parts.related(parts.workbookPath, "styles");
  if (stylesPath === null) throw new UnusualWorkbook("no styles");
  const styles = new StyleSheet(parts.read(stylesPath));
  const list = sheets.find((sheet) => isList(parts, sheet));
  let left = commentedCells;
  let cells = 0;
  for (const sheet of sheets) {
    if (sheet === list) continue;
    const own = problems.filter(({ target }) => target?.sheet === sheet.name);
    const before = parts.read(sheet.path);
    const { marks, notes } = placeProblems(own, before);
    const commented = notes.slice(0, left);
    left -= commented.length;
    cells += notes.length;
    const marked = marks.size > 0 || styles.hasMarks ? markCells(before, marks, styles) : before;
    const after = addComments(parts, sheet.path, withoutSelection(marked), commented);
    if (after !== before) parts.write(sheet.path, after);
  }
  const whole: ListSummary = {
    ...summary,
    unlisted: Math.max(0, problems.length - listedProblems),
    uncommented: Math.max(0, cells - commentedCells),
  };
  const xml = listSheetXml(whole, problems.slice(0, listedProblems), styles, parts.mainNamespace());
  if (list) parts.write(list.path, xml);
  else addSheet(parts, sheets, xml);
  showSheet(parts, list?.name);
  parts.write(stylesPath, styles.toXml());
  return parts.toBytes();
}

/** Marks and notes by cell; a cell inside a merged range shows at the range's first cell. */
function placeProblems(problems: readonly ReturnedProblem[], sheetXml: string) {
  const merges = problems.length > 0 ? mergedRanges(sheetXml) : [];
  const notes = new Map<string, { place: CellNote["place"]; problems: ReturnedProblem[] }>();
  const marks = new Map<number, Map<number, Mark>>();
  for (const problem of problems) {
    const own = parseCell(problem.target?.cell ?? "");
    if (!own || problem.severity === "notice") continue;
    const merge = merges.find(({ top, left, bottom, right }) => {
      return own.row >= top && own.row <= bottom && own.column >= left && own.column <= right;
    });
    const place = merge ? { row: merge.top, column: merge.left } : own;
    const note = notes.get(cellName(place)) ?? { place, problems: [] };
    note.problems.push(problem);
    notes.set(cellName(place), note);
    const row = marks.get(place.row) ?? new Map<number, Mark>();
    if (row.get(place.column) !== "rejected") row.set(place.column, problem.severity);
    marks.set(place.row, row);
  }
  const inOrder = [...notes.values()].sort((a, b) => a.place.row - b.place.row || a.place.column - b.place.column);
  return { marks, notes: inOrder };
}

/** Whether a sheet is the list of an earlier round: its first text says so. */
function isList(parts: WorkbookParts, { name, path }: SheetPart): boolean {
  if (!name.startsWith(ownSheets.returned.name)) return false;
  const xml = parts.read(path);
  const first = /<(?:[\w.-]+:)?c\s[^>]*>[\s\S]*?<\/(?:[\w.-]+:)?c>/.exec(xml)?.[0] ?? "";
  if (first.includes(ownSheets.returned.mark)) return true;
  const shared = attributeOf(first, "t") === "s" ? Number(/<(?:[\w.-]+:)?v>(\d+)</.exec(first)?.[1]) : Number.NaN;
  return !Number.isNaN(shared) && sharedString(parts, shared).includes(ownSheets.returned.mark);
}

function sharedString(parts: WorkbookParts, index: number): string {
  const path = parts.relationships(parts.workbookPath).find(({ type }) => type === "sharedStrings")?.path;
  if (!path) return "";
  const items = /<(?:[\w.-]+:)?si(?=[\s>])[\s\S]*?<\/(?:[\w.-]+:)?si>/g;
  const xml = parts.read(path);
  let item = items.exec(xml);
  for (let at = 0; at < index && item; at += 1) item = items.exec(xml);
  return item?.[0] ?? "";
}

function addSheet(parts: WorkbookParts, sheets: readonly SheetPart[], xml: string): void {
  const path = parts.freePath("xl/worksheets/sheet", "xml");
  parts.write(path, xml);
  parts.declare(path, sheetType);
  const id = parts.relate(parts.workbookPath, "worksheet", path);
  const workbook = parts.read(parts.workbookPath);
  const prefix = prefixOf(workbook, "workbook");
  const taken = [...workbook.matchAll(/<(?:[\w.-]+:)?sheet\s[^>]*>/g)].map(([tag]) => Number(attributeOf(tag, "sheetId")));
  const names = new Set(sheets.map(({ name }) => name));
  const { name } = ownSheets.returned;
  let free = name as string;
  for (let number = 2; names.has(free); number += 1) free = `${name} (${number})`;
  const element = `<${prefix}sheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" name="${xmlText(free)}" sheetId="${Math.max(0, ...taken) + 1}" r:id="${id}"/>`;
  parts.write(parts.workbookPath, insertBefore(workbook, `</${prefix}sheets>`, element));
}

/** Opens the workbook at its list. Only one sheet may be selected: in a group of sheets an entry goes into all of them. */
function showSheet(parts: WorkbookParts, named: string | undefined): void {
  const workbook = parts.read(parts.workbookPath);
  const tags = [...workbook.matchAll(/<(?:[\w.-]+:)?sheet\s[^>]*>/g)].map(([tag]) => attributeOf(tag, "name"));
  const index = named === undefined ? tags.length - 1 : tags.indexOf(named);
  const prefix = prefixOf(workbook, "workbook");
  const view = new RegExp(`<${prefix}workbookView(?=[\\s/>])[^>]*>`).exec(workbook)?.[0];
  const shown = view
    ? workbook.replace(view, () => withAttribute(view, "activeTab", String(index)))
    : workbook.replace(
        new RegExp(`<${prefix}sheets(?=[\\s>])`),
        (sheets) => `<${prefix}bookViews><${prefix}workbookView activeTab="${index}"/></${prefix}bookViews>${sheets}`,
      );
  parts.write(parts.workbookPath, shown);
}

function withoutSelection(sheetXml: string): string {
  const prefix = prefixOf(sheetXml, "worksheet");
  const data = sheetXml.indexOf(`<${prefix}sheetData`);
  const head = sheetXml
    .slice(0, data)
    .replace(new RegExp(`<${prefix}sheetView(?=[\\s/>])[^>]*>`, "g"), (tag) => withoutAttribute(tag, "tabSelected"));
  return `${head}${sheetXml.slice(data)}`;
}
