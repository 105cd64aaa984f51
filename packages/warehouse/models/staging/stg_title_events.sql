-- grain: one row per event of a title's life
select scheme_id, event_id, subject_id, trim(event) as event, happened_on, due_on, trim(document) as document, file_id, sheet, row_no
from store.raw_title_events
where superseded_by is null
