import type { Database } from "@mingchuang/warehouse/database";

/**
 * Creates the temporary tables `person_alias` and `grader_alias` from the attached `source`.
 *
 * A subject that is not its own window is a person: that holds whether or not the person or the window is registered. Graders are
 * numbered by what they gave in all, strictest first, which the published lines show anyway: a number by name or by time of
 * handing in would tell more.
 */
export async function createAliases(db: Database): Promise<void> {
  await db.execute(`
    create temp table person_alias as
    select v.year, v.honour, v.subject_id, max(v.application_id) as application_id,
      bool_or(coalesce(r.state in ('vetoed', 'undecided'), false)) as blamed
    from (
      select year, honour, subject_id, window_id, application_id from source.mart_application
      union all
      select year, honour, subject_id, window_id, application_id from source.eval_result
      union all
      select year, honour, subject_id, window_id, application_id from source.eval_veto
    ) v
    left join source.eval_result r on r.application_id = v.application_id and r.year = v.year and r.honour = v.honour
    group by v.year, v.honour, v.subject_id
    having not bool_or(v.subject_id is not distinct from v.window_id)
  `);
  await db.execute(`
    create temp table grader_alias as
    select grader_id, '评委' || row_number() over (order by sum(points) nulls last, grader_id) as shown
    from (
      select grader_id, points_c as points from source.eval_sheet
      union all
      select grader_id, null from source.eval_line
    )
    where grader_id is not null
    group by grader_id
  `);
}
