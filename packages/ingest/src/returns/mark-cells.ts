import { cellName, parseCell } from "./cell-place.ts";
import type { Mark, StyleSheet } from "./style-sheet.ts";
import { UnusualWorkbook } from "./workbook-parts.ts";
import { attributeOf, prefixOf, withAttribute } from "./xml-text.ts";

/** Marks by row and column, both from 0. */
export type SheetMarks = ReadonlyMap<number, ReadonlyMap<number, Mark>>;

/**
 * Gives marked cells of a sheet a marked format, and those marked in an earlier round theirs back. Values, formulas and everything else
 * stay as they are written; a cell that is not there yet is added empty.
 *
 * @throws {UnusualWorkbook} when the cells hold comments or unparsed sections, in which a tag might only look like one
 */
export function markCells(xml: string, marks: SheetMarks, styles: StyleSheet): string {
  const prefix = prefixOf(xml, "worksheet");
  const data = new RegExp(`<${prefix}sheetData(?:\\s[^>/]*)?(/?)>`).exec(xml);
  if (!data) throw new UnusualWorkbook("no cells");
  const from = data.index + data[0].length;
  const isEmpty = data[1] === "/";
  const to = isEmpty ? from : xml.indexOf(`</${prefix}sheetData>`, from);
  if (to < 0) throw new UnusualWorkbook("cells without an end");
  const cells = xml.slice(from, to);
  if (cells.includes("<![CDATA[") || cells.includes("<!--")) throw new UnusualWorkbook("unparsed sections among the cells");
  const marked = markRows(cells, marks, styles, prefix);
  if (!isEmpty) return `${xml.slice(0, from)}${marked}${xml.slice(to)}`;
  return `${xml.slice(0, data.index)}<${prefix}sheetData>${marked}</${prefix}sheetData>${xml.slice(from)}`;
}

function markRows(cells: string, marks: SheetMarks, styles: StyleSheet, prefix: string): string {
  const restyle = styles.hasMarks;
  const pending = [...marks.keys()].sort((a, b) => a - b);
  const pieces: string[] = [];
  const rows = new RegExp(`<${prefix}row(?=[\\s/>])[^>]*>`, "g");
  const end = `</${prefix}row>`;
  let done = 0;
  let row = -1;
  const addRowsBefore = (limit: number) => {
    while (pending[0] !== undefined && pending[0] < limit) {
      const missing = pending.shift() as number;
      pieces.push(
        `<${prefix}row r="${missing + 1}">${blankCells(missing, marks.get(missing) ?? new Map(), 0, styles, prefix)}</${prefix}row>`,
      );
    }
  };
  for (let match = rows.exec(cells); match; match = rows.exec(cells)) {
    const [tag] = match;
    const named = attributeOf(tag, "r");
    row = named === null ? row + 1 : Number(named) - 1;
    const own = marks.get(row);
    if (!own && !restyle && (pending[0] === undefined || pending[0] > row)) continue;
    pieces.push(cells.slice(done, match.index));
    addRowsBefore(row);
    if (pending[0] === row) pending.shift();
    const base = attributeOf(tag, "customFormat") === "1" ? Number(attributeOf(tag, "s") ?? 0) : 0;
    if (tag.endsWith("/>")) {
      const blank = own ? blankCells(row, own, base, styles, prefix) : "";
      pieces.push(blank === "" ? tag : `${tag.replace(/\s*\/>$/, ">")}${blank}${end}`);
      done = rows.lastIndex;
      continue;
    }
    const close = cells.indexOf(end, rows.lastIndex);
    if (close < 0) throw new UnusualWorkbook("a row without an end");
    pieces.push(tag, markRow(cells.slice(rows.lastIndex, close), row, own ?? new Map(), base, styles, prefix));
    done = close;
    rows.lastIndex = close;
  }
  pieces.push(cells.slice(done));
  addRowsBefore(Number.POSITIVE_INFINITY);
  return pieces.join("");
}

function markRow(content: string, row: number, marks: ReadonlyMap<number, Mark>, base: number, styles: StyleSheet, prefix: string): string {
  const pieces: string[] = [];
  const rest = new Map([...marks].sort(([a], [b]) => a - b));
  const cells = new RegExp(`<${prefix}c(?=[\\s/>])[^>]*>`, "g");
  let done = 0;
  let column = -1;
  for (let match = cells.exec(content); match; match = cells.exec(content)) {
    const [tag] = match;
    const named = attributeOf(tag, "r");
    column = named === null ? column + 1 : (parseCell(named)?.column ?? column + 1);
    const before = new Map([...rest].filter(([each]) => each < column));
    for (const each of before.keys()) rest.delete(each);
    const mark = rest.get(column) ?? null;
    rest.delete(column);
    const own = Number(attributeOf(tag, "s") ?? 0);
    const style = mark === null ? styles.marked(own, null) : styles.marked(own, mark);
    pieces.push(content.slice(done, match.index), blankCells(row, before, base, styles, prefix));
    pieces.push(style === own ? tag : withAttribute(tag, "s", String(style)));
    done = cells.lastIndex;
  }
  pieces.push(content.slice(done), blankCells(row, rest, base, styles, prefix));
  return pieces.join("");
}

function blankCells(row: number, marks: ReadonlyMap<number, Mark>, base: number, styles: StyleSheet, prefix: string): string {
  return [...marks]
    .sort(([a], [b]) => a - b)
    .map(([column, mark]) => `<${prefix}c r="${cellName({ row, column })}" s="${styles.marked(base, mark)}"/>`)
    .join("");
}

/** The merged ranges of a sheet, as pairs of corners. */
export function mergedRanges(
  xml: string,
): { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[] {
  return [...xml.matchAll(/<(?:[\w.-]+:)?mergeCell\s[^>]*>/g)].flatMap(([tag]) => {
    const [from = "", to = from] = (attributeOf(tag, "ref") ?? "").split(":");
    const [start, end] = [parseCell(from), parseCell(to)];
    return start && end ? [{ top: start.row, left: start.column, bottom: end.row, right: end.column }] : [];
  });
}
