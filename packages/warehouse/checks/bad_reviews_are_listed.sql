-- zh: 一个窗口月份统计的差评数与差评明细的条数不符
-- en: The count of bad reviews of a window and month differs from the bad reviews that are listed
-- severity: warning
-- problem: D267 review_counts bad_reported level_1 window_id
with listed as (
  select window_id, cast(date_trunc('month', rated_on) as date) as month, count(*) as n
  from mart_bad_review
  group by window_id, cast(date_trunc('month', rated_on) as date)
),
-- Of years without any bad review on a list nobody has handed in the list yet.
counts as (
  select window_id, month, channel, bad, file_id, sheet, row_no
  from stg_review_counts
  where bad is not null and extract(year from month) in (select extract(year from month) from listed)
),
parts as (
  select window_id, month, sum(bad) as bad
  from counts
  where channel is not null
  group by window_id, month
),
-- What counts is the row for all channels or, where there is none, its parts together; without either, the reviews handed in one by one.
counted as (
  select window_id, month, bad
  from counts
  where channel is null
  union all
  select window_id, month, bad
  from parts
  where (window_id, month) not in (select (window_id, month) from counts semi join parts using (window_id, month) where channel is null)
  union all
  select window_id, month, sum(level_1 + level_2)
  from stg_event_counts
  where extract(year from month) in (select extract(year from month) from listed)
    and (window_id, month) not in (select (window_id, month) from counts)
  group by window_id, month
),
differing as (
  select counted.window_id, counted.month, counted.bad, coalesce(listed.n, 0) as n
  from counted
  left join listed on listed.window_id = counted.window_id and listed.month = counted.month
  where counted.bad <> coalesce(listed.n, 0)
)
select concat(window_id, ' ', strftime(month, '%Y-%m')) as what, concat('差评数 ', differing.bad, '，明细 ', n, ' 条') as detail, counts.file_id, counts.sheet, counts.row_no
from differing
left join counts using (window_id, month)
qualify row_number() over (partition by window_id, month order by channel is not null, file_id, sheet, row_no) = 1
