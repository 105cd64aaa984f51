import type { Profile } from "@mingchuang/warehouse/manifest";
import type { Rows, TableRule, Treatment } from "./profiles.ts";

/**
 * The query that gives one profile its rows of `source.<table>`.
 *
 * It relies on the temporary tables of `aliases.ts` and `masked-text.ts`. The order is that of the published values: that of the
 * hidden ones would tell something of them.
 *
 * @param types the columns of the source table and their types
 */
export function profileSelect(table: string, rule: TableRule, profile: Profile, types: ReadonlyMap<string, string>): string {
  const treatments = Object.entries(rule.columns).map(([column, by]) => [column, by[profile]] as const);
  const order = rule.sortedBy.length === 0 ? "" : `\norder by ${rule.sortedBy.map((column) => `"${column}" nulls last`).join(", ")}`;
  return [
    "from (",
    `select\n  ${treatments.map(([column, treatment]) => `${expression(column, treatment, profile, types)} as "${column}"`).join(",\n  ")}`,
    `from source."${table}" t`,
    `where ${rowFilter(rule.rows[profile], types)}`,
    `)${order}`,
  ].join("\n");
}

function expression(column: string, treatment: Treatment, profile: Profile, types: ReadonlyMap<string, string>): string {
  switch (treatment) {
    case "kept":
      return `t."${column}"`;
    case "withheld":
      return `null::${types.get(column)}`;
    case "masked":
      return masked("masked_text", column);
    case "place":
      return masked("masked_place", column);
    case "id":
      return masked("masked_id", column);
    case "path": {
      const path = masked("masked_text", column);
      return `case when t.file_id in (from grader_file) then regexp_replace(${path}, '[^/]*$', '〔评分表〕') else ${path} end`;
    }
    case "subject":
      return ofPersonOrPlace(types, "shown", masked("masked_id", column));
    case "subjectName":
      return ofPersonOrPlace(types, "name", masked("masked_place", column));
    case "application": {
      const ofPersons = `(select a.shown from person_application a where a.application_id = t."${column}")`;
      return `case when t."${column}" in (select application_id from person_application) then ${ofPersons} else ${masked("masked_id", column)} end`;
    }
    case "applications":
      return `(
        select string_agg(case when a.application_id is null then coalesce(m.masked, listed.id) else a.shown end, ', ' order by a.number, listed.id)
        from (select unnest(string_split(t."${column}", ', ')) as id) listed
        left join person_application a on a.application_id = listed.id
        left join masked_id m on m.original = listed.id
      )`;
    case "ofPlaces":
      return `case when ${ofPerson(types)} then null else t."${column}" end`;
    case "grader":
      return `(select g.shown from grader_alias g where g.grader_id = t."${column}")`;
    case "lineByGrader":
      return lineAlias("by_grader");
    case "lineByAmount":
      return lineAlias("by_amount");
    case "profile":
      return `'${profile}'`;
  }
}

function masked(table: "masked_text" | "masked_place" | "masked_id", column: string): string {
  return `coalesce((select m.masked from ${table} m where m.original = t."${column}"), t."${column}")`;
}

function ofPersonOrPlace(types: ReadonlyMap<string, string>, alias: "shown" | "name", ofPlace: string): string {
  return `case when ${ofPerson(types)} then (select min(a.${alias}) from person_application a where ${sameSubject("a")}) else ${ofPlace} end`;
}

function lineAlias(place: "by_grader" | "by_amount"): string {
  const sameLine = ["year", "honour", "application_id", "line_no"].map((key) => `l.${key} = t.${key}`).join(" and ");
  return `(select l.${place}::int from line_alias l where ${sameLine})`;
}

function rowFilter(rows: Rows, types: ReadonlyMap<string, string>): string {
  if (rows === "all") return "true";
  if (rows === "none") return "false";
  if (rows === "places") return "t.subject_id in (select subject_id from place)";
  return `not ${ofPerson(types, rows === "nominated" ? "not p.nominated" : "(not p.nominated or p.blamed)")}`;
}

/** Whether a row is about a person, of all or of those who meet a condition. */
function ofPerson(types: ReadonlyMap<string, string>, condition = "true"): string {
  if (types.has("subject_id")) return `exists (select 1 from person p where ${condition} and ${sameSubject("p")})`;
  return `exists (
    select 1 from person_application a join person p on p.year = a.year and p.honour = a.honour and p.subject_id = a.subject_id
    where ${condition} and a.application_id = t.application_id
  )`;
}

function sameSubject(table: "p" | "a"): string {
  return ["year", "honour", "subject_id"].map((key) => `${table}.${key} = t.${key}`).join(" and ");
}
