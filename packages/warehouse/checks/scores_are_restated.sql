-- zh: 同一评委编号对同一申报，另一个文件评过不同的分；以后载入的为准
-- en: Another file has other scores of the same grader for the same application; the one loaded later counts
-- severity: warning
-- problem: D265 scores grader_id
with differing as (
  select current.application_id, current.round, current.grader_id, file.path, min({file_id: current.file_id, sheet: current.sheet, row_no: current.row_no}) as origin, count(*) as n
  from store.raw_scores current
  join store.raw_scores earlier
    on earlier.application_id = current.application_id and earlier.round = current.round and earlier.grader_id = current.grader_id
    and earlier.item = current.item and earlier.clause is not distinct from current.clause and earlier.kind = current.kind
    and earlier.file_id <> current.file_id
  join store.ingest_file file on file.file_id = earlier.file_id and file.state = 'loaded' and file.replaced_by is null
  where current.superseded_by is null and earlier.superseded_by is not null and current.kind <> 'discretionary'
    and earlier.points_c <> current.points_c
  group by current.application_id, current.round, current.grader_id, file.path
)
select concat_ws(' ', application_id, round, grader_id) as what, concat(path, ': ', n, ' 处分数不同') as detail,
  origin.file_id as file_id, origin.sheet as sheet, origin.row_no as row_no
from differing
