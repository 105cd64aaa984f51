-- grain: one row per bad review
select
  review_id,
  window_id,
  person_id,
  cast(rated_at as date) as rated_on,
  channel,
  level,
  cause,
  visited_at,
  appealed_at,
  appeal_result,
  rectified_at,
  follow_up_level,
  reason,
  file_id,
  sheet,
  row_no
from stg_bad_reviews
order by window_id, rated_at, review_id
