-- zh: 一个窗口月份既有好差评统计又有评价记录，两者不符；结果采用统计数
-- en: A window and month has both counts and reviews one by one, and they differ; the counts are the figures
-- severity: warning
with reviews as (
  select window_id, month, sum(level_5 + level_4 + level_3 + level_2 + level_1) as active_reviews, sum(default_reviews) as default_reviews,
    sum(level_2 + level_1) as bad
  from stg_event_counts
  group by window_id, month
)
select concat(window_id, ' ', month) as what,
  concat_ws('; ',
    case when counted.active_reviews <> reviews.active_reviews then concat('active_reviews ', counted.active_reviews, ' ≠ ', reviews.active_reviews) end,
    case when counted.bad <> reviews.bad then concat('bad ', counted.bad, ' ≠ ', reviews.bad) end,
    case when counted.default_reviews <> reviews.default_reviews then concat('default_reviews ', counted.default_reviews, ' ≠ ', reviews.default_reviews) end
  ) as detail,
  counted.file_id, counted.sheet, counted.row_no
from mart_window_month counted
join reviews using (window_id, month)
where counted.counted_from = 'counts'
  and (counted.active_reviews <> reviews.active_reviews or counted.bad <> reviews.bad or counted.default_reviews <> reviews.default_reviews)
