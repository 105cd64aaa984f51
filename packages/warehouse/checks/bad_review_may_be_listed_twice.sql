-- zh: 评价记录里的一条差评不在差评明细里，但差评明细里有同窗口、同等级、同一时间而编号不同的一条：可能是同一条。在查清之前，它按“未裁定”计
-- en: A bad review among all reviews is not on the list of bad reviews, but the list has one of the same window, level and time under another number: they may be one. Until that is settled it counts as undecided
-- severity: warning
select review.review_id as what, concat(review.window_id, ' ', review.rated_at, ' = ', listed.review_id, '?') as detail, review.file_id, review.sheet, review.row_no
from stg_event_bad_reviews review
join stg_bad_reviews listed
  on listed.window_id = review.window_id
  and listed.level = review.level
  and listed.rated_at in (review.rated_at, date_trunc('minute', review.rated_at), date_trunc('day', review.rated_at))
where review.review_id not in (select review_id from stg_bad_reviews)
  and listed.review_id not in (select review_id from stg_event_bad_reviews)
