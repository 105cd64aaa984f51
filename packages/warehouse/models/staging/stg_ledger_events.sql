-- grain: one row per thing that happened to a version of a document
select event_no, happened_at, action, file_id, path, error_code, rows_in, accepted, rejected, superseded, row_count, by_file_id
from store.ingest_event
