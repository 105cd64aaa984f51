-- zh: 分渠道统计之和与全渠道统计不符
-- en: The counts of single channels do not add up to the row for all channels
-- severity: warning
-- problem: D266 review_counts cases active_reviews window_id
with parts as (
  select window_id, month, sum(cases) as cases, sum(active_reviews) as active_reviews, sum(bad) as bad
  from stg_review_counts
  where channel is not null
  group by window_id, month
)
select concat(total.window_id, ' ', strftime(total.month, '%Y-%m')) as what,
  concat_ws('；',
    case when total.cases <> parts.cases then concat('办件量 ', total.cases, '，各渠道之和 ', parts.cases) end,
    case when total.active_reviews <> parts.active_reviews then concat('主动评价量 ', total.active_reviews, '，各渠道之和 ', parts.active_reviews) end,
    case when total.bad <> parts.bad then concat('差评数 ', total.bad, '，各渠道之和 ', parts.bad) end) as detail,
  total.file_id, total.sheet, total.row_no
from stg_review_counts total
join parts on parts.window_id = total.window_id and parts.month = total.month
where total.channel is null
  and (total.cases <> parts.cases or total.active_reviews <> parts.active_reviews or total.bad <> parts.bad)
