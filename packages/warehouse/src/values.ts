import type { SqlValue } from "./database.ts";
import { WarehouseError } from "./errors.ts";

/**
 * The value as a number. The browser's engine hands integers over as doubles, so a double that is whole is held to the same bound.
 *
 * @throws {WarehouseError} W102 for an integer beyond ±2^53, where neighbours can no longer be told apart.
 */
export function exactNumber(value: bigint | number, column: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) throw new WarehouseError("W102", `${column} = ${value}`);
  return number;
}

/** Milliseconds since 1970 as `YYYY-MM-DD`. */
export function dateText(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

/** Milliseconds since 1970 as `YYYY-MM-DD HH:MM:SS`; the time is local and naive, so no zone is applied. */
export function timestampText(milliseconds: number): string {
  return new Date(Math.floor(milliseconds)).toISOString().slice(0, 19).replace("T", " ");
}

/** A value as an SQL literal. Bind values wherever a statement takes parameters; `attach` and `set` take none. */
export function sqlLiteral(value: SqlValue): string {
  if (value === null) return "null";
  if (typeof value !== "string") return String(value);
  // A literal ends at a NUL character.
  const quoted = value.split("\0").map((piece) => `'${piece.replaceAll("'", "''")}'`);
  return quoted.length === 1 ? (quoted[0] ?? "''") : `(${quoted.join(" || chr(0) || ")})`;
}
