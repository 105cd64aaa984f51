import type { Field } from "./contracts/contract.ts";
import type { ColumnType } from "./readers/raw-table.ts";

/**
 * The SQL that takes a field's value from a typed column as it is, without a way through text; null where the two types do not fit, so
 * that the column's text must be read. The value is null where the column's is, and where it is not one that the field may have.
 */
export function typedValue(field: Field, type: ColumnType, column: string): string | null {
  switch (field.type) {
    case "int":
      return type === "whole" ? `case when ${column} between 0 and 999999999 then ${column}::integer end` : null;
    case "level":
      return type === "whole" ? `case when ${column} between 1 and 5 then ${column}::integer end` : null;
    case "year":
      return type === "whole" ? `case when ${column} between 2000 and 2100 then ${column}::integer end` : null;
    case "boolean":
      if (type === "whole") return `case ${column} when 1 then true when 0 then false end`;
      return type === "boolean" ? column : null;
    case "timestamp":
      return isMoment(type) ? `within_reach(${column}::timestamp)` : null;
    case "date":
      return isMoment(type) ? `within_reach(${column}::date)` : null;
    case "month":
      return isMoment(type) ? `within_reach(date_trunc('month', ${column})::date)` : null;
    case "decimal":
      return type === "whole" || type === "number" ? `try_cast(${column} as decimal(18, 6))` : null;
    default:
      return null;
  }
}

const isMoment = (type: ColumnType) => type === "date" || type === "timestamp";

/** The text of a typed column as a person would have written it: programs keep whole numbers with gaps as `123.0`. */
export function typedText(type: ColumnType, column: string): string {
  if (type === "text") return column;
  if (type !== "number") return `${column}::varchar`;
  return `case when abs(${column}) < 1e15 and ${column} = trunc(${column}) then ${column}::bigint::varchar else ${column}::varchar end`;
}
