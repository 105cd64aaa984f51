-- grain: one row per subject and new service measure
select subject_id, trim(title) as title, started_on, trim(evidence) as evidence, file_id, sheet, row_no
from store.raw_innovations
where superseded_by is null
