-- grain: one row per subject, indicator and period
select scheme_id, subject_id, metric, period, ends_on, value, unit, numerator, denominator, file_id, sheet, row_no
from stg_indicators
order by subject_id, metric, ends_on, period
