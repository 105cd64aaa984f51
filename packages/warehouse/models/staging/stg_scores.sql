-- grain: one row per application, round, grader, item, clause and kind
select
  application_id,
  round,
  trim(grader_id) as grader_id,
  item,
  clause,
  kind,
  points_c,
  trim(reason)    as reason,
  trim(evidence)  as evidence,
  scored_at,
  file_id,
  sheet,
  row_no,
  cell
from store.raw_scores
where superseded_by is null
