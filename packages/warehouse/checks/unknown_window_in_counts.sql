-- zh: 好差评统计中的窗口不在任何年度的名录里
-- en: Counts were handed in for a window that is in no register
-- severity: warning
select window_id as what, concat(count(*), ' 个月') as detail, file_id, sheet, min(row_no) as row_no
from stg_review_counts
where window_id not in (select window_id from stg_windows)
group by window_id, file_id, sheet
