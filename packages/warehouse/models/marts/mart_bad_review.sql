-- grain: one row per bad review
-- The list of bad reviews is what was found about each. A bad review that was handed in among all reviews and is not on the list counts too, with the
-- cause it came with, undecided without one. So does one that may be on the list under another number (same window and level, at the same
-- time as far as the list gives it), whatever cause it came with: whether it is a second one is for people to say (check bad_review_may_be_listed_twice).
with unlisted as (
  select review.*
  from stg_event_bad_reviews review
  where review.review_id not in (select review_id from stg_bad_reviews)
),
maybe_listed as (
  select distinct unlisted.review_id
  from unlisted
  join stg_bad_reviews listed
    on listed.window_id = unlisted.window_id
    and listed.level = unlisted.level
    and listed.rated_at in (unlisted.rated_at, date_trunc('minute', unlisted.rated_at), date_trunc('day', unlisted.rated_at))
  where listed.review_id not in (select review_id from stg_event_bad_reviews)
),
bad_review as (
  select
    review_id, window_id, person_id, channel, level, cause, visited_at, appealed_at, appeal_result, rectified_at, follow_up_level, reason, rated_at,
    file_id, sheet, row_no
  from stg_bad_reviews
  union all by name
  select
    review_id, window_id, person_id, channel, level,
    case when review_id in (select review_id from maybe_listed) then 'undecided' else coalesce(cause, 'undecided') end as cause,
    reason, rated_at, file_id, sheet, row_no
  from unlisted
)
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
from bad_review
order by window_id, rated_at, review_id
