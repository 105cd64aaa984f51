-- grain: one row per subject, source and period
select scheme_id, subject_id, source, period, period_end(period) as ends_on, cast(score as double) as score, rank, file_id, sheet, row_no
from store.raw_appraisals
where superseded_by is null
