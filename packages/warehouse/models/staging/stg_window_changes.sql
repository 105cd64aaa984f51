-- grain: one row per old window, new window and day of the change
select trim(from_window) as from_window, trim(to_window) as to_window, kind, changed_on, trim(document) as document, trim(note) as note, file_id, sheet, row_no
from store.raw_window_changes
where superseded_by is null
