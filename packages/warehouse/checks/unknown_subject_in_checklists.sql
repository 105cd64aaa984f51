-- zh: 清单的对象不在名录里，也没有申报，不会影响任何结果
-- en: A look at a checklist is of a subject that is in no register and did not apply, so it touches no result
-- severity: warning
-- problem: D262 checklists subject_id
select concat_ws(' ', subject_id, point) as what, cast(checked_on as varchar) as detail, file_id, sheet, row_no
from stg_checklists
where subject_id not in (
  select window_id from stg_windows
  union all
  select person_id from stg_people
  union all
  select subject_id from stg_applications
)
  and exists (select 1 from stg_windows union all select 1 from stg_people)
