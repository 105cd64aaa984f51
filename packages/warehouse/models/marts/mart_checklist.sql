-- grain: one row per subject, point and day
select scheme_id, subject_id, point, kept, checked_on, evidence, file_id, sheet, row_no
from stg_checklists
order by subject_id, point, checked_on
