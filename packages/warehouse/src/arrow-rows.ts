import type { SqlRow, SqlValue } from "./database.ts";
import { WarehouseError } from "./errors.ts";
import { rowsOf } from "./rows-of.ts";
import { dateText, exactNumber, timestampText } from "./values.ts";

/** As little of an Arrow table as is read here; the library's own types would bring its version with them. */
interface ArrowColumn {
  get(row: number): unknown;
}
export interface ArrowTable {
  readonly numRows: number;
  readonly schema: { readonly fields: readonly { readonly name: string; readonly typeId: number }[] };
  getChildAt(index: number): ArrowColumn | null;
}

/**
 * The rows of an answer of DuckDB-Wasm, opened with big integers and decimals cast to doubles.
 *
 * @throws {WarehouseError} W102 for an integer that is not exact, W103 for a type that is not read
 */
export function arrowRows<Row extends SqlRow>(table: ArrowTable): readonly Row[] {
  const columns = table.schema.fields.map(({ name, typeId }, index) => ({ name, typeId, values: table.getChildAt(index) }));
  return rowsOf<Row>(
    columns.map(({ name }) => name),
    table.numRows,
    (index, row) => {
      const column = columns[index];
      return column === undefined ? null : toSqlValue(column.values?.get(row), column.typeId, column.name);
    },
  );
}

/** Type numbers of Arrow's format (Schema.fbs), as its JavaScript library reports them. */
const arrowDate = 8;
const arrowTimestamp = 10;

function toSqlValue(value: unknown, typeId: number, column: string): SqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") {
    if (typeId === arrowDate) return dateText(value);
    return typeId === arrowTimestamp ? timestampText(value) : exactNumber(value, column);
  }
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return exactNumber(value, column);
  throw new WarehouseError("W103", `${column}: Arrow ${typeId}`);
}
