-- grain: one row per window, month and channel (null: all channels together)
select
  counts.window_id,
  cast(date_trunc('month', counts.month) as date) as month,
  coalesce(ref_channel.channel, trim(counts.channel)) as channel,
  counts.cases,
  counts.active_reviews,
  counts.default_reviews,
  counts.level_5,
  counts.level_4,
  counts.level_3,
  counts.level_2,
  counts.level_1,
  counts.good,
  counts.bad,
  counts.file_id,
  counts.sheet,
  counts.row_no
from store.raw_review_counts counts
left join ref_channel on ref_channel.alias = trim(counts.channel)
where counts.superseded_by is null
