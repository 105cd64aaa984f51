-- grain: one row per event of a title's life
select scheme_id, event_id, subject_id, event, happened_on, due_on, document, file_id, sheet, row_no
from stg_title_events
order by subject_id, happened_on, event_id
