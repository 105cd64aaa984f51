import type { SourceColumn, SourceRow } from "@mingchuang/warehouse/queries/lineage";

/** Where a value of a row stands: the header over it and its cell (`F17`, or the line of a text file). */
export interface SourceCell {
  readonly header: string | null;
  readonly cell: string | null;
}

/** The columns from which the store's fields are read where they have another name in the files. */
const readFrom: Readonly<Record<string, readonly string[]>> = {
  good: ["good_reported"],
  bad: ["bad_reported"],
  points: ["given", "deducted"],
};

/** Fields that are worked out where the file does not have them, from others of the same row. */
const workedOut: Readonly<Record<string, readonly string[]>> = {
  good: ["level_5", "level_4", "level_3"],
  bad: ["level_2", "level_1"],
};

/** The cell of a field of a row; null when the field was not read from a column of the file. */
export function cellOf(row: SourceRow, field: string, columns: readonly SourceColumn[]): SourceCell | null {
  const column = columnOf(row, field, columns);
  if (column === undefined) return row.cell !== null && isAmount(field) ? { header: null, cell: row.cell } : null;
  if (row.rowNo === null) return { header: column.header, cell: null };
  // of a row put together from a form the place is the whole cell
  const isCell = column.place !== null && /^[A-Z]+\d+$/.test(column.place);
  const cell = isWorkbook(row) ? (isCell ? column.place : `${column.place ?? ""}${row.rowNo}`) : null;
  return { header: column.header, cell: isAmount(field) ? (row.cell ?? cell) : cell };
}

/** The fields that one that no column has was worked out from; empty when it is none of these. */
export function partsOf(row: SourceRow, field: string, columns: readonly SourceColumn[]): readonly string[] {
  return columnOf(row, field, columns) === undefined ? (workedOut[field] ?? []) : [];
}

export const isWorkbook = (row: SourceRow): boolean => row.format?.startsWith("xls") ?? false;

const isAmount = (field: string): boolean => field === "points" || field === "self_score";

/** A row belongs to the table with the greatest header row above it. */
function columnOf(row: SourceRow, field: string, columns: readonly SourceColumn[]): SourceColumn | undefined {
  const kind = row.kind === "self_scores" ? "applications" : row.kind;
  const names = [...(readFrom[field] ?? []), field];
  return columns
    .filter((column) => column.file_id === row.fileId && column.sheet === row.sheet && column.kind === kind && names.includes(column.field))
    .filter(({ header_row }) => row.rowNo === null || header_row < row.rowNo)
    .sort((a, b) => b.header_row - a.header_row)[0];
}
