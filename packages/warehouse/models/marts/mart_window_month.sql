-- grain: one row per window and month that was handed in
-- Where a row for all channels was handed in it is the figure, and the rows of single channels are not added to it.
-- A sum of nothing but nulls is null: not handed in, never zero.
-- File, sheet and row are those of the one row that was handed in; where several add up they are in mart_row.
with counts as (
  select *, max(case when channel is null then 1 else 0 end) over same as has_total,
    count(*) over same as handed_in
  from stg_review_counts
  window same as (partition by window_id, month)
)
select
  window_id,
  month,
  cast(sum(cases) as int)           as cases,
  cast(sum(active_reviews) as int)  as active_reviews,
  cast(sum(default_reviews) as int) as default_reviews,
  cast(sum(level_5) as int)         as level_5,
  cast(sum(level_4) as int)         as level_4,
  cast(sum(level_3) as int)         as level_3,
  cast(sum(level_2) as int)         as level_2,
  cast(sum(level_1) as int)         as level_1,
  cast(sum(good) as int)            as good,
  cast(sum(bad) as int)             as bad,
  case when max(handed_in) = 1 then min(file_id) end as file_id,
  case when max(handed_in) = 1 then min(sheet) end   as sheet,
  case when max(handed_in) = 1 then min(row_no) end  as row_no
from counts
where channel is null or has_total = 0
group by window_id, month
order by window_id, month
