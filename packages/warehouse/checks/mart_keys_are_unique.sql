-- zh: 数据集市的主键重复：同一对象会被计算两次
-- en: A key occurs twice in a mart, so the same thing would be counted twice
-- severity: error
with keys as (
  select 'mart_city' as mart, concat_ws(' ', city_code) as key from mart_city
  union all
  select 'mart_county' as mart, concat_ws(' ', county_code) as key from mart_county
  union all
  select 'mart_window' as mart, concat_ws(' ', year, window_id) as key from mart_window
  union all
  select 'mart_person' as mart, concat_ws(' ', year, person_id) as key from mart_person
  union all
  select 'mart_window_month' as mart, concat_ws(' ', window_id, month) as key from mart_window_month
  union all
  select 'mart_bad_review' as mart, concat_ws(' ', review_id) as key from mart_bad_review
  union all
  select 'mart_complaint' as mart, concat_ws(' ', complaint_id) as key from mart_complaint
  union all
  select 'mart_application' as mart, concat_ws(' ', application_id) as key from mart_application
  union all
  select 'mart_indicator' as mart, concat_ws(' ', subject_id, metric, period) as key from mart_indicator
  union all
  select 'mart_appraisal' as mart, concat_ws(' ', subject_id, source, period) as key from mart_appraisal
  union all
  select 'mart_checklist' as mart, concat_ws(' ', subject_id, point, checked_on) as key from mart_checklist
  union all
  select 'mart_identity' as mart, concat_ws(' ', window_id) as key from mart_identity
  union all
  select 'mart_window_line' as mart, concat_ws(' ', window_id, ancestor_id) as key from mart_window_line
  union all
  select 'mart_title_event' as mart, concat_ws(' ', event_id) as key from mart_title_event
)
select concat(mart, ' ', key) as what, concat(count(*), ' ×') as detail, cast(null as varchar) as file_id, cast(null as varchar) as sheet, cast(null as int) as row_no
from keys
group by mart, key
having count(*) > 1
