import type { DuckDBConnection } from "@duckdb/node-api";
import type { HeadRow } from "../detect.ts";
import type { IngestErrorCode } from "../errors.ts";
import type { FormGrid } from "../forms/form-grid.ts";
import type { Mapping } from "../mapping.ts";

/** A record that could not be split into cells. */
export interface MalformedRecord {
  readonly rowNo: number;
  readonly text: string;
  readonly why: string;
  readonly code: IngestErrorCode;
}

/** What a row number counts: the rows of a sheet (`F17`), the lines of a text file (`第17行`), or records where there are no lines (`第17条`). A row put together from a form (`cell`) has a place for each of its cells. */
export type RowUnit = "row" | "line" | "record" | "cell";

/** The line of each record of a text file: record `i` (from 0) starts at line `i + offset` of the last step with `record ≤ i`. */
export interface LineSteps {
  readonly records: readonly number[];
  readonly offsets: readonly number[];
}

/** What a typed column holds; a null in its place stands for values that are no cells (lists, bytes). */
export type ColumnType = "text" | "whole" | "number" | "boolean" | "date" | "timestamp";

/** The rows below a header, ready to be queried: columns `c0`, `c1`, … in file order, with `row_no` where `lines` is null. */
export interface StagedTable {
  readonly relation: string;
  readonly lines: LineSteps | null;
  /** Of columns that are not all text. */
  readonly types?: readonly (ColumnType | null)[];
  /** Whether there is a text column `nested` too: the indexes of cells that hold an object or a list (`,3,5,`), null where none does. */
  readonly hasNested?: boolean;
  /** Whether, behind the cells, as many columns hold the place of each, and four more what is wrong with the row as a whole: code, field, place, value. */
  readonly placed?: boolean;
  /** How many rows the relation must have; anything else means that the engine misread the file. */
  readonly expectedRows: number;
  readonly malformed: readonly MalformedRecord[];
  readonly notices?: readonly Notice[];
}

/** What has to be said of a table that was read, besides its rows: nothing of it stops a row. */
export interface Notice {
  readonly code: IngestErrorCode;
  readonly rowNo: number;
  readonly cell: string;
  readonly value: string;
}

/** What is known of a table's columns when its rows are read. */
export interface TableShape {
  readonly headers: readonly string[];
  /** Columns that hold dates or times. */
  readonly dateColumns: readonly number[];
}

/** One table of a file before its meaning is known. */
export interface RawTable {
  /** Empty where a file has one table only. */
  readonly sheet: string;
  readonly unit: RowUnit;
  readonly head: readonly HeadRow[];
  /** How many rows are not blank, the header among them. Absent where counting them takes reading all of the file. */
  readonly filledRows?: number;
  /** How a column is named in a cell reference: `F` in a workbook, the header in a text file. */
  readonly place: (column: number, headers: readonly string[]) => string;
  /** The rows below head row `headIndex` by the fast reader; null where it cannot be trusted with this file. Absent where there is no such reader. */
  readonly stageFast?: (headIndex: number) => Promise<StagedTable | null>;
  /** The same rows, record by record, into the temporary table `name`. Malformed records are listed and never stop it. */
  readonly stage: (connection: DuckDBConnection, headIndex: number, name: string, shape: TableShape) => Promise<StagedTable>;
  /** The tables that this one falls into when it is looked at with what is known of headers. Absent where a table is always one. */
  readonly divide?: (mappings: readonly Mapping[]) => readonly RawTable[];
  /** What stands on a sheet, for forms, which are read by where things stand to one another. */
  readonly grid?: () => FormGrid;
  /** Letters of the column with which it begins, of a table beside another. */
  readonly beside?: string;
  /** A row further down than a header is looked for that looks like one. */
  readonly lateHeader?: number;
}

/** A file taken apart into tables. */
export interface ReadFile {
  readonly format: "csv" | "tsv" | "xlsx" | "json" | "ndjson" | "parquet";
  readonly encoding: string | null;
  /** What stands between the cells of a text file. */
  readonly separator: string | null;
  readonly tables: readonly RawTable[];
  readonly hiddenSheets: readonly { readonly sheet: string; readonly filledRows: number }[];
  /** What has to be said of the file as a whole. */
  readonly notices?: readonly Notice[];
}
