-- zh: 同一对象同一年度就同一荣誉申报了不止一次
-- en: A subject applied more than once for the same honour in the same year
-- severity: warning
-- problem: D283 applications subject_id application_id
with several as (
  select year, honour, subject_id, string_agg(application_id, ', ' order by application_id) as applications,
    max({file_id: file_id, sheet: sheet, row_no: row_no}) as origin
  from stg_applications
  group by year, honour, subject_id
  having count(*) > 1
)
select concat_ws(' ', year, subject_id) as what, applications as detail, origin.file_id as file_id, origin.sheet as sheet, origin.row_no as row_no
from several
