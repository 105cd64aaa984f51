import type { Profile } from "@mingchuang/warehouse/manifest";
import type { Rows, TableRule, Treatment } from "./profiles.ts";

/**
 * The query that gives one profile its rows of `source.<table>`.
 *
 * It relies on three temporary tables: `person_alias` (year, honour, subject_id, application_id, blamed), `grader_alias` (grader_id,
 * shown) and `masked_text` (original, masked).
 *
 * @param types the columns of the source table and their types
 */
export function profileSelect(table: string, rule: TableRule, profile: Profile, types: ReadonlyMap<string, string>): string {
  const treatments = Object.entries(rule.columns).map(([column, by]) => [column, by[profile]] as const);
  const order = rule.sortedBy.length === 0 ? "" : `\norder by ${rule.sortedBy.map((column) => `t."${column}" nulls last`).join(", ")}`;
  return [
    `select\n  ${treatments.map(([column, treatment]) => `${expression(column, treatment, profile, types)} as "${column}"`).join(",\n  ")}`,
    `from source."${table}" t`,
    `where ${rowFilter(rule.rows[profile], types)}${order}`,
  ].join("\n");
}

function expression(column: string, treatment: Treatment, profile: Profile, types: ReadonlyMap<string, string>): string {
  switch (treatment) {
    case "kept":
      return `t."${column}"`;
    case "withheld":
      return `null::${types.get(column)}`;
    case "masked":
      return `coalesce((select m.masked from masked_text m where m.original = t."${column}"), t."${column}")`;
    case "subject":
      return `coalesce((select p.application_id from person_alias p where ${samePerson(types)}), t."${column}")`;
    case "grader":
      return `(select g.shown from grader_alias g where g.grader_id = t."${column}")`;
    case "profile":
      return `'${profile}'`;
  }
}

function rowFilter(rows: Rows, types: ReadonlyMap<string, string>): string {
  if (rows === "all") return "true";
  if (rows === "none") return "false";
  const left = rows === "nominated" ? "p.application_id is null" : "(p.application_id is null or p.blamed)";
  return `not exists (select 1 from person_alias p where ${left} and ${samePerson(types)})`;
}

function samePerson(types: ReadonlyMap<string, string>): string {
  const key = types.has("subject_id") ? "subject_id" : "application_id";
  return `p.year = t.year and p.honour = t.honour and p.${key} = t.${key}`;
}
