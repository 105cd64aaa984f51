import type { VetoRow } from "@mingchuang/warehouse/queries/vetoes";
import type { VetoesSearch } from "./search.ts";

/** Without a state chosen, every state but `clear` is shown. */
export function filterVetoes(rows: readonly VetoRow[], filter: Pick<VetoesSearch, "state" | "rule" | "city" | "who">): readonly VetoRow[] {
  const among = (values: readonly string[], value: string) => values.length === 0 || values.includes(value);
  return rows.filter(
    (row) =>
      (filter.state.length === 0 ? row.state !== "clear" : filter.state.includes(row.state)) &&
      among(filter.rule, row.rule) &&
      among(filter.city, row.city_code) &&
      (filter.who === "all" || row.application_id !== null),
  );
}

/** The subjects of rows in a state: one subject under two rules is one. */
export const countSubjects = (rows: readonly VetoRow[]): number => new Set(rows.map((row) => row.subject_id)).size;

/** The address of an opened row. */
export const openKey = (row: Pick<VetoRow, "subject_id" | "rule">): string => `${row.subject_id}.${row.rule}`;
