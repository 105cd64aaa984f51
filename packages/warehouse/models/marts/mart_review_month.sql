-- grain: one row per month, file and sheet with reviews handed in one by one
select month, file_id, sheet, reviews
from stg_review_segments
order by month, file_id, sheet
