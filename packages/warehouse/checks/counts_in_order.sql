-- zh: 一个窗口月份的差评、主动评价、办件三数次序不对：差评应不多于主动评价，主动评价应不多于办件
-- en: The counts of a window and month are out of order: bad reviews at most active ones, active ones at most cases
-- severity: warning
select concat(window_id, ' ', month) as what, concat_ws(' / ', bad, active_reviews, cases) as detail,
  cast(null as varchar) as file_id, cast(null as varchar) as sheet, cast(null as int) as row_no
from mart_window_month
where bad > active_reviews or active_reviews > cases
