-- zh: 申报表已由后来的文件取代，表上的荣誉仍然计入
-- en: A later file took the place of an application form, whose honours still count
-- severity: warning
-- problem: D284 honours title subject_id
select concat_ws(' ', honour.subject_id, honour.title) as what, min(file.path) as detail, honour.file_id, honour.sheet, honour.row_no
from store.raw_honours honour
join store.raw_applications application
  on application.file_id = honour.file_id and application.subject_id = honour.subject_id and application.superseded_by <> application.file_id
join store.ingest_file file on file.file_id = application.superseded_by
where honour.superseded_by is null
group by honour.subject_id, honour.title, honour.file_id, honour.sheet, honour.row_no
