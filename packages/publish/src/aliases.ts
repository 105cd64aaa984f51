import type { Database } from "@mingchuang/warehouse/database";
import type { Known } from "./mask.ts";

/**
 * Creates from the attached `source` the temporary tables `place` (subjects that are nobody), `person_alias`, `grader_alias`, `grader_file`
 * (whose rows are grades) and `line_alias` (places of the lines of a score that do not follow the graders' ids).
 *
 * A subject that is not its own window is a person, whether or not the person or the window is registered; unless its application says
 * that it is a window, a unit or a project, and no register of persons knows better. Graders are
 * numbered by what they gave in all, strictest first, which the published lines show anyway: a number by name or by time of
 * handing in would tell more.
 */
export async function createAliases(db: Database): Promise<void> {
  await db.execute(`
    create temp table place as
    select window_id as subject_id from source.mart_window
    union
    select subject_id from source.mart_application
    where subject_kind in ('window', 'unit', 'project') and subject_id not in (select person_id from source.mart_person)
  `);
  await db.execute(`
    create temp table person_alias as
    select v.year, v.honour, v.subject_id, max(v.application_id) as application_id,
      bool_or(coalesce(r.state in ('vetoed', 'undecided', 'ineligible'), false)) as blamed
    from (
      select year, honour, subject_id, window_id, application_id from source.mart_application
      union all
      select year, honour, subject_id, window_id, application_id from source.eval_result
      union all
      select year, honour, subject_id, window_id, application_id from source.eval_veto
    ) v
    left join source.eval_result r on r.application_id = v.application_id and r.year = v.year and r.honour = v.honour
    group by v.year, v.honour, v.subject_id
    having not bool_or(v.subject_id is not distinct from v.window_id or v.subject_id in (select subject_id from place))
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
