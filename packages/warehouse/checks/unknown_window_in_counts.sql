-- zh: 好差评统计中的窗口不在任何年度的名录里
-- en: Counts were handed in for a window that is in no register
-- severity: warning
-- problem: D262 review_counts window_id
select window_id as what, strftime(month, '%Y-%m') as detail, file_id, sheet, row_no
from stg_review_counts
where window_id not in (select window_id from stg_windows)
  and exists (select 1 from stg_windows)
