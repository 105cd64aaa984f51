import type { Honour } from "@mingchuang/rubric/scheme";
import type { Database } from "@mingchuang/warehouse/database";

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

/** Every window, or every person, in the register of one year. */
export async function queryRegister(db: Database, year: number, honour: Honour): Promise<readonly Subject[]> {
  if (honour.subject === "window") {
    return db.query<Row<Subject>>(
      `select window_id as subject_id, name as subject_name, window_id, city_code from mart_window where year = $1 order by window_id`,
      [year],
    );
  }
  return db.query<Row<Subject>>(
    `select p.person_id as subject_id, p.name as subject_name, p.window_id, w.city_code
     from mart_person p
     left join mart_window w on w.window_id = p.window_id and w.year = p.year
     where p.year = $1
     order by p.person_id`,
    [year],
  );
}
