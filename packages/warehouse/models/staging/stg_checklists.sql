-- grain: one row per subject, point and day
select scheme_id, subject_id, trim(point) as point, kept, checked_on, trim(evidence) as evidence, file_id, sheet, row_no
from store.raw_checklists
where superseded_by is null
