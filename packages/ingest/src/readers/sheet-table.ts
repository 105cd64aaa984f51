import { join } from "node:path";
import { type HeadRow, headerSearchRows } from "../detect.ts";
import type { IngestErrorCode } from "../errors.ts";
import { columnLetters } from "./column-letters.ts";
import { unformattedDate } from "./number-format.ts";
import type { Notice, RawTable, StagedTable, TableShape } from "./raw-table.ts";
import { isFilled, type Merge, rowIndex, type SheetCells, type SheetRow } from "./sheet-cells.ts";
import { type StagedRow, stageRows } from "./stage-rows.ts";
import { stageText } from "./stage-text.ts";

/** A rectangle of a sheet that is read as one table. Rows are those with content in it; columns from 0, `toColumn` included. */
export interface SheetRegion {
  readonly rows: readonly SheetRow[];
  readonly fromColumn: number;
  /** Infinity where nothing stands to the right. */
  readonly toColumn: number;
}

export interface SheetContext {
  readonly sheet: string;
  readonly cells: SheetCells;
  readonly is1904: boolean;
  /** Where rows may be written while they are looked at. */
  readonly scratch: string;
}

/** From so many rows on, a file of text is read faster than rows are taken one by one; below, opening it costs more. */
const worthText = 5_000;

/** A region as a table whose columns count from its own first one. */
export function sheetTable(region: SheetRegion, context: SheetContext): RawTable {
  const { rows, fromColumn } = region;
  return {
    sheet: context.sheet,
    unit: "row",
    filledRows: rows.length,
    head: headRows(region, context.cells.merges),
    ...(fromColumn === 0 ? {} : { beside: columnLetters(fromColumn) }),
    place: (column) => columnLetters(fromColumn + column),
    stage: async (connection, headIndex, name, shape) => {
      const body = rows.slice(headIndex + 1);
      const notices = new NoticeList(context, fromColumn, shape);
      const { length: width } = shape.headers;
      const staged = bodyRows(region, body, context, shape, notices);
      let relation = name;
      if (body.length < worthText) await stageRows(connection, name, width, staged);
      else ({ relation } = await stageText(join(context.scratch, `${name}.csv`), width, staged));
      return { relation, lines: null, expectedRows: body.length, malformed: [], notices: notices.list(body) } satisfies StagedTable;
    },
  };
}

/** The first rows of a region as text; each knows which of its cells are part of another one further up or to the left. */
export function headRows({ rows, fromColumn, toColumn }: SheetRegion, merges: readonly Merge[]): HeadRow[] {
  const first = rows.slice(0, headerSearchRows + 1);
  const top = first[0]?.rowNo ?? 0;
  const bottom = first.at(-1)?.rowNo ?? 0;
  const near = merges.filter((merge) => merge.fromRow <= bottom && merge.toRow >= top);
  return first.map(({ rowNo, cells }) => {
    const covered = new Map<number, readonly [number, number]>();
    for (const merge of near) {
      if (merge.fromRow > rowNo || merge.toRow < rowNo || merge.fromColumn < fromColumn) continue;
      const anchor = first.findIndex((row) => row.rowNo === merge.fromRow);
      for (let column = merge.fromColumn; column <= Math.min(merge.toColumn, toColumn, merge.fromColumn + 500); column += 1) {
        const isAnchor = rowNo === merge.fromRow && column === merge.fromColumn;
        if (!isAnchor) covered.set(column - fromColumn, [anchor, merge.fromColumn - fromColumn]);
      }
    }
    const own = cells.slice(fromColumn, Math.min(cells.length, toColumn + 1)).map((cell) => cell ?? "");
    while (own.length > 0 && own.at(-1)?.trim() === "") own.pop();
    return { rowNo, cells: own, covered };
  });
}

/** The rows below the header, with merged cells filled down and, where days count from 1904, dates that carry no format made dates. */
function* bodyRows(
  { fromColumn, toColumn }: SheetRegion,
  body: readonly SheetRow[],
  { cells: { merges }, is1904 }: SheetContext,
  { headers, dateColumns }: TableShape,
  notices: NoticeList,
): Generator<StagedRow> {
  const fills = fillsBelow(body, merges);
  const width = headers.length;
  for (const { rowNo, cells } of body) {
    notices.look(rowNo, cells, toColumn);
    const own = fromColumn === 0 ? cells.slice(0, width) : cells.slice(fromColumn, fromColumn + width);
    for (const [column, value] of fills.get(rowNo) ?? []) {
      const at = column - fromColumn;
      if (at < 0 || at >= width) continue;
      while (own.length < at) own.push(null);
      own[at] = value;
    }
    if (is1904) {
      for (const column of dateColumns) {
        const text = own[column];
        if (text) own[column] = unformattedDate(text);
      }
    }
    yield { rowNo, cells: own };
  }
}

/** What cells merged over several rows say in each row below their first. */
function fillsBelow(body: readonly SheetRow[], merges: readonly Merge[]): Map<number, (readonly [column: number, value: string])[]> {
  const fills = new Map<number, (readonly [number, string])[]>();
  for (const { fromRow, toRow, fromColumn } of merges) {
    if (toRow === fromRow) continue;
    const anchor = rowIndex(body, fromRow);
    const value = body[anchor]?.rowNo === fromRow ? body[anchor]?.cells[fromColumn] : null;
    if (!isFilled(value) || typeof value !== "string") continue;
    for (let index = anchor + 1; index < body.length; index += 1) {
      const rowNo = body[index]?.rowNo ?? 0;
      if (rowNo > toRow) break;
      const list = fills.get(rowNo);
      if (list) list.push([fromColumn, value]);
      else fills.set(rowNo, [[fromColumn, value]]);
    }
  }
  return fills;
}

/** What has to be said of a table besides its rows: content that no header is above of, rows and columns that were hidden and yet read. */
class NoticeList {
  private readonly context: SheetContext;
  private readonly fromColumn: number;
  private readonly width: number;
  private readonly headless: readonly number[];
  private readonly unread = new Map<number, { readonly rowNo: number; readonly value: string; count: number }>();

  constructor(context: SheetContext, fromColumn: number, { headers }: TableShape) {
    this.context = context;
    this.fromColumn = fromColumn;
    this.width = headers.length;
    this.headless = headers.flatMap((header, column) => (header.trim() === "" ? [fromColumn + column] : []));
  }

  look(rowNo: number, cells: readonly (string | null)[], toColumn: number): void {
    for (const column of this.headless) this.lookAt(rowNo, column, cells[column]);
    for (let column = this.fromColumn + this.width; column < cells.length && column <= toColumn; column += 1)
      this.lookAt(rowNo, column, cells[column]);
  }

  list(body: readonly SheetRow[]): Notice[] {
    const { hiddenRows, hiddenColumns } = this.context.cells;
    const notices: Notice[] = [];
    const add = (code: IngestErrorCode, rowNo: number, cell: string, value: string) => notices.push({ code, rowNo, cell, value });
    const unread = [...this.unread].sort(([a], [b]) => a - b);
    for (const [column, { rowNo, value, count }] of unread.slice(0, 20))
      add("F137", rowNo, `${columnLetters(column)}${rowNo}`, count === 1 ? value : `${value} …（${count}）`);
    const hidden = hiddenRows.size === 0 ? [] : body.filter(({ rowNo }) => hiddenRows.has(rowNo));
    const [first] = hidden;
    if (first) add("F136", first.rowNo, `${first.rowNo}:${first.rowNo}`, `${hidden.length} 行 / rows`);
    const columns = Array.from({ length: this.width }, (_, column) => this.fromColumn + column).filter((column) =>
      hiddenColumns.some(([from, to]) => column >= from && column <= to),
    );
    const [firstColumn] = columns;
    if (firstColumn !== undefined && body[0]) {
      const letters = columnLetters(firstColumn);
      add("F136", body[0].rowNo, `${letters}:${letters}`, `${columns.map(columnLetters).join("、")} 列 / columns`);
    }
    return notices;
  }

  private lookAt(rowNo: number, column: number, cell: string | null | undefined): void {
    if (!isFilled(cell) || typeof cell !== "string") return;
    const known = this.unread.get(column);
    if (known) known.count += 1;
    else this.unread.set(column, { rowNo, value: cell, count: 1 });
  }
}
