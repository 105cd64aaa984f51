import { normaliseCode } from "./half-width.ts";

/** One of the first rows of a table, as text; `rowNo` counts from 1 as the user's program shows it. */
export interface HeadRow {
  readonly rowNo: number;
  readonly cells: readonly string[];
  /** In a workbook: columns that merging made part of another cell, which is given by its place in the head; row -1 is above the head. */
  readonly covered?: ReadonlyMap<number, readonly [row: number, column: number]>;
}

/** A header may be stacked: so many rows at most, the lowest of which stands directly above the data. */
export const deepestHeader = 3;

/** The header that rows of a head form together. */
export interface HeaderBlock {
  /** Index of its lowest row. */
  readonly lastIndex: number;
  /** Each column's texts from top to bottom, joined: `评价情况·满意`. */
  readonly headers: readonly string[];
  /** Each column's spellings as headers are compared, in groups: the texts joined, and where that means nothing, the lowest alone. */
  readonly spellings: readonly (readonly (readonly string[])[])[];
  /** The texts of each row by column, blank where nothing or only part of another cell stands. */
  readonly levels: readonly (readonly string[])[];
}

/**
 * The header formed by `depth` rows from `index` on; null when there are not as many. A cell merged down stands for all its rows, one
 * merged across is above each of its columns; a blank below a text leaves that text the column's lowest.
 */
export function headerBlock(head: readonly HeadRow[], index: number, depth: number): HeaderBlock | null {
  const rows = head.slice(index, index + depth);
  const last = rows.at(-1);
  if (rows.length < depth || !last) return null;
  const width = last.covered ? Math.max(...rows.map((row) => Math.max(row.cells.length, lastCovered(row, index) + 1))) : last.cells.length;
  const columns = Array.from({ length: width }, (_, column) => columnTexts(head, index, depth, column));
  return {
    lastIndex: index + depth - 1,
    headers: columns.map((texts) => texts.join("·")),
    spellings: columns.map(spellingGroups),
    levels: rows.map(({ cells, covered }) => cells.map((cell, column) => (covered?.has(column) ? "" : cell))),
  };
}

/** The last column of a row that belongs to a cell of the header. */
function lastCovered({ covered }: HeadRow, index: number): number {
  let last = -1;
  for (const [column, [row]] of covered ?? []) if (row >= index && column > last) last = column;
  return last;
}

function columnTexts(head: readonly HeadRow[], index: number, depth: number, column: number): string[] {
  const texts: string[] = [];
  const seen = new Set<string>();
  for (let level = index; level < index + depth; level += 1) {
    const [row, at] = head[level]?.covered?.get(column) ?? [level, column];
    const text = row < index ? "" : (head[row]?.cells[at] ?? "");
    const place = `${row}|${at}`;
    if (text.trim() === "" || seen.has(place)) continue;
    seen.add(place);
    texts.push(depth === 1 ? text : text.trim());
  }
  return texts;
}

function spellingGroups(texts: readonly string[]): string[][] {
  const [lowest] = texts.slice(-1);
  if (lowest === undefined) return [];
  if (texts.length === 1) return [spellings(lowest)];
  const groups: string[][] = [];
  for (let from = 0; from < texts.length - 1; from += 1) {
    const part = texts.slice(from);
    groups.push([...spellings(part.join("·")), ...spellings(part.map(normaliseCode).join(""))]);
  }
  return [...groups, spellings(lowest)];
}

/** The spellings under which a header is looked up: as it stands, and without a unit in brackets or a star. */
function spellings(header: string): string[] {
  const whole = normaliseCode(header).replace(/^\*|\*$/g, "");
  const bare = whole.replace(/[(（][^()（）]*[)）]$/u, "");
  return bare === whole || bare === "" ? [whole] : [whole, bare];
}
