import type { FieldValue } from "@mingchuang/rubric/facts";
import type { Honour } from "@mingchuang/rubric/scheme";
import type { Database } from "@mingchuang/warehouse/database";

export type SubjectFields = Readonly<Record<string, FieldValue>>;

/**
 * What rules may ask of the applications for one honour in one year, by application id: what the application says and, where it says
 * nothing, what the registers of persons and windows say in that year (or the nearest one). Days are `YYYY-MM-DD`.
 */
export async function querySubjectFields(db: Database, year: number, honour: Honour): Promise<ReadonlyMap<string, SubjectFields>> {
  const rows = await db.query<{ application_id: string; [field: string]: FieldValue }>(
    `select a.application_id, coalesce(a.subject_kind, $3) as subject_kind, coalesce(w.city, c.city) as city, w.county, w.level, w.domain, a.tier,
       coalesce(a.unit, w.unit) as unit, a.recommender, cast(a.submitted_at as date) as submitted_on, a.deeds_length, a.began_on, a.in_use,
       w.staff_count, w.opened_on, w.closed_on, p.position, p.joined_on, p.left_on, p.front_line, p.on_staff
     from mart_application a
     left join mart_window w on w.window_id = a.window_id
     left join mart_city c on c.city_code = a.city_code
     left join mart_person p on p.person_id = a.subject_id
     where a.year = $1 and a.honour = $2
     qualify row_number() over (
       partition by a.application_id
       order by w.year > a.year, abs(w.year - a.year), p.year > a.year, abs(p.year - a.year)
     ) = 1`,
    [year, honour.id, honour.subject],
  );
  return new Map(rows.map(({ application_id, ...fields }) => [application_id, fields]));
}
