-- zh: 荣誉的持有者不在窗口或人员名录里，该荣誉不会为任何申报加分
-- en: An honour is held by a subject that is in no register, so it adds to no application
-- severity: warning
-- problem: D262 honours subject_id
select title as what, subject_id as detail, file_id, sheet, row_no
from stg_honours
where subject_id not in (
  select window_id from stg_windows
  union all
  select person_id from stg_people
)
  and exists (select 1 from stg_windows union all select 1 from stg_people)
