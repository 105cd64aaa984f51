-- zh: 新举措的主体不在窗口或人员名录里，该举措不会为任何申报加分
-- en: A service measure belongs to a subject that is in no register, so it adds to no application
-- severity: warning
-- problem: D262 innovations subject_id
select title as what, subject_id as detail, file_id, sheet, row_no
from stg_innovations
where subject_id not in (
  select window_id from stg_windows
  union all
  select person_id from stg_people
)
  and exists (select 1 from stg_windows union all select 1 from stg_people)
