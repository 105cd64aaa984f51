-- zh: 一个窗口月份统计的差评数与差评明细的条数不符
-- en: The count of bad reviews of a window and month differs from the bad reviews that are listed
-- severity: warning
with listed as (
  select window_id, cast(date_trunc('month', rated_on) as date) as month, count(*) as n
  from mart_bad_review
  group by window_id, cast(date_trunc('month', rated_on) as date)
)
select concat(window_id, ' ', month) as what, concat(counted.bad, ' ≠ ', coalesce(listed.n, 0)) as detail,
  cast(null as varchar) as file_id, cast(null as varchar) as sheet, cast(null as int) as row_no
from mart_window_month counted
left join listed using (window_id, month)
where counted.bad <> coalesce(listed.n, 0)
  and extract(year from month) in (select extract(year from rated_on) from mart_bad_review)
