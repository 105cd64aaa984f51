-- zh: 差评明细中的人员不在任何年度的人员名录里，这条差评不会计入任何人
-- en: A bad review names a person who is in no register, so it counts for nobody
-- severity: warning
-- problem: D262 bad_reviews person_id
select review_id as what, person_id as detail, file_id, sheet, row_no
from stg_bad_reviews
where person_id is not null and person_id not in (select person_id from stg_people)
  and exists (select 1 from stg_people)
