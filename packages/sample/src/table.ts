/** A cell as a clerk would have typed it. Dates are `YYYY-MM-DD` in columns marked `date`. */
export type CellContent = string | number | null;

export interface Column<Row> {
  readonly header: string;
  /** In characters; a Chinese character takes two. */
  readonly width: number;
  /** True: an Excel date cell instead of text. */
  readonly date?: boolean;
  readonly cell: (row: Row) => CellContent;
}

/** A table under its title, as it is laid out on a sheet or in a CSV file. */
export interface Table {
  readonly sheet: string;
  readonly title: string;
  readonly notes: readonly string[];
  readonly columns: readonly { readonly header: string; readonly width: number; readonly date: boolean }[];
  readonly rows: readonly (readonly CellContent[])[];
}

/** Every title of the sample begins so. */
export const sampleMark = "示例数据（虚构）";

/** Lays rows out under a title that says that the data are invented. */
export function layOut<Row>(
  sheet: string,
  title: string,
  notes: readonly string[],
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Table {
  return {
    sheet,
    title: `${sampleMark}${title}`,
    notes,
    columns: columns.map(({ header, width, date }) => ({ header, width, date: date ?? false })),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}
