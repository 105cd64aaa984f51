import type { Field } from "./contracts/contract.ts";
import { normaliseCode } from "./half-width.ts";

/** The text in brackets at the end of a header, where units stand: `办件量（万件）`. */
const bracket = /[(（]([^()（）]*)[)）]\s*\*?$/u;
const shares = /^(%|‰|百分比|百分率|占比|比例)$/;
const multiples = /^[十百千万亿]+(件|条|次|人|个|笔|宗)?$/;
const otherTimes = /^(小时|时|工时|天|日|工作日|秒|秒钟|h|hours?|d|days?|s|seconds?)$/;

/**
 * Whether a header names a unit in which a field's values would mean something else: a count in shares or ten thousands, minutes in hours.
 * Such a column is not the field's; read as if it were, its figures would be wrong without anybody noticing.
 */
export function hasForeignUnit(header: string, { type, unit: own }: Pick<Field, "type" | "unit">): boolean {
  const unit = normaliseCode(bracket.exec(header.trim())?.[1] ?? "");
  if (unit === "") return false;
  if (own === "minutes") return otherTimes.test(unit);
  if (type === "points") return shares.test(unit);
  return type === "int" && (shares.test(unit) || multiples.test(unit));
}
