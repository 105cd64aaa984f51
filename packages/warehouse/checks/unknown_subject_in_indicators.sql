-- zh: 指标的对象不在名录里，也没有申报，不会影响任何结果
-- en: An indicator is of a subject that is in no register and did not apply, so it touches no result
-- severity: warning
-- problem: D262 indicators subject_id
select concat_ws(' ', subject_id, metric) as what, period as detail, file_id, sheet, row_no
from stg_indicators
where subject_id not in (
  select window_id from stg_windows
  union all
  select person_id from stg_people
  union all
  select subject_id from stg_applications
)
  and exists (select 1 from stg_windows union all select 1 from stg_people)
