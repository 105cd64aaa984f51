-- zh: 分渠道统计之和与全渠道统计不符
-- en: The counts of single channels do not add up to the row for all channels
-- severity: warning
-- problem: D266 review_counts cases active_reviews window_id
with months as (
  select window_id, month,
    max(case when channel is null then cases end) as cases, sum(case when channel is not null then cases end) as channel_cases,
    max(case when channel is null then active_reviews end) as active, sum(case when channel is not null then active_reviews end) as channel_active,
    max(case when channel is null then bad end) as bad, sum(case when channel is not null then bad end) as channel_bad
  from stg_review_counts
  group by window_id, month
)
select concat(window_id, ' ', month) as what,
  concat_ws('; ',
    case when months.cases <> channel_cases then concat('cases ', months.cases, ' ≠ ', channel_cases) end,
    case when active <> channel_active then concat('active_reviews ', active, ' ≠ ', channel_active) end,
    case when months.bad <> channel_bad then concat('bad ', months.bad, ' ≠ ', channel_bad) end) as detail,
  total.file_id, total.sheet, total.row_no
from months
join stg_review_counts total using (window_id, month)
where total.channel is null and (months.cases <> channel_cases or active <> channel_active or months.bad <> channel_bad)
