-- zh: 投诉记录中的人员不在任何年度的人员名录里，这条投诉不会计入任何人
-- en: A complaint names a person who is in no register, so it counts for nobody
-- severity: warning
-- problem: D262 complaints person_id
select complaint_id as what, person_id as detail, file_id, sheet, row_no
from stg_complaints
where person_id is not null and person_id not in (select person_id from stg_people)
  and exists (select 1 from stg_people)
