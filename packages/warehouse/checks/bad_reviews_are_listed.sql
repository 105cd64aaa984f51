-- zh: 一个窗口月份统计的差评数与差评明细的条数不符
-- en: The count of bad reviews of a window and month differs from the bad reviews that are listed
-- severity: warning
-- problem: D267 review_counts bad_reported level_1 window_id
with listed as (
  select window_id, cast(date_trunc('month', rated_on) as date) as month, count(*) as n
  from mart_bad_review
  group by window_id, cast(date_trunc('month', rated_on) as date)
),
-- The row to look at: the one for all channels, or else the first.
handed_in as (
  select window_id, month, file_id, sheet, row_no
  from stg_review_counts
  qualify row_number() over (partition by window_id, month order by channel is not null, file_id, sheet, row_no) = 1
)
select concat(window_id, ' ', month) as what, concat(counted.bad, ' ≠ ', coalesce(listed.n, 0)) as detail,
  handed_in.file_id, handed_in.sheet, handed_in.row_no
from mart_window_month counted
left join listed using (window_id, month)
left join handed_in using (window_id, month)
where counted.bad <> coalesce(listed.n, 0)
  and extract(year from month) in (select extract(year from rated_on) from mart_bad_review)
