-- grain: one row per window, month and channel with reviews handed in one by one (null: no channel given)
-- The file is the one that all of them came from, the row its first of them; null where there were several files.
select
  counts.window_id,
  counts.month,
  coalesce(ref_channel.channel, trim(counts.channel)) as channel,
  counts.level_5,
  counts.level_4,
  counts.level_3,
  counts.level_2,
  counts.level_1,
  counts.default_reviews,
  counts.file_id,
  counts.sheet,
  counts.first_row as row_no
from store.event_window_month counts
left join ref_channel on ref_channel.alias = trim(counts.channel)
