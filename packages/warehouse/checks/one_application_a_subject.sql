-- zh: 同一对象同一年度就同一荣誉申报了不止一次
-- en: A subject applied more than once for the same honour in the same year
-- severity: warning
select concat_ws(' ', year, subject_id) as what, string_agg(application_id, ', ' order by application_id) as detail,
  min(file_id) as file_id, min(sheet) as sheet, min(row_no) as row_no
from stg_applications
group by year, honour, subject_id
having count(*) > 1
