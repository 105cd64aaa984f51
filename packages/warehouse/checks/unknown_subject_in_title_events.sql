-- zh: 称号事项的对象不在名录里，也没有申报，不会影响任何称号
-- en: An event is of a subject that is in no register and did not apply, so it touches no title
-- severity: warning
-- problem: D262 title_events subject_id
select event_id as what, subject_id as detail, file_id, sheet, row_no
from stg_title_events
where subject_id not in (
  select window_id from stg_windows
  union all
  select person_id from stg_people
  union all
  select subject_id from stg_applications
)
  and exists (select 1 from stg_windows union all select 1 from stg_people)
