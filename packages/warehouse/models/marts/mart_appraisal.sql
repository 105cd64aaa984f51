-- grain: one row per subject, source and period
select scheme_id, subject_id, source, period, ends_on, score, rank, file_id, sheet, row_no
from stg_appraisals
order by subject_id, source, ends_on, period
