-- grain: one row per application and item
select application_id, item, self_score_c, file_id, sheet, row_no, cell
from store.raw_self_scores
where superseded_by is null
