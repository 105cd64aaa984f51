-- zh: 评分对应的申报不存在，这些评分不会计入任何结果
-- en: Scores were given to an application that does not exist, so they count for nothing
-- severity: warning
-- problem: D262 scores application_id
select application_id as what, grader_id as detail, file_id, sheet, row_no
from stg_scores
where application_id not in (select application_id from stg_applications)
  and exists (select 1 from stg_applications)
