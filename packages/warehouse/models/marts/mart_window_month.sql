-- grain: one row per window and month that was handed in
-- Counts that were handed in are the figures; reviews handed in one by one are counted where there are none. Cases are never counted from reviews.
-- Where a row for all channels was handed in it is the figure, and the rows of single channels are not added to it.
-- A sum of nothing but nulls is null: not handed in, never zero.
-- File, sheet and row are those of the one row that was handed in; where several add up they are in mart_row. Of reviews counted here: the first of them, if all came in one file.
with counts as (
  select *, max(case when channel is null then 1 else 0 end) over same as has_total,
    count(*) over same as handed_in
  from stg_review_counts
  window same as (partition by window_id, month)
),
handed_in as (
  select
    window_id,
    month,
    sum(cases)           as cases,
    sum(active_reviews)  as active_reviews,
    sum(default_reviews) as default_reviews,
    sum(level_5)         as level_5,
    sum(level_4)         as level_4,
    sum(level_3)         as level_3,
    sum(level_2)         as level_2,
    sum(level_1)         as level_1,
    sum(good)            as good,
    sum(bad)             as bad,
    coalesce(sum(active_reviews), sum(good), sum(bad), sum(level_5), sum(level_4), sum(level_3), sum(level_2), sum(level_1)) is not null as has_reviews,
    case when max(handed_in) = 1 then min(file_id) end as file_id,
    case when max(handed_in) = 1 then min(sheet) end   as sheet,
    case when max(handed_in) = 1 then min(row_no) end  as row_no
  from counts
  where channel is null or has_total = 0
  group by window_id, month
),
reviews as (
  select
    window_id,
    month,
    sum(level_5 + level_4 + level_3 + level_2 + level_1) as active_reviews,
    sum(default_reviews) as default_reviews,
    sum(level_5)         as level_5,
    sum(level_4)         as level_4,
    sum(level_3)         as level_3,
    sum(level_2)         as level_2,
    sum(level_1)         as level_1,
    min(file_id) = max(file_id) and count(file_id) = count(*) and min(sheet) = max(sheet) as is_one,
    case when is_one then min(file_id) end as file_id,
    case when is_one then min(sheet) end   as sheet,
    case when is_one then min(row_no) end  as row_no
  from stg_event_counts
  group by window_id, month
),
figures as (
  select
    window_id, month, 'counts' as counted_from, cases, active_reviews, default_reviews, level_5, level_4, level_3, level_2, level_1, good, bad,
    file_id, sheet, row_no
  from handed_in
  where has_reviews or (window_id, month) not in (select (window_id, month) from reviews)
  union all
  select
    reviews.window_id, reviews.month, 'reviews', handed_in.cases, reviews.active_reviews, reviews.default_reviews,
    reviews.level_5, reviews.level_4, reviews.level_3, reviews.level_2, reviews.level_1,
    reviews.level_5 + reviews.level_4 + reviews.level_3, reviews.level_2 + reviews.level_1,
    case when handed_in.window_id is null then reviews.file_id end,
    case when handed_in.window_id is null then reviews.sheet end,
    case when handed_in.window_id is null then reviews.row_no end
  from reviews
  left join handed_in on handed_in.window_id = reviews.window_id and handed_in.month = reviews.month
  where not coalesce(handed_in.has_reviews, false)
)
select
  window_id,
  month,
  cast(cases as int)           as cases,
  cast(active_reviews as int)  as active_reviews,
  cast(default_reviews as int) as default_reviews,
  cast(level_5 as int)         as level_5,
  cast(level_4 as int)         as level_4,
  cast(level_3 as int)         as level_3,
  cast(level_2 as int)         as level_2,
  cast(level_1 as int)         as level_1,
  cast(good as int)            as good,
  cast(bad as int)             as bad,
  handled,
  round(p50_minutes, 1)        as handling_p50,
  round(p90_minutes, 1)        as handling_p90,
  counted_from,
  file_id,
  sheet,
  row_no
from figures
left join stg_handling using (window_id, month)
order by window_id, month
