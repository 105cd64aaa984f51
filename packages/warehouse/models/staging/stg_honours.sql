-- grain: one row per subject, honour held, level and day
select subject_id, trim(title) as title, level, trim(issuer) as issuer, awarded_on, file_id, sheet, row_no
from store.raw_honours
where superseded_by is null
