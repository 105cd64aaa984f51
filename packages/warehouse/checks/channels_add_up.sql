-- zh: 分渠道统计之和与全渠道统计不符
-- en: The counts of single channels do not add up to the row for all channels
-- severity: warning
select concat(window_id, ' ', month) as what, concat(max(case when channel is null then bad end), ' ≠ ', sum(case when channel is not null then bad end)) as detail,
  min(file_id) as file_id, min(sheet) as sheet, min(row_no) as row_no
from stg_review_counts
group by window_id, month
having max(case when channel is null then bad end) <> sum(case when channel is not null then bad end)
