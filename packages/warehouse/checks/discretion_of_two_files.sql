-- zh: 同一评委对同一申报同一项目的酌情扣分，两个文件都有，全部计入
-- en: Two files have discretionary deductions of one grader for the same item of an application, and all of them count
-- severity: warning
-- problem: D284 scores reason item
select concat_ws(' ', later.application_id, later.grader_id, later.item) as what, min(file.path) as detail, later.file_id, later.sheet, later.row_no
from store.raw_scores later
join store.raw_scores earlier using (application_id, round, grader_id, item)
join store.ingest_file file on file.file_id = earlier.file_id
join store.ingest_file own on own.file_id = later.file_id and own.seq > file.seq
where later.kind = 'discretionary' and later.superseded_by is null and later.points_c is not null
  and earlier.kind = 'discretionary' and earlier.superseded_by is null and earlier.points_c is not null
group by later.application_id, later.grader_id, later.item, later.file_id, later.sheet, later.row_no
