-- grain: one row per review of level 1 or 2 that somebody gave, of those handed in one by one
select
  review.review_id,
  review.window_id,
  review.person_id,
  coalesce(ref_channel.channel, trim(review.channel)) as channel,
  review.rated_at,
  review.level,
  trim(review.text) as reason,
  review.cause,
  review.file_id,
  review.sheet,
  review.row_no
from store.event_bad_review review
left join ref_channel on ref_channel.alias = trim(review.channel)
