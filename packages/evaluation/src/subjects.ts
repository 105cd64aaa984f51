import type { Honour } from "@mingchuang/rubric/scheme";
import type { Database } from "@mingchuang/warehouse/database";
import type { Run } from "./runs.ts";

/** Who is judged, and where: a window or a person as that year's register has it. */
export interface Subject {
  readonly subject_id: string;
  readonly subject_name: string | null;
  /** The window itself, or the person's; null when it is in no register. */
  readonly window_id: string | null;
  readonly city_code: string | null;
}

/** A subject that applied, with the place that its window has in the register. */
export interface Applicant extends Subject {
  readonly application_id: string;
  readonly city: string | null;
  readonly county_code: string | null;
  readonly county: string | null;
  readonly domain: string | null;
  readonly level: string | null;
}

type Row<T> = { readonly [K in keyof T]: T[K] };

/** The applications for one honour in one year. Without an entry in that year's register, the nearest year's gives the place. */
export async function queryApplicants(db: Database, year: number, honour: Honour): Promise<readonly Applicant[]> {
  const window = honour.subject === "window" ? "coalesce(a.window_id, a.subject_id)" : "a.window_id";
  return db.query<Row<Applicant>>(
    `select a.application_id, a.subject_id, a.subject_name, ${window} as window_id, a.city_code,
       coalesce(w.city, c.city) as city, w.county_code, w.county, w.domain, w.level
     from mart_application a
     left join mart_window w on w.window_id = a.window_id
     left join mart_city c on c.city_code = a.city_code
     where a.year = $1 and a.honour = $2
     qualify row_number() over (partition by a.application_id order by w.year > a.year, abs(w.year - a.year)) = 1
     order by a.application_id`,
    [year, honour.id],
  );
}

/**
 * SQL that picks the rows of a year's register that a programme is judged over: those that name its scheme or, where none does, those
 * that name no scheme. `$1` is the year, `$2` the scheme.
 */
const ofProgramme = (register: "mart_window" | "mart_person") => `r.year = $1 and (
  r.scheme_id = $2 or r.scheme_id is null and not exists (select 1 from ${register} own where own.year = $1 and own.scheme_id = $2))`;

/** Every window, or every person, in a programme's register of one year; projects are in none. */
export async function queryRegister(
  db: Database,
  { year, honour, scheme }: Pick<Run, "year" | "honour" | "scheme">,
): Promise<readonly Subject[]> {
  if (honour.subject === "project") return [];
  if (honour.subject === "person") {
    return db.query<Row<Subject>>(
      `select r.person_id as subject_id, r.name as subject_name, r.window_id, w.city_code
       from mart_person r
       left join mart_window w on w.window_id = r.window_id and w.year = r.year
       where ${ofProgramme("mart_person")}
       order by r.person_id`,
      [year, scheme.id],
    );
  }
  return db.query<Row<Subject>>(
    `select r.window_id as subject_id, r.name as subject_name, r.window_id, r.city_code from mart_window r
     where ${ofProgramme("mart_window")} order by r.window_id`,
    [year, scheme.id],
  );
}

/** The years in which a programme has a register of its own, or one that names no scheme. */
export async function queryRegisterYears(db: Database, schemeId: string): Promise<readonly number[]> {
  const rows = await db.query<{ year: number }>(
    `select distinct year from mart_window r
     where r.scheme_id = $1 or r.scheme_id is null and not exists (select 1 from mart_window own where own.scheme_id = $1)
     order by year`,
    [schemeId],
  );
  return rows.map(({ year }) => year);
}
