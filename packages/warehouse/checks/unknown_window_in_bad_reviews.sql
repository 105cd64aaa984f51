-- zh: 差评明细中的窗口不在任何年度的名录里，这些差评不会计入任何窗口
-- en: A bad review names a window that is in no register, so it counts for none
-- severity: warning
-- problem: D262 bad_reviews window_id
select review_id as what, window_id as detail, file_id, sheet, row_no
from stg_bad_reviews
where window_id is not null and window_id not in (select window_id from stg_windows)
  and exists (select 1 from stg_windows)
