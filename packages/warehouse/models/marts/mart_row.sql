-- grain: one row per row that was handed in and that no other mart places
-- Superseded rows of every kind; of the current ones those whose marts do not say where they stand, and counts of which several make a figure.
select kind, subject_id, application_id, grader_id, record_id, figures, file_id, sheet, row_no, cell, superseded_by
from stg_rows
where superseded_by is not null
  or kind in ('windows', 'people', 'applications', 'self_scores', 'scores', 'honours', 'innovations', 'findings')
  or (kind = 'review_counts' and (subject_id, left(record_id, 7)) in (
    select (window_id, strftime(month, '%Y-%m')) from mart_window_month where file_id is null
  ))
order by kind, subject_id, record_id, file_id, sheet, row_no
