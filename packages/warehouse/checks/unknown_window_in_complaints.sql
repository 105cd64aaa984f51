-- zh: 投诉记录中的窗口不在任何年度的名录里
-- en: A complaint names a window that is in no register
-- severity: warning
-- problem: D262 complaints window_id
select complaint_id as what, window_id as detail, file_id, sheet, row_no
from stg_complaints
where window_id is not null and window_id not in (select window_id from stg_windows)
  and exists (select 1 from stg_windows)
