-- zh: 评价记录中的窗口不在任何年度的名录里，这些评价不会计入任何窗口
-- en: Reviews name a window that is in no register, so they count for none
-- severity: warning
select window_id as what, concat(sum(level_5 + level_4 + level_3 + level_2 + level_1 + default_reviews), ' 条') as detail,
  min(file_id) as file_id, min(sheet) as sheet, min(row_no) as row_no
from stg_event_counts
where window_id not in (select window_id from stg_windows)
  and exists (select 1 from stg_windows)
group by window_id
