-- zh: 评价记录中一条差评的人员不在任何年度的人员名录里，这条差评不会计入任何人
-- en: A bad review among all reviews names a person who is in no register, so it counts for nobody
-- severity: warning
select review_id as what, person_id as detail, file_id, sheet, row_no
from stg_event_bad_reviews
where person_id is not null and person_id not in (select person_id from stg_people) and exists (select 1 from stg_people)
  and review_id not in (select review_id from stg_bad_reviews)
