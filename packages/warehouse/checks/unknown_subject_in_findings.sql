-- zh: 查实事项涉及的对象不在窗口或人员名录里，该事项不会影响任何申报
-- en: A finding is about a subject that is in no register, so it touches no application
-- severity: warning
-- problem: D262 findings subject_id
select finding_id as what, subject_id as detail, file_id, sheet, row_no
from stg_findings
where subject_id not in (
  select window_id from stg_windows
  union all
  select person_id from stg_people
)
  and exists (select 1 from stg_windows union all select 1 from stg_people)
