-- grain: one row per month, file and sheet with reviews handed in one by one, of files in force
select
  cast(segment.month as date)          as month,
  segment.file_id,
  segment.sheet,
  cast(sum(segment.row_count) as int)  as reviews
from store.event_segment segment
join store.ingest_file file on file.file_id = segment.file_id
where file.replaced_by is null
group by segment.month, segment.file_id, segment.sheet
