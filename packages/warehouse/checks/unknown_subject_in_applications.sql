-- zh: 申报对象不在窗口或人员名录里
-- en: An application is for a subject that is in no register
-- severity: warning
-- problem: D262 applications subject_id
select application_id as what, subject_id as detail, file_id, sheet, row_no
from stg_applications
where subject_kind is distinct from 'project' and subject_id not in (
  select window_id from stg_windows
  union all
  select person_id from stg_people
)
  and exists (select 1 from stg_windows union all select 1 from stg_people)
