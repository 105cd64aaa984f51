-- zh: 好差评统计的月份里，窗口尚未启用或已经停用
-- en: Counts were handed in for a month in which the window was not open yet or already closed
-- severity: warning
-- problem: D264 review_counts month
-- The register of the year says when a window is open or, where that year has none, the nearest one.
select concat(counts.window_id, ' ', strftime(counts.month, '%Y-%m')) as what, concat(coalesce(cast(register.opened_on as varchar), '…'), ' – ', coalesce(cast(register.closed_on as varchar), '…')) as detail,
  counts.file_id, counts.sheet, counts.row_no
from stg_review_counts counts
join stg_windows register using (window_id)
where coalesce(counts.cases, counts.active_reviews, counts.good, counts.bad, 0) > 0
qualify row_number() over (
    partition by counts.file_id, counts.sheet, counts.row_no
    order by abs(register.year - extract(year from counts.month)), register.year desc, register.file_id, register.row_no
  ) = 1
  and (last_day(counts.month) < register.opened_on or counts.month > register.closed_on)
