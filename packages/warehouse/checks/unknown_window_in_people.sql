-- zh: 窗口人员所在的窗口不在任何年度的名录里
-- en: A person belongs to a window that is in no register
-- severity: warning
-- problem: D262 people window_id
select person_id as what, window_id as detail, file_id, sheet, row_no
from stg_people
where window_id is not null and window_id not in (select window_id from stg_windows)
  and exists (select 1 from stg_windows)
