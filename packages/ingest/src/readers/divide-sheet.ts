import { type FoundHeader, headerAtTop, headerSearchRows, isKnownHeader } from "../detect.ts";
import { deepestHeader } from "../header-block.ts";
import type { Mapping } from "../mapping.ts";
import { isFilled, type Merge, type SheetRow } from "./sheet-cells.ts";
import { headRows, type SheetRegion } from "./sheet-table.ts";

/** A part of a sheet that is read as one table. */
export interface DividedRegion extends SheetRegion {
  /** A row below those in which a header is looked for that looks like one. */
  readonly lateHeader?: number;
}

/** A table that lacks a required column is cut off from the one above it from so many known headers on; it is then refused by name. */
const headersOfAnotherTable = 3;

/**
 * Divides what stands on a sheet into tables: side by side, where each side of a blank column has a header of its own, and one below
 * another, where a further header stands below a table. A header that repeats the one above it directly, as at a page break, begins no
 * new table. Titles between two tables belong to the lower one.
 */
export function divideSheet(rows: readonly SheetRow[], merges: readonly Merge[], mappings: readonly Mapping[]): DividedRegion[] {
  const whole: SheetRegion = { rows, fromColumn: 0, toColumn: Number.POSITIVE_INFINITY };
  const foreign = new Set(mappings.flatMap(({ match }) => match));
  const search = { merges, mappings, isHeader: (text: string) => isKnownHeader(text) || foreign.has(text.trim()) };
  return sideBySide(whole, blankColumnGroups(rows), search).flatMap((region) => oneBelowAnother(region, search));
}

interface Search {
  readonly merges: readonly Merge[];
  readonly mappings: readonly Mapping[];
  /** A cheap look at one text. */
  readonly isHeader: (text: string) => boolean;
}

interface Header extends FoundHeader {
  /** Index of its first row among the region's. */
  readonly index: number;
}

function headerFrom(region: SheetRegion, index: number, { merges, mappings }: Search): FoundHeader | null {
  const rows = region.rows.slice(index, index + deepestHeader + 1);
  return rows.length === 0 ? null : headerAtTop(headRows({ ...region, rows }, merges), mappings);
}

/** The header that begins at a row, or, where more is understood that way, at one of the next two: what is above is then a title. */
function headerNear(region: SheetRegion, index: number, search: Search): Header | null {
  let best: Header | null = null;
  for (let at = index; at < Math.min(index + deepestHeader, region.rows.length); at += 1) {
    const found = headerFrom(region, at, search);
    if (!found || (best && at >= best.index + best.depth)) continue;
    const isBetter =
      !best ||
      (found.fits && !best.fits) ||
      (found.fits === best.fits && (found.matched > best.matched || (found.matched === best.matched && found.depth < best.depth)));
    if (isBetter) best = { ...found, index: at };
  }
  return best;
}

function firstHeader(region: SheetRegion, search: Search): Header | null {
  for (let index = 0; index < Math.min(region.rows.length, headerSearchRows); index += 1) {
    if (!mayBeHeader(region, index, search)) continue;
    const header = headerNear(region, index, search);
    if (header?.fits) return header;
  }
  return null;
}

function mayBeHeader({ rows, fromColumn, toColumn }: SheetRegion, index: number, { isHeader }: Search): boolean {
  const cells = rows[index]?.cells ?? [];
  let known = 0;
  for (let column = fromColumn; column < cells.length && column <= toColumn; column += 1) {
    const cell = cells[column];
    if (cell && isHeader(cell)) known += 1;
    if (known === 2) return true;
  }
  return false;
}

/** Splits a region where at least two groups of its columns have a header each; otherwise it stays whole, blank columns and all. */
function sideBySide(region: SheetRegion, groups: readonly (readonly [from: number, to: number])[], search: Search): SheetRegion[] {
  if (groups.length < 2) return [region];
  const parts = groups.map(([from], index): SheetRegion => {
    const fromColumn = index === 0 ? region.fromColumn : from;
    const toColumn = (groups[index + 1]?.[0] ?? region.toColumn + 1) - 1;
    return narrowed(region, fromColumn, toColumn);
  });
  return parts.filter((part) => firstHeader(part, search) !== null).length >= 2 ? parts : [region];
}

/** The rows of a region that have something between two columns. */
function narrowed({ rows }: SheetRegion, fromColumn: number, toColumn: number): SheetRegion {
  const own = rows.filter(({ cells }) => {
    for (let column = fromColumn; column < cells.length && column <= toColumn; column += 1) if (isFilled(cells[column])) return true;
    return false;
  });
  return { rows: own, fromColumn, toColumn };
}

/** Groups of columns between columns that are blank in all rows; titles, alone in their row, are not looked at. */
function blankColumnGroups(rows: readonly SheetRow[]): [from: number, to: number][] {
  const used: boolean[] = [];
  for (const { cells } of rows) {
    if (isAlone(cells)) continue;
    for (let column = 0; column < cells.length; column += 1) if (!used[column] && isFilled(cells[column])) used[column] = true;
  }
  return groupsOf(used);
}

function groupsOf(used: readonly boolean[]): [from: number, to: number][] {
  const groups: [number, number][] = [];
  for (let column = 0; column < used.length; column += 1) {
    if (!used[column]) continue;
    const last = groups.at(-1);
    if (last && last[1] === column - 1) last[1] = column;
    else groups.push([column, column]);
  }
  return groups;
}

function isAlone(cells: readonly (string | null)[]): boolean {
  let filled = 0;
  for (const cell of cells) if (isFilled(cell) && ++filled > 1) return false;
  return filled === 1;
}

function oneBelowAnother(region: SheetRegion, search: Search): DividedRegion[] {
  if (region.rows.length === 0) return [];
  const header = firstHeader(region, search);
  if (!header) return [{ ...region, ...lateHeader(region, search) }];
  const parts = headerGroups(region, header, search);
  if (parts) return parts.flatMap((part) => oneBelowAnother(part, search));
  const next = nextHeader(region, header, search);
  if (next === null) return [region];
  const above = { ...region, rows: region.rows.slice(0, next) };
  return [above, ...oneBelowAnother({ ...region, rows: region.rows.slice(next) }, search)];
}

/** Tables side by side below a common title or above a wider table: the header itself falls into groups that each are one. */
function headerGroups(region: SheetRegion, header: Header, search: Search): SheetRegion[] | null {
  const groups = groupsOf(header.filled).map(([from, to]): [number, number] => [from + region.fromColumn, to + region.fromColumn]);
  if (groups.length < 2) return null;
  const end = nextHeader(region, header, search) ?? region.rows.length;
  const block = { ...region, rows: region.rows.slice(0, end) };
  const parts = sideBySide(block, groups, search);
  if (parts.length < 2) return null;
  return end === region.rows.length ? parts : [...parts, { ...region, rows: region.rows.slice(end) }];
}

/** Index of the row with which the next table begins, its titles included; null when nothing but this table follows. */
function nextHeader(region: SheetRegion, header: Header, search: Search): number | null {
  const bodyFrom = header.index + header.depth;
  for (let index = bodyFrom; index < region.rows.length; index += 1) {
    if (!mayBeHeader(region, index, search)) continue;
    const next = headerFrom(region, index, search);
    if (!next || (!next.fits && next.matched < headersOfAnotherTable)) continue;
    const cut = withTitles(region, index, bodyFrom, search.merges);
    const repeats = next.fits && next.fields === header.fields;
    if (repeats && cut === index && !hasGapAbove(region.rows, index)) {
      index += next.depth - 1;
      continue;
    }
    if (next.fits || hasGapAbove(region.rows, cut)) return cut;
  }
  return null;
}

function hasGapAbove(rows: readonly SheetRow[], index: number): boolean {
  return (rows[index]?.rowNo ?? 0) - (rows[index - 1]?.rowNo ?? 0) > 1;
}

/** The first of the rows above a header that can only be its titles: alone in their row, and merged across or below a blank row. */
function withTitles({ rows }: SheetRegion, index: number, bodyFrom: number, merges: readonly Merge[]): number {
  let cut = index;
  for (let at = index - 1; at >= bodyFrom; at -= 1) {
    const row = rows[at];
    if (!row || !isAlone(row.cells)) break;
    const across = merges.some((merge) => merge.fromRow === row.rowNo && merge.toColumn > merge.fromColumn);
    if (across || hasGapAbove(rows, at)) cut = at;
  }
  return cut;
}

function lateHeader(region: SheetRegion, search: Search): { readonly lateHeader?: number } {
  for (let index = headerSearchRows; index < region.rows.length; index += 1) {
    if (!mayBeHeader(region, index, search)) continue;
    const row = region.rows[index];
    if (row && headerFrom(region, index, search)?.fits) return { lateHeader: row.rowNo };
  }
  return {};
}
