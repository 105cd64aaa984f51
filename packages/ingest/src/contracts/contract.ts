/** What one cell of a column may hold, and the DuckDB type it becomes. */
export type FieldType =
  /** An identifier or code number: trimmed, full width made half width. */
  | "id"
  /** Any text, trimmed. */
  | "text"
  /** A whole number ≥ 0. */
  | "int"
  /** A whole number from 1 to 5, or the level in words. */
  | "level"
  /** A calendar year, 2000–2100. */
  | "year"
  | "date"
  | "timestamp"
  /** Stored as the first day of the month. */
  | "month"
  /** A month, quarter, half-year or year, stored as `2023-04`, `2023Q2`, `2023H1`, `2023`. */
  | "period"
  /** Any number, to six decimals. */
  | "decimal"
  | "boolean"
  /** One of a list of codes, handed in as the code or as Chinese text (`values`). */
  | "code"
  /** Points with at most two decimals, stored as hundredths. */
  | "points";

/**
 * What of a person a field holds; publication decides by it who may see the field.
 *
 * - `name` somebody's name, or a code that may be one
 * - `phone`, `address` how to reach them
 * - `id_number` a number that stands for one person: a staff number, or whatever an office uses as one, an identity number included
 * - `free_text` what somebody wrote, in which any of these may stand
 * - `none` nothing of a person; publication still searches it for numbers and names that do not belong there
 */
export type PersonalData = "name" | "phone" | "id_number" | "address" | "free_text" | "none";

/** Fields that may hold any text, so that what of a person stands in them must be decided. The other types can hold nothing of the kind. */
type TextType = "id" | "text";

/** One column of a contract. */
export type Field = FieldBase &
  (
    | { readonly type: TextType; readonly personal: PersonalData }
    | { readonly type: Exclude<FieldType, TextType>; readonly personal?: "none" }
  );

interface FieldBase {
  /** Code name, the column's name in the store; also accepted as a header. */
  readonly name: string;
  /** The header as the templates write it. */
  readonly header: string;
  /** Other headers that real files carry. Compared without spaces, in half width and lower case. */
  readonly aliases?: readonly string[];
  /** A row whose cell is blank is rejected (D201). */
  readonly required?: boolean;
  /** Accepted text → code. The codes themselves are accepted too. */
  readonly values?: Readonly<Record<string, string>>;
  /** What the template shows in its example where the type alone would not do: rows have to make sense as a whole. */
  readonly example?: string;
  /** Taken from the load's default year when the file has no such column or the cell is blank. */
  readonly defaultsToYear?: boolean;
  /** What its numbers are in, where a header may name another unit. */
  readonly unit?: "minutes";
  /** 合计 in this column is what the row is about, and no sign of a row of totals, although the field is part of the key. */
  readonly totalIsData?: true;
  /** False for a column that is read but only feeds others. */
  readonly stored?: boolean;
}

/** A column of the store that is computed from the fields of the same row. */
export interface DerivedColumn {
  readonly name: string;
  readonly sqlType: string;
  /** SQL over the typed fields by name (`level_5`) and over earlier derived columns by `x_<name>`. Takes the place of a field of its name. */
  readonly sql: string;
  /** False for a step on the way that is not kept. */
  readonly stored?: boolean;
}

/** A rule over several fields of a row. A row for which `violated` is true is rejected or noted. */
export interface RowCheck {
  readonly code: string;
  readonly severity: "rejected" | "warning";
  /** The field whose cell is named in the report. */
  readonly field: string;
  /** SQL as in `DerivedColumn`; null counts as not violated. */
  readonly violated: string;
  /** Whether it is about a blank cell only: text that could not be read is a problem by itself. */
  readonly ofBlank?: true;
  /** SQL that gives the text shown as the offending value; default: the field's own text. */
  readonly value?: string;
}

/** What one kind of table means: its columns, its key and the rules of a row. */
export interface Contract {
  readonly kind: string;
  /** The kind's Chinese name, also the sheet name of its template. */
  readonly title: string;
  readonly fields: readonly Field[];
  /** Fields that identify a row. Null equals null. */
  readonly key: readonly string[];
  /** Columns a table must have to be of this kind; an inner list holds alternatives of which one suffices. */
  readonly requires: readonly (string | readonly string[])[];
  readonly derived?: readonly DerivedColumn[];
  readonly checks?: readonly RowCheck[];
  /** SQL that names the field whose cell carries the row's amount; the store then keeps that cell (`F17`). */
  readonly amount?: string;
  /** Rows by the hundred million: they lie in segments beside the store (`events/`), not in a table of it. */
  readonly isEvents?: true;
}
