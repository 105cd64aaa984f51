import { z } from "zod";
import type { FieldValue } from "./facts.ts";

/** The name of a field of a subject, of its application or of a record: `city`, `staff_count`, `submitted_on`. */
export const Field = z.string().regex(/^[a-z][a-z0-9_]*$/);
export type Field = z.infer<typeof Field>;

/** Picks those whose fields have one of the values listed, for every field listed; an empty one picks all. */
export const Where = z.record(Field, z.array(z.string()).min(1));
export type Where = z.infer<typeof Where>;

/** Whether the fields are among those that `where` picks; a field that was not handed in has no value that could be listed. */
export function isWhere(where: Where, fields: Readonly<Record<string, FieldValue>>): boolean {
  return Object.entries(where).every(([field, values]) => values.includes(String(fields[field] ?? "")));
}
