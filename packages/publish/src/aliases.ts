import type { Database } from "@mingchuang/warehouse/database";
import type { Profile } from "@mingchuang/warehouse/manifest";
import type { Known } from "./mask.ts";

/**
 * Creates from the attached `source` the temporary tables `place` (subjects that are nobody), `person` (subjects that are somebody, with
 * whether they applied and whether a veto or a missing condition lies on them or may), `person_application` (what stands for a person's
 * application in this profile), `grader_alias`, `grader_file` (whose rows are grades) and `line_alias` (places of the lines of a score that
 * do not follow the graders' ids).
 *
 * A subject that is not its own window is a person, whether or not the person or the window is registered; unless its application says
 * that it is a window, a unit or a project, and no register of persons knows better.
 *
 * Persons are numbered anew in each profile, by rank, which is shown anyway, and where there is none by a hash: the applications' own
 * numbers would say who somebody is, and the ones missing among them who is left out. Whoever is left out has no number, so that the
 * numbers run on. Graders are numbered by what they gave in all, strictest first, which the published lines show anyway: a number by name
 * or by time of handing in would tell more.
 */
export async function createAliases(db: Database, profile: Profile): Promise<void> {
  await db.execute(`
    create temp table place as
    select window_id as subject_id from source.mart_window
    union
    select subject_id from source.mart_application
    where subject_kind in ('window', 'unit', 'project') and subject_id not in (select person_id from source.mart_person)
  `);
  await db.execute(`
    create temp table named as
    select year, honour, subject_id, window_id, application_id, null as state from source.mart_application
    union all
    select year, honour, subject_id, window_id, application_id, state from source.eval_result
    union all
    select year, honour, subject_id, null, application_id, state from source.eval_period
    union all
    select year, honour, subject_id, window_id, application_id, null from source.eval_veto
  `);
  await db.execute(`
    create temp table person as
    select year, honour, subject_id, count(application_id) > 0 as nominated,
      count(*) filter (where state in ('vetoed', 'undecided', 'ineligible')) > 0 as blamed
    from named
    group by year, honour, subject_id
    having not bool_or(subject_id is not distinct from window_id or subject_id in (select subject_id from place))
  `);
  await db.execute(`
    create temp table person_application as
    with application as (
      select n.application_id, p.year, p.honour, p.subject_id, p.blamed and ${profile === "public"} as hidden, min(r.rank) as rank
      from person p
      join named n on n.year = p.year and n.honour = p.honour and n.subject_id = p.subject_id
      left join source.eval_result r on r.year = p.year and r.honour = p.honour and r.application_id = n.application_id
      where n.application_id is not null
      group by all
    )
    select application_id, year, honour, subject_id,
      row_number() over (partition by year, honour, hidden order by rank nulls last, sha256(application_id)) as number,
      case when not hidden then concat_ws('-', year, honour, printf('%03d', number)) end as shown,
      case when not hidden then printf('人员%03d', number) end as name
    from application
  `);
  await db.execute(`
    create temp table grader_alias as
    select grader_id, row_number() over (order by sum(points) nulls last, grader_id) as number, '评委' || number as shown
    from (
      select grader_id, points_c as points from source.eval_sheet
      union all
      select grader_id, null from source.eval_line
    )
    where grader_id is not null
    group by grader_id
  `);
  await db.execute(`
    create temp table grader_file as select distinct file_id from source.eval_line where grader_id is not null and file_id is not null
  `);
  await db.execute(`
    create temp table line_alias as
    select year, honour, application_id, line_no,
      row_number() over (partition by year, honour, application_id order by first_line, number, asked_c, line_no) as by_grader,
      row_number() over (partition by year, honour, application_id order by first_line, asked_c, line_no) as by_amount
    from (
      select l.*, g.number, min(line_no) over (partition by year, honour, application_id, item, clause, kind) as first_line
      from source.eval_line l
      left join grader_alias g on g.grader_id = l.grader_id
    )
  `);
}

/** The graders' ids as they may occur in texts, each with its alias. An id of digits alone is too common a text to be replaced. */
export async function queryKnownGraders(db: Database): Promise<readonly Known[]> {
  const graders = await db.query<{ value: string; shown: string }>(`
    select grader_id as value, shown from grader_alias where not regexp_matches(grader_id, '^[0-9]*$') order by number
  `);
  return graders.map((grader) => ({ ...grader, whole: true }));
}

/** The numbers of persons' applications as they may occur in texts, each with what stands for it. */
export async function queryKnownApplications(db: Database): Promise<readonly Known[]> {
  const applications = await db.query<{ value: string; shown: string }>(`
    select application_id as value, coalesce(name, '〔编号〕') as shown
    from person_application
    where not regexp_matches(application_id, '^[0-9]*$')
    order by application_id
  `);
  return applications.map((application) => ({ ...application, whole: true }));
}
