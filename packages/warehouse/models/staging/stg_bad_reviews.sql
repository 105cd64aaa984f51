-- grain: one row per bad review
-- A cause that nobody has entered is a cause that nobody has decided.
select
  review.review_id,
  review.window_id,
  review.person_id,
  coalesce(ref_channel.channel, trim(review.channel)) as channel,
  review.rated_at,
  review.level,
  trim(review.reason)                 as reason,
  coalesce(review.cause, 'undecided') as cause,
  review.visited_at,
  review.appealed_at,
  review.appeal_result,
  review.rectified_at,
  review.follow_up_level,
  review.file_id,
  review.sheet,
  review.row_no
from store.raw_bad_reviews review
left join ref_channel on ref_channel.alias = trim(review.channel)
where review.superseded_by is null
