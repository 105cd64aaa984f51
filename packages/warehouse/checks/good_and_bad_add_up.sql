-- zh: 一个窗口月份的好评与差评之和不等于主动评价量
-- en: Good and bad reviews of a window and month do not add up to the active reviews
-- severity: warning
select concat(window_id, ' ', month) as what, concat(good, ' + ', bad, ' ≠ ', active_reviews) as detail,
  cast(null as varchar) as file_id, cast(null as varchar) as sheet, cast(null as int) as row_no
from mart_window_month
where good + bad <> active_reviews
