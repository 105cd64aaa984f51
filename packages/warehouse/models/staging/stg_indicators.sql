-- grain: one row per subject, indicator and period
select
  scheme_id,
  subject_id,
  trim(metric)                    as metric,
  period,
  period_end(period)              as ends_on,
  cast(value as double)       as value,
  trim(unit)                      as unit,
  cast(numerator as double)   as numerator,
  cast(denominator as double) as denominator,
  file_id,
  sheet,
  row_no
from store.raw_indicators
where superseded_by is null
